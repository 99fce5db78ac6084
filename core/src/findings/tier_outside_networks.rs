use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::NO_VNET_SCOPE;
use crate::facts::platform::OPTIONS;
use crate::domain::{Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierOutsideNetworks,
    severity: Severity::Blocker,
    finds: "a tier that cannot stand in the network it is said to stand in",
    basis: Basis::Stated,
    because: &[&OPTIONS, &NO_VNET_SCOPE],
    check,
};

/// Silent for instances that need not move: nothing is decided from the contradiction there.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let (Some(tier), true) = (case.request.tier, case.decision.answers.contradicts_itself()) else {
        return;
    };
    found.push(Found::new(
        format!("{} cannot be put into a virtual network, and the network mode says it is in one.", tier.title()),
        "Read tier and network mode off the instance again: one of the two answers is wrong.",
    ));
}
