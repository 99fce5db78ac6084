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
            "If Azure migrates the instance by itself, special conditions can make it lose its network and block every endpoint.",
            "Should that have happened, one PATCH with the network mode, a new subnet and Service.Disabled set to False restores network and traffic together; unblocking in the portal leaves the endpoints public until the network is back.",
        )
    })
}
