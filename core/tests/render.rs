//! What leaves the planner as text: wording by snapshots, safety by laws.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that finds nothing is to fail")]

use std::collections::BTreeSet;
use std::fmt::Write;

use apim_plan::export::{ExportContext, FleetTable, Recipient, Start, Table, fleet_csv, fleet_ics, fleet_json, fleet_markdown};
use apim_plan::fleet::{FleetInput, fleet, read_options};
use apim_plan::{Owner, PathId, Phase, Plan};
use apim_plan::{plan, read_request};
use proptest::prelude::*;
use serde_json::json;
use strum::IntoEnumIterator;

fn markdown(plan: &Plan) -> String {
    apim_plan::export::markdown(plan, &ExportContext::default())
}

fn ics(plan: &Plan, start: Start) -> Option<String> {
    apim_plan::export::ics(plan, start, &ExportContext::default())
}

fn plan_csv(plan: &Plan, table: Table) -> String {
    apim_plan::export::csv(plan, table, &ExportContext::default())
}

fn letter(plan: &Plan, owner: Owner) -> Option<String> {
    apim_plan::export::to_letter(plan, Recipient::from(owner), &ExportContext::default())
}

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

/// A few of everything: what the snapshots show is how a plan is written, not all that it says.
fn in_short(mut plan: Plan) -> Plan {
    plan.findings.truncate(2);
    plan.flips.truncate(2);
    plan.disagreements.truncate(1);
    plan.ports.truncate(2);
    plan.paths.retain(|path| matches!(path.id, PathId::SameSubnetNewVip | PathId::NewSubnetKeep48h | PathId::InPlaceNewVip));
    for path in &mut plan.paths {
        path.reasons.truncate(1);
        let phases = [Phase::Before, Phase::During, Phase::After];
        let few = phases.iter().flat_map(|phase| path.actions.iter().filter(|action| action.phase == *phase).take(3).cloned());
        path.actions = few.collect();
        path.commands.truncate(1);
    }
    let capacity = &mut plan.capacity;
    capacity.locations.truncate(1);
    capacity.order.truncate(2);
    capacity.avoid.truncate(1);
    capacity.reliability.truncate(1);
    for location in &mut capacity.locations {
        location.options.truncate(2);
        location.steps.truncate(2);
    }
    for topic in &mut capacity.reliability {
        topic.statements.truncate(2);
    }
    plan
}

#[test]
fn a_plan_becomes_a_runbook() {
    insta::assert_snapshot!(markdown(&in_short(orders_prod())));
}

/// Plans of every kind: what is on every path, with and without a network, with nothing to do.
fn plans() -> Vec<Plan> {
    let mut plans = vec![orders_prod()];
    for tier in ["developer", "basic", "premium", "standardV2"] {
        for vnet in ["none", "external", "internal"] {
            for platform in ["stv1", "stv2"] {
                for wish in ["downtimeAllowed", "validateFirst", "modifyInstance", "returnToOriginalSubnet"] {
                    plans.push(planned(&json!({
                        "name": "a", "tier": tier, "vnet": vnet, "platform": platform, wish: wish == "validateFirst", "newSubnet": true,
                        "goals": { "surviveZoneLoss": true, "surviveRegionLoss": true },
                        "autoscale": { "minimum": 1, "maximum": 5, "step": 1 },
                        "locations": [{ "name": "westeurope", "units": 3, "subnet": { "prefix": 27 } }, { "name": "ukwest", "units": 1 }]
                    })));
                }
            }
        }
    }
    plans
}

#[test]
fn the_runbook_leaves_nothing_out() {
    for plan in plans() {
        let text = markdown(&plan).replace('\\', "");
        let has = |said: &str| assert!(text.contains(&said.replace('\\', "")), "{said}\n\n{text}");
        has(&plan.headline);
        plan.findings.iter().for_each(|finding| has(&format!("{} {}", finding.what, finding.instead)));
        if !plan.is_settled() {
            plan.flips.iter().for_each(|flip| has(&flip.text));
            plan.paths.iter().flat_map(|path| &path.reasons).for_each(|reason| has(&reason.text));
        }
        plan.disagreements.iter().for_each(|disagreement| has(&disagreement.used));
        plan.capacity.locations.iter().flat_map(|location| &location.steps).for_each(|step| has(&step.text));
        plan.capacity.order.iter().for_each(|step| has(&step.text));
        plan.ports.iter().for_each(|port| has(port.purpose));
        for path in plan.paths.iter().filter(|path| Some(path.id) == plan.recommended) {
            path.actions.iter().for_each(|action| has(&action.text));
            path.commands.iter().for_each(|command| has(&command.text));
            path.timeline.iter().for_each(|span| has(&span.label));
            path.portal_steps.iter().for_each(|step| has(&step.text));
            path.back_out.iter().flat_map(|back_out| &back_out.after).for_each(|after| has(&after.text));
            path.dns_records.iter().for_each(|record| has(&record.name));
        }
        // Every number has its line among the sources.
        let (said, sources) = text.split_once("\n## Sources\n").unwrap_or((&text, ""));
        let mut numbers = BTreeSet::new();
        for (_, rest) in said.match_indices(" [").map(|(at, _)| said.split_at(at + 2)) {
            let list = rest.split(']').next().unwrap();
            numbers.extend(list.split(", ").filter_map(|number| number.parse::<u32>().ok()));
        }
        let highest = numbers.last().copied().unwrap_or(0);
        assert_eq!(numbers, (1..=highest).collect());
        (1..=highest).for_each(|number| assert!(sources.contains(&format!("\n  - [{number}] ")), "{number} has no source"));
    }
}

