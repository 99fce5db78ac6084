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
    let causes = [
        (answers.subnets.delegated, "it is delegated to another service"),
        (answers.key_vault_blocked == Some(true), "Key Vault is blocked from it"),
        (answers.subnets.no_room, "a second copy of the instance does not fit"),
        (answers.special_vnet_conditions == Some(true), "its virtual network has special conditions"),
    ];
    let causes: Vec<&str> = causes.into_iter().filter_map(|(holds, cause)| holds.then_some(cause)).collect();
    Some(Found::new(
        format!("The current subnet can't be used ({}), and you can't provide another subnet.", causes.join(", ")),
        "Provide another subnet for the migration, remove the cause, or deploy a second instance in a new subnet.",
    ))
}
