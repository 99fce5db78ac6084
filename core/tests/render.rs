//! What leaves the planner as text: wording by snapshots, safety by laws.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that finds nothing is to fail")]

use std::collections::BTreeSet;
use std::fmt::Write;

use apim_plan::api::{plan, read_request};
use apim_plan::fleet::{FleetInput, fleet, read_options};
use apim_plan::model::Owner;
use apim_plan::plan::Plan;
use apim_plan::render::{
    FleetTable, Start, Table, csv as plan_csv, fleet_csv, fleet_ics, fleet_json, fleet_markdown, ics, letter, markdown,
};
use proptest::prelude::*;
use serde_json::json;
use strum::IntoEnumIterator;

fn planned(request: &serde_json::Value) -> Plan {
    plan(&read_request(&request.to_string()).unwrap())
}

/// The instance of the mock: internal, two regions, downtime refused, a slow DNS.
fn orders_prod() -> Plan {
    planned(&json!({
        "name": "apim-orders-prod", "resourceGroup": "rg-orders-prod", "platform": "stv1", "tier": "premium", "vnet": "internal",
        "customDomains": true, "customDomainRecord": "a", "dnsChangeMinutes": 25, "firewall": "rules", "ipDependencies": true,
        "modifyInstance": true, "downtimeAllowed": false, "newSubnet": true, "goals": { "surviveZoneLoss": true },
        "locations": [
            { "name": "West Europe", "units": 4, "subnet": { "prefix": 27, "availableAddresses": 18 } },
            { "name": "North Europe", "units": 2, "subnet": { "prefix": 28, "availableAddresses": 11 } }
        ]
    }))
}

fn start() -> Start {
    "2026-12-10T20:00:00+01:00".parse().unwrap()
}

/// What a calendar's own parser finds: the properties of each event.
fn events(calendar: &str) -> Vec<Vec<(String, String)>> {
    let parsed: Vec<_> =
        ical::IcalParser::new(calendar.as_bytes()).map(|calendar| calendar.expect("the parser reads it")).collect();
    assert_eq!(parsed.len(), 1);
    let events = &parsed[0].events;
    let ids: BTreeSet<_> = events
        .iter()
        .flat_map(|event| &event.properties)
        .filter(|property| property.name == "UID")
        .map(|uid| &uid.value)
        .collect();
    assert_eq!(ids.len(), events.len(), "every event has an identity of its own");
    events
        .iter()
        .map(|event| {
            let alarms = event.alarms.iter().map(|alarm| {
                (
                    "ALARM".to_owned(),
                    format!(
                        "{:?}",
                        alarm
                            .properties
                            .iter()
                            .find(|property| property.name == "TRIGGER")
                            .and_then(|trigger| trigger.value.clone())
                    ),
                )
            });
            event
                .properties
                .iter()
                .map(|property| (property.name.clone(), property.value.clone().unwrap_or_default()))
                .chain(alarms)
                .collect()
        })
        .collect()
}

fn told(calendar: &str) -> String {
    let mut out = String::new();
    for event in events(calendar) {
        for (name, value) in event.iter().filter(|(name, _)| name != "DTSTAMP") {
            writeln!(out, "{name}: {value}").unwrap();
        }
        out.push('\n');
    }
    out
}

