//! Preflight: each prerequisite passed, failed or not known, and nothing guessed.

mod common;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use apim_plan::PlanRequest;
use apim_plan::import::{Imported, import_text};
use apim_plan::preflight::{CheckResult, Preflight, Readiness, preflight};
use insta::assert_snapshot;
use proptest::prelude::*;

fn fixture(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import").join(name);
    std::fs::read_to_string(path).unwrap_or_default()
}

fn first(name: &str) -> Imported {
    import_text(&fixture(name)).unwrap_or_default().into_iter().next().unwrap_or_default()
}

/// The preflight as text: what a page shows.
fn told(made: &Preflight) -> Result<String, std::fmt::Error> {
    let mut told = format!(
        "{:?}: {}\n{} failed, {} not known, {} passed\n",
        made.verdict, made.headline, made.failed, made.not_known, made.passed
    );
    for check in &made.checks {
        writeln!(
            told,
            "{:?} {}{} [{:?}] {}",
            check.result,
            check.id,
            if check.blocks { "" } else { " (does not block)" },
            check.owner,
            check.title
        )?;
        for found in &check.found {
            let at = found.location.as_ref().map(|location| format!("{location}: ")).unwrap_or_default();
            let subnet = found.subnet.as_deref().map(|subnet| format!(" [{subnet}]")).unwrap_or_default();
            writeln!(told, "  {:?} {at}{}{subnet}", found.result, found.what)?;
            for more in [&found.instead, &found.portal].into_iter().flatten() {
                writeln!(told, "    {more}")?;
            }
            for command in &found.commands {
                writeln!(told, "    {:?} {}: {}", command.shell, command.title, command.text.replace('\n', "\n      "))?;
            }
        }
        if let Some(differs) = &check.differs {
            writeln!(told, "  {differs}")?;
        }
    }
    Ok(told)
}

#[test]
fn one_paste_of_two_regions_tells_what_failed_and_what_to_change() -> Result<(), std::fmt::Error> {
    assert_snapshot!("preflight-collected", told(&preflight(&first("collected.json")))?);
    Ok(())
}

#[test]
fn a_request_alone_knows_little_and_says_how_to_find_out() -> Result<(), std::fmt::Error> {
    let request = r#"{"tier":"premium","platform":"stv1","vnet":"internal","name":"o'brien $(x)","resourceGroup":"rg","locations":[{"name":"westeurope","units":2,"subnet":{"prefix":27,"closedPorts":["sql-1433-outbound"]}}]}"#;
    let request: PlanRequest = apim_plan::read_request(request).unwrap_or_default();
    let made = preflight(&Imported::from(request));
    assert_eq!(made.verdict, Readiness::NotReady);
    assert_snapshot!("preflight-request", told(&made)?);
    Ok(())
}

#[test]
fn there_is_nothing_to_check_where_nothing_migrates() {
    let made = preflight(&first("portal-after.json"));
    assert_eq!((made.verdict, made.checks.len()), (Readiness::NothingToDo, 0));
    assert!(made.headline.contains("No migration"), "{}", made.headline);
}

#[test]
fn outside_a_virtual_network_little_is_asked_for() {
    let request: PlanRequest = apim_plan::read_request(r#"{"tier":"standard","platform":"stv1"}"#).unwrap_or_default();
    let made = preflight(&Imported::from(request));
    let ids: Vec<_> = made.checks.iter().map(|check| check.id.as_ref()).collect();
    assert_eq!(ids, ["status", "rights", "platform"]);
}

proptest! {
    /// The counts are those of the checks, the worst result of its locations is that of the check, every source is listed,
    /// and what did not pass says why.
    #[test]
    fn every_preflight_is_whole(request in common::requests()) {
        let made = preflight(&Imported::from(request));
        let count = |result| made.checks.iter().filter(|check| check.result == result).count();
        prop_assert_eq!(
            [made.failed, made.not_known, made.passed].map(|count| usize::try_from(count).unwrap_or(usize::MAX)),
            [CheckResult::Failed, CheckResult::NotKnown, CheckResult::Passed].map(count)
        );
        prop_assert!(made.checks.is_sorted_by_key(|check| check.result));
        for check in &made.checks {
            prop_assert_eq!(check.found.iter().map(|found| found.result).min(), Some(check.result));
            for source in check.sources.iter() {
                prop_assert!(made.sources.iter().any(|listed| listed.id == source.id));
            }
            for found in &check.found {
                let helps = found.instead.is_some() || found.portal.is_some() || !found.commands.is_empty();
                prop_assert!(found.result == CheckResult::Passed || helps, "{} {:?}", check.id, found);
                prop_assert!(found.what.len() > 3);
                // A command that changes something stands only where something failed.
                prop_assert!(found.result == CheckResult::Failed || found.commands.iter().all(|command| command.reads));
            }
        }
        let blocked = made.checks.iter().any(|check| check.blocks && check.result == CheckResult::Failed);
        prop_assert_eq!(made.verdict == Readiness::NotReady, blocked);
    }
}
