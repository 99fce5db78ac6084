use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Status};
use crate::facts::retirement::{AUTOMATIC_NETWORK, UNBLOCK};

pub(super) static RULE: Rule = Rule {
    id: RuleId::BlockedByAutomaticMigration,
    severity: Severity::Note,
    finds: "an injected instance that an automatic migration could leave blocked",
    basis: Basis::Stated,
    because: &[&AUTOMATIC_NETWORK, &UNBLOCK],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    (case.decision.status == Status::Migrate && case.decision.answers.injected() == Some(true)).then(|| {
        Found::new(
            "If Azure migrates the instance automatically, special conditions can remove its virtual network and block every endpoint.",
            "If the endpoints are blocked, send one PATCH with the network mode, a new subnet and Service.Disabled set to False; unblocking in the portal leaves the endpoints public.",
        )
    })
}
