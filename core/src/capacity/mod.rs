//! The capacity plan: units over zones and regions, from decisions to words.

mod disagreements;
mod failure;
mod headline;
mod layouts;
mod order;
mod reliability;
mod shape;
mod steps;

use crate::cite::{Sources, Statement, by, say};
use crate::decide::loss::{Part, to_carry};
use crate::decide::sizing::{Needed, NeededFrom};
use crate::decide::zones::{Room, Use, layout_of, zones_of};
use crate::decide::{Decision, LocationDecision};
use crate::domain::{Autoscale, AutoscaleLimits, Location, PlanRequest, Scenario, Tier, Vnet, ZoneLayout};
use crate::facts::network::{ADDRESS_CHANGES, INTERNAL_PUBLIC_ADDRESS, PUBLIC_IP_RESOURCE, ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::facts::tiers::zones_sources;
use crate::facts::{reliability as facts, zones};
use crate::wording::{number, title, units};

pub(crate) use disagreements::{all as all_disagreements, disagreements};
pub use failure::{Access, Others, Placement, region_down, zone_down};
pub use shape::{
    AutoscalePlan, Capacity, CapacityPlan, ChangeMinutes, CurrentLayout, Failure, IfLost, IpChange, LayoutOption, OrderStep,
    RegionLoss, RegionNeed, SubnetPlan, SubnetUse, Survivor, Topic, UnitsNeeded,
};

/// Units over zones and regions, for a request and what was decided of it.
pub(crate) fn capacity(request: &PlanRequest, decision: &Decision) -> CapacityPlan {
    let locations = request.locations.iter().zip(&decision.capacities.locations);
    let order = order::order(request, decision);
    CapacityPlan {
        headline: headline::headline(request, decision),
        locations: locations.map(|(location, decided)| one(location, decided, request, decision)).collect(),
        region_loss: region_loss(request, decision),
        address_changes: order.address_changes,
        order: order.steps,
        avoid: order.avoid,
        at_once: order.at_once,
        reliability: reliability::topics(request, decision),
    }
}

fn one(location: &Location, decided: &LocationDecision, request: &PlanRequest, decision: &Decision) -> Capacity {
    let current = decided.current;
    let best = decided.choices.recommended();
    // What fails how is told of what is there; where nobody says what that is, of what is recommended.
    let layout = current.layout.or(best.map(|best| best.layout));
    let units_there = if current.layout.is_some() { current.units } else { best.map(|best| best.units) };
    let placement = Placement::of(decided.support, layout, units_there);
    let change = zones::CHANGE;
    Capacity {
        name: location.name.clone(),
        display_name: title(location, decided),
        role: decided.role,
        zone_support: decided.support,
        zone_support_sources: zone_support_sources(request, decided),
        scenario: decided.scenario,
        current: CurrentLayout {
            layout: current.layout.map(layout_of),
            zones: current.layout.and_then(zones_of),
            units: current.units,
            valid: current.valid,
            units_per_zone: current.units_per_zone,
            surviving_units: current.surviving_units,
        },
        units_needed: units_needed(decided.needed),
        options: layouts::options(decided, request, decision),
        steps: steps::steps(decided, decision),
        zone_down: zone_down(placement, decided.role),
        region_down: region_down(
            decided.role,
            if decision.capacities.aim.several { Others::Some } else { Others::None },
            if decision.capacities.mode == Some(Vnet::Internal) { Access::Private } else { Access::Public },
        ),
        autoscale: autoscale(decided, request),
        ip: ip_change(decided, decision),
        change_minutes: ChangeMinutes {
            from: change.value.from,
            to: change.value.to,
            or_more: change.latest().or_more,
            sources: Sources::listed(by![zones::CHANGE_TAKES, zones::CHANGE_TAKES_MORE]),
        },
        gateway_downtime_minutes: zones::CHANGE_DOWNTIME.value,
        gateway_downtime_sources: zones::CHANGE_DOWNTIME.sources(),
        subnet: decided.room.as_ref().map(|room| subnet(room, request.tier)),
    }
}

fn zone_support_sources(request: &PlanRequest, decided: &LocationDecision) -> Sources {
    let tier = Sources::listed(zones_sources(request.tier));
    match decided.region {
        Some(region) => tier.and(&Sources::from(region.by)),
        None => tier,
    }
}

/// How many units carry the peak; `None` where nothing tells.
fn units_needed(needed: Needed) -> Option<UnitsNeeded> {
    let because = match needed.from {
        NeededFrom::Stated => say(format!("You said that {} {} the peak.", units(needed.units), carry(needed.units)), by![]),
        NeededFrom::Measured { units: measured, percent, target } => say(
            format!(
                "{} at {percent} % of capacity, aimed at {target} %: {} {} the peak.",
                units(measured),
                units(needed.units),
                carry(needed.units)
            ),
            by![zones::SCALE_OUT_AT, zones::MEASURE_TO_SIZE, zones::LOW_IS_NO_PROOF],
        ),
        NeededFrom::Present => say(
            format!("Nothing else is said, so what you have is taken to be what the peak needs: {}.", units(needed.units)),
            by![zones::MEASURE_TO_SIZE],
        ),
        NeededFrom::Nothing => return None,
    };
    Some(UnitsNeeded { units: needed.units, because })
}

const fn carry(count: u32) -> &'static str {
    if count == 1 { "carries" } else { "carry" }
}

