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
            "The existing instance can't be changed, the second instance needs a subnet, and you can't provide another subnet.",
            "Provide another subnet: two platforms in one subnet can cause issues.",
        )
    })
}
