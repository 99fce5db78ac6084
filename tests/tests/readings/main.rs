//! A second reading of the documentation, made without a look at the code, against what the product carries.
//!
//! `tests/readings/README.md` says where the reading is from and who was right where the two differed. Every entry is either computed from the
//! facts (`values.rs`), said by a citation or shown by a plan (`mapping.json`), or left out with a reason (there too).

mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use apim_plan::cite::Citation;
use apim_plan::facts::sources::citations;
use apim_plan_tests::{root, value_at};
use serde::Deserialize;
use serde_json::{Value, json};

/// An entry of the second reading, as far as it is compared.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reading {
    id: String,
    when: BTreeMap<String, Value>,
    value: Value,
    unit: String,
    #[serde(default)]
    bound: Option<String>,
    #[serde(default)]
    aligned_with: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Mapping {
    /// Id → citation, and words of the clause in it that holds the reading's figures or names.
    says: BTreeMap<String, (String, String)>,
    /// Id → citations with words of theirs, and what a person reads in these words.
    means: BTreeMap<String, Meaning>,
    plans: Vec<Shown>,
    left_out: Vec<LeftOut>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meaning {
    r#where: Vec<(String, String)>,
    value: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    request: Value,
    /// Id → address in the plan, unit, and for a reading that says "most" the address of a certainty.
    shows: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOut {
    reason: String,
    ids: Vec<String>,
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, String> {
    let path = root().join("tests/readings").join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn readings() -> Result<Vec<Reading>, String> {
    read("figures.json")
}

/// Which bounds a sentence can express, and with which words.
fn bound_words(bound: &str) -> &'static [&'static str] {
    match bound {
        "at-most" => &["up to", "at most", "or less", "within", "less than", "no more"],
        "at-least" => &["at least", "or more", "or later", "or larger", "on;", "smallest", "after", "from"],
        "about" => &["about", "most"],
        "range-or-more" => &["or more"],
        _ => &[""],
    }
}

fn expresses(sentence: &str, bound: Option<&String>) -> Result<(), String> {
    let Some(bound) = bound else { return Ok(()) };
    let sentence = sentence.to_lowercase();
    let said = bound_words(bound).iter().any(|words| sentence.contains(words));
    said.then_some(()).ok_or_else(|| format!("no words for the bound {bound:?} in {sentence:?}"))
}

/// Minutes for every length of time, so that 4 hours and 240 minutes are one figure.
fn in_minutes(value: &Value, unit: &str) -> Value {
    let by = match unit {
        "hours" => 60,
        _ => return value.clone(),
    };
    match value {
        Value::Array(all) => all.iter().map(|each| in_minutes(each, unit)).collect(),
        value => value.as_i64().map_or_else(|| value.clone(), |number| json!(number * by)),
    }
}

fn base_unit(unit: &str) -> &str {
    if unit == "hours" { "minutes" } else { unit }
}

fn same(reading: &Reading, ours: &Value) -> bool {
    let theirs = in_minutes(&reading.value, &reading.unit);
    let ordered = reading.aligned_with.is_some() || reading.bound.as_deref().is_some_and(|bound| bound.starts_with("range"));
    let flat = |value: &Value| -> Vec<String> {
        let mut all: Vec<String> = match value {
            Value::Array(items) => items.iter().map(plain).collect(),
            one => vec![plain(one)],
        };
        if !ordered {
            all.sort();
        }
        all
    };
    flat(&theirs) == flat(ours)
}

/// Without quotation marks; words in small letters, because `REST` and `rest` are one tool.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_lowercase)
}

fn citation(id: &str) -> Result<&'static Citation, String> {
    citations().find(|citation| citation.id == id).ok_or_else(|| format!("no citation `{id}`"))
}

/// The figures and names of a reading, as a sentence may write them.
fn spellings(value: &Value) -> Vec<Vec<String>> {
    const NUMBERS: [&[&str]; 6] =
        [&["0", "no"], &["1", "one", "a", "an", "single"], &["2", "two"], &["3", "three"], &["4", "four"], &["5", "five"]];
    match value {
        Value::Array(all) => all.iter().flat_map(spellings).collect(),
        Value::Number(number) => {
            let words = number.as_u64().and_then(|small| NUMBERS.get(usize::try_from(small).ok()?));
            vec![words.map_or_else(|| vec![number.to_string()], |words| words.iter().map(|word| (*word).to_owned()).collect())]
        }
        value => plain(value).split_whitespace().map(|word| vec![word.to_owned()]).collect(),
    }
}

/// Whether the clause of a citation that the mapping points at holds the figures and names of the reading, and its unit.
fn said(reading: &Reading, id: &str, marker: &str) -> Result<(), String> {
    let says = citation(id)?.says;
    let clause = says.split("; ").flat_map(|part| part.split(". ")).find(|clause| clause.contains(marker));
    let clause = clause.ok_or_else(|| format!("{id} has no clause with {marker:?}"))?.to_lowercase();
    let words: Vec<&str> = clause
        .split(|sign: char| !sign.is_alphanumeric() && !"./-=".contains(sign))
        .map(|word| word.trim_end_matches('.'))
        .collect();
    for spelled in spellings(&reading.value) {
        let found = spelled.iter().any(|word| words.contains(&word.as_str()) || (word.len() > 3 && clause.contains(word)));
        if !found {
            return Err(format!("{clause:?} does not say {spelled:?}"));
        }
    }
    let unit = match reading.unit.as_str() {
        "none" | "port" | "date" => "",
        "percent" => "%",
        // "addresses", "minutes": the singular is the stem of both.
        "addresses" => "address",
        unit => unit.trim_end_matches('s'),
    };
    if !clause.contains(unit) {
        return Err(format!("{clause:?} does not name the unit {unit:?}"));
    }
    expresses(&clause, reading.bound.as_ref())
}

fn meant(reading: &Reading, meaning: &Meaning) -> Result<(), String> {
    for (id, words) in &meaning.r#where {
        if !citation(id)?.says.contains(words.as_str()) {
            return Err(format!("{id} no longer says {words:?}: {}", citation(id)?.says));
        }
    }
    same(reading, &meaning.value).then_some(()).ok_or_else(|| format!("read as {}", meaning.value))
}

