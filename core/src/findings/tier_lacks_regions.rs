use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::REGIONS_NEED_PREMIUM;
use crate::domain::{Severity, Tier};

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierLacksRegions,
    severity: Severity::Blocker,
    finds: "several regions, or the goal of outliving one, in a tier with a single region",
    basis: Basis::Stated,
    because: &[&REGIONS_NEED_PREMIUM],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let Some(tier) = case.request.tier else { return };
    let several = case.request.locations.len() > 1;
    let goal = case.decision.capacities.aim.region;
    if crate::facts::tiers::has_regions(Some(tier)) != Some(false) || !several && !goal {
        return;
    }
    let what = if several {
        format!("{} runs in one region, and you name {}.", tier.title(), case.request.locations.len())
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
    found.push(Found::new(what, instead));
}
