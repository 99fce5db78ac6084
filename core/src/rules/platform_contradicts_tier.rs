use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::platform::{TIERS_2024, V2_IS_NOT_STV2};
use crate::model::{PlatformVersion, Severity, Tier};

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
    let fits = match platform {
        PlatformVersion::Mtv1 => tier == Tier::Consumption,
        PlatformVersion::Stv1 | PlatformVersion::Stv2 | PlatformVersion::Stv2_1 => tier.is_classic(),
    };
    if !fits {
        found.push(Found::new(
            format!("{} does not run on {}.", tier.title(), platform.as_str()),
            "Read sku and platformVersion off the instance again: one of the two answers is wrong, and this plan goes by the tier.",
        ));
    }
}
