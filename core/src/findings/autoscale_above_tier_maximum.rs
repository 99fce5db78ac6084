use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity, Tier};
use crate::facts::tiers::{UNITS_BY_TIER, autoscales};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleAboveTierMaximum,
    severity: Severity::Risk,
    finds: "an autoscale maximum above the maximum of the tier",
    basis: Basis::Derived,
    because: &[&UNITS_BY_TIER],
    check: Check::Instance(check),
};

/// Silent in tiers that do not autoscale at all, and while there is no location.
fn check(case: &Case<'_>) -> Option<Found> {
    let Some(Autoscale::Limits(limits)) = case.request.autoscale else { return None };
    let max = case.decision.capacities.max_units;
    let maximum = limits.maximum.get();
    if maximum <= max || case.request.locations.is_empty() || !autoscales(case.request.tier) {
        return None;
    }
    let tier = case.request.tier.map_or("no tier", Tier::title);
    let most = if case.request.tier.is_none() { "has more than" } else { "stops at" };
    Some(Found::new(
        format!("Autoscale may go to {maximum} units, and {tier} {most} {max}."),
        format!("Set the maximum to {max} or less."),
    ))
}
