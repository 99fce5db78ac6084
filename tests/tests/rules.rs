//! Laws over the rules and the paths: every one is named, cited, dated and covered alike.

use std::collections::BTreeSet;
use std::fs;

use apim_plan::{Day, PathId, Rule, RuleId, Severity, plan, read_request, rule};
use apim_plan_tests::{Case, golden_cases, root};
use serde_json::{Value, json};
use strum::IntoEnumIterator;

fn rules() -> impl Iterator<Item = (&'static str, &'static Rule)> {
    RuleId::iter().map(|id| (<&str>::from(id), rule(id)))
}

/// The names of the files in a folder, without their end.
fn names_in(folder: &str, end: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).into_iter().flatten().flatten();
    let files = entries.filter_map(|entry| Some(entry.path().file_name()?.to_str()?.strip_suffix(end)?.to_owned()));
    files.collect()
}

fn cases_of(folder: &str, name: &str) -> Result<Vec<Case>, String> {
    let file = format!("{folder}/{name}.json");
    Ok(golden_cases()?.into_iter().filter(|(of, _)| *of == file).map(|(_, case)| case).collect())
}

#[test]
fn every_rule_is_named_like_its_file() -> Result<(), String> {
    let mut files = names_in("core/src/findings", ".rs");
    files.retain(|name| !["mod", "rule"].contains(&name.as_str()));
    for (name, rule) in rules() {
        let file = name.replace('-', "_");
        assert!(files.remove(&file), "{name} has no file {file}.rs");
        let path = root().join("core/src/findings").join(format!("{file}.rs"));
        let code = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        assert!(code.contains(&format!("id: RuleId::{:?},", rule.id)), "{file}.rs holds another rule");
        assert_eq!(<&str>::from(rule.id), name);
    }
    assert!(files.is_empty(), "files without a rule: {files:?}");
    Ok(())
}

#[test]
fn every_rule_cites_documentation_with_its_date_and_the_day_it_was_checked() -> Result<(), String> {
    for (name, rule) in rules() {
        assert!(!rule.because.is_empty(), "{name} cites nothing");
        let ids: BTreeSet<_> = rule.because.iter().map(|citation| citation.id).collect();
        assert_eq!(ids.len(), rule.because.len(), "{name} cites something twice");
        for citation in rule.because {
            let day = |text: &str| text.parse::<Day>().map_err(|error| format!("{}: {error}", citation.id));
            assert!(
                day(citation.page.dated.day())? <= day(citation.page.checked)?,
                "{} was checked before its date",
                citation.id
            );
            assert!(citation.page.url.starts_with("https://"), "{} has no address", citation.id);
        }
    }
    Ok(())
}

#[test]
fn every_rule_completes_this_rule_finds() {
    let mut seen = BTreeSet::new();
    for (name, rule) in rules() {
        assert!(rule.finds.starts_with(char::is_lowercase), "{name}: {:?} starts a sentence", rule.finds);
        assert!(rule.finds.ends_with(char::is_alphanumeric), "{name}: {:?} ends a sentence", rule.finds);
        assert!(seen.insert(rule.finds), "{name}: another rule finds {:?}", rule.finds);
    }
}

#[test]
fn every_rule_has_a_golden_case_that_finds_it() -> Result<(), String> {
    for (name, rule) in rules() {
        let cases = cases_of("rules", name)?;
        assert!(!cases.is_empty(), "tests/golden/rules/{name}.json is missing");
        let severity = serde_json::to_value(rule.severity).map_err(|error| error.to_string())?;
        let finds = |case: &Case| case.expect.get(&format!("findings[rule={name}].severity")) == Some(&severity);
        assert!(cases.iter().any(finds), "no case in rules/{name}.json expects it as {severity}");
    }
    Ok(())
}

#[test]
fn every_rule_has_a_golden_case_in_which_it_is_silent() -> Result<(), String> {
    for (name, _) in rules() {
        let is_silent = |case: &Case| {
            case.expect.get(&format!("findings[rule={name}]")) == Some(&json!({ "$absent": true }))
                || case.expect.get("findings[*].rule") == Some(&json!({ "$lacks": [name] }))
        };
        assert!(cases_of("rules", name)?.iter().any(is_silent), "no case in rules/{name}.json shows that it can be silent");
    }
    Ok(())
}

#[test]
fn every_golden_case_of_a_rule_is_about_that_rule() -> Result<(), String> {
    let known: BTreeSet<String> = rules().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(names_in("tests/golden/rules", ".json"), known);
    for (name, _) in rules() {
        for case in cases_of("rules", name)? {
            let expected = Value::Object(case.expect).to_string();
            assert!(expected.contains(name), "rules/{name}.json: {:?} does not mention the rule", case.name);
        }
    }
    Ok(())
}

#[test]
fn every_path_has_a_golden_case_that_recommends_it_or_shows_that_it_is_possible() -> Result<(), String> {
    let known: BTreeSet<String> = PathId::iter().map(|path| <&str>::from(path).to_owned()).collect();
    assert_eq!(names_in("tests/golden/paths", ".json"), known);
    for name in known {
        let verdict = format!("paths[id={name}].verdict");
        let shows = |case: &Case| {
            case.expect.get("recommended").is_some_and(|path| *path == *name)
                || case.expect.get(&verdict).is_some_and(|verdict| *verdict == *"possible" || *verdict == *"recommended")
        };
        assert!(cases_of("paths", &name)?.iter().any(shows), "no case in paths/{name}.json leads to the path");
    }
    Ok(())
}

#[test]
fn findings_have_severity_and_sources_of_their_rule_and_the_most_serious_come_first() -> Result<(), String> {
    for (file, case) in golden_cases()?.into_iter().filter(|(_, case)| case.error.is_none()) {
        let request = read_request(&case.request.to_string()).map_err(|error| format!("{file}: {error}"))?;
        let findings = plan(&request).findings;
        let order: Vec<(Severity, RuleId)> = findings.iter().map(|finding| (finding.severity, finding.rule)).collect();
        assert!(order.is_sorted(), "{file}: {}: {order:?}", case.name);
        for finding in findings {
            let rule = rule(finding.rule);
            assert_eq!(finding.severity, rule.severity);
            assert!(finding.sources.iter().eq(rule.because.iter().copied()), "{file}: {}: {:?}", case.name, finding.rule);
        }
    }
    Ok(())
}
