use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity, Units};
use crate::facts::zones::{AUTOSCALE_BY_MULTIPLES, MULTIPLE_OF_ZONES};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleOffTheMultiple,
    severity: Severity::Risk,
    finds: "autoscale limits that are not multiples of the number of zones",
    basis: Basis::Stated,
    because: &[&AUTOSCALE_BY_MULTIPLES, &MULTIPLE_OF_ZONES],
    check: Check::Location(check),
};

/// Silent for automatic and zonal layouts, which require no multiple.
fn check(at: &At<'_>) -> Option<Found> {
    let Some(Autoscale::Limits(given)) = at.request.autoscale else { return None };
    let corrected = at.decided.autoscale?;
    let zones = corrected.zones?;
    let numbers = [given.minimum, given.maximum, given.step].map(Units::get);
    if numbers.iter().all(|number| number.is_multiple_of(zones)) {
        return None;
    }
    let [minimum, maximum, step] = numbers;
    Some(at.found(
        format!("Autoscale from {minimum} to {maximum} in steps of {step} does not fit {zones} zones."),
        format!(
            "When you configure the zones, set autoscale in {} to {} to {} in steps of {}.",
            at.title(),
            corrected.minimum,
            corrected.maximum,
            corrected.step
        ),
    ))
}
