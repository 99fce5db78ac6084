use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::migration::NO_VNET_SCOPE;
use crate::facts::platform::OPTIONS;

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierOutsideNetworks,
    severity: Severity::Blocker,
    finds: "a tier that can't be injected, with a network mode that says it is",
    basis: Basis::Stated,
    because: &[&OPTIONS, &NO_VNET_SCOPE],
    check: Check::Instance(check),
};

/// Silent for instances that need not migrate: nothing is decided from the contradiction there.
fn check(case: &Case<'_>) -> Option<Found> {
    let tier = case.request.tier.filter(|_| case.decision.answers.contradicts_itself())?;
    Some(Found::new(
        format!("{} can't be injected in a virtual network, and the network mode is external or internal.", tier.title()),
        "Look up tier and network mode again: one of the two answers is wrong.",
    ))
}
