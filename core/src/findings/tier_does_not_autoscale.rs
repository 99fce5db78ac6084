use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity, Tier};
use crate::facts::tiers::FEATURE_MATRIX;

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierDoesNotAutoscale,
    severity: Severity::Blocker,
    finds: "autoscale limits in a tier that does not autoscale",
    basis: Basis::Stated,
    because: &[&FEATURE_MATRIX],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let limits = matches!(case.request.autoscale, Some(Autoscale::Limits(_)));
    let tier = case.request.tier.filter(|tier| limits && matches!(tier, Tier::Developer | Tier::Consumption))?;
    Some(Found::new(
        format!("{} does not support autoscale, although autoscale limits are given.", tier.title()),
        "Remove the autoscale limits, or check the tier.",
    ))
}
