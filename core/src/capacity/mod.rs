//! The capacity plan: units over zones and regions, from decisions to words.

mod account;
mod autoscale;
mod disagreements;
mod failure;
mod headline;
mod layouts;
mod order;
mod region_loss;
mod reliability;
mod shape;
mod steps;

use crate::cite::{Sources, by, say};
use crate::decide::room::{Room, Use};
use crate::decide::sizing::{Needed, NeededFrom};
use crate::decide::zones::{layout_of, zones_of};
use crate::domain::Tier;
use crate::facts::network::{ADDRESS_CHANGES, INTERNAL_PUBLIC_ADDRESS, PUBLIC_IP_RESOURCE, ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::facts::tiers::zones_sources;
use crate::facts::{reliability as facts, zones};
use crate::wording::{units, units_are};
pub(crate) use account::{CapacityAccount, Change, LocationAccount, PublicIp, Work};

pub use disagreements::is_of_capacity;
pub(crate) use disagreements::{all as all_disagreements, disagreements};
pub use failure::{Access, Backup, Others, Placement, region_down, zone_down};
pub use shape::{
    AutoscalePlan, Capacity, CapacityPlan, ChangeMinutes, CurrentLayout, Failure, IfLost, IpChange, LayoutOption, OrderStep,
    RegionLoss, RegionNeed, SubnetPlan, SubnetUse, Survivor, Topic, UnitsNeeded,
};

/// Units over zones and regions, read off their account.
pub(crate) fn capacity(account: &CapacityAccount<'_>) -> CapacityPlan {
    CapacityPlan {
        headline: headline::headline(account),
        locations: account.places.iter().map(|place| one(place, account)).collect(),
        region_loss: region_loss::region_loss(account),
        address_changes: account.address_changes(),
        order: order::steps(account),
        avoid: order::avoid(account),
        at_once: order::at_once(account),
        reliability: reliability::topics(account),
    }
}

fn one(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> Capacity {
    let LocationAccount { location, decided, .. } = place;
    let current = decided.current;
    // Outages are described for the present layout; where it is not answered, for the recommended one.
    let layout = current.certain_layout.or(place.after.map(|after| after.layout));
    let units_there = if current.certain_layout.is_some() { current.units } else { place.after.map(|after| after.units) };
    let placement = Placement::of(decided.support, layout, units_there);
    let others = account.places.iter().filter(|other| other.decided.load.serves && other.location.name != location.name);
    let change = zones::CHANGE;
    Capacity {
        name: location.name.clone(),
        display_name: place.title.clone(),
        role: decided.role,
        zone_support: decided.support,
        zone_support_sources: zone_support_sources(place, account),
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
        serves: decided.load.serves,
        options: layouts::options(place, account),
        steps: steps::steps(place, account),
        zone_down: zone_down(placement, decided.role),
        region_down: region_down(
            decided.role,
            if account.aim().several && others.count() > 0 { Others::Some } else { Others::None },
            if account.internal() { Access::Private } else { Access::Public },
            Backup::of(account.tier()),
        ),
        autoscale: autoscale::autoscale(decided, account),
        ip: ip_change(place),
        change_minutes: ChangeMinutes {
            from: change.value.from,
            to: change.value.to,
            or_more: change.latest().or_more,
            sources: Sources::listed(by![zones::CHANGE_TAKES, zones::CHANGE_TAKES_MORE]),
        },
        gateway_downtime_minutes: zones::CHANGE_DOWNTIME.value,
        gateway_downtime_sources: zones::CHANGE_DOWNTIME.sources(),
        subnet: decided.room.as_ref().map(|room| subnet(room, place, account.tier())),
    }
}

fn zone_support_sources(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> Sources {
    let tier = Sources::listed(zones_sources(account.tier()));
    match place.decided.region {
        Some(region) => tier.and(&Sources::from(region.by)),
        None => tier,
    }
}

/// How many units must remain; `None` where nothing was measured.
fn units_needed(needed: Needed) -> Option<UnitsNeeded> {
    let because = match needed.from {
        NeededFrom::Stated => say(format!("Your answer: {} needed at peak.", units_are(needed.units)), by![]),
        NeededFrom::Measured { units: measured, percent, target } => say(
            format!(
                "{} at {percent} % of their capacity, with a target of {target} %: {} needed at peak.",
                units(measured),
                units_are(needed.units)
            ),
            by![zones::SCALE_OUT_AT, zones::MEASURE_TO_SIZE, zones::LOW_IS_NO_PROOF],
        ),
        NeededFrom::Guaranteed => say(
            format!(
                "Capacity must be guaranteed and the peak load is not measured: all of the present {} must remain.",
                units(needed.units)
            ),
            by![zones::NO_PROMISE_OF_UNITS, zones::MEASURE_TO_SIZE],
        ),
        NeededFrom::Available => return None,
    };
    Some(UnitsNeeded { units: needed.units, because })
}

/// What the change to the recommended layout does to addresses.
fn ip_change(place: &LocationAccount<'_>) -> IpChange {
    IpChange {
        public_changes: place.public_vip_changes,
        private_changes: place.private_vip_changes,
        public_ip_required: place.public_ip != PublicIp::NotNeeded,
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

fn subnet(room: &Room, place: &LocationAccount<'_>, tier: Option<Tier>) -> SubnetPlan {
    let shown = |used: Use| SubnetUse { addresses_needed: used.needed, fits: used.fits };
    SubnetPlan {
        addresses_needed: room.now.needed,
        used_by_others: room.others,
        usable: room.usable,
        fits: place.subnet_fits(),
        smallest_prefix: place.smallest_prefix(),
        during_migration: room.during.map(shown),
        after: shown(room.after),
        sources: Sources::listed(if tier == Some(Tier::PremiumV2) {
            by![SUBNET_SIZE, zones::V2_SUBNET]
        } else {
            by![SUBNET_SIZE, ROOM_FOR_A_COPY]
        }),
    }
}
