use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::to_move;
use crate::domain::{PathId, Severity};
use crate::facts::migration::{FAQ_MULTI_REGION, LONGER, OPTION_2_EACH};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SeveralRuns,
    severity: Severity::Note,
    finds: "a recommended path that needs one migration for each location",
    basis: Basis::Stated,
    because: &[&OPTION_2_EACH, &LONGER, &FAQ_MULTI_REGION],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let path = case.decision.route.recommended?;
    let locations = to_move(case.request, case.decision.platform).count();
    (locations > 1 && matches!(path, PathId::NewSubnetKeep48h | PathId::NewSubnetReturn)).then(|| {
        Found::new(
            format!("The portal moves one location at a time: {locations} runs of about 45 minutes, one after another."),
            "Plan the runs as a chain; the other regions' gateways keep working meanwhile.",
        )
    })
}
