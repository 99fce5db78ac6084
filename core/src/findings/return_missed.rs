use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::migration::FAQ_PARALLEL;
use crate::facts::network::DEDICATED;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ReturnMissed,
    severity: Severity::Risk,
    finds: "an instance that must end in its subnet, with a recommended path that does not lead there",
    basis: Basis::Derived,
    because: &[&FAQ_PARALLEL, &DEDICATED],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let answers = &case.decision.answers;
    let leaves = case.decision.route.recommended == Some(PathId::SideBySide) && answers.injected() != Some(false);
    (leaves && answers.return_to_original_subnet == Some(true)).then(|| {
        Found::new(
            "The second instance does not start in the current subnet: a subnet with stv1 compute was for API Management only.",
            "Move the second instance to that subnet when the first one is deleted; its VIPs change again then.",
        )
    })
}
