use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::DEDICATED;
use crate::facts::side_by_side::PARALLEL;
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ParallelWithoutSubnet,
    severity: Severity::Risk,
    finds: "a parallel instance for which there is no subnet",
    basis: Basis::Derived,
    because: &[&PARALLEL, &DEDICATED],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let answers = &decision.answers;
    let beside = decision.route.recommended == Some(PathId::SideBySide);
    if beside && answers.injected() == Some(true) && answers.new_subnet == Some(false) {
        found.push(Found::new(
            "The instance must not be changed, a second one needs a subnet of its own, and you say that none can be had.",
            "Provide another subnet: a subnet with stv1 in it is not for anything else.",
        ));
    }
}
