use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Tier, ZoneSupport};
use crate::facts::tiers::{
    CONSUMPTION_IS_BUILT_IN, DEVELOPER_IS_FOR_TRYING, NO_WAY_TO_V2, OTHERS_HAVE_NEITHER, TierZones, ZONES_NEED_PREMIUM, zones,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::TierLacksZones,
    severity: Severity::Blocker,
    finds: "zones, or the goal of surviving a zone outage, in a tier without zones",
    basis: Basis::Stated,
    because: &[&ZONES_NEED_PREMIUM, &OTHERS_HAVE_NEITHER, &DEVELOPER_IS_FOR_TRYING, &CONSUMPTION_IS_BUILT_IN, &NO_WAY_TO_V2],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let tier = case.request.tier?;
    let goal = case.decision.capacities.aim.zone && zones(tier) == TierZones::No;
    let what = if goal {
        format!("{} has no availability zones: a zone outage can't be survived.", tier.title())
    } else if case.locations().any(|at| at.decided.support == ZoneSupport::TierLacksZones && at.has_selected_zones()) {
        format!("{} has no availability zones, although zones are selected.", tier.title())
    } else {
        return None;
    };
    let instead = match tier {
        Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated => {
            "Change the tier to Premium, or remove the goal."
        }
        Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2 => {
            "Create an instance in Premium, or remove the goal: this tier can't be changed to Premium."
        }
    };
    Some(Found::new(what, instead))
}
