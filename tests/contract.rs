//! `docs/contract.md` says what exists, and what exists is in `docs/contract.md`.
//!
//! A row that says *Announced* must not exist yet: its name is reserved for a later version.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use apim_plan::{Assessment, Plan, PlanOptions, PlanRequest};
use regex_lite::Regex;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

const CONTRACT: &str = include_str!("../docs/contract.md");
const EXPORTS: &str = include_str!("../www/npm/api.js");

/// Vocabularies that the contract leaves open: rules have a reference page, and fields are those of the request.
const OPEN: [&str; 2] = ["RuleId", "Field"];

/// Vocabularies of which the contract names only a part: others may be added.
const NAMED_IN_PART: [&str; 1] = ["ActionId"];

#[test]
fn the_contract_and_the_types_agree() {
    assert_eq!(differences(CONTRACT, &Shapes::of_the_planner()), Vec::<String>::new());
}

#[test]
fn the_contract_and_the_command_line_agree() {
    let usage = pattern(r#"usage: "apim-plan (\w+)"#);
    let cli = command_line();
    let commands = usage.captures_iter(&cli).filter_map(|found| Some(found.get(1)?.as_str().to_owned())).collect();
    let named = rows_below(CONTRACT, "CLI", |name| Some(name.strip_prefix("apim-plan ")?.split(' ').next()?.to_owned()));
    assert_eq!(compare("CLI", &named, &commands), Vec::<String>::new());
    for option in pattern("`(--[a-z]+)").captures_iter(implemented(CONTRACT, "CLI").as_str()) {
        let option = option.get(1).map_or("", |option| option.as_str());
        assert!(cli.contains(option), "the command line has no {option}");
    }
}

#[test]
fn the_contract_and_the_package_agree() {
    let mut exports: BTreeSet<String> = BTreeSet::new();
    for found in pattern(r"export (?:async )?(?:function|class|const) (\w+)").captures_iter(EXPORTS) {
        exports.extend(found.get(1).map(|name| name.as_str().to_owned()));
    }
    for found in pattern(r"export \{([^}]*)\}").captures_iter(EXPORTS) {
        let names = found.get(1).map_or("", |names| names.as_str()).split(',');
        exports.extend(names.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()));
    }
    let named = rows_below(CONTRACT, "JavaScript", |name| Some(name.split('(').next()?.to_owned()));
    assert_eq!(compare("JavaScript", &named, &exports), Vec::<String>::new());
}

#[test]
fn every_difference_is_found() {
    let shapes = Shapes {
        fields: [("Location".to_owned(), set(&["name", "units", "soon"]))].into(),
        values: [("Tier".to_owned(), set(&["basic", "premium"])), ("Vnet".to_owned(), set(&["none"]))].into(),
    };
    let contract = "## Values\n\n| Name | Values |\n|---|---|\n| `Tier` | `basic` `gold` |\n\n\
                    ### `Location`\n\n| Field | Meaning |\n|---|---|\n| `name` | |\n| `zone` | |\n| `soon` | *Announced.* |\n";
    let expected = [
        "Location: `soon` is announced and exists already",
        "Location: `units` is missing in the contract",
        "Location: `zone` does not exist",
        "Tier: `gold` does not exist",
        "Tier: `premium` is missing in the contract",
        "Vnet is missing in the contract",
    ];
    assert_eq!(differences(contract, &shapes), expected);
}

/// The objects and the vocabularies of requests and plans, by the names of their types.
#[derive(Default)]
struct Shapes {
    fields: BTreeMap<String, BTreeSet<String>>,
    values: BTreeMap<String, BTreeSet<String>>,
}

impl Shapes {
    fn of_the_planner() -> Self {
        let mut shapes = Self::default();
        shapes.add::<PlanRequest>(SchemaSettings::draft2020_12().for_deserialize());
        shapes.add::<PlanOptions>(SchemaSettings::draft2020_12().for_deserialize());
        shapes.add::<Plan>(SchemaSettings::draft2020_12().for_serialize());
        shapes.add::<Assessment>(SchemaSettings::draft2020_12().for_serialize());
        shapes
    }

    fn add<T: JsonSchema>(&mut self, settings: SchemaSettings) {
        let schema = settings.into_generator().into_root_schema_for::<T>().to_value();
        let root = (T::schema_name().into_owned(), schema.clone());
        let parts = schema.get("$defs").and_then(Value::as_object).cloned().unwrap_or_default();
        for (name, shape) in std::iter::once(root).chain(parts) {
            if let Some(fields) = shape.get("properties").and_then(Value::as_object) {
                self.fields.entry(name).or_default().extend(fields.keys().cloned());
            } else if let Some(values) = words(&shape) {
                self.values.entry(name).or_default().extend(values);
            }
        }
    }
}

/// The values of a vocabulary; `None` for any other shape.
fn words(shape: &Value) -> Option<Vec<String>> {
    if let Some(values) = shape.get("enum") {
        return values.as_array()?.iter().map(|value| value.as_str().map(str::to_owned)).collect();
    }
    if let Some(value) = shape.get("const") {
        return Some(vec![value.as_str()?.to_owned()]);
    }
    let choices = shape.get("oneOf")?.as_array()?.iter().map(words).collect::<Option<Vec<_>>>()?;
    Some(choices.concat())
}

