use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::FAQ_PARALLEL;
use crate::facts::network::DEDICATED;
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ReturnMissed,
    severity: Severity::Risk,
    finds: "an instance that must end in its subnet, and a recommended path that does not lead there",
    basis: Basis::Derived,
    because: &[&FAQ_PARALLEL, &DEDICATED],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let answers = &decision.answers;
    let leaves = decision.route.recommended == Some(PathId::SideBySide) && answers.injected() != Some(false);
    if leaves && answers.return_to_original_subnet == Some(true) {
        found.push(Found::new(
            "The second instance cannot stand in today's subnet while an stv1 instance holds it.",
            "Move the second instance into that subnet once the first one is removed: its addresses change again then.",
        ));
    }
}
