use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Status};
use crate::facts::migration::FAQ_CONFIRM;
use crate::facts::platform::STV2_1;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AlreadyMigrated,
    severity: Severity::Note,
    finds: "an instance that is already migrated",
    basis: Basis::Stated,
    because: &[&FAQ_CONFIRM, &STV2_1],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    (case.decision.status == Status::Migrated).then(|| {
        Found::new(
            "No migration is needed: every location runs on stv2 or stv2.1.",
            "Continue with zones and units; Azure moves instances from stv2 to stv2.1 without downtime, and you can't start that move.",
        )
    })
}
