//! Laws that hold for the capacity plan of every request.

use std::collections::HashSet;

use apim_plan::facts::tiers::{can_be_injected, max_units};
use apim_plan::{Capacity, plan};
use apim_plan::{Layout, Role, Units, Verdict, Vnet, ZoneSupport};
use proptest::prelude::*;

use super::laws;
use crate::common::requests;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Every sentence of one location.
fn sentences(location: &Capacity) -> Vec<&str> {
    let (zone, region) = (&location.zone_down, &location.region_down);
    let mut all: Vec<&str> = location.options.iter().map(|option| &*option.reason.text).collect();
    all.extend(location.steps.iter().map(|step| &*step.text));
    all.extend(location.units_needed.iter().map(|needed| &*needed.because.text));
    all.extend(location.autoscale.iter().map(|autoscale| &*autoscale.because.text));
    for failure in [zone, region] {
        all.extend([
            &*failure.detection,
            &failure.active_requests,
            &failure.data,
            &failure.downtime,
            &failure.rerouting,
            &failure.failback,
            &failure.test,
        ]);
    }
    all
}

fn is_a_sentence(text: &str) -> bool {
    let counts_well = !text.contains(" 1 units") && !text.starts_with("1 units");
    // A region that no list contains is written in lower case.
    let starts_well =
        text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) || text.starts_with("atlantis");
    text.ends_with('.') && starts_well && counts_well && !text.contains("  ") && !text.contains("..") && !text.contains("Some(")
}

