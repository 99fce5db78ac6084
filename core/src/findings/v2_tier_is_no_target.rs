use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2};
use crate::domain::{Severity, Status};

pub(super) static RULE: Rule = Rule {
    id: RuleId::V2TierIsNoTarget,
    severity: Severity::Note,
    finds: "an instance to migrate, whose owner may take stv2 for a v2 tier",
    basis: Basis::Stated,
    because: &[&V2_IS_NOT_STV2, &TIERS_2024],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.status == Status::Migrate {
        found.push(Found::new(
            "stv2 is a platform, not a v2 tier: the instance keeps its tier.",
            "If you want a v2 tier, build a new instance: nothing can be moved or switched into one.",
        ));
    }
}
