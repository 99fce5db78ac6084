//! Laws over fleets: the rules of the order hold for every input.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that finds nothing is to fail")]

use std::collections::{BTreeMap, BTreeSet};

use apim_plan::fleet::{Environment, Fleet, FleetInput, FleetOptions, Moves, Slot, fleet, name, read_options};
use apim_plan::{PlanRequest, Status};
use proptest::prelude::*;
use serde_json::json;

/// A run as the laws see it: wave, instance, locations, times, shared subnet.
type Placed<'a> = (u32, usize, &'a Moves, Option<&'a Slot>, Option<u32>);

fn request(value: &serde_json::Value) -> PlanRequest {
    serde_json::from_value(value.clone()).unwrap()
}

fn input(value: &serde_json::Value, subnets: &[&str]) -> FleetInput {
    FleetInput {
        request: request(value),
        subnets: subnets.iter().map(|id| (!id.is_empty()).then(|| (*id).to_owned())).collect(),
        ..FleetInput::default()
    }
}

fn options(value: &serde_json::Value) -> FleetOptions {
    read_options(&value.to_string()).unwrap()
}

/// Tuesdays and Thursdays, 20:00 to 23:00 in Amsterdam, two at a time.
fn evenings() -> FleetOptions {
    options(&json!({
        "simultaneous": 2,
        "calendar": {
            "from": "2026-11-30",
            "timeZone": "Europe/Amsterdam",
            "windows": [{ "weekdays": ["tuesday", "thursday"], "from": "20:00", "to": "23:00" }]
        }
    }))
}

/// Twelve instances in every situation.
fn twelve() -> Vec<FleetInput> {
    let premium = |name: &str, vnet: &str, units: u32| {
        json!({ "name": name, "platform": "stv1", "tier": "premium", "vnet": vnet,
                "locations": [{ "name": "West Europe", "units": units }] })
    };
    let with = |mut base: serde_json::Value, more: serde_json::Value| {
        base.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        base
    };
    vec![
        input(
            &json!({ "name": "orders-dev", "platform": "stv1", "tier": "developer", "vnet": "external",
                     "locations": [{ "name": "westeurope", "units": 1 }] }),
            &["/a"],
        ),
        input(
            &json!({ "name": "tools", "platform": "stv1", "tier": "basic", "ipDependencies": false, "customDomains": false,
                     "locations": [{ "name": "northeurope", "units": 1 }] }),
            &[],
        ),
        input(&premium("orders-uat", "internal", 1), &["/b"]),
        input(
            &json!({ "name": "partner", "platform": "stv1", "tier": "standard", "ipDependencies": true,
                     "locations": [{ "name": "northeurope", "units": 2 }] }),
            &[],
        ),
        input(&premium("billing-uat", "internal", 1), &["/billing"]),
        input(
            &with(premium("billing-prod", "internal", 2), json!({ "downtimeAllowed": false, "dnsChangeMinutes": 10 })),
            &["/Billing"],
        ),
        input(
            &with(
                premium("orders-prod", "internal", 4),
                json!({ "downtimeAllowed": false, "dnsChangeMinutes": 25,
                        "locations": [{ "name": "westeurope", "units": 4 }, { "name": "northeurope", "units": 2 }] }),
            ),
            &["/c", "/d"],
        ),
        input(
            &with(
                premium("logistics-prod", "external", 3),
                json!({ "validateFirst": true, "newSubnet": true,
                        "locations": [{ "name": "swedencentral", "units": 3 }, { "name": "norwayeast", "units": 3 }] }),
            ),
            &["/e", "/f"],
        ),
        input(
            &with(
                premium("hr-prod", "internal", 2),
                json!({ "newSubnet": false, "locations": [{ "name": "germanywestcentral", "units": 2, "subnet": { "delegated": true } }] }),
            ),
            &["/g"],
        ),
        input(&json!({ "name": "legacy-01", "tier": "standard", "locations": [{ "name": "uksouth" }] }), &[]),
        input(
            &json!({ "name": "mobile-prod", "platform": "stv2.1", "tier": "premium", "vnet": "external",
                     "locations": [{ "name": "uksouth", "units": 3, "zones": { "kind": "redundant", "zones": 3 } }] }),
            &[],
        ),
        input(
            &json!({ "name": "gateway-eu", "tier": "standardV2", "locations": [{ "name": "francecentral", "units": 2 }] }),
            &[],
        ),
    ]
}

