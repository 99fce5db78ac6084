use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
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
    let limits = at.decided.autoscale?;
    let best = at.decided.choices.recommended()?;
    (limits.maximum < best.units).then(|| {
        at.found(
            format!(
                "Autoscale stops at {} in {}, and the recommended layout takes {}.",
                units(limits.maximum),
                at.title(),
                best.units
            ),
            format!("Set the maximum to {} or more.", best.units),
        )
    })
}
