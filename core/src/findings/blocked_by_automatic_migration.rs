use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::retirement::{AUTOMATIC_NETWORK, UNBLOCK};
use crate::domain::{Severity, Status};

pub(super) static RULE: Rule = Rule {
    id: RuleId::BlockedByAutomaticMigration,
    severity: Severity::Note,
    finds: "an instance in a network, which automatic migration could leave blocked",
    basis: Basis::Stated,
    because: &[&AUTOMATIC_NETWORK, &UNBLOCK],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.status == Status::Migrate && case.decision.answers.injected() == Some(true) {
        found.push(Found::new(
            "If Azure migrates the instance by itself, special conditions can make it lose its network and block every endpoint.",
            "Should that have happened, one PATCH with the network mode, a new subnet and Service.Disabled set to False restores network and traffic together; unblocking in the portal leaves the endpoints public until the network is back.",
        ));
    }
}
