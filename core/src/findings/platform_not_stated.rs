use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::platform::READ_THE_PROPERTY;
use crate::domain::{Certainty, Severity, Status};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PlatformNotStated,
    severity: Severity::Note,
    finds: "a plan that rests on a platform nobody has looked up",
    basis: Basis::Stated,
    because: &[&READ_THE_PROPERTY],
    check,
};

/// Silent where tier or zones settle the platform: there is nothing to look up.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let what = match (case.decision.status, case.decision.platform.certainty) {
        (Status::Unknown, _) => "Nothing said so far tells which platform the instance runs on; the paths are judged as if it were stv1.",
        (_, Certainty::Uncertain) => "Only dates and tools tell which platform the instance runs on.",
        (_, Certainty::Stated | Certainty::Inferred | Certainty::Unknown) => return,
    };
    found.push(Found::new(
        what,
        "Look up platformVersion first: on the Overview page of the portal, or by REST with version 2021-04-01-preview or later.",
    ));
}
