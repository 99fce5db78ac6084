use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity};
use crate::facts::zones::{AUTOSCALE_BY_MULTIPLES, MULTIPLE_OF_ZONES};
use crate::wording::number;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleOffTheMultiple,
    severity: Severity::Risk,
    finds: "autoscale limits that are not multiples of the number of zones",
    basis: Basis::Stated,
    because: &[&AUTOSCALE_BY_MULTIPLES, &MULTIPLE_OF_ZONES],
    check: Check::Location(check),
};

/// Silent for automatic and zonal layouts, which put no multiple on autoscale.
fn check(at: &At<'_>) -> Option<Found> {
    let Some(Autoscale::Limits(given)) = at.request.autoscale else { return None };
    let corrected = at.decided.autoscale.filter(|corrected| !corrected.valid)?;
    let zones = corrected.zones?;
    Some(at.found(
        format!(
            "Autoscale from {} to {} in steps of {} cannot be shared by {} zones.",
            given.minimum.get(),
            given.maximum.get(),
            given.step.get(),
            number(zones).to_ascii_lowercase()
        ),
        format!(
            "Set {} to {} in steps of {} in {} when you name zones.",
            corrected.minimum,
            corrected.maximum,
            corrected.step,
            at.title()
        ),
    ))
}
