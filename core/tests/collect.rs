//! The collecting script: Bash accepts it, it only reads, and `import` reads what it prints.
//!
//! The Azure CLI is a stand-in here that answers from the fixtures: what the real one answers is documented with each command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use apim_plan::collect::{CollectOptions, CollectScope, collect};
use apim_plan::import::import;
use apim_plan::preflight::preflight;
use apim_plan::{PlanRequest, Shell};
use rstest::rstest;
use serde_json::Value;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Names that end a word early, wherever words are not quoted.
const HOSTILE: [&str; 6] =
    ["o'brien\"; rm -rf /tmp/x #", "$(touch /tmp/x)", "`id`\n|| true", "\\' or 1=1 | ", "ünïcode ' “x” ’", "@'x' '' \\\""];

fn options(shell: Shell, name: Option<&str>) -> CollectOptions {
    let text = |text: &str| Some(text.to_owned());
    CollectOptions {
        shell: Some(shell),
        scope: CollectScope {
            name: name.and_then(text),
            resource_group: name.and_then(text),
            subscription_id: name.and_then(text),
        },
    }
}

fn checked_by_bash(script: &str) -> Outcome {
    let checked = Command::new("bash").args(["-n", "-c", script]).output()?;
    assert!(checked.status.success(), "{}\n{script}", String::from_utf8_lossy(&checked.stderr));
    Ok(())
}

#[test]
fn bash_accepts_the_script_whatever_the_names_are() -> Outcome {
    checked_by_bash(&collect(&CollectOptions::default()))?;
    for name in HOSTILE {
        checked_by_bash(&collect(&options(Shell::Bash, Some(name))))?;
    }
    Ok(())
}

/// Nothing is created, changed or deleted, and nothing private is asked for.
#[rstest]
#[case(Shell::Bash)]
#[case(Shell::Powershell)]
fn the_script_only_reads(#[case] shell: Shell) {
    for name in [None, Some("apim-orders"), Some("o'brien")] {
        let script = collect(&options(shell, name));
        let code: String = script.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        for line in code.lines().filter(|line| line.contains("az ") && !line.contains("Sign in first")) {
            let reads = [
                "az rest --method get",
                "az rest --method post --url '/providers/Microsoft.ResourceGraph/",
                "az account show",
                "az apim show",
                "az resource list",
                "az lock list",
                "az monitor metrics list",
            ];
            assert!(reads.iter().any(|start| line.contains(start)), "{line}");
        }
        for word in [
            "publisher",
            "notification",
            "certificates",
            "encoded",
            "password",
            "secret",
            "tags",
            "listKeys",
            "description:",
            "notes",
        ] {
            assert!(!code.contains(word), "{word}");
        }
    }
}

/// A folder with a stand-in for the Azure CLI.
fn stand_in(name: &str) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder)?;
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import/collected.json");
    let documents: Vec<Value> =
        serde_json::Deserializer::from_str(&fs::read_to_string(fixture)?).into_iter().collect::<Result<_, _>>()?;
    let of = |wanted: &str| {
        documents.iter().find(|document| document["of"] == wanted).map(|document| document["value"].clone()).unwrap_or_default()
    };
    let rows = of("resources").pointer("/data").and_then(Value::as_array).cloned().unwrap_or_default();
    let is = |row: &Value, kind: &str| row["type"].as_str().is_some_and(|known| known.starts_with(kind));
    let page = |rows: Vec<Value>, token: Option<&str>| {
        serde_json::to_string_pretty(
            &serde_json::json!({ "totalRecords": 9, "count": rows.len(), "data": rows, "$skipToken": token, "resultTruncated": "false" }),
        )
    };
    let groups = rows.iter().filter(|row| is(row, "microsoft.network/networksecuritygroups")).cloned().collect();
    let records = rows.iter().filter(|row| is(row, "microsoft.network/privatednszones")).cloned().collect();
    let others: Vec<Value> = rows
        .iter()
        .filter(|row| !is(row, "microsoft.network/networksecurity") && !is(row, "microsoft.network/privatedns"))
        .cloned()
        .collect();
    let (first, second) = others.split_at(others.len() / 2);
    let metric = documents.iter().find(|document| document.get("timespan").is_some()).cloned().unwrap_or_default();
    let id = of("resources").pointer("/data/3/id").and_then(Value::as_str).unwrap_or_default().to_owned();
    for (file, text) in [
        ("first", page(first.to_vec(), Some("abc+/=="))?),
        ("second", page(second.to_vec(), None)?),
        ("rules", page(groups, None)?),
        ("records", page(records, None)?),
        ("locks", of("locks").to_string()),
        ("status", of("networkStatus").to_string()),
        ("gateways", of("gateways").to_string()),
        ("metric", metric.to_string()),
        ("id", id),
    ] {
        fs::write(folder.join(file), text)?;
    }
    let script = r#"#!/usr/bin/env bash
