//! Autoscale may scale in below what the goals need.

use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity};
use crate::facts::reliability::OVERPROVISION_REGIONS;
use crate::facts::zones::{AUTOSCALE_STEP, NO_PROMISE_OF_UNITS};
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleMinimumBelowGoal,
    severity: Severity::Risk,
    finds: "an autoscale minimum below the units that a goal needs",
    basis: Basis::Derived,
    because: &[&NO_PROMISE_OF_UNITS, &OVERPROVISION_REGIONS, &AUTOSCALE_STEP],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let Some(Autoscale::Limits(given)) = at.request.autoscale else { return None };
    let corrected = at.decided.autoscale?;
    let minimum = given.minimum.get();
    (minimum < corrected.for_goals).then(|| {
        at.found(
            format!(
                "Autoscale can scale in to {} in {}, and the goal needs {}.",
                units(minimum),
                at.title(),
                corrected.for_goals
            ),
            format!("Set the minimum to {}: additional units are not guaranteed during an outage.", corrected.minimum),
        )
    })
}
