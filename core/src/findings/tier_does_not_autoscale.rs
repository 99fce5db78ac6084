use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::FEATURE_MATRIX;
use crate::domain::{Autoscale, Severity, Tier};

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierDoesNotAutoscale,
    severity: Severity::Blocker,
    finds: "autoscale limits in a tier that does not autoscale",
    basis: Basis::Stated,
    because: &[&FEATURE_MATRIX],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let limits = matches!(case.request.autoscale, Some(Autoscale::Limits(_)));
    let Some(tier @ (Tier::Developer | Tier::Consumption)) = case.request.tier.filter(|_| limits) else { return };
    found.push(Found::new(
        format!("{} does not autoscale, and you give limits.", tier.title()),
        "Leave autoscale out, or look at the tier again.",
    ));
}
