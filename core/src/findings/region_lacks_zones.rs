use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::regions::REGION_LIST;
use crate::facts::zones::{LOCATION_HAS_ZONES, REGIONS_WITH_ZONES};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionLacksZones,
    severity: Severity::Blocker,
    finds: "zones, or the goal of outliving one, in a region without zones",
    basis: Basis::Stated,
    because: &[&REGIONS_WITH_ZONES, &LOCATION_HAS_ZONES, &REGION_LIST],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations().filter(|(_, decided)| decided.support == ZoneSupport::No) {
        let named = matches!(decided.current.layout, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. }));
        let what = match (case.decision.capacities.aim.zone, named) {
            (true, _) => "has no zones: no number of units there survives the loss of one.",
            (false, true) => "has no zones, and you name some.",
            (false, false) => continue,
        };
        found.push(Found::at(
            &location.name,
            format!("{} {what}", title(location, decided)),
            "Run the units in a region that has zones, or add such a region.",
        ));
    }
}
