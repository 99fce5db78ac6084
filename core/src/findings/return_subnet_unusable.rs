use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::migration::{SPECIAL_DELEGATED, SPECIAL_KEY_VAULT};
use crate::facts::network::NO_DELEGATION;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ReturnSubnetUnusable,
    severity: Severity::Risk,
    finds: "a return to a subnet that can't be used as it is",
    basis: Basis::Derived,
    because: &[&SPECIAL_DELEGATED, &SPECIAL_KEY_VAULT, &NO_DELEGATION],
    check: Check::Several(check),
};

fn check(case: &Case<'_>) -> Vec<Found> {
    let answers = &case.decision.answers;
    if case.decision.route.recommended != Some(PathId::NewSubnetReturn) {
        return Vec::new();
    }
    let delegated = answers.subnets.delegated.then(|| {
        Found::new(
            "The instance must end in a subnet that is delegated to another service.",
            "Remove the delegation before the return.",
        )
    });
    let key_vault_blocked = (answers.key_vault_blocked == Some(true)).then(|| {
        Found::new(
            "The instance must end in a subnet from which Key Vault is blocked.",
            "Allow outbound TCP 443 to AzureKeyVault from that subnet before the return.",
        )
    });
    delegated.into_iter().chain(key_vault_blocked).collect()
}
