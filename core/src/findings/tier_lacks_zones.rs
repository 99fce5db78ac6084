use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::{CONSUMPTION_IS_BUILT_IN, DEVELOPER_IS_FOR_TRYING, NO_WAY_TO_V2, OTHERS_HAVE_NEITHER, ZONES_NEED_PREMIUM};
use crate::domain::{Severity, Tier, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierLacksZones,
    severity: Severity::Blocker,
    finds: "zones, or the goal of outliving one, in a tier without zones",
    basis: Basis::Stated,
    because: &[&ZONES_NEED_PREMIUM, &OTHERS_HAVE_NEITHER, &DEVELOPER_IS_FOR_TRYING, &CONSUMPTION_IS_BUILT_IN, &NO_WAY_TO_V2],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let Some(tier) = case.request.tier else { return };
    let without = || case.locations().filter(|(_, decided)| decided.support == ZoneSupport::TierLacksZones);
    let named = without()
        .any(|(_, decided)| matches!(decided.current.layout, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. })));
    let goal = case.decision.capacities.aim.zone && crate::facts::tiers::zones(tier) == crate::facts::tiers::TierZones::No;
    if !named && !goal {
        return;
    }
    let what = if goal {
        format!("{} has no zones: no number of units survives the loss of one.", tier.title())
    } else {
        format!("{} has no zones, and you name some.", tier.title())
    };
    let instead = match tier {
        Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated => {
            "Change the instance to Premium, or give up the zones."
        }
        Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2 => {
            "Build another instance in Premium, since this tier cannot become one, or give up the zones."
        }
    };
    found.push(Found::new(what, instead));
}
