//! Compares the arithmetic of units, zones and regions with a brute force that shares no code with it.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use apim_plan::decide::loss::{Part, to_carry};
use apim_plan::decide::sizing::AutoscaleFor;
use apim_plan::decide::{sizing, subnet};
use apim_plan::facts::network::{KEPT_BY_AZURE, usable};
use apim_plan::facts::tiers::max_units;
use apim_plan::{AutoscaleLimits, Layout, Prefix, Tier, Units, Verdict, Vnet, ZoneCount};
use apim_plan::{plan, read_request};

/// Distributes units to zones one by one, removes the fullest zone and counts the rest.
fn left_after_a_zone(units: u32, zones: usize) -> u32 {
    let mut dealt = vec![0_u32; zones];
    for unit in 0..units as usize {
        if let Some(zone) = dealt.get_mut(unit % zones) {
            *zone += 1;
        }
    }
    let fullest = dealt.iter().max().copied().unwrap_or(0);
    dealt.iter().sum::<u32>() - fullest
}

fn shared_evenly(units: u32, zones: usize) -> bool {
    (units as usize).is_multiple_of(zones)
}

#[test]
fn the_units_that_survive_a_zone_outage_are_the_minimum() {
    for zones in [ZoneCount::TWO, ZoneCount::THREE] {
        let count = zones.get() as usize;
        for needed in 1..=100 {
            let fewest = (1..=1_000).find(|units| shared_evenly(*units, count) && left_after_a_zone(*units, count) >= needed);
            assert_eq!(Some(sizing::outliving_a_zone(needed, zones)), fewest, "{needed} units needed over {count} zones");
        }
    }
}

/// Every number of units with every need, through the plan.
#[test]
fn a_plan_counts_the_units_that_remain_after_a_zone_outage() {
    for zones in [2_usize, 3] {
        for units in 1..=100_u32 {
            for needed in 1..=100_u32 {
                let json = format!(
                    r#"{{"tier":"premium","platform":"stv2","vnet":"none","goals":{{"surviveZoneLoss":true}},
                        "locations":[{{"name":"westeurope","units":{units},"unitsNeeded":{needed},
                                      "zones":{{"kind":"redundant","zones":{zones}}}}}]}}"#
                );
                let plan = plan(&read_request(&json).expect("a request"));
                let location = plan.capacity.locations.first().expect("one location");
                let within = units <= 31;
                assert_eq!(location.current.valid, Some(within && shared_evenly(units, zones)), "{units} over {zones}");
                assert_eq!(location.current.surviving_units, Some(left_after_a_zone(units, zones)), "{units} over {zones}");
                let carries = location.current.valid == Some(true) && left_after_a_zone(units, zones) >= needed;
                let impossible =
                    location.options.iter().all(|option| option.meets_goal != Some(true) || option.verdict == Verdict::RuledOut);
                let missed = plan.findings.iter().any(|finding| <&str>::from(finding.rule) == "zone-goal-missed");
                assert_eq!(missed, !carries && !impossible, "{units} over {zones}, {needed} needed");
                for option in location.options.iter().filter(|option| option.layout == Layout::Redundant) {
                    let over = option.zones.expect("redundant names its zones") as usize;
                    assert!(shared_evenly(option.units, over));
                    let left = left_after_a_zone(option.units, over);
                    assert_eq!(option.surviving_units, Some(left));
                    assert_eq!(option.meets_goal, Some(left >= needed));
                    assert_eq!(option.verdict == Verdict::RuledOut, option.units > 31);
                }
            }
        }
    }
}

/// Exact, in hundredths of the smallest possible share: fractions are only rounded at the end.
#[test]
fn a_remaining_region_needs_units_for_its_part_of_a_lost_region_and_no_more() {
    for own in 1..=6_u32 {
        for lost in 1..=12_u32 {
            for weight in 0..=5_u64 {
                for others in 0..=9_u64 {
                    let weights = weight + others;
                    let survivors = if others == 0 { 1 } else { 2 };
                    let carried = to_carry(Part { needed: own, weight }, Part { needed: lost, weight: 7 }, survivors, weights);
                    let (part, whole) = if weights == 0 { (1, survivors) } else { (weight, weights) };
                    // The smallest count c with c * whole >= own * whole + lost * part.
                    let exact = (0..=100_u64)
                        .find(|count| count * whole >= u64::from(own) * whole + u64::from(lost) * part)
                        .expect("within a hundred units");
                    assert_eq!(u64::from(carried), exact, "{own} own, {lost} lost, {part} of {whole}");
                }
            }
        }
    }
}

