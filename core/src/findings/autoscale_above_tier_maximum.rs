use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::UNITS_BY_TIER;
use crate::domain::{Autoscale, Severity, Tier};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleAboveTierMaximum,
    severity: Severity::Risk,
    finds: "an autoscale maximum above what the tier allows",
    basis: Basis::Derived,
    because: &[&UNITS_BY_TIER],
    check,
};

/// Silent in tiers that do not autoscale at all, and while no location is named.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let Some(Autoscale::Limits(limits)) = case.request.autoscale else { return };
    let max = case.decision.capacities.max_units;
    let maximum = limits.maximum.get();
    if maximum > max && !case.request.locations.is_empty() && crate::facts::tiers::autoscales(case.request.tier) {
        let tier = case.request.tier.map_or("no tier", Tier::title);
        let most = if case.request.tier.is_none() { "has more than" } else { "stops at" };
        found.push(Found::new(
            format!("Autoscale may go to {maximum} units, and {tier} {most} {max}."),
            format!("Set the maximum to {max} or less."),
        ));
    }
}
