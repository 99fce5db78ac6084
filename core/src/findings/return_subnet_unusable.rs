use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::{SPECIAL_DELEGATED, SPECIAL_KEY_VAULT};
use crate::facts::network::NO_DELEGATION;
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ReturnSubnetUnusable,
    severity: Severity::Risk,
    finds: "a way back into a subnet that cannot be used as it is",
    basis: Basis::Derived,
    because: &[&SPECIAL_DELEGATED, &SPECIAL_KEY_VAULT, &NO_DELEGATION],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let answers = &decision.answers;
    if decision.route.recommended != Some(PathId::NewSubnetReturn) {
        return;
    }
    if answers.subnets.delegated {
        found.push(Found::new(
            "The instance must end in a subnet that is delegated to another service.",
            "End the delegation before the way back: the subnet must be free of it first.",
        ));
    }
    if answers.key_vault_blocked == Some(true) {
        found.push(Found::new(
            "The instance must end in a subnet from which Key Vault is blocked.",
            "Let that subnet reach Key Vault on 443 before the way back.",
        ));
    }
}
