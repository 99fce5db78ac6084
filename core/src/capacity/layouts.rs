//! What is said of each layout that a location could have.

use std::fmt;

use super::shape::LayoutOption;
use crate::cite::{Citation, Sources, Statement, by, say};
use crate::decide::zones::{Choice, layout_of, zones_of};
use crate::decide::{Decision, LocationDecision};
use crate::domain::{PlanRequest, Text, Tier, Verdict, ZoneLayout, ZoneSupport};
use crate::facts::reliability as facts;
use crate::facts::{tiers, zones};
use crate::wording::{number, units};

/// Every layout that tier and region allow, the best first.
pub(super) fn options(decided: &LocationDecision, request: &PlanRequest, decision: &Decision) -> Vec<LayoutOption> {
    let present = decided.current.units;
    decided
        .choices
        .iter()
        .map(|choice| {
            let extra_units = present.and_then(|present| i32::try_from(i64::from(choice.units) - i64::from(present)).ok());
            LayoutOption {
                layout: layout_of(choice.layout),
                zones: zones_of(choice.layout),
                units: choice.units,
                units_per_zone: choice.units_per_zone,
                surviving_units: choice.surviving_units,
                meets_goal: choice.meets_goal,
                verdict: choice.verdict,
                extra_units,
                reason: reason(choice, decided, request, decision, extra_units),
            }
        })
        .collect()
}

fn reason(
    choice: &Choice,
    decided: &LocationDecision,
    request: &PlanRequest,
    decision: &Decision,
    extra_units: Option<i32>,
) -> Statement {
    if choice.verdict == Verdict::RuledOut {
        let max = decision.capacities.max_units;
        let tier = request.tier.map_or("any tier", Tier::title);
        return say(format!("Takes {}; {tier} has at most {max} in a region.", units(choice.units)), by![tiers::UNITS_BY_TIER]);
    }
    let (mut text, sources) = merit(choice, decided, request, decision);
    let hand_set = matches!(choice.layout, ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. });
    if decided.support == ZoneSupport::Unknown && hand_set {
        let condition = if decided.region.is_none() { "If the region has zones: " } else { "If the tier is Premium: " };
        text.to_mut().insert_str(0, condition);
    }
    let mut sources = Sources::listed(sources);
    if extra_units.is_some_and(|extra| extra < 0) {
        text.to_mut().push_str(" Fewer units than now: try them with the real load first.");
        sources = sources.and(&Sources::listed(by![zones::LOW_IS_NO_PROOF]));
    }
    Statement { text, sources }
}

/// What speaks for or against a layout that the tier allows.
fn merit(
    choice: &Choice,
    decided: &LocationDecision,
    request: &PlanRequest,
    decision: &Decision,
) -> (Text, &'static [&'static Citation]) {
    let aim = decision.capacities.aim;
    let goal = aim.zone || aim.region;
    match choice.layout {
        ZoneLayout::Automatic {} => automatic(choice, decided, request, goal),
        ZoneLayout::Zonal {} if goal => (
            "Misses the goal: away until that one zone is back.".into(),
            by![zones::ZONAL_IS_NO_RESILIENCE, facts::ZONE_DOWNTIME_ZONAL, zones::ZONAL_FOR_LATENCY],
        ),
        ZoneLayout::Zonal {} => (
            "Only where you measured that the latency between zones is too high: its one zone takes everything with it.".into(),
            by![zones::ZONAL_HOLDS_ALL, zones::ZONAL_FOR_LATENCY, zones::ZONAL_IS_NO_RESILIENCE],
        ),
        ZoneLayout::Redundant { zones: count } => {
            let left = Left { of: choice.units, left: choice.surviving_units.unwrap_or(0) };
            let recommended = choice.verdict == Verdict::Recommended;
            let text = match choice.meets_goal {
                Some(true) if !aim.zone => format!("{} can take over what a lost region leaves; {left}.", units(choice.units)),
                Some(true) if recommended => format!("The cheapest that meets the goal: {left}."),
                Some(true) if count.get() == 2 => format!("Meets the goal: {left}. Half is lost with a zone."),
                Some(true) => format!("Meets the goal: {left}. Its units come in threes."),
                Some(false) if aim.region && !aim.several => {
                    format!("{} zones, one region: {left}, and nothing when the region is.", number(count.get()))
                }
                Some(false) => format!("Misses the goal: only {left}."),
                None if recommended => format!("Your layout: {left}."),
                None => format!("{left}, and the zones share them evenly."),
            };
            (
                text.into(),
                by![
                    zones::REDUNDANT,
                    zones::REDUNDANT_REPEATS_ALL,
                    zones::EVEN_UNITS,
                    zones::MULTIPLE_OF_ZONES,
                    zones::NO_PROMISE_OF_UNITS,
                    zones::ZONES_COST_UNITS
                ],
            )
        }
    }
}

/// What a lost zone leaves: `4 of 6 units go on when a zone is lost`.
struct Left {
    of: u32,
    left: u32,
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} go on when a zone is lost", self.left, units(self.of))
    }
}

fn automatic(
    choice: &Choice,
    decided: &LocationDecision,
    request: &PlanRequest,
    goal: bool,
) -> (Text, &'static [&'static Citation]) {
    match decided.support {
        ZoneSupport::TierLacksZones => (
            format!("{} has no zones: all units stand together.", request.tier.map_or("This tier", Tier::title)).into(),
            by![tiers::ZONES_NEED_PREMIUM, tiers::OTHERS_HAVE_NEITHER],
        ),
        ZoneSupport::No => ("The region has no zones: all units stand together.".into(), by![zones::REGIONS_WITH_ZONES]),
        ZoneSupport::OnlyAtCreation => (
            "Zones were chosen when the instance was created, or not at all; Azure places the units.".into(),
            by![tiers::PREMIUM_V2_ZONES, tiers::V2_ONLY_AT_CREATION],
        ),
        ZoneSupport::Yes | ZoneSupport::Unknown => {
            let text = match (goal, choice.units) {
                (_, 1) => "Azure places the one unit, and pages disagree on whether it outlives its zone: run two.",
                (true, _) => "Promises no number: Azure spreads the units as it can and does not say where.",
                (false, _) => "Azure spreads the units as it can and does not say where; nothing has to be a multiple.",
            };
            (
                text.into(),
                by![
                    zones::AUTOMATIC,
                    zones::AUTOMATIC_BY_DEFAULT,
                    zones::AUTOMATIC_TWO,
                    zones::AUTOMATIC_TWO_LATER,
                    zones::AUTOMATIC_THREE,
                    zones::UNIT_IS_TWO_MACHINES
                ],
            )
        }
    }
}
