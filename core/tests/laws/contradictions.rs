//! What a reader of a capacity plan must never find in it, whatever the answers: read off the finished plan, as JSON.

#![expect(clippy::expect_used, reason = "tests say what they expect")]
#![expect(clippy::indexing_slicing, reason = "a JSON value answers an index that it does not have with null")]

use apim_plan::facts::tiers::{has_regions, max_units};
use apim_plan::{PlanRequest, Tier, Units, Vnet};
use proptest::prelude::*;

use super::laws;
use serde_json::Value;

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// Every text in a part of a plan.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What the plan says of capacity: its own part, and the findings of the rules about units and zones.
fn said(plan: &Value) -> Vec<String> {
    const OF_CAPACITY: [&str; 12] = [
        "need-above-maximum",
        "units-above-maximum",
        "capacity-above-target",
        "zone-goal-missed",
        "region-lacks-zones",
        "region-without-zones",
        "load-not-measured",
        "subnet-too-small-after",
        "subnet-too-small-for-copy",
        "autoscale-maximum-below-need",
        "autoscale-minimum-below-goal",
        "automatic-with-one-unit",
    ];
    let mut all = Vec::new();
    texts(&plan["capacity"], &mut all);
    for finding in list(&plan["findings"]) {
        if finding["rule"].as_str().is_some_and(|rule| OF_CAPACITY.contains(&rule)) {
            texts(&finding["what"], &mut all);
            texts(&finding["instead"], &mut all);
        }
    }
    all
}

fn says(plan: &Value, words: &[&str]) -> Option<String> {
    said(plan).into_iter().find(|text| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    })
}

fn limit(request: &PlanRequest) -> u64 {
    u64::from(max_units(request.tier, request.unit_limit.map(Units::get)).units)
}

/// The recommended layout of a location, if one is within the limit.
fn recommended(location: &Value) -> Option<&Value> {
    list(&location["options"]).find(|option| option["verdict"] == "recommended")
}

