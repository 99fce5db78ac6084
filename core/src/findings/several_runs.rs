use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Scope, Severity};
use crate::facts::migration::{FAQ_MULTI_REGION, LONGER, OPTION_2_EACH, RUN};
use crate::wording::span;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SeveralRuns,
    severity: Severity::Note,
    finds: "a recommended path that needs one migration for each location",
    basis: Basis::Stated,
    because: &[&OPTION_2_EACH, &LONGER, &FAQ_MULTI_REGION],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    let portal_only = account.figures.scope.rest.is_none() && account.figures.scope.portal == Some(Scope::OneLocationAtATime);
    if !account.several() || !portal_only {
        return None;
    }
    let migrations = account.locations().count();
    let back = if account.way_back.is_some() { ", and one for the return" } else { "" };
    Some(Found::new(
        format!("The portal migrates one location at a time: {migrations} migrations of about {} each{back}.", span(RUN.value)),
        "Schedule them one after another; the gateways of the other locations operate normally.",
    ))
}