laws! { LAWS:
    fn the_best_layout_comes_first_and_those_above_the_maximum_last(seen) {
        let request = &seen.request;
        let most = max_units(request.tier, request.unit_limit.map(Units::get)).units;
        for location in &seen.plan.capacity.locations {
            let out = |verdict| verdict == Verdict::RuledOut;
            prop_assert!(location.options.is_sorted_by_key(|option| out(option.verdict)));
            for (at, option) in location.options.iter().enumerate() {
                prop_assert_eq!(out(option.verdict), option.units > most);
                prop_assert_eq!(option.verdict == Verdict::Recommended, at == 0 && option.units <= most);
            }
            let open = || location.options.iter().filter(|option| !out(option.verdict));
            // With a goal for a zone outage, what meets the goals comes first, with the fewest units.
            if request.goals.unwrap_or_default().survive_zone_loss == Some(true) && location.serves {
                let meeting: Vec<_> = open().filter(|option| option.meets_goal == Some(true)).collect();
                prop_assert!(meeting.is_sorted_by_key(|option| option.units));
                if !meeting.is_empty() {
                    prop_assert_eq!(open().next().and_then(|first| first.meets_goal), Some(true));
                }
            }
        }
    }

    fn the_figures_of_a_layout_agree_with_its_units(seen) {
        let request = &seen.request;
        let goals = request.goals.unwrap_or_default();
        let no_goal = goals.survive_zone_loss != Some(true) && goals.survive_region_loss != Some(true);
        for location in &seen.plan.capacity.locations {
            let needed = location.units_needed.as_ref().map_or(1, |needed| needed.units);
            for option in &location.options {
                prop_assert!(option.units >= needed || !location.serves || option.meets_goal != Some(true));
                match option.layout {
                    Layout::Automatic => prop_assert_eq!((option.units_per_zone, option.surviving_units), (None, None)),
                    Layout::Zonal => prop_assert_eq!((option.units_per_zone, option.surviving_units), (Some(option.units), Some(0))),
                    Layout::Redundant => {
                        let zones = option.zones.unwrap_or(1);
                        prop_assert_eq!(option.units % zones, 0);
                        prop_assert_eq!(option.units_per_zone, Some(option.units / zones));
                        prop_assert_eq!(option.surviving_units, Some(option.units - option.units / zones));
                    }
                }
                let promises_nothing = option.layout == Layout::Automatic && goals.survive_zone_loss == Some(true);
                prop_assert_eq!(option.meets_goal.is_none(), no_goal || promises_nothing || !location.serves);
                if goals.survive_zone_loss == Some(true) && option.meets_goal == Some(true) {
                    prop_assert!(option.surviving_units >= Some(needed));
                }
            }
        }
    }

    fn zones_can_only_be_selected_if_tier_and_region_have_zones(seen) {
        for location in &seen.plan.capacity.locations {
            let named = location.options.iter().filter(|option| option.layout != Layout::Automatic).count();
            match location.zone_support {
                ZoneSupport::Yes | ZoneSupport::Unknown => prop_assert_eq!(named, 3),
                ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => {
                    prop_assert_eq!(named, 0);
                    prop_assert!(!location.ip.public_changes && !location.ip.public_ip_required);
                }
            }
            prop_assert!(location.ip.public_changes || !location.ip.private_changes);
        }
    }

    fn with_the_units_of_a_plan_any_region_can_fail(seen) {
        let request = &seen.request;
        let capacity = &seen.plan.capacity;
        prop_assert_eq!(capacity.region_loss.is_some(), request.locations.len() > 1);
        let Some(losses) = &capacity.region_loss else { return Ok(()) };
        prop_assert_eq!(losses.units_for_any_loss, losses.regions.iter().map(|region| region.units_for_any_loss).sum::<u32>());
        prop_assert_eq!(losses.units_total, losses.regions.iter().map(|region| region.units).sum::<u32>());
        for (at, if_lost) in losses.if_lost.iter().enumerate() {
            let serving = |place: usize| request.locations.get(place).is_some_and(apim_plan::Location::serves);
            let lost = (0..at).filter(|before| serving(*before)).count() + if serving(at) { 0 } else { losses.regions.len() };
            let others = losses.regions.iter().enumerate().filter(|(place, _)| *place != lost).map(|(_, region)| region);
            for (survivor, region) in if_lost.survivors.iter().zip(others) {
                prop_assert_eq!(&survivor.name, &region.name);
                prop_assert!(survivor.units_to_carry <= region.units_for_any_loss);
                prop_assert_eq!(survivor.enough, survivor.units >= survivor.units_to_carry);
            }
        }
    }

    fn only_the_primary_autoscales_and_stays_within_its_limits(seen) {
        for location in &seen.plan.capacity.locations {
            let Some(autoscale) = &location.autoscale else { continue };
            prop_assert_eq!(location.role, Role::Primary);
            prop_assert!(autoscale.minimum <= autoscale.maximum);
        }
    }

    fn a_location_has_a_subnet_exactly_in_a_virtual_network(seen) {
        let request = &seen.request;
        let injected = request.vnet.is_some_and(Vnet::is_injected) && can_be_injected(request.tier);
        for location in &seen.plan.capacity.locations {
            prop_assert_eq!(location.subnet.is_some(), injected);
            let Some(subnet) = &location.subnet else { continue };
            if let Some(during) = subnet.during_migration {
                prop_assert_eq!(during.addresses_needed, 2 * subnet.addresses_needed);
            }
            if let (Some(true), Some(usable)) = (subnet.fits, subnet.usable) {
                prop_assert!(subnet.addresses_needed <= usable);
            }
        }
    }

    fn the_order_of_work_counts_its_address_changes(seen) {
        let capacity = &seen.plan.capacity;
        let counted = capacity.order.iter().filter(|step| step.changes_addresses).count();
        prop_assert_eq!(capacity.address_changes as usize, counted);
        for step in &capacity.order {
            prop_assert!(is_a_sentence(&step.text), "{}", step.text);
        }
        for statement in capacity.avoid.iter().chain(&capacity.at_once) {
            prop_assert!(is_a_sentence(&statement.text), "{}", statement.text);
        }
        let changes = capacity.locations.iter().any(|location| location.ip.public_changes);
        prop_assert!(!changes || capacity.address_changes > 0);
        for location in &capacity.locations {
            for statement in location.autoscale.iter().flat_map(|autoscale| &autoscale.notes) {
                prop_assert!(is_a_sentence(&statement.text), "{}", statement.text);
            }
        }
    }

    fn every_text_is_a_sentence(seen) {
        let capacity = &seen.plan.capacity;
        prop_assert!(is_a_sentence(&capacity.headline), "{}", capacity.headline);
        for location in &capacity.locations {
            prop_assert!(!location.steps.is_empty());
            for text in sentences(location) {
                prop_assert!(is_a_sentence(text), "{text}");
            }
        }
        for statement in capacity.reliability.iter().flat_map(|topic| &topic.statements) {
            prop_assert!(is_a_sentence(&statement.text) && !statement.sources.is_empty(), "{}", statement.text);
        }
    }
}

/// Every disagreement occurs in a plan, and its id is unique.
#[test]
fn every_disagreement_occurs_in_a_plan() {
    let mut runner = TestRunner::deterministic();
    let mut seen: HashSet<&str> = HashSet::new();
    for _ in 0..4_000 {
        let request = requests().new_tree(&mut runner).map(|tree| tree.current());
        seen.extend(request.iter().flat_map(plan_disagreements));
    }
    let listed: Vec<_> = apim_plan::all_disagreements().filter(apim_plan::is_of_capacity).collect();
    let all: HashSet<&str> = listed.iter().map(|disagreement| disagreement.id).collect();
    assert_eq!(all.len(), listed.len(), "a name twice");
    assert!(all.is_subset(&seen), "never shown: {:?}", all.difference(&seen));
    for disagreement in &listed {
        assert!(disagreement.sides.len() > 1 && is_a_sentence(&disagreement.used), "{}", disagreement.id);
    }
}

fn plan_disagreements(request: &apim_plan::PlanRequest) -> Vec<&'static str> {
    plan(request).disagreements.iter().map(|disagreement| disagreement.id).collect()
}
