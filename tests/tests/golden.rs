//! Every golden case, natively: those of this repository, and the shared ones if they are there.

use apim_plan_tests::{Case, check, golden_cases, shared_cases};

fn run(cases: &[(String, Case)]) {
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|(file, case)| {
            let wrong = check(case);
            (!wrong.is_empty()).then(|| format!("{file}: {}\n     {}", case.name, wrong.join("\n     ")))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} cases fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn the_cases_of_this_repository_hold() -> Result<(), String> {
    let cases = golden_cases()?;
    assert!(!cases.is_empty(), "there are no cases");
    run(&cases);
    Ok(())
}

#[test]
fn the_shared_cases_hold_if_they_are_there() -> Result<(), String> {
    run(&shared_cases()?);
    Ok(())
}

#[test]
fn every_case_of_a_file_has_a_name_of_its_own() -> Result<(), String> {
    let mut seen = std::collections::BTreeSet::new();
    for (file, case) in golden_cases()? {
        assert!(seen.insert((file.clone(), case.name.clone())), "{file} has two cases named {:?}", case.name);
    }
    Ok(())
}