/// Three regions with every small need and a grid of shares, through the plan.
#[test]
fn a_plan_has_enough_units_for_the_outage_of_any_region() {
    let shares = [[None, None, None], [Some(50), Some(30), Some(20)], [Some(60), None, None], [Some(0), Some(0), Some(100)]];
    for needs in (0..64).map(|at| [at % 4 + 1, at / 4 % 4 + 1, at / 16 + 1_u32]) {
        for given in shares {
            let open = given.iter().filter(|share| share.is_none()).count() as u64;
            let sum: u64 = given.iter().flatten().sum();
            // In units of 1/open of a percent, so that an even remainder is whole.
            let weight = given.map(|share| share.map_or(100 - sum, |share| share * open.max(1)));
            let locations: Vec<String> = ["westeurope", "eastus", "japaneast"]
                .iter()
                .zip(needs)
                .zip(given)
                .map(|((name, needed), share)| {
                    let share = share.map_or(String::new(), |share| format!(r#","share":{share}"#));
                    format!(r#"{{"name":"{name}","units":2,"unitsNeeded":{needed}{share}}}"#)
                })
                .collect();
            let json = format!(
                r#"{{"tier":"premium","platform":"stv2","vnet":"none","goals":{{"surviveRegionLoss":true}},"locations":[{}]}}"#,
                locations.join(",")
            );
            let plan = plan(&read_request(&json).expect("a request"));
            let loss = plan.capacity.region_loss.expect("three locations");
            let mut most = needs;
            for (lost, if_lost) in loss.if_lost.iter().enumerate() {
                let survivors: Vec<usize> = (0..3).filter(|at| *at != lost).collect();
                let whole: u64 = survivors.iter().filter_map(|at| weight.get(*at)).sum();
                for (at, survivor) in survivors.iter().zip(&if_lost.survivors) {
                    let pick = |list: [u64; 3], at: usize| list.get(at).copied().unwrap_or_default();
                    let need = needs.map(u64::from);
                    let (part, whole) = if whole == 0 { (1, 2) } else { (pick(weight, *at), whole) };
                    let exact = (1..=50_u64)
                        .find(|count| count * whole >= pick(need, *at) * whole + pick(need, lost) * part)
                        .and_then(|count| u32::try_from(count).ok())
                        .expect("within fifty units");
                    assert_eq!(survivor.units_to_carry, exact, "{needs:?} {given:?} without {lost}");
                    assert_eq!(survivor.enough, exact <= 2);
                    if let Some(most) = most.get_mut(*at) {
                        *most = exact.max(*most);
                    }
                }
            }
            assert_eq!(loss.units_for_any_loss, most.iter().sum::<u32>());
            assert_eq!(loss.regions.iter().map(|region| region.units_for_any_loss).collect::<Vec<_>>(), most);
        }
    }
}

#[test]
fn autoscale_limits_become_the_nearest_multiples_within_the_given_limits() {
    for zones in [2_u32, 3] {
        for minimum in 1..=40_u32 {
            for maximum in minimum..=40 {
                for step in 1..=7_u32 {
                    let unit = |count| Units::new(count).expect("within the bounds");
                    let limits = AutoscaleLimits { minimum: unit(minimum), maximum: unit(maximum), step: unit(step) };
                    let fit = |zones| AutoscaleFor { zones, for_goals: 0, recommended: 0, limit: 1_000 };
                    let corrected = sizing::autoscale(limits, fit(zones));
                    let multiples = || (1..=60).map(|at| at * zones);
                    let low = multiples().find(|at| *at >= minimum).expect("a multiple");
                    let high = multiples().filter(|at| *at <= maximum).max().filter(|high| *high >= low).unwrap_or(low);
                    let by = multiples().find(|at| *at >= step).expect("a multiple");
                    assert_eq!((corrected.minimum, corrected.maximum, corrected.step), (low, high, by));
                    assert_eq!(corrected.valid, (low, high, by) == (minimum, maximum, step));
                    let untouched = sizing::autoscale(limits, fit(1));
                    assert!(untouched.valid);
                    assert_eq!((untouched.minimum, untouched.maximum, untouched.step), (minimum, maximum, step));
                }
            }
        }
    }
}

/// Autoscale never scales in below what the goals need, and never out above what the location may have.
#[test]
fn autoscale_reaches_the_recommended_units_and_keeps_those_of_the_goals() {
    for zones in [1_u32, 2, 3] {
        for (goals, recommended) in (0..=12_u32).flat_map(|goals| (goals.max(1)..=15).map(move |most| (goals, most))) {
            for (minimum, maximum) in [(1, 1), (1, 40), (5, 7), (30, 90)] {
                let unit = |count| Units::new(count).expect("within the bounds");
                let limits = AutoscaleLimits { minimum: unit(minimum), maximum: unit(maximum), step: unit(1) };
                let (for_goals, recommended) = (goals * zones, recommended * zones);
                let fit = AutoscaleFor { zones, for_goals, recommended, limit: 45 };
                let corrected = sizing::autoscale(limits, fit);
                assert!(corrected.minimum >= for_goals && corrected.minimum <= corrected.maximum);
                assert!(corrected.maximum >= recommended && corrected.maximum <= 45);
                assert!([corrected.minimum, corrected.maximum, corrected.step].iter().all(|number| number.is_multiple_of(zones)));
            }
        }
    }
}

/// The documented table, row for row: the maximum number of units in a subnet of each size.
#[test]
fn a_subnet_holds_the_units_of_the_table() {
    for (bits, most) in [(29, 1), (28, 5), (27, 13), (26, 29), (25, 61)] {
        let prefix = Prefix::new(bits).expect("within the bounds");
        assert_eq!(usable(prefix), (1 << (32 - bits)) - KEPT_BY_AZURE);
        for mode in [Vnet::External, Vnet::Internal] {
            let held = (1..=100).filter(|units| subnet::addresses(*units, Some(Tier::Premium), mode) <= usable(prefix)).max();
            assert_eq!(held, Some(most), "/{bits} {mode:?}");
            let needed = subnet::addresses(most, Some(Tier::Premium), mode);
            assert_eq!(subnet::smallest_prefix(needed), Some(bits));
        }
    }
}

#[test]
fn no_tier_has_more_units_than_premium() {
    use strum::IntoEnumIterator;
    let most = |tier| max_units(tier, None).units;
    assert!(Tier::iter().all(|tier| most(Some(tier)) <= most(Some(Tier::Premium))));
    assert_eq!(most(None), most(Some(Tier::Premium)));
}