fn table(text: &str) -> Vec<Vec<String>> {
    assert!(text.ends_with("\r\n"));
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.expect("every row has as many cells as the head").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_plan_becomes_a_runbook() {
    insta::assert_snapshot!(markdown(&orders_prod()));
}

#[test]
fn a_plan_with_nothing_to_do_says_so() {
    let text = markdown(&planned(&json!({ "platform": "stv2.1", "tier": "premium", "vnet": "none" })));
    assert!(text.starts_with("# Migration plan\n\n**Nothing to do"), "{text}");
    assert!(!text.contains("## Checklist") && !text.contains("## Commands"));
}

#[test]
fn each_owner_gets_a_letter() {
    let plan = orders_prod();
    let letters: Vec<String> = Owner::iter().filter_map(|owner| letter(&plan, owner)).collect();
    assert_eq!(letters.len(), 5);
    insta::assert_snapshot!(letters.join("\n----\n\n"));
    assert_eq!(letter(&planned(&json!({ "platform": "stv2" })), Owner::Dns), None);
}

#[test]
fn the_tables_of_a_plan() {
    let plan = orders_prod();
    let paths = table(&plan_csv(&plan, Table::Paths));
    assert_eq!(paths.len(), 1 + 9);
    assert_eq!(paths[1][..8], ["Same subnet, new address", "Recommended", "0", "", "240", "15", "30", "45"].map(str::to_owned));
    let actions = plan.paths[0].actions.len();
    assert_eq!(table(&plan_csv(&plan, Table::Checklist)).len(), 1 + actions);
}

#[test]
fn the_calendar_of_a_run() {
    insta::assert_snapshot!(told(&ics(&orders_prod(), start()).unwrap()));
    assert_eq!(ics(&planned(&json!({ "modifyInstance": false, "platform": "stv1" })), start()), None);
    assert_eq!(ics(&planned(&json!({ "platform": "stv2" })), start()), None);
    insta::assert_snapshot!("tomorrow".parse::<Start>().unwrap_err());
}

#[test]
fn a_run_that_moves_keeps_its_identity_and_another_instance_has_another() {
    let ids = |plan: &Plan, start: &str| -> Vec<String> {
        let calendar = ics(plan, start.parse().unwrap()).unwrap();
        events(&calendar).into_iter().flatten().filter(|(name, _)| name == "UID").map(|(_, value)| value).collect()
    };
    let plan = orders_prod();
    assert_eq!(ids(&plan, "2026-12-10T20:00:00+01:00"), ids(&plan, "2026-12-17T19:00:00Z"));
    let other =
        planned(&json!({ "name": "other", "platform": "stv1", "tier": "premium", "vnet": "internal", "downtimeAllowed": false }));
    assert_ne!(ids(&plan, "2026-12-10T20:00:00+01:00"), ids(&other, "2026-12-10T20:00:00+01:00"));
}

fn a_fleet(names: &[&str]) -> apim_plan::fleet::Fleet {
    let inputs: Vec<FleetInput> = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let value = json!({
                "name": name, "resourceGroup": format!("rg-{name}"), "platform": if index == 3 { "stv2" } else { "stv1" }, "tier": "premium",
                "vnet": if index % 2 == 0 { "internal" } else { "external" }, "downtimeAllowed": false, "dnsChangeMinutes": 20,
                "customDomains": true, "customDomainRecord": "a",
                "locations": [{ "name": "westeurope", "units": 2 }]
            });
            let subnets = vec![(index < 2).then(|| "/subnet/one".to_owned())];
            FleetInput { request: read_request(&value.to_string()).unwrap(), subnets, ..FleetInput::default() }
        })
        .collect();
    let options = read_options(
        r#"{"simultaneous":1,"calendar":{"from":"2026-12-01","timeZone":"Europe/Amsterdam","windows":[{"weekdays":["tuesday"],"from":"20:00","to":"23:00"}]}}"#,
    );
    fleet(&inputs, &options.unwrap())
}

#[test]
fn a_fleet_becomes_a_page_tables_and_a_calendar() {
    let fleet = a_fleet(&["orders-test", "orders-prod", "hr-prod", "mobile-prod"]);
    insta::assert_snapshot!("fleet_markdown", fleet_markdown(&fleet));
    insta::assert_snapshot!("fleet_instances_csv", fleet_csv(&fleet, FleetTable::Instances));
    insta::assert_snapshot!("fleet_schedule_csv", fleet_csv(&fleet, FleetTable::Schedule));
    insta::assert_snapshot!("fleet_calendar", told(&fleet_ics(&fleet).unwrap()));
    let json: serde_json::Value = serde_json::from_str(&fleet_json(&fleet).unwrap()).unwrap();
    assert_eq!(json["instances"].as_array().unwrap().len(), 4);
    assert_eq!(json["waves"][0]["runs"][0]["moves"], "all");
    assert_eq!(json["schedule"][0]["start"], "2026-12-01T20:00:00+01:00");
}