#[test]
fn every_action_is_in_the_letter_of_its_owner() {
    for plan in plans() {
        let letters: Vec<_> = Owner::iter().map(|owner| (owner, letter(&plan, owner))).collect();
        let path = plan.paths.iter().find(|path| Some(path.id) == plan.recommended);
        for (owner, letter) in letters {
            let mine: Vec<_> = path.iter().flat_map(|path| &path.actions).filter(|action| action.owner == owner).collect();
            assert_eq!(letter.is_some(), !mine.is_empty());
            for action in &mine {
                assert!(letter.as_ref().unwrap().contains(action.text.as_ref()));
            }
        }
    }
}

#[test]
fn a_plan_with_nothing_to_do_says_so() {
    let text = markdown(&planned(&json!({ "platform": "stv2.1", "tier": "premium", "vnet": "none" })));
    assert!(text.starts_with("# Migration plan\n\n**No migration is needed"), "{text}");
    for section in ["Checklist", "Commands", "Paths", "DNS records", "Back-out"] {
        assert!(!text.contains(&format!("## {section}")), "{section}");
    }
}

#[test]
fn each_owner_gets_a_letter() {
    let plan = in_short(orders_prod());
    let letters: Vec<String> = Owner::iter().filter_map(|owner| letter(&plan, owner)).collect();
    let full = orders_prod();
    assert_eq!(Owner::iter().filter(|owner| letter(&full, *owner).is_some()).count(), 5, "every owner has work");
    insta::assert_snapshot!(letters.join("\n----\n\n"));
    assert_eq!(letter(&planned(&json!({ "platform": "stv2" })), Owner::Dns), None);
    let unsure = letter(&planned(&json!({ "tier": "basic" })), Owner::Apim).unwrap();
    assert!(unsure.contains("must migrate if it runs on the stv1 compute platform"), "{unsure}");
}

#[test]
fn the_tables_of_a_plan() {
    let plan = orders_prod();
    let paths = table(&plan_csv(&plan, Table::Paths));
    assert_eq!(paths.len(), 1 + 9);
    assert_eq!(paths[1][..8], ["Same subnet, new VIP", "Recommended", "0", "", "240", "15", "30", "45"].map(str::to_owned));
    let actions = plan.paths[0].actions.len();
    assert_eq!(table(&plan_csv(&plan, Table::Checklist)).len(), 1 + actions);
}

#[test]
fn the_calendar_of_a_run() {
    insta::assert_snapshot!(told(&ics(&orders_prod(), start()).unwrap()));
    assert_eq!(ics(&planned(&json!({ "modifyInstance": false, "platform": "stv1" })), start()), None);
    assert_eq!(ics(&planned(&json!({ "platform": "stv2" })), start()), None);
    insta::assert_snapshot!("tomorrow".parse::<Start>().unwrap_err());
    // A browser's clock writes fractions; a person may leave seconds away.
    for same in ["2026-12-10T19:00:00.000Z", "2026-12-10T19:00Z", "2026-12-10T19:00:00Z", "2026-12-10T15:30:00-03:30"] {
        assert_eq!(same.parse(), Ok(start()), "{same}");
    }
    for wrong in [
        "",
        "2026-12-10",
        "2026-12-10T19:00",
        "2026-12-10T19:00:0Z",
        "2026-12-10T19:00:xxZ",
        "2026-02-30T19:00Z",
        "2026-12-10T24:00Z",
        "2026-12-10T1é:00Z",
    ] {
        assert!(wrong.parse::<Start>().is_err(), "{wrong}");
    }
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
