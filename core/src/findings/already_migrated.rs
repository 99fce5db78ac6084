use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::FAQ_CONFIRM;
use crate::facts::platform::STV2_1;
use crate::domain::{Severity, Status};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AlreadyMigrated,
    severity: Severity::Note,
    finds: "an instance that has nothing left to migrate",
    basis: Basis::Stated,
    because: &[&FAQ_CONFIRM, &STV2_1],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.status == Status::Migrated {
        found.push(Found::new(
            "Every location runs on stv2 or stv2.1: nothing is left to migrate.",
            "Plan zones and units; the move from stv2 to stv2.1 is Azure's, without downtime, and nobody can start it.",
        ));
    }
}
