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
        format!("{} supports one region, and {count} locations are given.", tier.title())
    } else {
        format!("{} supports one region: a region outage can't be survived.", tier.title())
    };
    let instead = match tier {
        Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated => {
            "Change the tier to Premium, or use separate instances and route traffic between them."
        }
        Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2 => {
            "Create an instance in Premium, or use separate instances and route traffic between them: this tier can't be changed to Premium."
        }
    };
    Some(Found::new(what, instead))
}
