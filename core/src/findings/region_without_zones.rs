use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneSupport};
use crate::facts::regions::REGION_LIST;
use crate::facts::tiers::has_regions;
use crate::facts::zones::REGIONS_WITH_ZONES;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionWithoutZones,
    severity: Severity::Note,
    finds: "a region without zones although nothing asks for zones",
    basis: Basis::Stated,
    because: &[&REGIONS_WITH_ZONES, &REGION_LIST],
    check: Check::Location(check),
};

/// Silent with the goal of surviving a zone outage, and with zones selected: `region-lacks-zones` reports those.
fn check(at: &At<'_>) -> Option<Found> {
    let asked = at.decision.capacities.aim.zone || at.has_selected_zones();
    (at.decided.support == ZoneSupport::No && !asked).then(|| {
        at.found(
            format!("{} has no availability zones.", at.title()),
            if has_regions(at.request.tier) == Some(false) {
                "To survive a datacenter outage, use another instance in another region."
            } else {
                "To survive a datacenter outage, add a region, or use the units in a region with availability zones."
            },
        )
    })
}