fn shown(reading: &Reading, plan: &Value, row: &[String]) -> Result<(), String> {
    let [address, unit, rest @ ..] = row else { return Err("a row has an address and a unit".to_owned()) };
    let value = value_at(plan, address);
    let holds = same(reading, &value)
        || (reading.value.is_string()
            && value.as_str().is_some_and(|text| text.contains(reading.value.as_str().unwrap_or_default())));
    if !holds || base_unit(&reading.unit) != unit {
        return Err(format!("the plan has {value} {unit} at {address}"));
    }
    match (reading.bound.as_deref(), rest) {
        (None, []) => Ok(()),
        (Some("about"), [certainty]) if value_at(plan, certainty) == "uncertain" => Ok(()),
        (bound, _) => Err(format!("the plan does not show the bound {bound:?}")),
    }
}

fn computed(reading: &Reading, value: &values::Left) -> Result<(), String> {
    if !same(reading, &value.value) || base_unit(&reading.unit) != value.unit {
        return Err(format!("the facts have {} {}", value.value, value.unit));
    }
    match value.by {
        Some(by) => expresses(by.says, reading.bound.as_ref()),
        None if reading.bound.is_some() && reading.bound.as_deref() != Some("range") => {
            Err("the fact has no citation for the bound".to_owned())
        }
        None => Ok(()),
    }
}