here=$(dirname "$0")
printf '%s\n' "$*" >>"$here/calls"
case "$*" in
  *ResourceGraph*networksecuritygroups*) cat "$here/rules" ;;
  *ResourceGraph*dnsresources*) cat "$here/records" ;;
  *ResourceGraph*'"$skipToken":"abc+/=="'*) cat "$here/second" ;;
  *ResourceGraph*) cat "$here/first" ;;
  *'lock list'*) cat "$here/locks" ;;
  *networkstatus*) cat "$here/status" ;;
  *gateways*) cat "$here/gateways" ;;
  *'metrics list'*) cat "$here/metric" ;;
  *'account show'*) echo 00000000-0000-0000-0000-000000000001 ;;
  *'resource list'*|*'apim show'*) cat "$here/id"; echo ;;
  *) exit 3 ;;
esac
"#;
    let az = folder.join("az");
    fs::write(&az, script)?;
    let _ = Command::new("chmod").arg("+x").arg(&az).status()?;
    let _ = fs::remove_file(folder.join("calls"));
    Ok(folder)
}

fn run(script: &str, folder: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let ran = Command::new("bash").args(["-c", script]).env("PATH", path).output()?;
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Ok(ran.stdout)
}

/// Page by page, one paste: the same answers as the fixture, and at most the decisions left that only a person can take.
#[rstest]
#[case("collect-all", None)]
#[case("collect-one", Some("apim-orders-prod"))]
fn what_the_script_prints_is_read_in_one_paste(#[case] folder: &str, #[case] name: Option<&str>) -> Outcome {
    let folder = stand_in(folder)?;
    let mut scope = options(Shell::Bash, name);
    scope.scope.subscription_id = None;
    let printed = run(&collect(&scope), &folder)?;
    let mut read = import(&printed)?;
    let one = read.pop().ok_or("an instance")?;
    assert!(read.is_empty());
    assert!(one.warnings.iter().all(|warning| !warning.contains("another page")), "{:?}", one.warnings);
    let expected = import(&fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import/collected.json"))?)?;
    let answers = |request: &PlanRequest| {
        let mut request = request.clone();
        for location in &mut request.locations {
            // One instance alone does not show its neighbours.
            if let Some(subnet) = &mut location.subnet {
                subnet.other_instances = None;
            }
        }
        request
    };
    assert_eq!(expected.first().map(|expected| answers(&expected.request)), Some(answers(&one.request)));
    assert_eq!(
        one.request.locations.iter().all(|location| location.subnet.is_some_and(|subnet| subnet.other_instances == Some(0))),
        name.is_none()
    );
    let plan = apim_plan::plan(&one.request);
    let open: Vec<String> = plan.open_questions.iter().filter(|open| open.matters).map(|open| open.field.to_string()).collect();
    println!("{} questions left that matter: {}", open.len(), open.join(", "));
    let made = preflight(&one);
    println!("{} failed, {} not known, {} passed", made.failed, made.not_known, made.passed);
    assert!(made.not_known <= 3);
    Ok(())
}

/// Hostile names reach the CLI as one word, and nothing else runs.
#[test]
fn hostile_names_stay_words() -> Outcome {
    let folder = stand_in("collect-hostile")?;
    let mark = Path::new("/tmp/x");
    let before = mark.exists();
    for name in HOSTILE {
        let _ = run(&collect(&options(Shell::Bash, Some(name))), &folder)?;
    }
    assert_eq!(mark.exists(), before);
    let calls = fs::read_to_string(folder.join("calls"))?;
    for name in HOSTILE {
        assert!(calls.contains(&format!("apim show --name {name} --resource-group {name}")), "{name}");
    }
    Ok(())
}

/// In PowerShell's single quotes only a quote ends the word, and every quote that PowerShell knows is doubled.
#[test]
fn powershell_words_are_quoted() {
    let script = collect(&options(Shell::Powershell, Some("a'b’$(x)`y")));
    assert!(script.contains("--name 'a''b’’$(x)`y' --resource-group"), "{script}");
    assert_eq!(script.matches('{').count(), script.matches('}').count());
}
