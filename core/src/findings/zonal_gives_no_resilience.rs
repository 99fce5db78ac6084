use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};
use crate::facts::reliability::ZONE_DOWNTIME_ZONAL;
use crate::facts::zones::{ZONAL, ZONAL_FOR_LATENCY, ZONAL_HOLDS_ALL, ZONAL_IS_NO_RESILIENCE};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonalGivesNoResilience,
    severity: Severity::Risk,
    finds: "a location with all units in one zone",
    basis: Basis::Stated,
    because: &[&ZONAL_IS_NO_RESILIENCE, &ZONAL_FOR_LATENCY, &ZONE_DOWNTIME_ZONAL, &ZONAL, &ZONAL_HOLDS_ALL],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let zonal = at.decided.stated.layout == Some(ZoneLayout::Zonal {});
    let has_zones = matches!(at.decided.support, ZoneSupport::Yes | ZoneSupport::Unknown | ZoneSupport::OnlyAtCreation);
    (zonal && has_zones).then(|| {
        at.found(
            format!("All units in {} are in one zone: none remain after an outage of that zone.", at.title()),
            "Use several zones, unless you measured that the latency between zones is too high.",
        )
    })
}
