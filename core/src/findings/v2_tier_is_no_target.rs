use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Status};
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2};

pub(super) static RULE: Rule = Rule {
    id: RuleId::V2TierIsNoTarget,
    severity: Severity::Note,
    finds: "an instance to migrate to stv2, which is easily mistaken for a v2 tier",
    basis: Basis::Stated,
    because: &[&V2_IS_NOT_STV2, &TIERS_2024],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    (case.decision.status == Status::Migrate).then(|| {
        Found::new(
            "stv2 is a platform, not a v2 tier: the instance keeps its tier.",
            "For a v2 tier, create a new instance: an existing instance can't be changed to one.",
        )
    })
}
