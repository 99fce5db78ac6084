use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Status};
use crate::facts::platform::{NOT_REVERSIBLE, UPDATE_IN_A_NETWORK, UPDATE_MOVES, VNET_UPDATE};

pub(super) static RULE: Rule = Rule {
    id: RuleId::UpdateMovesInstance,
    severity: Severity::Note,
    finds: "an instance that an ordinary update can migrate, which can't be reversed",
    basis: Basis::Stated,
    because: &[&UPDATE_MOVES, &NOT_REVERSIBLE, &VNET_UPDATE, &UPDATE_IN_A_NETWORK],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let open = matches!(case.decision.status, Status::Migrate | Status::Unknown);
    (open && case.decision.answers.modify_instance != Some(false)).then(|| {
        Found::new(
            "A change of network, zones or settings in the portal or with a current API version can move the instance to stv2, which can't be reversed.",
            "Make no such changes before the migration, and pause templates and pipelines that could.",
        )
    })
}
