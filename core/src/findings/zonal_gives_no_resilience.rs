use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::reliability::ZONE_DOWNTIME_ZONAL;
use crate::facts::zones::{ZONAL, ZONAL_FOR_LATENCY, ZONAL_HOLDS_ALL, ZONAL_IS_NO_RESILIENCE};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonalGivesNoResilience,
    severity: Severity::Risk,
    finds: "a layout in one chosen zone",
    basis: Basis::Stated,
    because: &[&ZONAL_IS_NO_RESILIENCE, &ZONAL_FOR_LATENCY, &ZONE_DOWNTIME_ZONAL, &ZONAL, &ZONAL_HOLDS_ALL],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let zonal = decided.current.layout == Some(ZoneLayout::Zonal {});
        if zonal && matches!(decided.support, ZoneSupport::Yes | ZoneSupport::Unknown | ZoneSupport::OnlyAtCreation) {
            found.push(Found::at(
                &location.name,
                format!("All units of {} stand in one zone and are lost with it.", title(location, decided)),
                "Keep that only if you measured that the latency between zones is too high; then run another instance in another zone and route between them. Otherwise choose two zones or more.",
            ));
        }
    }
}
