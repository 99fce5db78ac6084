//! Golden cases: requests with the part of the plan that the documentation decides.
//!
//! `expect` maps an address in the plan to a value or to one of a few conditions. The same files run against the crate
//! here, and against the package in Node, in other consumers and in a browser. A rule has `golden/rules/<rule>.json`, a
//! path has `golden/paths/<path>.json`; the other files are named after their topic.

pub mod static_table;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// One case of a file.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it shows, as a sentence.
    pub name: String,
    /// The page that decides it.
    pub says: String,
    /// What goes in.
    pub request: Value,
    /// Address → value or condition.
    #[serde(default)]
    pub expect: serde_json::Map<String, Value>,
    /// The refusal, in place of a plan.
    #[serde(default)]
    pub error: Option<Refusal>,
}

/// A request that must be refused.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The field, or one that holds it.
    #[serde(default)]
    pub path: Option<String>,
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// The cases of this repository, each with the path of its file below `tests/golden`, in the order of the paths.
///
/// # Errors
/// Names the file that is not an array of cases.
pub fn golden_cases() -> Result<Vec<(String, Case)>, String> {
    let folder = root().join("tests/golden");
    read_cases(&folder, &files_below(&folder))
}

/// The cases that lie beside this repository. The list is empty if there are none. Folders in that folder belong to
/// later work and are left out.
///
/// # Errors
/// Names the file that is not an array of cases.
pub fn shared_cases() -> Result<Vec<(String, Case)>, String> {
    let folder = root().join("../shared/cases");
    let files: Vec<PathBuf> = files_below(&folder).into_iter().filter(|file| file.parent() == Some(&folder)).collect();
    read_cases(&folder, &files)
}

fn read_cases(folder: &Path, files: &[PathBuf]) -> Result<Vec<(String, Case)>, String> {
    let mut cases = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let list: Vec<Case> = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.strip_prefix(folder).unwrap_or(file).to_string_lossy().into_owned();
        cases.extend(list.into_iter().map(|case| (name.clone(), case)));
    }
    Ok(cases)
}

/// The JSON files of a folder and of the folders in it, sorted.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|end| end == "json") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// How many tests of this process could not run their tool.
static SKIPPED: AtomicUsize = AtomicUsize::new(0);

/// Whether a tool is installed. If it is not, says that a test is skipped, where the test runner does not hide it, and counts.
pub fn installed(tool: &str) -> bool {
    let there = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !there {
        let count = SKIPPED.fetch_add(1, Ordering::Relaxed) + 1;
        let _ = writeln!(io::stderr(), "SKIPPED ({count}): {tool} is not installed");
    }
    there
}

/// What is wrong with the answer to a case: empty when nothing is.
pub fn check(case: &Case) -> Vec<String> {
    let answer = apim_plan::read_request(&case.request.to_string());
    match (answer, &case.error) {
        (Ok(_), Some(_)) => vec!["accepted; should be refused".to_owned()],
        (Err(error), None) => vec![format!("refused: {error}")],
        (Err(error), Some(refusal)) => {
            let want = refusal.path.as_deref().unwrap_or_default();
            let inside = error.path.strip_prefix(want).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
            let mut wrong = Vec::new();
            if !inside {
                wrong.push(format!("the path is {:?}, not {want:?}", error.path));
            }
            if error.message.is_empty() {
                wrong.push("the error says nothing".to_owned());
            }
            wrong
        }
        (Ok(request), None) => {
            let plan = serde_json::to_value(apim_plan::plan(&request)).unwrap_or(Value::Null);
            case.expect
                .iter()
                .filter_map(|(address, want)| {
                    let actual = at(&plan, &steps(address));
                    (!holds(&actual, want)).then(|| format!("{address}: {actual} instead of {want}"))
                })
                .collect()
        }
    }
}

/// The value at an address of a plan, as in the cases; null where there is none.
pub fn value_at(plan: &Value, address: &str) -> Value {
    at(plan, &steps(address))
}

/// A step of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
    All,
    First(Vec<(String, String)>),
}

fn steps(address: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = address;
    while !rest.is_empty() {
        rest = rest.trim_start_matches('.');
        if let Some(inner) = rest.strip_prefix('[') {
            let (pick, after) = inner.split_once(']').unwrap_or((inner, ""));
            steps.push(match pick.parse() {
                _ if pick == "*" => Step::All,
                Ok(index) => Step::Index(index),
                Err(_) => Step::First(
                    pick.split('&')
                        .filter_map(|pair| pair.split_once('='))
                        .map(|(key, want)| (key.to_owned(), want.to_owned()))
                        .collect(),
                ),
            });
            rest = after;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            steps.push(Step::Key(key.to_owned()));
            rest = after;
        }
    }
    steps
}

