use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity};
use crate::facts::tiers::UNITS_BY_TIER;
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleAboveTierMaximum,
    severity: Severity::Risk,
    finds: "an autoscale maximum above the limit of the tier",
    basis: Basis::Derived,
    because: &[&UNITS_BY_TIER],
    check: Check::Instance(check),
};

/// Silent in tiers that do not autoscale at all, and while there is no location.
fn check(case: &Case<'_>) -> Option<Found> {
    let Some(Autoscale::Limits(limits)) = case.request.autoscale else { return None };
    let corrected = case.capacity.places.iter().find_map(|place| place.decided.autoscale)?;
    let max = case.decision.capacities.max_units;
    let maximum = limits.maximum.get();
    (maximum > max).then(|| {
        Found::new(
            format!("Autoscale can scale out to {}, and the limit is {max}.", units(maximum)),
            format!("Set the maximum to {}.", corrected.maximum),
        )
    })
}
