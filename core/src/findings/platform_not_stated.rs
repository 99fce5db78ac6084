use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Certainty, Severity, Status};
use crate::facts::platform::READ_THE_PROPERTY;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PlatformNotStated,
    severity: Severity::Note,
    finds: "a platform that is not answered, so that the plan rests on a guess",
    basis: Basis::Stated,
    because: &[&READ_THE_PROPERTY],
    check: Check::Instance(check),
};

/// Silent if tier or zones decide the platform: there is nothing to look up.
fn check(case: &Case<'_>) -> Option<Found> {
    let what = match (case.decision.status, case.decision.platform.certainty) {
        (Status::Unknown, _) => {
            "Nothing said so far tells which platform the instance runs on; the paths are judged as if it were stv1."
        }
        (_, Certainty::Uncertain) => "Only dates and tools tell which platform the instance runs on.",
        (_, Certainty::Stated | Certainty::Inferred | Certainty::Unknown) => return None,
    };
    Some(Found::new(
        what,
        "Look up platformVersion first: on the Overview page of the portal, or by REST with version 2021-04-01-preview or later.",
    ))
}
