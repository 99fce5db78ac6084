//! Every golden case, natively: those of this repository, and the shared ones when they are there.

use apim_plan_tests::{check, read_cases, root};

fn run(folder: &std::path::Path) -> Result<usize, String> {
    let cases = read_cases(folder)?;
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|(file, case)| {
            let wrong = check(case);
            (!wrong.is_empty()).then(|| format!("{file}: {}\n     {}", case.name, wrong.join("\n     ")))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} cases fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
    Ok(cases.len())
}

#[test]
fn the_cases_of_this_repository_hold() -> Result<(), String> {
    assert!(run(&root().join("tests/golden"))? > 0, "there are no cases");
    Ok(())
}

#[test]
fn the_shared_cases_hold_where_they_are_there() -> Result<(), String> {
    run(&root().join("../shared/cases")).map(drop)
}