/// What is in the contract and not in the types, and the other way round.
fn differences(contract: &str, shapes: &Shapes) -> Vec<String> {
    let mut found = Vec::new();
    let mut described = BTreeSet::new();
    for table in tables(contract) {
        if let Some(shape) = code(&table.heading) {
            match shapes.fields.get(&shape) {
                Some(fields) => found.extend(compare(&shape, &table.names(), fields)),
                None => found.push(format!("there is no object {shape}")),
            }
        } else if let Some(vocabulary) = table.header.first().and_then(|name| code(name)) {
            found.extend(vocabulary_differs(&vocabulary, &table.names(), shapes));
            described.insert(vocabulary);
        } else if table.header == ["Name", "Values"] {
            for row in &table.rows {
                let Some(name) = row.first().and_then(|name| code(name)) else { continue };
                let values = row.get(1).map(|values| codes(values)).unwrap_or_default();
                let values = values.into_iter().map(|value| (value, false)).collect();
                found.extend(vocabulary_differs(&name, &values, shapes));
                described.insert(name);
            }
        }
    }
    let missing = shapes.values.keys().filter(|name| !described.contains(*name) && !OPEN.contains(&name.as_str()));
    found.extend(missing.map(|name| format!("{name} is missing in the contract")));
    found.sort();
    found
}

fn vocabulary_differs(name: &str, named: &BTreeMap<String, bool>, shapes: &Shapes) -> Vec<String> {
    let Some(values) = shapes.values.get(name) else {
        return vec![format!("there is no vocabulary {name}")];
    };
    let in_part = NAMED_IN_PART.contains(&name);
    compare(name, named, values).into_iter().filter(|what| !(in_part && what.ends_with("is missing in the contract"))).collect()
}

/// `named` tells for each name of the contract whether it is announced.
fn compare(of: &str, named: &BTreeMap<String, bool>, existing: &BTreeSet<String>) -> Vec<String> {
    let wrong = named.iter().filter_map(|(name, announced)| match (announced, existing.contains(name)) {
        (false, false) => Some(format!("{of}: `{name}` does not exist")),
        (true, true) => Some(format!("{of}: `{name}` is announced and exists already")),
        (false, true) | (true, false) => None,
    });
    let missing = existing.iter().filter(|name| !named.contains_key(*name));
    wrong.chain(missing.map(|name| format!("{of}: `{name}` is missing in the contract"))).collect()
}

/// A table and the nearest heading above it.
struct Table {
    heading: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Every name of the first column, and whether its row is announced.
    fn names(&self) -> BTreeMap<String, bool> {
        let rows = self.rows.iter().filter_map(|row| Some((row.first()?, is_announced(row))));
        rows.flat_map(|(names, announced)| codes(names).into_iter().map(move |name| (name, announced))).collect()
    }
}

fn is_announced(row: &[String]) -> bool {
    row.iter().any(|cell| cell.contains("*Announced"))
}

fn tables(text: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut heading = String::new();
    let mut inside = false;
    for line in text.lines() {
        if let Some(title) = line.strip_prefix('#') {
            title.trim_start_matches(|sign: char| "#. ".contains(sign) || sign.is_ascii_digit()).trim().clone_into(&mut heading);
        }
        let Some(row) = line.strip_prefix('|') else {
            inside = false;
            continue;
        };
        let cells = cells(row);
        match tables.last_mut() {
            Some(table) if inside => {
                if !cells.iter().all(|cell| cell.starts_with("---")) {
                    table.rows.push(cells);
                }
            }
            _ => tables.push(Table { heading: heading.clone(), header: cells, rows: Vec::new() }),
        }
        inside = true;
    }
    tables
}

/// A bar after a backslash does not end a cell.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim_end().trim_end_matches('|').replace("\\|", "\u{0}");
    row.split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect()
}

/// The first column of the tables below a heading, each cell through `name`.
fn rows_below(text: &str, heading: &str, name: impl Fn(&str) -> Option<String>) -> BTreeMap<String, bool> {
    let tables = tables(text);
    let rows = tables.iter().filter(|table| table.heading == heading).flat_map(|table| &table.rows);
    rows.filter_map(|row| Some((name(&code(row.first()?)?)?, is_announced(row)))).collect()
}

/// The text below a heading up to the next one, without what is announced.
fn implemented(text: &str, heading: &str) -> String {
    let below = text.lines().skip_while(|line| !(line.starts_with('#') && line.ends_with(heading))).skip(1);
    let part: Vec<&str> = below.take_while(|line| !line.starts_with('#')).collect();
    pattern(r"\*Announced[^.]*\.?\*[^.]*\.?").replace_all(&part.join("\n"), "").into_owned()
}

/// The code that a text is, such as `` `Path` ``.
fn code(text: &str) -> Option<String> {
    let inner = text.strip_prefix('`')?.strip_suffix('`')?;
    (!inner.contains('`')).then(|| inner.to_owned())
}

/// Every piece of code in a text.
fn codes(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The sources of the command line: one file for each command.
fn command_line() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/npm/cli");
    let files = fs::read_dir(folder.join("commands")).into_iter().flatten().flatten().map(|file| file.path());
    let shared = ["usage.js", "context.js", "fail-on.js", "../cli.js"];
    let files = files.chain(shared.map(|name| folder.join(name)));
    files.map(|file| fs::read_to_string(file).unwrap_or_default()).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(ToString::to_string).collect()
}

#[expect(clippy::expect_used, reason = "the patterns are written here")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}