#[test]
fn without_hours_there_is_no_calendar() {
    let inputs = [FleetInput::from(read_request(r#"{"platform":"stv1","tier":"basic"}"#).unwrap())];
    let fleet = fleet(&inputs, &apim_plan::fleet::FleetOptions::default());
    assert_eq!(fleet_ics(&fleet), None);
    assert!(fleet_markdown(&fleet).contains("### Wave 1\n"));
}

/// What a spreadsheet takes for a formula.
fn runs(cell: &str) -> bool {
    cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "|",
        "`",
        "```",
        "<",
        ">",
        "*",
        "_",
        "[",
        "]",
        "(",
        ")",
        "#",
        "\\",
        "\"",
        "'",
        ",",
        ";",
        ":",
        "$",
        "~",
        "&",
        "&lt;",
        " ",
        "a",
        "Z",
        "1",
        ".",
        "é",
        "漢",
        "🚀",
        "＝",
        "BEGIN:VEVENT",
        "cmd|' /C calc'!A0",
        "<script>",
        "![x](y)",
        "\u{0}",
        "\u{7}",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn no_name_becomes_a_formula(names in prop::collection::vec(hostile(), 1..5)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let fleet = a_fleet(&names);
        let rows = table(&fleet_csv(&fleet, FleetTable::Instances));
        prop_assert_eq!(rows.len(), 1 + names.len());
        for (row, name) in rows[1..].iter().zip(&names) {
            prop_assert!(row.iter().all(|cell| !runs(cell)), "{row:?}");
            // Nothing is lost: the name is there, with an apostrophe where it had to be.
            prop_assert_eq!(row[0].strip_prefix('\'').filter(|_| runs(name)).unwrap_or(&row[0]), *name);
        }
        for row in table(&fleet_csv(&fleet, FleetTable::Schedule)) {
            prop_assert!(row.iter().all(|cell| !runs(cell)), "{row:?}");
        }
    }

    #[test]
    fn no_name_breaks_a_calendar(name in hostile()) {
        let fleet = a_fleet(&[&name, "b", "c"]);
        let Some(calendar) = fleet_ics(&fleet) else { return Ok(()) };
        let starts = calendar.matches("\r\nBEGIN:VEVENT\r\n").count();
        prop_assert_eq!(events(&calendar).len(), starts);
        let lines: Vec<&str> = calendar.strip_suffix("\r\n").unwrap().split("\r\n").collect();
        prop_assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n']) && !line.is_empty()));
        // Unfolded and unescaped, the name is what it was, but for characters that no calendar can hold.
        let expected: String = name.chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect();
        let summary = events(&calendar)[0].iter().find(|(name, _)| name == "SUMMARY").unwrap().1.clone();
        let mut shown = String::new();
        let mut signs = summary.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next().unwrap() {
                    'n' => shown.push('\n'),
                    other => shown.push(other),
                },
                sign => shown.push(sign),
            }
        }
        if !name.is_empty() && fleet.schedule[0].instance == 0 {
            // The parser drops blanks at the end.
            let expected = format!("Migrate {expected}");
            prop_assert_eq!(shown.trim_end(), expected.trim_end());
        }
    }

    #[test]
    fn no_name_breaks_a_table_of_markdown(name in hostile()) {
        let plain = a_fleet(&["plain", "b", "c"]);
        let fleet = a_fleet(&[&name, "b", "c"]);
        let instances = |text: &str| text.split("## Instances").nth(1).unwrap().lines().filter(|line| line.starts_with('|')).map(bars).collect::<Vec<_>>();
        prop_assert_eq!(instances(&fleet_markdown(&fleet)), instances(&fleet_markdown(&plain)));
        let text = markdown(&planned(&json!({ "name": name, "platform": "stv1", "tier": "standard", "locations": [{ "name": format!("x{name}") }] })));
        let (prose, fenced): (Vec<_>, Vec<_>) = outside_fences(&text);
        prop_assert!(prose.iter().all(|line| !unescaped(line, '<') || line.contains("<http")), "{text}");
        prop_assert!(prose.iter().all(|line| !unescaped(line, '`')), "{text}");
        prop_assert!(fenced.iter().any(|line| line.contains("az apim show")));
        prop_assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count() >= 1, true);
        let tables = prose.iter().filter(|line| line.starts_with('|')).map(|line| bars(line)).collect::<Vec<_>>();
        prop_assert!(tables.windows(2).all(|pair| pair[0] > 2 && pair[1] > 2));
    }
}

/// Bars that part cells: those without a backslash in front that is not escaped itself.
fn bars(line: &str) -> usize {
    let mut escaped = false;
    line.chars()
        .filter(|sign| {
            let bar = *sign == '|' && !escaped;
            escaped = *sign == '\\' && !escaped;
            bar
        })
        .count()
}

fn unescaped(line: &str, wanted: char) -> bool {
    let mut escaped = false;
    line.chars().any(|sign| {
        let found = sign == wanted && !escaped;
        escaped = sign == '\\' && !escaped;
        found
    })
}

/// The lines outside fenced blocks, and those inside.
fn outside_fences(text: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut prose, mut fenced) = (Vec::new(), Vec::new());
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) if ticks.len() >= open.len() && line == ticks => fence = None,
            Some(_) => fenced.push(line),
            None if ticks.len() >= 3 => fence = Some(ticks),
            None => prose.push(line),
        }
    }
    assert_eq!(fence, None, "every block is closed");
    (prose, fenced)
}
