use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::side_by_side::{NEW_IDENTITY, TRUSTED_BYPASS};
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ParallelLacksTrustedBypass,
    severity: Severity::Note,
    finds: "a new instance, which firewalls of other services no longer let pass",
    basis: Basis::Stated,
    because: &[&TRUSTED_BYPASS, &NEW_IDENTITY],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.route.recommended == Some(PathId::SideBySide) {
        found.push(Found::new(
            "A new instance does not pass the firewalls of Storage, Key Vault, Service Bus, Event Hubs or Container Registry as a trusted service.",
            "Give its gateway a path of its own to backends of those kinds.",
        ));
    }
}