#[test]
fn every_reading_is_what_the_product_carries() -> Result<(), String> {
    let (readings, mapping) = (readings()?, read::<Mapping>("mapping.json")?);
    let plans: Vec<(Value, &Shown)> = mapping
        .plans
        .iter()
        .map(|shown| {
            let request = apim_plan::read_request(&shown.request.to_string()).map_err(|error| error.to_string())?;
            serde_json::to_value(apim_plan::plan(&request)).map(|plan| (plan, shown)).map_err(|error| error.to_string())
        })
        .collect::<Result<_, String>>()?;
    let left: BTreeMap<&str, values::Left> = values::all(&readings).into_iter().collect();
    let mut wrong = Vec::new();
    for reading in &readings {
        let id = reading.id.as_str();
        let mut verdicts = Vec::new();
        verdicts.extend(left.get(id).map(|value| computed(reading, value)));
        verdicts.extend(mapping.says.get(id).map(|(citation, marker)| said(reading, citation, marker)));
        verdicts.extend(mapping.means.get(id).map(|meaning| meant(reading, meaning)));
        verdicts.extend(plans.iter().filter_map(|(plan, row)| Some(shown(reading, plan, row.shows.get(id)?))));
        verdicts.extend(mapping.left_out.iter().filter(|group| group.ids.iter().any(|one| one == id)).map(|_| Ok(())));
        match verdicts.as_slice() {
            [Ok(())] => {}
            [Err(why)] => wrong.push(format!(
                "{id}: the reading has {} {}{}; {why}",
                reading.value,
                reading.unit,
                reading.bound.as_ref().map(|bound| format!(" ({bound})")).unwrap_or_default()
            )),
            [] => wrong.push(format!("{id}: mapped to nothing, and no reason is given")),
            _ => wrong.push(format!("{id}: mapped {} times", verdicts.len())),
        }
    }
    assert!(wrong.is_empty(), "{} readings:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn nothing_is_mapped_that_is_not_in_the_reading() -> Result<(), String> {
    let (readings, mapping) = (readings()?, read::<Mapping>("mapping.json")?);
    let known: BTreeSet<&str> = readings.iter().map(|reading| reading.id.as_str()).collect();
    assert_eq!(known.len(), readings.len(), "an id stands twice");
    let left = values::all(&readings);
    let mapped = left
        .iter()
        .map(|(id, _)| *id)
        .chain(mapping.says.keys().map(String::as_str))
        .chain(mapping.means.keys().map(String::as_str))
        .chain(mapping.plans.iter().flat_map(|plan| plan.shows.keys().map(String::as_str)))
        .chain(mapping.left_out.iter().flat_map(|group| group.ids.iter().map(String::as_str)));
    let stale: Vec<&str> = mapped.filter(|id| !known.contains(id)).collect();
    assert!(stale.is_empty(), "mapped, but in no reading: {stale:?}");
    assert!(mapping.left_out.iter().all(|group| group.reason.ends_with('.')), "a reason is a sentence");
    Ok(())
}

/// The comparison can fail: a reading with another figure, unit, bound or name does.
#[test]
fn a_reading_that_differs_is_found() -> Result<(), String> {
    let all = readings()?;
    let left: BTreeMap<&str, values::Left> = values::all(&all).into_iter().collect();
    let mut tried = 0;
    for mut reading in readings()? {
        let Some(value) = left.get(reading.id.as_str()) else { continue };
        tried += 1;
        reading.value = match &reading.value {
            Value::Number(number) => json!(number.as_i64().unwrap_or_default() + 1),
            Value::Bool(yes) => json!(!yes),
            Value::Array(all) => all.iter().skip(1).cloned().collect(),
            other => json!(format!("{other}x")),
        };
        assert!(computed(&reading, value).is_err(), "{} can not fail", reading.id);
    }
    assert!(tried > 200, "only {tried} values were tried");
    let mapping = read::<Mapping>("mapping.json")?;
    for mut reading in readings()? {
        let Some((citation, marker)) = mapping.says.get(&reading.id) else { continue };
        reading.value = json!(["Zanzibar", 977]);
        assert!(said(&reading, citation, marker).is_err(), "{} can not fail", reading.id);
    }
    Ok(())
}
