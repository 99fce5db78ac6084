use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneSupport};
use crate::facts::regions::REGION_LIST;
use crate::facts::tiers::has_regions;
use crate::facts::zones::{LOCATION_HAS_ZONES, REGIONS_WITH_ZONES};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionLacksZones,
    severity: Severity::Blocker,
    finds: "zones, or the goal of surviving a zone outage, in a region without zones",
    basis: Basis::Stated,
    because: &[&REGIONS_WITH_ZONES, &LOCATION_HAS_ZONES, &REGION_LIST],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    if at.decided.support != ZoneSupport::No {
        return None;
    }
    let what = match (at.decision.capacities.aim.zone, at.has_selected_zones()) {
        (true, _) => "has no availability zones: a zone outage can't be survived there.",
        (false, true) => "has no availability zones, although zones are selected.",
        (false, false) => return None,
    };
    Some(at.found(
        format!("{} {what}", at.title()),
        if has_regions(at.request.tier) == Some(false) {
            "Use an instance in a region that has availability zones."
        } else {
            "Add a region that has availability zones, or use the units in one."
        },
    ))
}
