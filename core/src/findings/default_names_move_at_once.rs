use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::changes_address;
use crate::domain::{Severity, Vnet};
use crate::facts::migration::{FAQ_DEFAULT_NAMES, NO_VNET_NAMES, WHO_MOVES_DNS};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DefaultNamesMoveAtOnce,
    severity: Severity::Note,
    finds: "default host names that point at the new VIP as soon as the migration succeeds",
    basis: Basis::Stated,
    because: &[&FAQ_DEFAULT_NAMES, &WHO_MOVES_DNS, &NO_VNET_NAMES],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let answers = &case.decision.answers;
    let path = case.decision.route.recommended?;
    let by_themselves = matches!(answers.vnet, Some(Vnet::External | Vnet::None));
    (changes_address(path) && by_themselves && answers.custom_domains != Some(true)).then(|| {
        Found::new(
            "Default names point at the new address the moment the run succeeds, and the management endpoint's always do.",
            "Have rules, routes and backends ready before the run: traffic does not wait.",
        )
    })
}
