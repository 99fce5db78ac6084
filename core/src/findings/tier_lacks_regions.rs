use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Tier};
use crate::facts::tiers::{REGIONS_NEED_PREMIUM, has_regions};

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierLacksRegions,
    severity: Severity::Blocker,
    finds: "several regions, or the goal of surviving a region outage, in a tier with one region",
    basis: Basis::Stated,
    because: &[&REGIONS_NEED_PREMIUM],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let tier = case.request.tier?;
    let count = case.request.locations.len();
    if has_regions(Some(tier)) != Some(false) || count <= 1 && !case.decision.capacities.aim.region {
        return None;
    }
    let what = if count > 1 {
        format!("{} runs in one region, and you name {count}.", tier.title())
    } else {
        format!("{} runs in one region: no number of units survives its loss.", tier.title())
    };
    let instead = match tier {
        Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated => {
            "Change the instance to Premium, or run separate instances and route between them."
        }
        Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2 => {
            "Build an instance in Premium, since this tier cannot become one, or run separate instances and route between them."
        }
    };
    Some(Found::new(what, instead))
}
