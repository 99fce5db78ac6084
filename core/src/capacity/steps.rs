//! What to do in the portal, by the procedure that applies when the change is made.

use super::account::{CapacityAccount, Change, LocationAccount, Procedure, PublicIp};
use crate::cite::{Citation, Statement, by, say};
use crate::domain::{Text, Vnet, ZoneLayout, ZoneSupport};
use crate::facts::disagreements_capacity::STV1_CASE_DROPPED;
use crate::facts::network::{PUBLIC_IP_RESOURCE, SAME_REGION, UPDATE_LEAST, UPDATE_TAKES};
use crate::facts::reliability as facts;
use crate::facts::{side_by_side, tiers, zones};
use crate::wording::{range, span, units};

/// The steps to the recommended layout.
pub(super) fn steps(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> Vec<Statement> {
    let mut steps = Vec::with_capacity(8);
    match place.decided.support {
        ZoneSupport::TierLacksZones => {
            steps.push(no_zones_in_tier(account));
            return steps;
        }
        ZoneSupport::No => {
            steps.push(say(
                "This region has no availability zones: only the number of units can be set, under Deployment + infrastructure > Locations.",
                by![zones::LOCATION_HAS_ZONES, zones::REGIONS_WITH_ZONES],
            ));
            return steps;
        }
        ZoneSupport::OnlyAtCreation => {
            steps.push(say(
                "The zones of Premium v2 can't be changed: to get zones, create another instance and copy the configuration.",
                by![tiers::V2_ONLY_AT_CREATION, tiers::PREMIUM_V2_ZONES],
            ));
            return steps;
        }
        ZoneSupport::Unknown => steps.push(if place.decided.region.is_none() {
            say(
                "Check first whether the region has availability zones: it is not in the documented lists.",
                by![zones::READ_FIRST, zones::LOCATION_HAS_ZONES],
            )
        } else {
            say("Check the tier first: zones can be configured only in Premium.", by![zones::READ_FIRST, tiers::ZONES_NEED_PREMIUM])
        }),
        ZoneSupport::Yes => steps.push(say(
            "Check the requirements: Premium, a region with availability zones, and units that can be distributed evenly across the zones.",
            by![zones::READ_FIRST, zones::LOCATION_HAS_ZONES, zones::EVEN_UNITS],
        )),
    }
    if place.change == Change::Impossible {
        steps.push(impossible(account));
        return steps;
    }
    if place.change == Change::None {
        steps.push(say(
            "No change is needed in this location. Zones can be configured later, without downtime.",
            by![zones::AUTOMATIC_BY_DEFAULT, zones::ZONES_CAN_CHANGE],
        ));
        return steps;
    }
    match place.procedure {
        Procedure::SecondInstance => second_instance(place, &mut steps),
        Procedure::AfterMigration => steps.push(say(
            "Migrate first: these steps follow once the path of the migration is decided and the location is on stv2.",
            by![STV1_CASE_DROPPED, zones::ZONES_BRING_STV2],
        )),
        Procedure::NotInjected | Procedure::Stv2 | Procedure::NewLocation => in_portal(place, account, &mut steps),
    }
    steps
}

fn in_portal(place: &LocationAccount<'_>, account: &CapacityAccount<'_>, steps: &mut Vec<Statement>) {
    let zones_change = place.change != Change::Units;
    if place.decided.moves && account.migrating {
        steps.push(say(
            "Complete the migration first: these steps are for a location on stv2.",
            by![zones::FOUR_SCENARIOS, STV1_CASE_DROPPED],
        ));
    }
    if zones_change {
        steps.extend(prepare(place, account));
    }
    steps.push(match place.procedure {
        Procedure::NewLocation => say(
            "In the Azure portal, open the instance, then Deployment + infrastructure > Locations, and select + Add and the location.",
            by![zones::NEW_LOCATION_STEPS, facts::REGIONS_CAN_CHANGE],
        ),
        Procedure::NotInjected => open_location(by![zones::NOT_INJECTED_STEPS]),
        Procedure::Stv2 | Procedure::SecondInstance | Procedure::AfterMigration => open_location(by![zones::STV2_STEPS]),
    });
    if let Some(after) = place.after {
        steps.push(say(format!("In Units, set {}.", units(after.units)), by![zones::EVEN_UNITS, zones::MEASURE_TO_SIZE]));
        if zones_change {
            steps.push(select_zones(after.layout, after.units_per_zone));
            steps.extend(network(place, account));
        }
    }
    steps.push(match (place.procedure, zones_change) {
        (Procedure::NewLocation, _) => say("Select Add, then Save.", by![zones::NEW_LOCATION_STEPS]),
        (_, false) => say(
            format!("Select Apply, then Save. It takes {} or more; the gateway stays available.", span(UPDATE_LEAST.value)),
            by![UPDATE_TAKES],
        ),
        (_, true) => {
            let change = zones::CHANGE;
            let or_more = if change.latest().or_more { " or more" } else { "" };
            let takes = range(change.value.from, change.value.to);
            say(
                format!("Select Apply, then Save. It takes {takes}{or_more}; the gateway stays available."),
                by![zones::CHANGE_TAKES, zones::CHANGE_TAKES_MORE, zones::NO_DOWNTIME, zones::ZONES_CAN_CHANGE],
            )
        }
    });
}

fn second_instance(place: &LocationAccount<'_>, steps: &mut Vec<Statement>) {
    if let Some(layout) = place.after_in_words() {
        steps.push(say(
            format!("Create the second instance with {layout} in {}: the existing location stays as it is.", place.title),
            by![side_by_side::PARALLEL, zones::AUTOMATIC_BY_DEFAULT],
        ));
    }
    if place.public_ip != PublicIp::NotNeeded {
        steps.push(say(
            "Create a Standard public IP address with a DNS name label for it.",
            by![zones::PUBLIC_IP_REQUIRED, PUBLIC_IP_RESOURCE],
        ));
    }
}

/// Where the limit excludes every layout.
fn impossible(account: &CapacityAccount<'_>) -> Statement {
    let text = match tiers::has_regions(account.tier()) {
        Some(true) => {
            "No layout is within the limit: distribute the load across another region or another instance, or have support raise the limit."
        }
        Some(false) | None => "No layout is within the limit: change the tier, or distribute the load across another instance.",
    };
    say(text, by![tiers::UNITS_BY_TIER])
}

/// What is selected in the network boxes.
fn network(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> Option<Statement> {
    match (place.procedure, account.capacities().mode) {
        (Procedure::Stv2, _) => Some(say(
            "In Public IP Address, select the new public IP address.",
            by![zones::STV2_STEPS, zones::PUBLIC_IP_REQUIRED],
        )),
        (Procedure::NewLocation, Some(Vnet::External | Vnet::Internal)) => Some(say(
            "Under Network, select the virtual network, the subnet and the public IP address of that region.",
            by![zones::NEW_LOCATION_STEPS, facts::REGION_SETTINGS],
        )),
        (Procedure::NewLocation, Some(Vnet::None) | None)
        | (Procedure::NotInjected | Procedure::SecondInstance | Procedure::AfterMigration, _) => None,
    }
}

fn no_zones_in_tier(account: &CapacityAccount<'_>) -> Statement {
    if tiers::can_become_premium(account.tier()) {
        say("This tier has no availability zones: change the tier to Premium first.", by![tiers::ZONES_NEED_PREMIUM])
    } else {
        say(
            "This tier has no availability zones and can't be changed to Premium: for zones, create another instance in Premium.",
            by![tiers::ZONES_NEED_PREMIUM, tiers::NO_WAY_TO_V2],
        )
    }
}

/// What must be there before the portal is opened.
fn prepare(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> Vec<Statement> {
    match (place.procedure, account.capacities().mode) {
        (Procedure::Stv2, _) => {
            let mut steps = vec![public_ip(place)];
            if !account.subnet_refused() {
                steps.push(say(
                    "Have a new subnet ready in case the portal requires it: documentation lists one as a prerequisite, but no step selects it.",
                    by![zones::STV2_NETWORK, zones::STV2_STEPS],
                ));
            }
            steps
        }
        (Procedure::NewLocation, Some(Vnet::External | Vnet::Internal)) => vec![say(
            "Create a virtual network, a subnet and a Standard public IP address in the new region, in the subscription of the instance.",
            by![zones::NEW_LOCATION_NETWORK, SAME_REGION, zones::PUBLIC_IP_REQUIRED],
        )],
        (Procedure::NotInjected | Procedure::NewLocation, None) => vec![say(
            "Check whether the instance is injected in a virtual network: if it is, it needs a public IP address, and a new location also a subnet.",
            by![zones::FOUR_SCENARIOS, zones::PUBLIC_IP_REQUIRED],
        )],
        (Procedure::NotInjected | Procedure::NewLocation, Some(_))
        | (Procedure::SecondInstance | Procedure::AfterMigration, _) => Vec::new(),
    }
}

fn public_ip(place: &LocationAccount<'_>) -> Statement {
    let text = match place.public_ip {
        PublicIp::Another => {
            "Create another Standard public IP address with a DNS name label: one that is attached, like the present one, can't be selected."
        }
        PublicIp::Needed | PublicIp::NotNeeded => {
            "Create a Standard public IP address with a DNS name label that is not attached to anything."
        }
    };
    say(text, by![zones::STV2_NETWORK, zones::PUBLIC_IP_REQUIRED, PUBLIC_IP_RESOURCE])
}

fn open_location(sources: &'static [&'static Citation]) -> Statement {
    say("In the Azure portal, open the instance, then Deployment + infrastructure > Locations, and select the location.", sources)
}

fn select_zones(layout: ZoneLayout, each: Option<u32>) -> Statement {
    const LOGICAL: &str = "Zone numbers are logical: zone 1 can be a different datacenter in another subscription.";
    let text: Text = match (layout, each) {
        (ZoneLayout::Redundant { zones }, Some(each)) => {
            format!("In Availability zones, select {} zones: each gets {}. {LOGICAL}", zones.get(), units(each)).into()
        }
        (ZoneLayout::Redundant { zones }, None) => {
            format!("In Availability zones, select {} zones. {LOGICAL}", zones.get()).into()
        }
        (ZoneLayout::Zonal {}, _) => format!("In Availability zones, select one zone. {LOGICAL}").into(),
        (ZoneLayout::Automatic {}, _) => "In Availability zones, select none: Azure distributes the units.".into(),
    };
    say(text, by![zones::EVEN_UNITS, zones::MULTIPLE_OF_ZONES, zones::ZONE_NUMBERS, zones::AUTOMATIC_BY_DEFAULT])
}
