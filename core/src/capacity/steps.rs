//! What to do in the portal, by the four scenarios of S003.

use crate::cite::{Citation, Statement, by, say};
use crate::decide::zones::Choice;
use crate::decide::{Decision, LocationDecision};
use crate::domain::{Scenario, Text, Tier, Vnet, ZoneLayout, ZoneSupport};
use crate::facts::disagreements_capacity::STV1_CASE_DROPPED;
use crate::facts::network::{PUBLIC_IP_RESOURCE, SAME_REGION};
use crate::facts::reliability as facts;
use crate::facts::{tiers, zones};
use crate::wording::units;

/// The steps to the recommended layout.
pub(super) fn steps(decided: &LocationDecision, decision: &Decision) -> Vec<Statement> {
    let mut steps = Vec::with_capacity(8);
    match decided.support {
        ZoneSupport::TierLacksZones => {
            steps.push(no_zones_in_tier(decision.answers.tier));
            return steps;
        }
        ZoneSupport::No => {
            steps.push(say(
                "This region has no zones to name: set the units under Locations, or choose a region with zones for a new location.",
                by![zones::LOCATION_HAS_ZONES, zones::REGIONS_WITH_ZONES],
            ));
            return steps;
        }
        ZoneSupport::OnlyAtCreation => {
            steps.push(say(
                "Zones of a Premium v2 instance are chosen when it is created: to get them, create another instance and copy the configuration.",
                by![tiers::V2_ONLY_AT_CREATION, tiers::PREMIUM_V2_ZONES],
            ));
            return steps;
        }
        ZoneSupport::Unknown => steps.push(if decided.region.is_none() {
            say(
                "Look up first whether the region has zones: no list that we read names it.",
                by![zones::READ_FIRST, zones::LOCATION_HAS_ZONES],
            )
        } else {
            say("Look up the tier first: only Premium can name zones.", by![zones::READ_FIRST, tiers::ZONES_NEED_PREMIUM])
        }),
        ZoneSupport::Yes => steps.push(say(
            "Know what zones ask for: Premium, a region that has them, and units that the chosen zones share evenly.",
            by![zones::READ_FIRST, zones::LOCATION_HAS_ZONES, zones::EVEN_UNITS],
        )),
    }
    let Some(best) = decided.choices.recommended() else {
        steps.push(say(
            "No layout fits the tier's maximum: spread the load over another region or another instance first.",
            by![tiers::UNITS_BY_TIER],
        ));
        return steps;
    };
    let change = change(decided, best);
    if change == Change::None {
        steps.push(say(
            "Nothing has to change here now. When you want zones of your own choice, these are the steps.",
            by![zones::AUTOMATIC_BY_DEFAULT, zones::ZONES_CAN_CHANGE],
        ));
    }
    if change != Change::Units {
        prepare(decided.scenario, decision.capacities.mode, &mut steps);
    }
    steps.push(match decided.scenario {
        Scenario::NewLocation => say(
            "In the portal, open the instance, then Deployment + infrastructure, Locations, and choose Add and the new location.",
            by![zones::NEW_LOCATION_STEPS, facts::REGIONS_CAN_CHANGE],
        ),
        Scenario::NotInjected => choose_location(by![zones::NOT_INJECTED_STEPS]),
        Scenario::InjectedStv1 => choose_location(by![zones::STV1_STEPS]),
        Scenario::InjectedStv2 => choose_location(by![zones::STV2_STEPS]),
    });
    steps.push(match change {
        Change::None => {
            say("Set a number of units that the zones will share evenly.", by![zones::EVEN_UNITS, zones::MULTIPLE_OF_ZONES])
        }
        Change::Units | Change::Zones => {
            say(format!("Set {}.", units(best.units)), by![zones::EVEN_UNITS, zones::MEASURE_TO_SIZE])
        }
    });
    if change != Change::Units {
        steps.push(match change {
            Change::None => say(
                "Under Availability zones, choose two or three. Their numbers are logical and may mean other buildings in another subscription.",
                by![zones::EVEN_UNITS, zones::ZONE_NUMBERS],
            ),
            Change::Units | Change::Zones => choose_zones(best),
        });
        steps.extend(network(decided.scenario, decision.capacities.mode));
    }
    steps.push(match decided.scenario {
        Scenario::NewLocation => say("Choose Add, then Save.", by![zones::NEW_LOCATION_STEPS]),
        Scenario::NotInjected | Scenario::InjectedStv1 | Scenario::InjectedStv2 => say(
            "Choose Apply, then Save. It takes 15 to 45 minutes or more, and the gateway goes on answering.",
            by![zones::CHANGE_TAKES, zones::CHANGE_TAKES_MORE, zones::NO_DOWNTIME, zones::ZONES_CAN_CHANGE],
        ),
    });
    if decided.scenario == Scenario::InjectedStv1 && change != Change::Units {
        steps.push(say(
            "Naming zones on stv1 moves the location to stv2 by itself. Later pages no longer describe that case: the order of work migrates first.",
            by![zones::ZONES_BRING_STV2, STV1_CASE_DROPPED],
        ));
    }
    steps
}

