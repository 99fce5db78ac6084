use super::{At, Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::reliability::{OVERPROVISION_REGIONS, REGIONS_HELP, SECONDARY_BY_HAND};
use crate::facts::tiers::has_regions;
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionGoalMissed,
    severity: Severity::Risk,
    finds: "units that are too few for the peak load after a region outage",
    basis: Basis::Derived,
    because: &[&OVERPROVISION_REGIONS, &SECONDARY_BY_HAND, &REGIONS_HELP],
    check: Check::Several(check),
};

/// Silent in tiers with one region, which `tier-lacks-regions` reports, and while there is no location.
fn check(case: &Case<'_>) -> Vec<Found> {
    let aim = case.decision.capacities.aim;
    if !aim.region || has_regions(case.request.tier) == Some(false) || case.request.locations.is_empty() {
        return Vec::new();
    }
    if aim.several {
        return case.locations().filter_map(|at| too_few(&at)).collect();
    }
    let disabled = case.request.locations.iter().any(|location| !location.serves());
    vec![if disabled {
        Found::new(
            "After a region outage, no region serves traffic: the other gateways are disabled.",
            "Enable the gateway of another region (disableGateway: false), or add a region.",
        )
    } else {
        Found::new(
            "The instance has one region: after a region outage, no region serves traffic.",
            "Add a region with enough units for the peak load of both regions.",
        )
    }]
}

/// Silent where the limit excludes the goal: `need-above-maximum` says so.
fn too_few(at: &At<'_>) -> Option<Found> {
    let has = at.decided.current.units.unwrap_or(1);
    let after = at.place.after.filter(|after| after.units >= at.decided.carry)?;
    let needs = at.decided.carry;
    (has < needs && at.decided.load.serves).then(|| {
        let there = match at.decided.current.units {
            Some(0) => "has none yet".to_owned(),
            Some(has) => format!("has {has}"),
            None => "its units are not answered".to_owned(),
        };
        at.found(
            format!("During the outage of another region, {} needs {}; {there}.", at.title(), units(needs)),
            format!("Use {}: additional units are not guaranteed during an outage.", units(after.units)),
        )
    })
}
