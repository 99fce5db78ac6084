use crate::wording::{number, title};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::zones::{AUTOSCALE_BY_MULTIPLES, MULTIPLE_OF_ZONES};
use crate::domain::{Autoscale, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleOffTheMultiple,
    severity: Severity::Risk,
    finds: "autoscale limits that are no multiples of the zones",
    basis: Basis::Stated,
    because: &[&AUTOSCALE_BY_MULTIPLES, &MULTIPLE_OF_ZONES],
    check,
};

/// Silent for automatic and zonal layouts, which leave autoscale as it is.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let Some(Autoscale::Limits(given)) = case.request.autoscale else { return };
    for (location, decided) in case.locations() {
        let Some(corrected) = decided.autoscale.filter(|corrected| !corrected.valid) else { continue };
        let Some(zones) = corrected.zones else { continue };
        found.push(Found::at(
            &location.name,
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
                title(location, decided)
            ),
        ));
    }
}
