use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::zones::{AUTOSCALE_BY_MULTIPLES, NO_PROMISE_OF_UNITS};
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutoscaleMaximumBelowNeed,
    severity: Severity::Risk,
    finds: "an autoscale maximum below the units that the peak or the goal takes",
    basis: Basis::Derived,
    because: &[&AUTOSCALE_BY_MULTIPLES, &NO_PROMISE_OF_UNITS],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let (Some(limits), Some(best)) = (decided.autoscale, decided.choices.recommended()) else { continue };
        if limits.maximum < best.units {
            found.push(Found::at(
                &location.name,
                format!(
                    "Autoscale stops at {} in {}, and the recommended layout takes {}.",
                    units(limits.maximum),
                    title(location, decided),
                    best.units
                ),
                format!("Set the maximum to {} or more.", best.units),
            ));
        }
    }
}
