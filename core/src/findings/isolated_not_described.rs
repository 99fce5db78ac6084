use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::platform::TIERS_2024;
use crate::domain::{Severity, Tier};

pub(super) static RULE: Rule = Rule {
    id: RuleId::IsolatedNotDescribed,
    severity: Severity::Note,
    finds: "a tier of which the pages say nothing",
    basis: Basis::Derived,
    because: &[&TIERS_2024],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.request.tier == Some(Tier::Isolated) {
        found.push(Found::new(
            "No page says anything of Isolated; this plan treats it as Premium.",
            "Confirm the plan with support before you act on it.",
        ));
    }
}
