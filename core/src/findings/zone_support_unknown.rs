use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::regions::{REGION_LIST, REGION_LIST_SEPTEMBER};
use crate::facts::tiers::ZONES_NEED_PREMIUM;
use crate::facts::zones::LOCATION_HAS_ZONES;
use crate::domain::{Severity, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneSupportUnknown,
    severity: Severity::Note,
    finds: "a location of which no page says whether it has zones",
    basis: Basis::Derived,
    because: &[&LOCATION_HAS_ZONES, &REGION_LIST, &REGION_LIST_SEPTEMBER, &ZONES_NEED_PREMIUM],
    check,
};

/// Silent about an open tier while nobody asks for zones.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations().filter(|(_, decided)| decided.support == ZoneSupport::Unknown) {
        let named = matches!(decided.current.layout, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. }));
        if decided.region.is_none() {
            found.push(Found::at(
                &location.name,
                format!("No list that we read names {}: whether it has zones is not known.", location.name),
                "Check the spelling, then look the region up in the Azure regions list; the layouts here hold only if it has zones.",
            ));
        } else if named || case.decision.capacities.aim.zone {
            found.push(Found::at(
                &location.name,
                format!("{} has zones, but only Premium can use them, and the tier is open.", title(location, decided)),
                "Say which tier it is: the layouts here hold only for Premium.",
            ));
        }
    }
}
