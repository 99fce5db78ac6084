use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::regions::REGION_LIST;
use crate::facts::zones::REGIONS_WITH_ZONES;
use crate::domain::{Severity, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionWithoutZones,
    severity: Severity::Note,
    finds: "a region without zones where nobody asked for any",
    basis: Basis::Stated,
    because: &[&REGIONS_WITH_ZONES, &REGION_LIST],
    check,
};

/// Silent with the goal of outliving a zone, and with zones named: then it is a blocker of its own.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.capacities.aim.zone {
        return;
    }
    for (location, decided) in case.locations().filter(|(_, decided)| decided.support == ZoneSupport::No) {
        if !matches!(decided.current.layout, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. })) {
            found.push(Found::at(
                &location.name,
                format!("{} has no zones: all its units stand together.", title(location, decided)),
                "To outlive the loss of that place, add a region, or run the units in one that has zones.",
            ));
        }
    }
}
