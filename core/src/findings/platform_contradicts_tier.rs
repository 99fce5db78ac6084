use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2, runs_on};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PlatformContradictsTier,
    severity: Severity::Risk,
    finds: "a platform that the tier does not run on",
    basis: Basis::Stated,
    because: &[&TIERS_2024, &V2_IS_NOT_STV2],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let tier = case.request.tier?;
    let platform = case.request.platform?;
    (!runs_on(tier, platform)).then(|| {
        Found::new(
            format!("{} does not run on {}.", tier.title(), platform.as_str()),
            "Look up tier and platformVersion again: one of the two answers is wrong.",
        )
    })
}
