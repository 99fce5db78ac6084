use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::{FAQ_TEST, OPTION_2_SETTINGS};
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ValidationMissed,
    severity: Severity::Risk,
    finds: "a wish to test beforehand that the recommended path hardly meets",
    basis: Basis::Derived,
    because: &[&FAQ_TEST, &OPTION_2_SETTINGS],
    check,
};

/// Silent where both gateways answer for two days, and beside a parallel instance.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let answers = &decision.answers;
    let Some(path) = decision.route.recommended else { return };
    if answers.validate_first != Some(true) {
        return;
    }
    let (what, instead) = match path {
        PathId::SameSubnetNewVip | PathId::NewSubnetReturn => (
            "You want to test before live traffic moves, and about 15 minutes are all that is sure for it.",
            "Have the test ready to run, with a hosts file and a list of calls; or stay in another subnet, where both gateways answer for 48 hours.",
        ),
        PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip | PathId::InPlaceNewVip => (
            "You want to test before live traffic moves, and this path leaves no time that a page would promise for it.",
            "Test on a second instance, or choose the path side by side.",
        ),
        PathId::NewSubnetKeep48h | PathId::EnableZoneRedundancy | PathId::InjectIntoVnet | PathId::SideBySide => return,
    };
    found.push(Found::new(what, instead));
}