fn told(fleet: &Fleet) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    let name = |index: u32| fleet.instances[index as usize].name.clone().unwrap_or_default();
    let moment = |moment: &Option<apim_plan::fleet::Moment>| moment.map_or("-".to_owned(), |moment| moment.to_string());
    for wave in &fleet.waves {
        writeln!(out, "wave {} {} to {}", wave.number, moment(&wave.opens), moment(&wave.closes)).unwrap();
        for run in &wave.runs {
            let subnet = run.subnet.map_or(String::new(), |subnet| format!(", subnet {subnet}"));
            writeln!(out, "  {} {}{subnet}", name(run.instance), serde_json::to_value(&run.moves).unwrap()).unwrap();
            if let Some(slot) = run.slot.map(|slot| &fleet.schedule[slot as usize]) {
                writeln!(
                    out,
                    "    {} to {}, locked {}, kept {}, dns {} (start {})",
                    slot.start,
                    slot.end,
                    moment(&slot.lock_end),
                    moment(&slot.retention_end),
                    moment(&slot.dns_by),
                    moment(&slot.dns_start_by)
                )
                .unwrap();
            }
        }
    }
    for conflict in &fleet.conflicts {
        writeln!(out, "{}: {} {}", <&str>::from(conflict.kind), conflict.what, conflict.instead).unwrap();
    }
    out
}

#[test]
fn twelve_instances_migrate_in_seven_evenings() {
    insta::assert_snapshot!(told(&fleet(&twelve(), &evenings())));
}

#[test]
fn without_a_calendar_there_are_waves_but_no_times() {
    let fleet = fleet(&twelve(), &FleetOptions::default());
    assert!(fleet.schedule.is_empty());
    insta::assert_snapshot!(told(&fleet));
}

#[test]
fn the_rows_and_their_totals() {
    let fleet = fleet(&twelve(), &evenings());
    insta::assert_snapshot!(serde_json::to_string_pretty(&fleet.totals).unwrap());
    insta::assert_snapshot!(serde_json::to_string_pretty(&fleet.instances[6]).unwrap());
}

fn any_input() -> impl Strategy<Value = FleetInput> {
    let name = prop_oneof![
        8 => (
            prop::sample::select(vec!["orders", "billing", "hr"]),
            prop::sample::select(vec!["-dev", "-test", "-prod", ""]),
            prop::sample::select(vec!["-weu", "-neu", ""]),
        )
            .prop_map(|(base, environment, region)| Some(format!("{base}{environment}{region}"))),
        1 => Just(None),
    ];
    let place = (prop::sample::select(vec!["westeurope", "northeurope", "uksouth"]), 0..4_u32);
    (
        name,
        prop::collection::vec(place, 0..3),
        prop::sample::select(vec!["stv1", "stv1", "stv1", "stv2", ""]),
        prop::sample::select(vec!["internal", "external", "none", ""]),
        any::<bool>(),
        prop::sample::select(vec![Some(true), Some(false), None]),
        prop::sample::select(vec![Some(true), Some(false), None]),
        prop::option::of(0..60_u32),
    )
        .prop_map(|(name, mut places, platform, vnet, stay, validate, back, dns)| {
            places.dedup_by_key(|place| place.0);
            let mut value = json!({
                "tier": "premium",
                "locations": places.iter().map(|(region, _)| json!({ "name": region, "units": 2 })).collect::<Vec<_>>(),
            });
            let object = value.as_object_mut().unwrap();
            let mut set = |key: &str, value: Option<serde_json::Value>| {
                if let Some(value) = value {
                    object.insert(key.to_owned(), value);
                }
            };
            set("name", name.map(Into::into));
            set("platform", (!platform.is_empty()).then(|| platform.into()));
            set("vnet", (!vnet.is_empty()).then(|| vnet.into()));
            set("downtimeAllowed", Some((!stay).into()));
            set("validateFirst", validate.map(Into::into));
            set("newSubnet", validate.map(Into::into));
            set("returnToOriginalSubnet", back.map(Into::into));
            set("dnsChangeMinutes", dns.map(Into::into));
            // Subnet 0 is "not stated"; the region is part of the id, for subnets do not span regions.
            let subnets =
                places.iter().map(|(region, subnet)| (*subnet > 0).then(|| format!("/subnets/{region}-{subnet}"))).collect();
            FleetInput { request: request(&value), subnets, ..FleetInput::default() }
        })
}

