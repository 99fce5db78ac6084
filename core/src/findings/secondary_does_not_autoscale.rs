use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Autoscale, Role, Severity, Text};
use crate::facts::reliability::SECONDARY_BY_HAND;
use crate::facts::zones::AUTOSCALE_PRIMARY;
use crate::wording::joined;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SecondaryDoesNotAutoscale,
    severity: Severity::Risk,
    finds: "autoscale limits on an instance with secondary locations",
    basis: Basis::Stated,
    because: &[&SECONDARY_BY_HAND, &AUTOSCALE_PRIMARY],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    if !matches!(case.request.autoscale, Some(Autoscale::Limits(_))) || !case.decision.capacities.aim.several {
        return None;
    }
    let secondaries: Vec<Text> = case.locations().filter(|at| at.decided.role == Role::Secondary).map(|at| at.title()).collect();
    let verb = if secondaries.len() == 1 { "does" } else { "do" };
    Some(Found::new(
        format!("{} {verb} not autoscale: autoscale works in the primary region only.", joined(&secondaries)),
        "Set the units of secondary regions manually, for the peak load and for the outage of another region.",
    ))
}
