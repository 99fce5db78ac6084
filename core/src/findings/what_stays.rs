use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::migration::{FAQ_COST, FAQ_FAILURE, FAQ_MULTI_REGION, FAQ_PORTAL, FAQ_SAFE, NO_VNET_SAFE};

pub(super) static RULE: Rule = Rule {
    id: RuleId::WhatStays,
    severity: Severity::Note,
    finds: "a migration in place, which keeps configuration, identity and price",
    basis: Basis::Stated,
    because: &[&FAQ_SAFE, &FAQ_PORTAL, &FAQ_COST, &FAQ_FAILURE, &FAQ_MULTI_REGION, &NO_VNET_SAFE],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let path = case.decision.route.recommended?;
    (path != PathId::SideBySide).then(|| {
        Found::new(
            "Configuration, system-assigned managed identity and price do not change, and the developer portal has no downtime.",
            "No action is needed: a failed migration rolls back to stv1 automatically and changes nothing.",
        )
    })
}
