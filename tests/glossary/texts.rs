//! Every text that a reader sees, taken from finished plans, exports and errors, not from the sources.

use std::collections::{BTreeMap, BTreeSet};

use apim_plan::export::{self, ExportContext, FleetTable, Start, Table};
use apim_plan::fleet::{FleetInput, fleet, read_options};
use apim_plan::import::{compare, import_text, read};
use apim_plan::questionnaire::{FindOut, Group, QUESTIONNAIRE, Question, Sway, Weight};
use apim_plan::{Owner, Plan, PlanRequest, RuleId, all_disagreements, all_sources, link, plan, read_request, rule};
use apim_plan_tests::{golden_cases, root};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use strum::IntoEnumIterator;

use crate::common::requests;

/// Requests at random, besides those of the golden cases. The random numbers are the same in every run.
const AT_RANDOM: usize = 1_000;

/// The requests whose plans are read.
pub(crate) fn sample() -> Result<Vec<PlanRequest>, String> {
    let golden = golden_cases()?.into_iter().filter_map(|(_, case)| read_request(&case.request.to_string()).ok());
    let mut requests: Vec<PlanRequest> = golden.collect();
    let mut runner = TestRunner::deterministic();
    let any = self::requests();
    for _ in 0..AT_RANDOM {
        let mut request = any.new_tree(&mut runner).map_err(|reason| reason.to_string())?.current();
        // Names are other people's words.
        request.name = Some("apim-orders-prod".to_owned());
        request.resource_group = None;
        request.subscription_id = None;
        for location in &mut request.locations {
            location.precreated_ip = location.precreated_ip.as_ref().map(|_| "203.0.113.10".to_owned());
        }
        requests.push(request);
    }
    Ok(requests)
}

/// Texts by where they come from: `findings[].what` and so on.
pub(crate) type Texts = BTreeMap<String, BTreeSet<String>>;

/// The texts of a plan, by their address without positions.
pub(crate) fn of_plan(plan: &Plan, texts: &mut Texts) {
    let value = serde_json::to_value(plan).unwrap_or_default();
    collect(&value, "plan", texts);
}

