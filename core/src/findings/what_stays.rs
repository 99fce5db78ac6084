use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::{FAQ_COST, FAQ_FAILURE, FAQ_MULTI_REGION, FAQ_PORTAL, FAQ_SAFE, NO_VNET_SAFE};
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::WhatStays,
    severity: Severity::Note,
    finds: "a migration in place, which leaves more as it is than people fear",
    basis: Basis::Stated,
    because: &[&FAQ_SAFE, &FAQ_PORTAL, &FAQ_COST, &FAQ_FAILURE, &FAQ_MULTI_REGION, &NO_VNET_SAFE],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let in_place = case.decision.route.recommended.is_some_and(|path| path != PathId::SideBySide);
    if in_place {
        found.push(Found::new(
            "Configuration and the system-assigned identity survive, the developer portal stays up, regional gateways keep working, and the bill stays as it is.",
            "Nothing to do. If the run fails, Azure goes back to the old compute by itself and nothing has changed.",
        ));
    }
}
