//! Which disagreements about zones, units and regions touch a request.

use crate::cite::Disagreement;
use crate::decide::{Decision, LocationDecision};
use crate::domain::{PlanRequest, Tier, Vnet, ZoneLayout, ZoneSupport};
use crate::facts::disagreements_capacity as sides;

/// Those that touch the request, in the order of the facts.
pub(crate) fn disagreements(request: &PlanRequest, decision: &Decision) -> impl Iterator<Item = &'static Disagreement> {
    let locations = &decision.capacities.locations;
    let any = |holds: fn(&LocationDecision) -> bool| locations.iter().any(holds);
    let injected = decision.capacities.mode.is_some_and(Vnet::is_injected);
    let automatic = any(may_be_automatic);
    [
        (&sides::AUTOMATIC_UNITS, automatic),
        (&sides::SINGLE_UNIT, any(|one| may_be_automatic(one) && one.current.units.is_none_or(|units| units == 1))),
        (&sides::PUBLIC_IP, injected && any(names_zones)),
        (&sides::REPLACEMENT, any(|one| has_zones(one) && redundant(one))),
        (&sides::CHANGE_TIME, any(|one| one.rezones)),
        (&sides::STV2_SUBNET, injected && any(|one| one.rezones && one.scenario == crate::domain::Scenario::InjectedStv2)),
        (&sides::PREMIUM_V2, request.tier == Some(Tier::PremiumV2)),
        (&sides::STANDARD_V2, request.tier == Some(Tier::StandardV2)),
        (&sides::AT_THE_LIMIT, request.locations.iter().any(|location| location.capacity_percent.is_some())),
        (&sides::PREMIUM_MAXIMUM, any(|one| one.choices.iter().any(|choice| choice.units > FORMER_MAXIMUM))),
    ]
    .into_iter()
    .filter(|(_, touches)| *touches)
    .map(|(disagreement, _)| disagreement)
}

/// Between the two maxima, pages give different answers.
const FORMER_MAXIMUM: u32 = 12;

fn has_zones(one: &LocationDecision) -> bool {
    match one.support {
        ZoneSupport::Yes | ZoneSupport::Unknown => true,
        ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => false,
    }
}

/// Azure distributes the units, now or by the recommendation.
fn may_be_automatic(one: &LocationDecision) -> bool {
    let recommended = one.choices.recommended().map(|best| best.layout);
    has_zones(one) && one.current.layout.or(recommended) == Some(ZoneLayout::Automatic {})
}

fn redundant(one: &LocationDecision) -> bool {
    let is = |layout: Option<ZoneLayout>| matches!(layout, Some(ZoneLayout::Redundant { .. }));
    is(one.current.layout) || is(one.choices.recommended().map(|best| best.layout))
}

/// The change to the recommended layout configures zones.
fn names_zones(one: &LocationDecision) -> bool {
    has_zones(one) && (one.rezones || one.scenario == crate::domain::Scenario::NewLocation)
}

/// All of them, for a reader of the reference.
pub(crate) fn all() -> impl Iterator<Item = &'static Disagreement> {
    sides::ALL.iter().copied()
}