/// Strings with a blank in them are words for people, except commands, host names and headings of pages.
fn collect(value: &Value, at: &str, texts: &mut Texts) {
    match value {
        Value::String(text) if text.contains(' ') => {
            texts.entry(at.to_owned()).or_default().insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, at, texts)),
        Value::Object(fields) => {
            let is_command = fields.contains_key("shell");
            for (key, inner) in fields {
                let is_data = ["name", "heading", "zone", "from"].contains(&key.as_str()) || is_command && key == "text";
                if !is_data {
                    collect(inner, &format!("{at}.{key}"), texts);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn add(texts: &mut Texts, at: &str, text: impl Into<String>) {
    let text = text.into();
    if !text.is_empty() {
        texts.entry(at.to_owned()).or_default().insert(text);
    }
}

/// Lines of a file; blocks of code and lines that only restate a heading of a page are left out.
fn add_lines(texts: &mut Texts, at: &str, file: &str) {
    let mut is_code = false;
    for line in file.lines() {
        is_code ^= line.starts_with("```");
        if !is_code && !line.starts_with("  - [") && line.contains(' ') {
            add(texts, at, line);
        }
    }
}

/// What a plan becomes when people take it with them.
pub(crate) fn of_exports(plan: &Plan, texts: &mut Texts) {
    add_lines(texts, "export.markdown", &export::markdown(plan, &ExportContext::default()));
    add_lines(texts, "export.ticket", &export::to_ticket(plan, &ExportContext::default()));
    for owner in Owner::iter() {
        add_lines(texts, "export.letter", &export::to_letter(plan, owner.into(), &ExportContext::default()).unwrap_or_default());
    }
    for table in [Table::Paths, Table::Checklist] {
        add_lines(texts, "export.csv", export::csv(plan, table, &ExportContext::default()).lines().next().unwrap_or_default());
    }
    let start: Option<Start> = "2026-12-01T20:00:00+01:00".parse().ok();
    if let Some(calendar) = start.and_then(|start| export::ics(plan, start, &ExportContext::default())) {
        add_lines(texts, "export.ics", &calendar.replace("\r\n ", ""));
    }
}

/// A fleet of these requests, with and without a calendar, and what it is exported as.
pub(crate) fn of_fleet(requests: &[PlanRequest], texts: &mut Texts) -> Result<(), String> {
    let inputs: Vec<FleetInput> = requests
        .iter()
        .enumerate()
        .map(|(index, request)| FleetInput {
            request: request.clone(),
            subnets: vec![Some(format!("/subnet/{}", index % 7)); request.locations.len()],
            ..FleetInput::default()
        })
        .collect();
    let calendars = [
        json!({}),
        json!({ "simultaneous": 1, "calendar": { "from": "2026-11-30", "until": "2026-12-04", "timeZone": "Europe/Amsterdam",
            "windows": [{ "weekdays": ["tuesday", "thursday"], "from": "20:00", "to": "23:00" }] } }),
        json!({ "simultaneous": 9, "calendar": { "from": "2026-11-30", "timeZone": "UTC",
            "windows": [{ "weekdays": ["friday"], "from": "20:00", "to": "20:30" }] } }),
    ];
    for options in calendars {
        let options = read_options(&options.to_string()).map_err(|error| error.to_string())?;
        for part in inputs.chunks(25) {
            let fleet = fleet(part, &options);
            collect(&serde_json::to_value(&fleet).unwrap_or_default(), "fleet", texts);
            add_lines(texts, "export.fleet", &export::fleet_markdown(&fleet));
            for table in [FleetTable::Instances, FleetTable::Schedule] {
                add_lines(texts, "export.fleet", export::fleet_csv(&fleet, table).lines().next().unwrap_or_default());
            }
            add_lines(texts, "export.fleet", &export::fleet_ics(&fleet).unwrap_or_default().replace("\r\n ", ""));
        }
    }
    Ok(())
}

/// The questions, their help and their alternatives.
pub(crate) fn of_questions(texts: &mut Texts) {
    for group in Group::iter() {
        add(texts, "questionnaire.group", group.title());
    }
    for question in QUESTIONNAIRE.questions {
        of_question(question, texts);
        if let Weight::Counted(counted) = &question.weight {
            add(texts, "questionnaire.open", counted.open);
            if let Sway::Alternatives { answers, .. } = &counted.sway {
                answers.iter().for_each(|alternative| add(texts, "questionnaire.condition", alternative.condition));
            }
        }
    }
    QUESTIONNAIRE.of_location.iter().for_each(|question| of_question(question, texts));
}

fn of_question<Of>(question: &Question<Of>, texts: &mut Texts) {
    add(texts, "questionnaire.label", question.label);
    add(texts, "questionnaire.short", question.short);
    add(texts, "questionnaire.help", question.help);
    for find_out in question.find_out {
        if let FindOut::Portal(portal) = find_out {
            add(texts, "questionnaire.portal", *portal);
        }
    }
}

/// What the documentation says, where it differs, and what the rules find.
pub(crate) fn of_facts(texts: &mut Texts) {
    for source in all_sources() {
        add(texts, "facts.says", source.says);
        add(texts, "facts.title", source.title);
    }
    for disagreement in all_disagreements() {
        add(texts, "disagreements.about", disagreement.about);
        add(texts, "disagreements.used", disagreement.used);
        disagreement.sides.iter().for_each(|side| add(texts, "disagreements.says", side.says.clone()));
    }
    for id in RuleId::iter() {
        add(texts, "rules.finds", rule(id).finds);
    }
}

/// Errors and warnings: refused requests, links, files, options, calendars.
pub(crate) fn of_errors(texts: &mut Texts) -> Result<(), String> {
    let refused = golden_cases()?.into_iter().filter_map(|(_, case)| read_request(&case.request.to_string()).err());
    refused.for_each(|error| add(texts, "errors.request", error.message));
    let links = [
        "teir=x",
        "vnet=sideways",
        "locations[0][units]=3",
        "locations=3",
        "name=x",
        "%zz",
        "createdOn=soon",
        "dnsChangeMinutes=-1",
        "downtimeAllowed=maybe",
        "tier=basic&tier=premium",
        "locations[a][name]=x",
    ];
    for query in links {
        link::decode(query).dropped.iter().for_each(|dropped| add(texts, "errors.link", dropped.to_string()));
    }
    let options = [
        json!({ "simultaneous": 0 }),
        json!({ "pauseMinutes": 9999 }),
        json!({ "calendar": { "from": "2026-11-30", "timeZone": "Mars", "windows": [] } }),
        json!({ "calendar": { "from": "2026-11-30", "timeZone": "UTC", "windows": [] } }),
        json!({ "calendar": { "from": "2026-11-30", "until": "2026-01-01", "timeZone": "UTC",
            "windows": [{ "weekdays": ["friday"], "from": "20:00", "to": "20:30" }] } }),
        json!({ "calendar": { "from": "2026-11-30", "timeZone": "UTC", "windows": [{ "weekdays": [], "from": "20:00", "to": "20:30" }] } }),
        json!({ "calendar": { "from": "2026-11-30", "timeZone": "UTC", "windows": [{ "weekdays": ["friday"], "from": "24:00", "to": "20:30" }] } }),
        json!({ "calendar": { "from": "2026-11-30", "timeZone": "UTC", "windows": [{ "weekdays": ["friday"], "from": "8 pm", "to": "20:30" }] } }),
    ];
    for options in options {
        if let Err(error) = read_options(&options.to_string()) {
            add(texts, "errors.options", error.message);
        }
    }
    if let Err(error) = "soon".parse::<Start>() {
        add(texts, "errors.start", error.to_string());
    }
    of_files(texts)
}

/// What is said of the files of other tools, and of files that are none.
fn of_files(texts: &mut Texts) -> Result<(), String> {
    let folder = root().join("tests/fixtures/import");
    let mut read_files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(|error| error.to_string())?.flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        match read(&text) {
            Ok(reading) => {
                collect(&serde_json::to_value(&reading.skipped).unwrap_or_default(), "import.skipped", texts);
                for imported in &reading.instances {
                    imported.warnings.iter().for_each(|warning| add(texts, "import.warnings", warning.as_ref()));
                    let value = serde_json::to_value(imported).unwrap_or_default();
                    for list in ["missing", "notRead"] {
                        collect(value.get(list).unwrap_or(&Value::Null), "import.notRead", texts);
                    }
                }
                read_files.extend(reading.instances);
            }
            Err(error) => add(texts, "errors.import", error.to_string()),
        }
    }
    let wrong = [
        "",
        "<html>",
        "<policies>",
        "ERROR: no",
        "terraform {",
        "using 'a'",
        "Name : a\nSku : b",
        "---\na: b",
        "hello",
        "a,b\n1,2\n",
        "{",
        "[1,]",
        "{'a': 1}",
        "{\"a\" 1}",
        "{\"a\": \"b",
        "[]",
        "{\"terraform_version\":\"1\"}",
        "{\"openapi\":\"3\"}",
        "{\"type\":\"Microsoft.Storage/storageAccounts\"}",
        "{\"error\":{\"code\":\"NotFound\"}}",
        "{\"a\":1}",
    ];
    for text in wrong {
        if let Err(error) = import_text(text) {
            add(texts, "errors.import", error.to_string());
        }
    }
    for before in read_files.iter().take(20) {
        for after in read_files.iter().take(20) {
            let report = compare(before, after, plan(&before.request).recommended);
            collect(&serde_json::to_value(&report).unwrap_or_default(), "compare", texts);
        }
    }
    Ok(())
}