/// The value at an address; null where there is none.
fn at(value: &Value, steps: &[Step]) -> Value {
    let Some((step, rest)) = steps.split_first() else {
        return value.clone();
    };
    match step {
        Step::Key(key) => value.get(key).map_or(Value::Null, |inner| at(inner, rest)),
        Step::Index(index) => value.get(index).map_or(Value::Null, |inner| at(inner, rest)),
        Step::All => Value::Array(value.as_array().into_iter().flatten().map(|inner| at(inner, rest)).collect()),
        Step::First(wants) => value
            .as_array()
            .into_iter()
            .flatten()
            .find(|each| wants.iter().all(|(key, want)| each.get(key).is_some_and(|actual| as_text(actual) == *want)))
            .map_or(Value::Null, |inner| at(inner, rest)),
    }
}

fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn holds(actual: &Value, want: &Value) -> bool {
    let Some((condition, of)) = want.as_object().filter(|map| map.len() == 1).and_then(|map| map.iter().next()) else {
        return same(actual, want);
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    match condition.as_str() {
        "$has" => actual.is_array() && list(of).iter().all(|each| list(actual).iter().any(|one| same(one, each))),
        "$lacks" => actual.is_array() && list(of).iter().all(|each| !list(actual).iter().any(|one| same(one, each))),
        "$in" => list(of).iter().any(|each| same(actual, each)),
        "$gte" => actual.as_f64().zip(of.as_f64()).is_some_and(|(actual, of)| actual >= of),
        "$lte" => actual.as_f64().zip(of.as_f64()).is_some_and(|(actual, of)| actual <= of),
        "$length" => of.as_u64().is_some_and(|length| actual.as_array().is_some_and(|items| items.len() as u64 == length)),
        "$notMatches" => actual.as_str().is_some() && !matches(actual, of),
        "$absent" => actual.is_null(),
        "$nonEmpty" => match actual {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(items) => !items.is_empty(),
            Value::Object(fields) => !fields.is_empty(),
            Value::Bool(_) | Value::Number(_) => true,
        },
        "$matches" => matches(actual, of),
        _ => same(actual, want),
    }
}

/// Whether a text matches a pattern, in capital or small letters.
fn matches(actual: &Value, pattern: &Value) -> bool {
    actual
        .as_str()
        .zip(pattern.as_str())
        .is_some_and(|(text, pattern)| regex_lite::Regex::new(&format!("(?i){pattern}")).is_ok_and(|regex| regex.is_match(text)))
}

/// Equal, with 1 and 1.0 alike.
fn same(left: &Value, right: &Value) -> bool {
    match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) => (left - right).abs() < f64::EPSILON,
        _ => left == right,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_address_picks_the_first_element_that_fits() {
        let value = json!({ "paths": [{ "id": "a", "n": 1 }, { "id": "b", "n": 2, "list": [{ "x": 3 }, { "x": 4 }] }] });
        assert_eq!(at(&value, &steps("paths[id=b].n")), json!(2));
        assert_eq!(at(&value, &steps("paths[id=b&n=2].list[*].x")), json!([3, 4]));
        assert_eq!(at(&value, &steps("paths[id=c].n")), Value::Null);
        assert_eq!(at(&value, &steps("paths[1].list[0].x")), json!(3));
    }

    #[test]
    fn every_condition_can_fail() {
        assert!(!holds(&json!(["a"]), &json!({ "$has": ["b"] })));
        assert!(!holds(&json!(["a"]), &json!({ "$lacks": ["a"] })));
        assert!(!holds(&json!("a"), &json!({ "$in": ["b"] })));
        assert!(!holds(&json!(1), &json!({ "$gte": 2 })));
        assert!(!holds(&json!(3), &json!({ "$lte": 2 })));
        assert!(!holds(&json!(1), &json!({ "$absent": true })));
        assert!(!holds(&json!([]), &json!({ "$nonEmpty": true })));
        assert!(!holds(&json!("abc"), &json!({ "$matches": "^b" })));
        assert!(!holds(&json!([1]), &json!({ "$length": 2 })));
        assert!(!holds(&json!("abc"), &json!({ "$notMatches": "^a" })));
        assert!(!holds(&json!(1), &json!(2)));
    }
}
