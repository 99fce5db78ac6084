use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::sizing;
use crate::domain::Severity;
use crate::facts::tiers::{Metric, metric};
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

/// Silent where the gateway is disabled: it serves nothing.
fn check(at: &At<'_>) -> Option<Found> {
    let percent = at.location.capacity_percent?.get();
    let target = sizing::target(at.location);
    let what = match metric(at.request.tier)? {
        Metric::Capacity => "the Capacity metric",
        Metric::CpuAndMemory => "the CPU or memory percentage of the gateway",
    };
    if percent <= target || !at.decided.load.serves {
        return None;
    }
    let enough = match at.place.after {
        Some(after) => format!("Use {}", units(after.units)),
        None => "More units are needed than the limit allows".to_owned(),
    };
    Some(at.found(
        format!("In {}, {what} peaks at {percent} %, above the target of {target} %.", at.title()),
        format!("{enough}: at its limit, a gateway responds slowly, drops connections or answers 429."),
    ))
}
