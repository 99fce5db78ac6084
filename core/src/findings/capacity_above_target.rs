use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::sizing;
use crate::domain::{Severity, Units};
use crate::facts::zones::{MAY_THROTTLE, MEASURE_TO_SIZE, NO_THROTTLING, SCALE_OUT_AT};
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::CapacityAboveTarget,
    severity: Severity::Risk,
    finds: "a measured capacity metric above its target",
    basis: Basis::Stated,
    because: &[&SCALE_OUT_AT, &MEASURE_TO_SIZE, &NO_THROTTLING, &MAY_THROTTLE],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let percent = at.location.capacity_percent?.get();
    let target = sizing::target(at.location);
    if percent <= target {
        return None;
    }
    let enough = at.location.units.map_or(1, Units::get).saturating_mul(percent).div_ceil(target);
    Some(at.found(
        format!("{} peaks at {percent} % of its capacity, above the {target} % to aim for.", at.title()),
        format!("Run {} for that load; at the limit a gateway gets slow, drops connections or answers 429.", units(enough)),
    ))
}
