use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2};
use crate::domain::{Severity, Status, Tier};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NotAffected,
    severity: Severity::Note,
    finds: "a tier that never ran on stv1",
    basis: Basis::Stated,
    because: &[&TIERS_2024, &V2_IS_NOT_STV2],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.status != Status::NotAffected {
        return;
    }
    let what = match case.request.tier {
        Some(Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
            "The v2 tiers are not stv2: they stand on infrastructure of their own, which the retirement of stv1 does not touch."
        }
        Some(Tier::Consumption | Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) | None => {
            "Consumption runs on mtv1, which the retirement of stv1 does not touch."
        }
    };
    found.push(Found::new(what, "There is nothing to migrate."));
}
