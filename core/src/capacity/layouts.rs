//! What is said of each layout that a location could have.

use super::account::{CapacityAccount, LocationAccount};
use super::shape::LayoutOption;
use crate::cite::{Citation, Sources, Statement, by};
use crate::decide::Choice;
use crate::decide::sizing::NeededFrom;
use crate::decide::zones::{layout_of, zones_of};
use crate::domain::{Text, Tier, Verdict, ZoneLayout, ZoneSupport};
use crate::facts::reliability as facts;
use crate::facts::{tiers, zones};
use crate::wording::{share_of, units};

/// Every layout that tier and region allow, the best first.
pub(super) fn options(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> Vec<LayoutOption> {
    let present = place.decided.current.units;
    let of = |choice: &Choice| {
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
            monthly_price: account.price().map(|price| price.of(choice.units).to_string().into()),
            reason: reason(choice, place, account, extra_units),
        }
    };
    place.decided.choices.iter().map(of).collect()
}

fn reason(choice: &Choice, place: &LocationAccount<'_>, account: &CapacityAccount<'_>, extra_units: Option<i32>) -> Statement {
    if choice.verdict == Verdict::RuledOut {
        return too_many(choice, account);
    }
    let (mut text, sources) = merit(choice, place, account);
    if place.decided.support == ZoneSupport::Unknown && choice.layout.is_selected() {
        let condition = if place.decided.region.is_none() { "If the region has zones: " } else { "If the tier is Premium: " };
        text.to_mut().insert_str(0, condition);
    }
    let mut sources = Sources::listed(sources);
    if extra_units.is_some_and(|extra| extra < 0) {
        text.to_mut().push_str(" Fewer units than now: test with the real load first.");
        sources = sources.and(&Sources::listed(by![zones::LOW_IS_NO_PROOF]));
    }
    Statement { text, sources }
}

fn too_many(choice: &Choice, account: &CapacityAccount<'_>) -> Statement {
    let limit = account.capacities().max_units;
    let whose = match (account.capacities().raised, account.tier()) {
        (true, _) => "the limit that support has set".to_owned(),
        (false, None) => "the maximum of every tier".to_owned(),
        (false, Some(tier)) => format!("the maximum of {}", tier.title()),
    };
    let text = format!("Needs {}: more than {}, {whose}.", units(choice.units), units(limit)).into();
    Statement { text, sources: Sources::listed(by![tiers::UNITS_BY_TIER]) }
}

/// What speaks for or against a layout within the limit.
fn merit(choice: &Choice, place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> (Text, &'static [&'static Citation]) {
    let aim = place.decided.demand.aim;
    match choice.layout {
        ZoneLayout::Automatic {} => automatic(choice, place, account),
        ZoneLayout::Zonal {} if aim.zone => (
            "Misses the goal: the gateway is unavailable until its zone recovers.".into(),
            by![zones::ZONAL_IS_NO_RESILIENCE, facts::ZONE_DOWNTIME_ZONAL, zones::ZONAL_FOR_LATENCY],
        ),
        ZoneLayout::Zonal {} => {
            let region = region_outage(choice, place);
            (
                format!("{region}Only if you measured that the latency between zones is too high: no unit remains after an outage of its zone.").into(),
                by![zones::ZONAL_HOLDS_ALL, zones::ZONAL_FOR_LATENCY, zones::ZONAL_IS_NO_RESILIENCE],
            )
        }
        ZoneLayout::Redundant { .. } => (
            redundant(choice, place).into(),
            by![
                zones::REDUNDANT,
                zones::REDUNDANT_REPEATS_ALL,
                zones::EVEN_UNITS,
                zones::MULTIPLE_OF_ZONES,
                zones::NO_PROMISE_OF_UNITS,
                zones::ZONES_COST_UNITS
            ],
        ),
    }
}

fn redundant(choice: &Choice, place: &LocationAccount<'_>) -> String {
    let demand = &place.decided.demand;
    let aim = demand.aim;
    let left = choice.surviving_units.unwrap_or(0);
    let remain = format!("{left} of {} remain after a zone outage", units(choice.units));
    match choice.meets_goal {
        None if choice.verdict == Verdict::Recommended => format!("Your layout: {remain}."),
        None => format!("{remain}; the zones have the same number of units."),
        Some(_) if !aim.zone => format!("{}{remain}.", region_outage(choice, place)),
        Some(true) => {
            let merit =
                if choice.verdict == Verdict::Recommended { "Meets the goal with the fewest units" } else { "Meets the goal" };
            format!("{merit}: {remain}{}.", open_load(choice, place))
        }
        Some(false) if aim.region && !aim.several => format!("{remain}, and none after a region outage."),
        Some(false) if demand.after_loss > left => {
            format!("Misses the goal: {remain}, and {} are needed.", units(demand.after_loss))
        }
        Some(false) => format!("Misses the goal: {remain}. {}", region_outage(choice, place)).trim_end().to_owned(),
    }
}

/// What a measurement would decide, where nothing was measured.
fn open_load(choice: &Choice, place: &LocationAccount<'_>) -> String {
    match place.decided.needed.from {
        NeededFrom::Available => {
            let left = choice.surviving_units.unwrap_or(0);
            format!(", {} of the capacity", share_of(left, choice.units))
        }
        NeededFrom::Stated | NeededFrom::Measured { .. } | NeededFrom::Guaranteed => String::new(),
    }
}

/// How many units a region outage takes, and whether they are there.
fn region_outage(choice: &Choice, place: &LocationAccount<'_>) -> String {
    let demand = &place.decided.demand;
    match (demand.aim.region, demand.aim.several) {
        (false, _) => String::new(),
        (true, false) => "No other region serves traffic after a region outage. ".to_owned(),
        (true, true) if choice.units >= demand.carry => {
            format!("Enough for a region outage, which needs {}. ", units(demand.carry))
        }
        (true, true) => format!("Too few for a region outage, which needs {}. ", units(demand.carry)),
    }
}

fn automatic(
    choice: &Choice,
    place: &LocationAccount<'_>,
    account: &CapacityAccount<'_>,
) -> (Text, &'static [&'static Citation]) {
    let region = region_outage(choice, place);
    match place.decided.support {
        ZoneSupport::TierLacksZones => (
            format!("{region}{} has no zones.", account.tier().map_or("The tier", Tier::title)).into(),
            by![tiers::ZONES_NEED_PREMIUM, tiers::OTHERS_HAVE_NEITHER],
        ),
        ZoneSupport::No => (format!("{region}The region has no zones.").into(), by![zones::REGIONS_WITH_ZONES]),
        ZoneSupport::OnlyAtCreation => (
            format!("{region}The zones of Premium v2 are set when the instance is created.").into(),
            by![tiers::PREMIUM_V2_ZONES, tiers::V2_ONLY_AT_CREATION],
        ),
        ZoneSupport::Yes | ZoneSupport::Unknown => {
            let zones = match (place.decided.demand.aim.zone, choice.units) {
                (_, 1) => format!(
                    "Azure selects the zone. Documentation differs on whether a single unit survives a zone outage: use {} or more.",
                    units(zones::AUTOMATIC_MINIMUM.value)
                ),
                (true, _) => {
                    "Azure distributes the units, best effort: how many remain after a zone outage is not known.".to_owned()
                }
                (false, _) => "Azure distributes the units, best effort. No multiple is required.".to_owned(),
            };
            (
                format!("{region}{zones}").into(),
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
