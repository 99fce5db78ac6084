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
    if !case.decision.capacities.aim.region || has_regions(case.request.tier) == Some(false) {
        return Vec::new();
    }
    if case.request.locations.len() == 1 {
        return vec![Found::new(
            "There is one region, and nothing goes on when it is lost.",
            "Add a region, with units for its own share and for the whole peak.",
        )];
    }
    case.locations().filter_map(|at| too_few(&at)).collect()
}

fn too_few(at: &At<'_>) -> Option<Found> {
    let has = at.decided.current.units.unwrap_or(1);
    let carry = at.decided.carry;
    (has < carry).then(|| {
        at.found(
            format!("If another region is lost, {} has to carry {} and has {has}.", at.title(), units(carry)),
            format!("Run {} there: when a region is down nobody promises more.", units(carry)),
        )
    })
}
