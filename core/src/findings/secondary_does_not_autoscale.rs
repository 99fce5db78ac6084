use crate::wording::{joined, title};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::reliability::SECONDARY_BY_HAND;
use crate::facts::zones::AUTOSCALE_PRIMARY;
use crate::domain::{Autoscale, Role, Severity, Text};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SecondaryDoesNotAutoscale,
    severity: Severity::Risk,
    finds: "autoscale in an instance with more than one location",
    basis: Basis::Stated,
    because: &[&SECONDARY_BY_HAND, &AUTOSCALE_PRIMARY],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if !matches!(case.request.autoscale, Some(Autoscale::Limits(_))) || !case.decision.capacities.aim.several {
        return;
    }
    let secondaries: Vec<Text> = case
        .locations()
        .filter(|(_, decided)| decided.role == Role::Secondary)
        .map(|(location, decided)| title(location, decided))
        .collect();
    let verb = if secondaries.len() == 1 { "does" } else { "do" };
    found.push(Found::new(
        format!("{} {verb} not autoscale: only the primary region does.", joined(&secondaries)),
        "Set their units by hand, high enough for the peak and for what a lost region leaves to them.",
    ));
}
