use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::{PREMIUM_V2_AVAILABLE, PREMIUM_V2_PREVIEW, PREMIUM_V2_ZONES, V2_ONLY_AT_CREATION};
use crate::domain::{Severity, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonesOnlyAtCreation,
    severity: Severity::Risk,
    finds: "the goal of outliving a zone in a tier whose zones are settled at creation",
    basis: Basis::Stated,
    because: &[&PREMIUM_V2_ZONES, &V2_ONLY_AT_CREATION, &PREMIUM_V2_PREVIEW, &PREMIUM_V2_AVAILABLE],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if !case.decision.capacities.aim.zone {
        return;
    }
    for (location, decided) in case.locations().filter(|(_, decided)| decided.support == ZoneSupport::OnlyAtCreation) {
        found.push(Found::at(
            &location.name,
            "Premium v2 gets its zones when it is created, or never.",
            format!(
                "Look up zoneRedundant on the instance in {}: if it is false, only another instance can have zones.",
                title(location, decided)
            ),
        ));
    }
}
