use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::side_by_side::{NEW_IDENTITY, TRUSTED_BYPASS};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ParallelLacksTrustedBypass,
    severity: Severity::Note,
    finds: "a second instance, which other services' firewalls do not allow as a trusted service",
    basis: Basis::Stated,
    because: &[&TRUSTED_BYPASS, &NEW_IDENTITY],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    (case.decision.route.recommended == Some(PathId::SideBySide)).then(|| {
        Found::new(
            "Firewalls of Storage, Key Vault, Service Bus, Event Hubs and Container Registry do not allow a new instance as a trusted service.",
            "Provide the new gateway with its own network path to these services.",
        )
    })
}