laws! { LAWS:
    fn what_is_recommended_meets_the_goals_if_anything_does(seen) {
        let request = &seen.request;
        let zone = request.goals.unwrap_or_default().survive_zone_loss == Some(true);
        for location in list(&seen.written()["capacity"]["locations"]) {
            let open = || list(&location["options"]).filter(|option| option["verdict"] != "ruledOut");
            if zone && open().any(|option| option["meetsGoal"] == true) {
                prop_assert_eq!(&recommended(location).expect("one is open")["meetsGoal"], true);
            }
        }
    }

    fn no_unit_is_taken_away_for_a_goal_that_can_not_be_met(seen) {
        let request = &seen.request;
        let goals = request.goals.unwrap_or_default();
        let goal = goals.survive_zone_loss == Some(true) || goals.survive_region_loss == Some(true);
        let plan = seen.written();
        for (location, given) in list(&plan["capacity"]["locations"]).zip(&request.locations) {
            let met = list(&location["options"]).any(|option| option["verdict"] != "ruledOut" && option["meetsGoal"] == true);
            let Some(best) = recommended(location).filter(|_| goal && !met) else { continue };
            let zones = if best["layout"] == "redundant" { number(&best["zones"]) } else { 1 };
            // More than the limit can't be kept.
            let now = given.units.map_or(0, |units| u64::from(units.get())).min(limit(request));
            prop_assert!(number(&best["units"]) >= now - now % zones, "{best} instead of {now}");
        }
    }

    fn an_unmeasured_load_takes_no_unit_away(seen) {
        let request = &seen.request;
        let plan = seen.written();
        for (location, given) in list(&plan["capacity"]["locations"]).zip(&request.locations) {
            let measured = given.units_needed.is_some() || given.capacity_percent.is_some();
            let Some(best) = recommended(location).filter(|_| !measured) else { continue };
            let zones = if best["layout"] == "redundant" { number(&best["zones"]) } else { 1 };
            let now = given.units.map_or(0, |units| u64::from(units.get()));
            prop_assert!(number(&best["units"]) >= now - now % zones, "{best} instead of {now}");
        }
    }

    fn without_a_goal_for_a_zone_the_zones_stay(seen) {
        let request = &seen.request;
        let plan = seen.written();
        if request.goals.unwrap_or_default().survive_zone_loss != Some(true) {
            for (location, given) in list(&plan["capacity"]["locations"]).zip(&request.locations) {
                let current = &location["current"];
                let Some(best) = recommended(location) else { continue };
                let present = list(&location["options"])
                    .find(|option| option["layout"] == current["layout"] && option["zones"] == current["zones"]);
                let allowed = current["valid"] != false && given.new != Some(true);
                if let Some(present) = present.filter(|present| allowed && present["verdict"] != "ruledOut") {
                    prop_assert_eq!(present, best);
                }
            }
        }
    }

    fn autoscale_neither_scales_in_below_a_goal_nor_stops_short_of_the_recommended_units(seen) {
        let request = &seen.request;
        let plan = seen.written();
        let goals = request.goals.unwrap_or_default();
        for location in list(&plan["capacity"]["locations"]).filter(|location| !location["autoscale"].is_null()) {
            let autoscale = &location["autoscale"];
            let [minimum, maximum, step] = ["minimum", "maximum", "step"].map(|key| number(&autoscale[key]));
            prop_assert!(minimum <= maximum && maximum <= limit(request).max(3), "{autoscale}");
            let Some(best) = recommended(location) else { continue };
            prop_assert!(maximum >= number(&best["units"]), "{autoscale} for {best}");
            let zones = if best["layout"] == "redundant" { number(&best["zones"]) } else { 1 };
            prop_assert!([minimum, maximum, step].iter().all(|number| number.is_multiple_of(zones)), "{autoscale} for {best}");
            if zones == 1 && !goals_set(request) {
                let fits = autoscale["valid"] == true;
                let given = serde_json::to_value(request).expect("JSON")["autoscale"].clone();
                prop_assert!(!fits || number(&given["maximum"]) == maximum);
            }
            if goals.survive_zone_loss == Some(true) && best["meetsGoal"] == true {
                let needed = location["unitsNeeded"]["units"].as_u64().unwrap_or(1);
                prop_assert!(minimum - minimum.div_ceil(zones) >= needed, "{autoscale} leaves less than {needed}");
            }
        }
    }

    fn a_disabled_gateway_carries_nothing(seen) {
        let request = &seen.request;
        let plan = seen.written();
        let disabled: Vec<String> = request
            .locations
            .iter()
            .filter(|location| !location.serves() && request.locations.iter().filter(|one| one.name == location.name).count() == 1)
            .map(|location| location.name.to_string())
            .collect();
        for lost in list(&plan["capacity"]["regionLoss"]["ifLost"]) {
            for survivor in list(&lost["survivors"]) {
                prop_assert!(!disabled.iter().any(|name| survivor["name"] == **name), "{survivor}");
            }
        }
    }

    fn a_location_that_is_still_to_be_added_has_no_units_there(seen) {
        let request = &seen.request;
        let plan = seen.written();
        for (location, given) in list(&plan["capacity"]["locations"]).zip(&request.locations) {
            if given.new == Some(true) {
                prop_assert_eq!(&location["current"]["units"], 0);
                prop_assert!(location["current"]["layout"].is_null() && location["ip"]["publicChanges"] == false);
            }
        }
    }

    fn where_nothing_migrates_no_subnet_has_to_hold_two_copies(seen) {
        let plan = seen.written();
        let migrates = plan["status"] == "migrate" || plan["status"] == "unknown";
        for location in list(&plan["capacity"]["locations"]).filter(|location| !location["subnet"].is_null()) {
            prop_assert!(migrates || location["subnet"]["duringMigration"].is_null());
        }
    }

    fn a_subnet_is_large_enough_exactly_when_its_prefix_is(seen) {
        let request = &seen.request;
        let plan = seen.written();
        for (location, given) in list(&plan["capacity"]["locations"]).zip(&request.locations) {
            let subnet = &location["subnet"];
            let prefix = given.subnet.and_then(|subnet| subnet.prefix);
            if let (Some(prefix), false) = (prefix, subnet.is_null() || subnet["usedByOthers"].is_null()) {
                let large = subnet["smallestPrefix"].as_u64().is_some_and(|smallest| u64::from(prefix.get()) <= smallest);
                prop_assert_eq!(&subnet["fits"], large);
            }
        }
    }

    fn no_subnet_is_asked_for_that_was_refused(seen) {
        let (request, plan) = (&seen.request, seen.written());
        let adds = request.locations.iter().any(|location| location.new == Some(true));
        // A second instance needs a subnet whatever was answered, and a rule says so.
        if request.new_subnet == Some(false) && !adds && plan["recommended"] != "side-by-side" {
            prop_assert_eq!(says(plan, &["new subnet", "use another subnet", "into another subnet", "create a subnet"]), None);
        }
    }

    fn no_further_region_is_advised_for_a_tier_with_one_region(seen) {
        let request = &seen.request;
        if has_regions(request.tier) == Some(false) && request.locations.len() < 2 {
            let plan = seen.written();
            let words = ["add a region", "a further region", "across another region", "lowest latency", "traffic manager"];
            prop_assert_eq!(says(plan, &words), None);
        }
    }

    fn no_zones_are_spoken_of_that_a_location_can_not_have(seen) {
        let plan = seen.written();
        let can_not = |location: &Value| matches!(location["zoneSupport"].as_str(), Some("no" | "tierLacksZones" | "onlyAtCreation"));
        if list(&plan["capacity"]["locations"]).all(can_not) {
            for text in list(&plan["capacity"]["order"]).filter_map(|step| step["text"].as_str()) {
                prop_assert!(!text.contains("zone"), "{text}");
            }
        }
    }

    fn the_metric_is_one_that_the_tier_has(seen) {
        let request = &seen.request;
        if matches!(request.tier, Some(Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2)) {
            prop_assert_eq!(says(seen.written(), &["capacity metric"]), None);
        }
    }

    fn in_internal_mode_the_platform_fails_over_to_no_region(seen) {
        if seen.request.vnet == Some(Vnet::Internal) && seen.request.tier == Some(Tier::Premium) {
            prop_assert_eq!(says(seen.written(), &["lowest latency", "next closest gateway", "fails over to the gateway"]), None);
        }
    }

    fn no_backup_is_restored_that_the_tier_does_not_have(seen) {
        let request = &seen.request;
        if request.tier.is_some_and(|tier| !tier.is_classic()) {
            prop_assert_eq!(says(seen.written(), &["restore a backup", "from a backup", "can be backed up"]), None);
        }
    }

    fn a_price_is_never_said_that_was_not_given(seen) {
        if seen.request.unit_price.is_none() {
            let said = says(seen.written(), &["price", "eur", "usd"]);
            prop_assert_eq!(said.filter(|text| !text.contains("urope") && !text.contains("ecur")), None);
        }
    }

    fn vips_change_exactly_where_zones_do(seen) {
        let plan = seen.written();
        let beside = plan["recommended"] == "side-by-side";
        for location in list(&plan["capacity"]["locations"]) {
            let changes = location["ip"]["publicChanges"] == true;
            if let Some(best) = recommended(location) {
                let current = &location["current"];
                let same = best["layout"] == current["layout"] && best["zones"] == current["zones"];
                // On stv1 no zones can be there yet, whatever was answered.
                prop_assert!(!(changes && same) || location["scenario"] != "injectedStv2", "{location}");
            } else {
                prop_assert!(!changes);
            }
            prop_assert!(!changes || !beside);
        }
        let steps = list(&plan["capacity"]["order"]).filter(|step| step["changesAddresses"] == true).count();
        prop_assert_eq!(plan["capacity"]["addressChanges"].as_u64(), u64::try_from(steps).ok());
    }

    fn the_steps_set_the_units_of_the_recommended_layout(seen) {
        for location in list(&seen.written()["capacity"]["locations"]) {
            let set = list(&location["steps"]).filter_map(|step| step["text"].as_str()).find_map(|text| text.strip_prefix("In Units, set "));
            if let (Some(set), Some(best)) = (set, recommended(location)) {
                let units = number(&best["units"]);
                prop_assert_eq!(set, format!("{units} {}.", if units == 1 { "unit" } else { "units" }));
            }
        }
    }
}

fn goals_set(request: &PlanRequest) -> bool {
    let goals = request.goals.unwrap_or_default();
    goals.survive_zone_loss == Some(true) || goals.survive_region_loss == Some(true)
}
