use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::network::DEDICATED;
use crate::facts::side_by_side::PARALLEL;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ParallelWithoutSubnet,
    severity: Severity::Risk,
    finds: "a second instance that has no subnet",
    basis: Basis::Derived,
    because: &[&PARALLEL, &DEDICATED],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let answers = &case.decision.answers;
    let beside = case.decision.route.recommended == Some(PathId::SideBySide);
    (beside && answers.injected() == Some(true) && answers.new_subnet == Some(false)).then(|| {
        Found::new(
            "The instance must not be changed, a second one needs a subnet of its own, and you say that none can be had.",
            "Provide another subnet: a subnet with stv1 in it is not for anything else.",
        )
    })
}
