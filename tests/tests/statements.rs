//! Each statement of the primary pages has a request for which it matters: a golden case whose plan shows what carries it.

use std::collections::BTreeMap;
use std::fs;

use apim_plan::{plan, read_request};
use apim_plan_tests::{golden_cases, root};

/// Where each citation, rule, action and disagreement is shown: id → the first golden case whose plan has it.
fn shown() -> Result<BTreeMap<String, String>, String> {
    let mut shown = BTreeMap::new();
    for (file, case) in golden_cases()? {
        let Ok(request) = read_request(&case.request.to_string()) else { continue };
        let plan = plan(&request);
        let ids = plan
            .sources
            .iter()
            .map(|source| source.id.to_owned())
            .chain(plan.findings.iter().map(|finding| <&str>::from(finding.rule).to_owned()))
            .chain(plan.disagreements.iter().map(|differing| differing.id.to_owned()))
            .chain(plan.paths.iter().flat_map(|path| &path.actions).map(|action| <&str>::from(action.id).to_owned()));
        for id in ids {
            shown.entry(id).or_insert_with(|| format!("{file}: {}", case.name));
        }
    }
    Ok(shown)
}

#[test]
fn every_statement_is_shown_by_the_plan_of_a_golden_case() -> Result<(), String> {
    let shown = shown()?;
    let mut nowhere = Vec::new();
    let mut rows = 0;
    for page in ["S000", "S001", "S002", "S003", "S004"] {
        let path = root().join("docs/statements").join(format!("{page}.md"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for line in text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| n ")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [number, _, carried] = cells.as_slice() else { return Err(format!("{page}: {line}")) };
            let ids: Vec<&str> = carried.split('`').skip(1).step_by(2).collect();
            rows += 1;
            if !ids.is_empty() && !ids.iter().any(|id| shown.contains_key(*id)) {
                nowhere.push(format!("{page} {number}: {ids:?}"));
            }
        }
    }
    assert!(rows > 200, "{rows} statements");
    assert!(nowhere.is_empty(), "no golden case shows {} statements:\n{}", nowhere.len(), nowhere.join("\n"));
    Ok(())
}
