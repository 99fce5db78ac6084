use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2, runs_on};
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PlatformContradictsTier,
    severity: Severity::Risk,
    finds: "a platform that the tier does not run on",
    basis: Basis::Stated,
    because: &[&TIERS_2024, &V2_IS_NOT_STV2],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let (Some(tier), Some(platform)) = (case.request.tier, case.request.platform) else {
        return;
    };
    if !runs_on(tier, platform) {
        found.push(Found::new(
            format!("{} does not run on {}.", tier.title(), platform.as_str()),
            "Read sku and platformVersion off the instance again: one of the two answers is wrong, and this plan goes by the tier.",
        ));
    }
}
