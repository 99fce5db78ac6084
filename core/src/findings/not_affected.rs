use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Status, Tier};
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NotAffected,
    severity: Severity::Note,
    finds: "a tier that never ran on stv1",
    basis: Basis::Stated,
    because: &[&TIERS_2024, &V2_IS_NOT_STV2],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    if case.decision.status != Status::NotAffected {
        return None;
    }
    let what = match case.request.tier {
        Some(Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
            "The v2 tiers run on other infrastructure, not on stv2, and the retirement of stv1 does not affect them."
        }
        Some(Tier::Consumption | Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) | None => {
            "Consumption runs on mtv1, and the retirement of stv1 does not affect it."
        }
    };
    Some(Found::new(what, "No migration is needed."))
}
