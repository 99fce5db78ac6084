use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Severity};
use crate::facts::zones::{AUTOSCALE_BY_MULTIPLES, NO_PROMISE_OF_UNITS};
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleMaximumBelowNeed,
    severity: Severity::Risk,
    finds: "an autoscale maximum below the units that the recommended layout needs",
    basis: Basis::Derived,
    because: &[&AUTOSCALE_BY_MULTIPLES, &NO_PROMISE_OF_UNITS],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let Some(Autoscale::Limits(given)) = at.request.autoscale else { return None };
    let corrected = at.decided.autoscale?;
    let maximum = given.maximum.get();
    (maximum < corrected.recommended).then(|| {
        at.found(
            format!(
                "Autoscale can scale out to {} in {}, and the recommended layout has {}.",
                units(maximum),
                at.title(),
                corrected.recommended
            ),
            format!("Set the maximum to {} or more.", corrected.maximum),
        )
    })
}
