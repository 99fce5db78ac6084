use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::reliability::REGION_SETTINGS;
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionNamedTwice,
    severity: Severity::Blocker,
    finds: "two locations of one instance in the same region",
    basis: Basis::Derived,
    because: &[&REGION_SETTINGS],
    check,
};

/// Told once for each region, however often it is named.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let locations = &case.request.locations;
    for (at, (location, decided)) in case.locations().enumerate() {
        let before = locations.iter().take(at).filter(|before| before.name == location.name).count();
        if before == 1 {
            found.push(Found::at(
                &location.name,
                format!("{} is named twice, and an instance has one location in a region.", title(location, decided)),
                "Name another region, or give one location the units of both.",
            ));
        }
    }
}