fn any_options() -> impl Strategy<Value = FleetOptions> {
    let days = vec!["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let window = (prop::sample::subsequence(days, 1..4), 0..24_u32, 1..10_u32).prop_map(|(days, from, hours)| {
        json!({ "weekdays": days, "from": format!("{from:02}:30"), "to": format!("{:02}:{}", (from + hours) % 24, if hours == 1 { "00" } else { "30" }) })
    });
    let zone =
        prop::sample::select(vec!["Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "-03:30", "Australia/Lord_Howe"]);
    // Around both clock changes.
    let from = prop::sample::select(vec!["2027-03-10", "2027-03-26", "2027-10-29", "2026-12-20"]);
    let until = prop::sample::select(vec![None, Some("2027-03-28"), Some("2027-11-07"), Some("2028-01-01")]);
    (
        prop::option::of(1..4_u32),
        prop::option::of((prop::collection::vec(window, 1..4), zone, from, until, prop::option::of(0..60_u32))),
    )
        .prop_map(|(simultaneous, calendar)| {
            let mut value = json!({});
            if let Some(limit) = simultaneous {
                value["simultaneous"] = limit.into();
            }
            if let Some((windows, zone, from, until, pause)) = calendar {
                value["calendar"] = json!({ "windows": windows, "timeZone": zone, "from": from,
                    "freezes": [{ "from": "2027-03-15", "to": "2027-03-16" }] });
                if let Some(until) = until.filter(|until| *until >= from) {
                    value["calendar"]["until"] = until.into();
                }
                if let Some(pause) = pause {
                    value["calendar"]["pauseMinutes"] = pause.into();
                }
            }
            options(&value)
        })
}

/// The regions of a run: the one it names, or every location on stv1.
fn regions(input: &FleetInput, moves: &Moves) -> BTreeSet<String> {
    match moves {
        Moves::Location(name) => BTreeSet::from([name.to_string()]),
        Moves::All | Moves::Back => input.request.locations.iter().map(|location| location.name.to_string()).collect(),
    }
}

fn subnets(input: &FleetInput, moves: &Moves) -> BTreeSet<String> {
    if *moves == Moves::Back {
        return BTreeSet::new();
    }
    let touched = regions(input, moves);
    let locations = input.request.locations.iter().zip(&input.subnets);
    locations.filter(|(location, _)| touched.contains(location.name.as_str())).filter_map(|(_, id)| id.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn the_order_follows_its_rules(inputs in prop::collection::vec(any_input(), 0..14), options in any_options()) {
        let fleet = fleet(&inputs, &options);
        let runs: Vec<Placed<'_>> = fleet
            .waves
            .iter()
            .flat_map(|wave| wave.runs.iter().map(|run| {
                (wave.number, run.instance as usize, &run.moves, run.slot.map(|slot| &fleet.schedule[slot as usize]), run.subnet)
            }))
            .collect();
        prop_assert_eq!(fleet.instances.len(), inputs.len());

        // An instance that must migrate is in a wave or in a conflict; any other is in no wave.
        let named: BTreeSet<usize> = fleet.conflicts.iter().flat_map(|conflict| conflict.instances.iter().map(|index| *index as usize)).collect();
        let planned: BTreeSet<usize> = runs.iter().map(|run| run.1).collect();
        for (index, row) in fleet.instances.iter().enumerate() {
            match row.status {
                Status::Migrate | Status::Unknown => prop_assert!(planned.contains(&index) || named.contains(&index), "{index} is forgotten"),
                Status::Migrated | Status::NotAffected => prop_assert!(!planned.contains(&index)),
            }
            prop_assert_eq!(row.wave, runs.iter().filter(|run| run.1 == index).map(|run| run.0).min());
        }

        let environment = |index: usize| fleet.instances[index].environment.unwrap_or(Environment::Production);
        let chain = |index: usize| Some(fleet.instances[index].chain.as_str()).filter(|chain| !chain.is_empty());
        for (place, one) in runs.iter().enumerate() {
            for other in &runs[place + 1..] {
                let ((wave, a, moves_a, _, subnet_a), (later, b, moves_b, _, subnet_b)) = (*one, *other);
                let same_subnet = subnet_a.is_some() && subnet_a == subnet_b;
                let one_chain = a == b || (chain(a).is_some() && chain(a) == chain(b));
                // Two production regions of one chain never share a wave.
                if wave == later && one_chain && environment(a) == Environment::Production && environment(b) == Environment::Production {
                    let touched: BTreeSet<String> = regions(&inputs[a], moves_a).union(&regions(&inputs[b], moves_b)).cloned().collect();
                    prop_assert!(touched.len() == 1, "wave {wave} touches {touched:?} of one chain");
                }
                // Within a chain, environments come in order, and in one wave only if they share a subnet.
                if one_chain && environment(a) > environment(b) {
                    prop_assert!(false, "{a} before {b}");
                }
                if one_chain && environment(a) < environment(b) {
                    prop_assert!(wave < later || same_subnet, "{a} and {b} in one wave");
                }
                // Across chains they come in order as well, unless they share a subnet.
                if environment(a) != environment(b) && subnet_a.is_none() && subnet_b.is_none()
                    && !depends_on_a_shared_subnet(&fleet, &inputs, &runs, a) && !depends_on_a_shared_subnet(&fleet, &inputs, &runs, b) {
                    prop_assert!(environment(a) < environment(b) && wave < later, "{a} and {b} out of order");
                }
                // Runs in a shared subnet have a common number.
                if !subnets(&inputs[a], moves_a).is_disjoint(&subnets(&inputs[b], moves_b)) {
                    prop_assert!(same_subnet, "{a} and {b} share a subnet that nobody noticed");
                }
                if same_subnet && wave != later {
                    let said = fleet.conflicts.iter().any(|conflict| {
                        <&str>::from(conflict.kind) == "subnet-in-several-waves" && conflict.instances.contains(&u32::try_from(a).unwrap())
                    });
                    prop_assert!(said, "the subnet of {a} and {b} is torn apart and nobody says so");
                }
            }
        }

        let Some(calendar) = &options.calendar else {
            prop_assert!(fleet.schedule.is_empty());
            if let Some(limit) = options.simultaneous {
                for wave in &fleet.waves {
                    let lanes: BTreeSet<_> = wave.runs.iter().map(|run| run.subnet.map_or((1, run.instance), |subnet| (0, subnet))).collect();
                    prop_assert!(lanes.len() <= limit.get() as usize);
                }
            }
            return Ok(());
        };
        prop_assert_eq!(fleet.schedule.len(), runs.len());
        for slot in &fleet.schedule {
            // The local time, calculated by hand: a run starts on a weekday of a window and within its hours.
            let wall = |moment: apim_plan::fleet::Moment| moment.offset.to_datetime(moment.at);
            let (start, end) = (wall(slot.start), wall(slot.end));
            let inside = calendar.windows.iter().any(|window| {
                [start.date(), start.date().yesterday().unwrap()].into_iter().any(|day| {
                    let from = i64::from(window.from.minutes());
                    let to = i64::from(window.to.minutes()) + if window.to <= window.from { 24 * 60 } else { 0 };
                    let since = |at: jiff_core::civil::DateTime| {
                        i64::from(at.date().since(day)) * 24 * 60 + i64::from(at.time().hour()) * 60 + i64::from(at.time().minute())
                    };
                    let weekday = format!("{:?}", window.weekdays);
                    weekday.contains(&format!("{:?}", day.weekday())) && since(start) >= from && since(start) < to
                })
            });
            prop_assert!(inside, "{} is outside every window", slot.start);
            prop_assert!(start.date() >= calendar.from.date());
            prop_assert!(calendar.until.is_none_or(|until| end.date() <= until.date() || (end.date() == until.date().tomorrow().unwrap() && end.time().hour() == 0 && end.time().minute() == 0)));
            prop_assert!(calendar.freezes.iter().all(|freeze| start.date() < freeze.from.date() || start.date() > freeze.to.date()));
            let wave = &fleet.waves[slot.wave as usize - 1];
            prop_assert!(wave.opens.unwrap().at <= slot.start.at && slot.end.at <= wave.closes.unwrap().at);
        }
        for slot in &fleet.schedule {
            let under_way = fleet.schedule.iter().filter(|other| other.start.at <= slot.start.at && slot.start.at < other.end.at).count();
            prop_assert!(options.simultaneous.is_none_or(|limit| under_way <= limit.get() as usize), "{under_way} at {}", slot.start);
        }
        // One instance at a time in a subnet; the next region of an instance after the retention of the one before.
        let mut last_in: BTreeMap<u32, &Slot> = BTreeMap::new();
        let mut last_of: BTreeMap<u32, &Slot> = BTreeMap::new();
        for (_, _, _, slot, subnet) in &runs {
            let slot = slot.unwrap();
            if let Some(before) = subnet.and_then(|subnet| last_in.insert(subnet, slot)) {
                prop_assert!(before.end.at <= slot.start.at);
            }
            if let Some(before) = last_of.insert(slot.instance, slot) {
                prop_assert!(before.retention_end.unwrap_or(before.end).at <= slot.start.at);
            }
        }
    }
}

/// Whether the instance had to wait for one that a shared subnet moved or left unassigned: one of its own
/// chain, at any distance.
fn depends_on_a_shared_subnet(fleet: &Fleet, inputs: &[FleetInput], runs: &[Placed<'_>], instance: usize) -> bool {
    let chain = &fleet.instances[instance].chain;
    let is_ahead = |other: usize| other == instance || (!chain.is_empty() && fleet.instances[other].chain == *chain);
    let has_subnet = |other: usize| inputs[other].subnets.iter().any(Option::is_some);
    runs.iter().any(|run| run.4.is_some() && is_ahead(run.1))
        || (0..inputs.len()).any(|other| is_ahead(other) && fleet.instances[other].wave.is_none() && has_subnet(other))
}

#[test]
fn names_decide_the_chains() {
    assert_eq!(name::parts("apim-orders-prod-weu").base, name::parts("apim-orders-dev-northeurope").base);
    assert_ne!(name::parts("apim-orders-prod").base, name::parts("apim-billing-prod").base);
}

#[test]
fn a_window_across_the_skipped_hour_is_an_hour_shorter() {
    // From 01:00 to 04:00 there are three hours, and two in the night of 28 March 2027.
    let night = |from: &str| {
        options(&json!({ "simultaneous": 1, "calendar": { "from": from, "timeZone": "Europe/Amsterdam", "pauseMinutes": 15,
            "windows": [{ "weekdays": ["sunday"], "from": "01:00", "to": "04:00" }] } }))
    };
    let three: Vec<FleetInput> = ["a-dev", "b-dev", "c-dev"]
        .iter()
        .map(|name| {
            input(&json!({ "name": name, "platform": "stv1", "tier": "standard", "locations": [{ "name": "westeurope" }] }), &[])
        })
        .collect();
    let starts =
        |from: &str| -> Vec<String> { fleet(&three, &night(from)).schedule.iter().map(|slot| slot.start.to_string()).collect() };
    assert_eq!(starts("2027-03-21"), ["2027-03-21T01:00:00+01:00", "2027-03-21T02:00:00+01:00", "2027-03-21T03:00:00+01:00"]);
    assert_eq!(starts("2027-03-28"), ["2027-03-28T01:00:00+01:00", "2027-03-28T03:00:00+02:00", "2027-04-04T01:00:00+02:00"]);
}

#[test]
fn options_that_are_wrong_name_the_field() {
    let calendar = |more: serde_json::Value| {
        let mut value = json!({ "calendar": { "from": "2026-12-01", "timeZone": "UTC", "windows": [{ "weekdays": ["monday"], "from": "20:00", "to": "23:00" }] } });
        value["calendar"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        read_options(&value.to_string())
    };
    for (wrong, path) in [
        (json!({ "timeZone": "Mars/Olympus" }), "calendar.timeZone"),
        (json!({ "from": "tomorrow" }), "calendar.from"),
        (json!({ "pauseMinutes": 2000 }), "calendar.pauseMinutes"),
        (json!({ "windows": [{ "weekdays": ["monday"], "from": "20:00", "to": "20:00" }] }), "calendar.windows[0]"),
        (json!({ "windows": [{ "weekdays": [], "from": "20:00", "to": "21:00" }] }), "calendar.windows[0]"),
        (json!({ "windows": [{ "weekdays": ["mon"], "from": "20:00", "to": "21:00" }] }), "calendar.windows[0].weekdays[0]"),
        (json!({ "windows": [{ "weekdays": ["monday"], "from": "8pm", "to": "21:00" }] }), "calendar.windows[0].from"),
        (json!({ "windows": [{ "weekdays": ["monday"], "from": "20:00", "to": "24:01" }] }), "calendar.windows[0].to"),
        (json!({ "windowss": [] }), "calendar.windowss"),
        (json!({ "freezes": [{ "from": "2026-12-20" }] }), "calendar.freezes[0]"),
        (json!({ "freezes": [{ "from": "2026-12-20", "to": "2026-12-01" }] }), "calendar.freezes[0]"),
        (json!({ "until": "2026-11-30" }), "calendar"),
        (json!({ "windows": [] }), "calendar"),
    ] {
        assert_eq!(calendar(wrong.clone()).unwrap_err().path, path, "{wrong}");
    }
    assert_eq!(read_options(r#"{"simultaneous":0}"#).unwrap_err().path, "simultaneous");
    insta::assert_snapshot!(calendar(json!({ "timeZone": "Mars/Olympus" })).unwrap_err());
}

#[test]
fn a_list_of_instances_becomes_a_fleet() {
    let list = json!({ "value": [
        { "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ApiManagement/service/a-prod", "name": "a-prod",
          "type": "Microsoft.ApiManagement/service", "location": "West Europe", "tags": { "environment": "test" },
          "sku": { "name": "Premium", "capacity": 1 },
          "properties": { "platformVersion": "stv1", "virtualNetworkType": "Internal",
            "virtualNetworkConfiguration": { "subnetResourceId": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/one" } } },
        { "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ApiManagement/service/b-prod", "name": "b-prod",
          "type": "Microsoft.ApiManagement/service", "location": "West Europe", "sku": { "name": "Premium", "capacity": 1 },
          "properties": { "platformVersion": "stv1", "virtualNetworkType": "Internal",
            "virtualNetworkConfiguration": { "subnetResourceId": "/subscriptions/s/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/v/subnets/ONE" } } }
    ]});
    let inputs: Vec<FleetInput> =
        apim_plan::import::import_text(&list.to_string()).unwrap().into_iter().map(FleetInput::from).collect();
    let fleet = fleet(&inputs, &FleetOptions::default());
    assert_eq!(fleet.instances.len(), 2);
    // The tag takes precedence, and ids are compared without case.
    assert_eq!(fleet.instances[0].environment, Some(Environment::Test));
    assert_eq!(fleet.instances[0].resource_group.as_deref(), Some("rg"));
    assert_eq!(fleet.waves.len(), 1);
    assert!(fleet.waves[0].runs.iter().all(|run| run.subnet == Some(0)));
    assert_eq!(fleet.waves[0].runs[0].instance, 0);
}

#[test]
fn every_available_payload_becomes_a_fleet() {
    // The folder is not part of the repository; without it, there is nothing to read.
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find_map(|up| {
        let folder = up.join("shared/payloads");
        folder.is_dir().then_some(folder)
    });
    let Some(folder) = folder else { return };
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name != "index.json") {
            all.extend(
                apim_plan::import::import(&std::fs::read(&path).unwrap()).unwrap_or_default().into_iter().map(FleetInput::from),
            );
        }
    }
    assert!(all.len() > 40, "{}", all.len());
    let fleet = fleet(&all, &evenings());
    assert_eq!(fleet.totals.planned + fleet.totals.not_planned, fleet.totals.migrate + fleet.totals.unknown);
    let unplanned = fleet
        .instances
        .iter()
        .enumerate()
        .filter(|(_, row)| row.wave.is_none() && matches!(row.status, Status::Migrate | Status::Unknown));
    for (index, _) in unplanned {
        assert!(fleet.conflicts.iter().any(|conflict| conflict.instances.contains(&u32::try_from(index).unwrap())));
    }
}
