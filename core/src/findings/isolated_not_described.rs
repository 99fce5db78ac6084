use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Tier};
use crate::facts::platform::TIERS_2024;

pub(super) static RULE: Rule = Rule {
    id: RuleId::IsolatedNotDescribed,
    severity: Severity::Note,
    finds: "the Isolated tier, which is not documented",
    basis: Basis::Derived,
    because: &[&TIERS_2024],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    (case.request.tier == Some(Tier::Isolated)).then(|| {
        Found::new(
            "Isolated is not documented for this migration; this plan treats it as Premium.",
            "Confirm the plan with support before you use it.",
        )
    })
}
