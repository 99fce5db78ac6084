use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::reliability::REGION_SETTINGS;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionNamedTwice,
    severity: Severity::Blocker,
    finds: "two locations of one instance in the same region",
    basis: Basis::Derived,
    because: &[&REGION_SETTINGS],
    check: Check::Location(check),
};

/// Found once for each region, at its second location.
fn check(at: &At<'_>) -> Option<Found> {
    let before = at.request.locations.iter().take(at.index).filter(|before| before.name == at.location.name).count();
    (before == 1).then(|| {
        at.found(
            format!("{} is given twice, and an instance has one location in a region (our conclusion).", at.title()),
            "Use another region, or add the units of both to one location.",
        )
    })
}