/// What the recommended layout changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    None,
    Units,
    Zones,
}

fn change(decided: &LocationDecision, best: &Choice) -> Change {
    if decided.rezones || decided.scenario == Scenario::NewLocation {
        Change::Zones
    } else if decided.current.units.is_some_and(|now| now != best.units) {
        Change::Units
    } else {
        Change::None
    }
}

/// What is chosen in the network boxes.
fn network(scenario: Scenario, mode: Option<Vnet>) -> Option<Statement> {
    match (scenario, mode) {
        (Scenario::InjectedStv1, _) => Some(say(
            "Under Network, choose the new subnet and the public IP resource.",
            by![zones::STV1_STEPS, zones::PUBLIC_IP_REQUIRED],
        )),
        (Scenario::InjectedStv2, _) => {
            Some(say("Choose the public IP resource.", by![zones::STV2_STEPS, zones::PUBLIC_IP_REQUIRED]))
        }
        (Scenario::NewLocation, Some(Vnet::External | Vnet::Internal)) => Some(say(
            "Under Network, choose the network, the subnet and the public IP resource of that region.",
            by![zones::NEW_LOCATION_STEPS, facts::REGION_SETTINGS],
        )),
        (Scenario::NewLocation | Scenario::NotInjected, _) => None,
    }
}

fn no_zones_in_tier(tier: Option<Tier>) -> Statement {
    match tier {
        Some(Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => say(
            "This tier has no zones to name, and it cannot become Premium: create another instance in Premium for zones.",
            by![tiers::ZONES_NEED_PREMIUM, tiers::NO_WAY_TO_V2],
        ),
        None | Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) => {
            say("This tier has no zones to name: change the instance to Premium first.", by![tiers::ZONES_NEED_PREMIUM])
        }
    }
}

/// What must be there before the portal is opened.
fn prepare(scenario: Scenario, vnet: Option<Vnet>, steps: &mut Vec<Statement>) {
    match (scenario, vnet) {
        (Scenario::InjectedStv1, _) => steps.push(say(
            "Provide a new subnet in the region, and a Standard public IP resource with a DNS name label.",
            by![zones::STV1_NETWORK, zones::PUBLIC_IP_REQUIRED, PUBLIC_IP_RESOURCE],
        )),
        (Scenario::InjectedStv2, _) => steps.push(say(
            "Provide a Standard public IP resource with a DNS name label. Have a new subnet at hand: the page lists one, though none of its steps chooses it.",
            by![zones::STV2_NETWORK, zones::PUBLIC_IP_REQUIRED, PUBLIC_IP_RESOURCE],
        )),
        (Scenario::NewLocation, Some(Vnet::External | Vnet::Internal)) => steps.push(say(
            "Provide a network, a subnet and a Standard public IP resource of its own in the new region, in the instance's subscription.",
            by![zones::NEW_LOCATION_NETWORK, SAME_REGION, zones::PUBLIC_IP_REQUIRED],
        )),
        (Scenario::NotInjected | Scenario::NewLocation, None) => steps.push(say(
            "Find out whether the instance stands in a network: if it does, it needs a public IP resource, and on stv1 or in a new location a subnet too.",
            by![zones::FOUR_SCENARIOS, zones::PUBLIC_IP_REQUIRED],
        )),
        (Scenario::NotInjected | Scenario::NewLocation, Some(_)) => {}
    }
}

fn choose_location(sources: &'static [&'static Citation]) -> Statement {
    say("In the portal, open the instance, then Deployment + infrastructure, Locations, and choose the location.", sources)
}

fn choose_zones(best: &Choice) -> Statement {
    let text: Text = match (best.layout, best.units_per_zone) {
        (ZoneLayout::Redundant { zones }, Some(each)) => {
            let zones = if zones.get() == 2 { "two" } else { "three" };
            format!(
                "Under Availability zones, choose {zones}: each gets {}. Their numbers are logical and may mean other buildings in another subscription.",
                units(each)
            )
            .into()
        }
        (ZoneLayout::Redundant { .. } | ZoneLayout::Zonal {}, _) => {
            "Under Availability zones, choose one. Its number is logical and may mean another building in another subscription."
                .into()
        }
        (ZoneLayout::Automatic {}, _) => "Leave Availability zones to Azure: name none.".into(),
    };
    say(text, by![zones::EVEN_UNITS, zones::MULTIPLE_OF_ZONES, zones::ZONE_NUMBERS, zones::AUTOMATIC_BY_DEFAULT])
}
