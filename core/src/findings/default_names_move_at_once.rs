use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::changes_address;
use crate::facts::migration::{FAQ_DEFAULT_NAMES, NO_VNET_NAMES, WHO_MOVES_DNS};
use crate::domain::{Severity, Vnet};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DefaultNamesMoveAtOnce,
    severity: Severity::Note,
    finds: "default names, which follow a new address the moment it is there",
    basis: Basis::Stated,
    because: &[&FAQ_DEFAULT_NAMES, &WHO_MOVES_DNS, &NO_VNET_NAMES],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let answers = &case.decision.answers;
    let Some(path) = case.decision.route.recommended else { return };
    let by_themselves = matches!(answers.vnet, Some(Vnet::External | Vnet::None));
    if changes_address(path) && by_themselves && answers.custom_domains != Some(true) {
        found.push(Found::new(
            "Default names point at the new address the moment the run succeeds, and the management endpoint's always do.",
            "Have rules, routes and backends ready before the run: traffic does not wait.",
        ));
    }
}
