use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneSupport};
use crate::facts::regions::{REGION_LIST, REGION_LIST_SEPTEMBER};
use crate::facts::tiers::ZONES_NEED_PREMIUM;
use crate::facts::zones::LOCATION_HAS_ZONES;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneSupportUnknown,
    severity: Severity::Note,
    finds: "a location whose zone support is not known",
    basis: Basis::Derived,
    because: &[&LOCATION_HAS_ZONES, &REGION_LIST, &REGION_LIST_SEPTEMBER, &ZONES_NEED_PREMIUM],
    check: Check::Location(check),
};

/// Silent about a tier that is not answered while nothing asks for zones.
fn check(at: &At<'_>) -> Option<Found> {
    if at.decided.support != ZoneSupport::Unknown {
        return None;
    }
    if at.decided.region.is_none() {
        return Some(at.found(
            format!(
                "{} is not in the documented lists of Azure regions: whether it has availability zones is not known.",
                at.location.name
            ),
            "Check the spelling and the current list of Azure regions: the layouts apply only if the region has zones.",
        ));
    }
    (at.has_selected_zones() || at.decision.capacities.aim.zone).then(|| {
        at.found(
            format!("{} has availability zones, but only Premium can use them, and the tier is not answered.", at.title()),
            "Answer the tier: the layouts apply only to Premium.",
        )
    })
}
