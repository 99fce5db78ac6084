use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Status};
use crate::facts::migration::{OPTION_1_SHARED, SPECIAL_SHARED};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SharedSubnet,
    severity: Severity::Note,
    finds: "other stv1 instances in the subnet",
    basis: Basis::Stated,
    because: &[&OPTION_1_SHARED, &SPECIAL_SHARED],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let migrates = matches!(at.decision.status, Status::Migrate | Status::Unknown);
    if !migrates || !at.is_to_move() || at.decision.answers.injected() == Some(false) {
        return None;
    }
    let name = &at.location.name;
    let others = match at.location.subnet?.other_instances? {
        0 => return None,
        1 => "1 other stv1 instance is".to_owned(),
        count => format!("{count} other stv1 instances are"),
    };
    Some(at.found(
        format!("{others} in the subnet in {name}."),
        "Migrate them one after another and promptly: two platforms in one subnet can cause issues.",
    ))
}
