use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::to_move;
use crate::facts::migration::{OPTION_1_SHARED, SPECIAL_SHARED};
use crate::domain::{Severity, Status};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SharedSubnet,
    severity: Severity::Note,
    finds: "other stv1 instances in the subnet",
    basis: Basis::Stated,
    because: &[&OPTION_1_SHARED, &SPECIAL_SHARED],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if !matches!(case.decision.status, Status::Migrate | Status::Unknown) {
        return;
    }
    for location in to_move(case.request, case.decision.platform) {
        let others = location.subnet.and_then(|subnet| subnet.other_instances).unwrap_or(0);
        if others > 0 && case.decision.answers.injected() != Some(false) {
            let instances = if others == 1 { "1 other stv1 instance stands".to_owned() } else { format!("{others} other stv1 instances stand") };
            found.push(Found::at(
                &location.name,
                format!("{instances} in the subnet in {}.", location.name),
                "Migrate one after another and all of them promptly: their copies may not fit at once, and two platforms in one subnet can cause trouble.",
            ));
        }
    }
}
