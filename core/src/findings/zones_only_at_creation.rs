use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneSupport};
use crate::facts::tiers::{PREMIUM_V2_AVAILABLE, PREMIUM_V2_PREVIEW, PREMIUM_V2_ZONES, V2_ONLY_AT_CREATION};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonesOnlyAtCreation,
    severity: Severity::Risk,
    finds: "the goal of surviving a zone outage in a tier whose zones are set at creation only",
    basis: Basis::Stated,
    because: &[&PREMIUM_V2_ZONES, &V2_ONLY_AT_CREATION, &PREMIUM_V2_PREVIEW, &PREMIUM_V2_AVAILABLE],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    (at.decision.capacities.aim.zone && at.decided.support == ZoneSupport::OnlyAtCreation).then(|| {
        at.found(
            "The zones of Premium v2 are set when the instance is created and can't be changed.",
            format!("Check zoneRedundant on the instance in {}: if it is false, create another instance for zones.", at.title()),
        )
    })
}
