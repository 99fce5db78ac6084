use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::Because;
use crate::domain::Severity;
use crate::facts::migration::{SPECIAL_DELEGATED, SPECIAL_KEY_VAULT, SPECIAL_TWO};
use crate::facts::network::ROOM_FOR_A_COPY;

pub(super) static RULE: Rule = Rule {
    id: RuleId::NoPathLeft,
    severity: Severity::Blocker,
    finds: "an instance that can neither stay in its subnet nor have another one",
    basis: Basis::Stated,
    because: &[&SPECIAL_TWO, &SPECIAL_DELEGATED, &SPECIAL_KEY_VAULT, &ROOM_FOR_A_COPY],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    if case.decision.route.because != Because::NoneLeft {
        return None;
    }
    let answers = &case.decision.answers;
    let mut why = Vec::new();
    if answers.subnets.delegated {
        why.push("it is delegated to another service");
    }
    if answers.key_vault_blocked == Some(true) {
        why.push("Key Vault is blocked from it");
    }
    if answers.subnets.no_room {
        why.push("a second copy does not fit");
    }
    if answers.special_vnet_conditions == Some(true) {
        why.push("its network has special conditions");
    }
    Some(Found::new(
        format!("Today's subnet cannot be used as you need it ({}), and no other can be had.", why.join(", ")),
        "Provide another subnet, if only for the migration, or clear what excludes today's.",
    ))
}
