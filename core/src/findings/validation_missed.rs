use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::migration::{FAQ_TEST, OPTION_2_SETTINGS};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ValidationMissed,
    severity: Severity::Risk,
    finds: "validation that is wanted although the recommended path leaves little or no time for it",
    basis: Basis::Derived,
    because: &[&FAQ_TEST, &OPTION_2_SETTINGS],
    check: Check::Instance(check),
};

/// Silent if both gateways answer for two days, and for a second instance.
fn check(case: &Case<'_>) -> Option<Found> {
    let path = case.decision.route.recommended?;
    if case.decision.answers.validate_first != Some(true) {
        return None;
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
        PathId::NewSubnetKeep48h | PathId::EnableZoneRedundancy | PathId::InjectIntoVnet | PathId::SideBySide => return None,
    };
    Some(Found::new(what, instead))
}
