use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::sizing;
use crate::facts::zones::{MAY_THROTTLE, MEASURE_TO_SIZE, NO_THROTTLING, SCALE_OUT_AT};
use crate::domain::{Severity, Units};

pub(super) static RULE: Rule = Rule {
    id: RuleId::CapacityAboveTarget,
    severity: Severity::Risk,
    finds: "a measured load above the one to aim for",
    basis: Basis::Stated,
    because: &[&SCALE_OUT_AT, &MEASURE_TO_SIZE, &NO_THROTTLING, &MAY_THROTTLE],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let Some(percent) = location.capacity_percent.map(crate::domain::Percent::get) else { continue };
        let target = sizing::target(location);
        if percent <= target {
            continue;
        }
        let enough = location.units.map_or(1, Units::get).saturating_mul(percent).div_ceil(target);
        found.push(Found::at(
            &location.name,
            format!("{} peaks at {percent} % of its capacity, above the {target} % to aim for.", title(location, decided)),
            format!("Run {} for that load; at the limit a gateway gets slow, drops connections or answers 429.", units(enough)),
        ));
    }
}