fn autoscale(decided: &LocationDecision, request: &PlanRequest) -> Option<AutoscalePlan> {
    let corrected = decided.autoscale?;
    let Some(Autoscale::Limits(given)) = request.autoscale else { return None };
    let because = match corrected.zones {
        None => say(
            "No zones are named by hand, so the limits need no multiple.",
            by![zones::AUTOSCALE_BY_MULTIPLES, zones::AUTOSCALE_PRIMARY],
        ),
        Some(zones) if corrected.valid => say(
            format!("{} zones share each of these numbers evenly.", number(zones)),
            by![zones::AUTOSCALE_BY_MULTIPLES, zones::AUTOSCALE_PRIMARY],
        ),
        Some(zones) => corrections(given, corrected.maximum, zones),
    };
    Some(AutoscalePlan {
        valid: corrected.valid,
        minimum: corrected.minimum,
        maximum: corrected.maximum,
        step: corrected.step,
        because,
    })
}

fn corrections(given: AutoscaleLimits, maximum: u32, zones: u32) -> Statement {
    let ceiling = if maximum > given.maximum.get() {
        "the maximum gives way to it"
    } else {
        "the maximum down, so that the cost stays under your limit"
    };
    say(
        format!(
            "{} zones share units evenly only in multiples of {zones}: the minimum is rounded up, {ceiling}, the step up.",
            number(zones)
        ),
        by![zones::AUTOSCALE_BY_MULTIPLES, zones::AUTOSCALE_PRIMARY],
    )
}

/// What the change to the recommended layout does to addresses.
fn ip_change(decided: &LocationDecision, decision: &Decision) -> IpChange {
    let mode = decision.capacities.mode;
    let best = decided.choices.recommended().map(|best| best.layout);
    let named = matches!(best, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. }));
    let sets_zones = decided.rezones || named && decided.scenario == Scenario::NewLocation;
    IpChange {
        public_changes: decided.rezones,
        private_changes: decided.rezones && mode == Some(Vnet::Internal),
        public_ip_required: sets_zones && mode.is_some_and(Vnet::is_injected),
        sources: Sources::listed(by![
            zones::CHANGE_MOVES_ADDRESSES,
            zones::PUBLIC_IP_REQUIRED,
            ADDRESS_CHANGES,
            INTERNAL_PUBLIC_ADDRESS,
            PUBLIC_IP_RESOURCE,
            facts::SECONDARY_LEAVES_PRIMARY,
            facts::WHICH_ADDRESS,
        ]),
    }
}

fn subnet(room: &Room, tier: Option<Tier>) -> SubnetPlan {
    let shown = |used: Use| SubnetUse { addresses_needed: used.needed, fits: used.fits };
    SubnetPlan {
        addresses_needed: room.now.needed,
        usable: room.usable,
        fits: room.now.fits,
        smallest_prefix: room.smallest_prefix,
        during_migration: shown(room.during),
        after: shown(room.after),
        sources: Sources::listed(if tier == Some(Tier::PremiumV2) {
            by![SUBNET_SIZE, zones::V2_SUBNET]
        } else {
            by![SUBNET_SIZE, ROOM_FOR_A_COPY]
        }),
    }
}

/// What losing each region means for the others; `None` with fewer than two.
fn region_loss(request: &PlanRequest, decision: &Decision) -> Option<RegionLoss> {
    let decided = &decision.capacities.locations;
    if decided.len() < 2 {
        return None;
    }
    let part = |one: &LocationDecision| Part { needed: one.needed.units, weight: one.weight };
    let has = |one: &LocationDecision| one.current.units.unwrap_or(1);
    let all: u64 = decided.iter().map(|one| one.weight).sum();
    let survivors = decided.len().saturating_sub(1) as u64;
    let named = || request.locations.iter().map(|location| &location.name).zip(decided);
    let if_lost = named()
        .enumerate()
        .map(|(lost, (name, gone))| IfLost {
            name: name.clone(),
            survivors: named()
                .enumerate()
                .filter(|(at, _)| *at != lost)
                .map(|(_, (name, one))| {
                    let units = has(one);
                    let units_to_carry = to_carry(part(one), part(gone), survivors, all - gone.weight);
                    Survivor { name: name.clone(), units_to_carry, units, enough: units >= units_to_carry }
                })
                .collect(),
        })
        .collect();
    Some(RegionLoss {
        if_lost,
        units_total: decided.iter().map(has).fold(0, u32::saturating_add),
        units_for_any_loss: decided.iter().map(|one| one.carry).fold(0, u32::saturating_add),
        regions: named()
            .map(|(name, one)| RegionNeed { name: name.clone(), units: has(one), units_for_any_loss: one.carry })
            .collect(),
        sources: Sources::listed(by![facts::OVERPROVISION_REGIONS, facts::SECONDARY_BY_HAND, facts::REGION_TRAFFIC]),
    })
}
