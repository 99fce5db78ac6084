use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::reliability::{OVERPROVISION_REGIONS, REGIONS_HELP, SECONDARY_BY_HAND};
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionGoalMissed,
    severity: Severity::Risk,
    finds: "present units that do not carry the peak of a lost region",
    basis: Basis::Derived,
    because: &[&OVERPROVISION_REGIONS, &SECONDARY_BY_HAND, &REGIONS_HELP],
    check,
};

/// Silent in tiers with one region, where that is a blocker of its own, and while no region is named.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let aim = case.decision.capacities.aim;
    if !aim.region || crate::facts::tiers::has_regions(case.request.tier) == Some(false) {
        return;
    }
    if case.request.locations.len() == 1 {
        found.push(Found::new(
            "There is one region, and nothing goes on when it is lost.",
            "Add a region, with units for its own share and for the whole peak.",
        ));
        return;
    }
    for (location, decided) in case.locations() {
        let has = decided.current.units.unwrap_or(1);
        if has < decided.carry {
            found.push(Found::at(
                &location.name,
                format!(
                    "If another region is lost, {} has to carry {} and has {has}.",
                    title(location, decided),
                    units(decided.carry)
                ),
                format!("Run {} there: when a region is down nobody promises more.", units(decided.carry)),
            ));
        }
    }
}
