//! Every check of the project, each with a name by which it can be run alone.

mod needs;
mod steps;

use crate::{
    failure::{Done, Failure},
    step::{Spell, Step},
};
use needs::Needs;
use std::{
    process::{Command, Output},
    thread,
    time::Duration,
};
use steps::STEPS;

/// One check.
struct Check {
    name: &'static str,
    lane: Lane,
    run: fn(&Needs) -> Done,
}

/// Where a check runs when all are run. The first two lanes run in parallel: native checks use cargo's folder for native builds and most
/// of one core, the others use the folder for wasm32 and mostly one thread. The browser measures time, so it gets the machine for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lane {
    Native,
    Web,
    Alone,
}

struct Outcome {
    name: &'static str,
    result: Done,
    took: Duration,
}

/// Runs the checks that are named, or all; fails if one of them failed.
pub(crate) fn run(names: &[&str]) -> Done {
    let all = STEPS.map(|check| check.name);
    if names == ["list"] {
        println!("{}", all.join("\n"));
        return Ok(());
    }
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(Failure::new(format!("there is no step {unknown}"), format!("The steps are: {}.", all.join(", "))));
    }
    let needs = Needs::default();
    if !names.is_empty() {
        let chosen: Vec<&Check> = STEPS.iter().filter(|check| names.contains(&check.name)).collect();
        return conclude(&run_in_order(&chosen, &needs));
    }
    let in_lane = |lane| STEPS.iter().filter(|check| check.lane == lane).collect::<Vec<_>>();
    // First, so that the times of the checks do not contain the installation of tools.
    let step = Step::start("set-up");
    let set_up = needs.tools().map(drop).and(needs.chromium().map(drop));
    let mut outcomes = vec![Outcome { name: "set-up", result: set_up, took: step.elapsed() }];
    let (native, web) = thread::scope(|scope| {
        let web = scope.spawn(|| run_beside(&in_lane(Lane::Web)));
        let native = run_in_order(&in_lane(Lane::Native), &needs);
        let broken = |_| {
            let result = Err(Failure::new("the lane of the web checks ended by a panic", ""));
            vec![Outcome { name: "web", result, took: step.elapsed() }]
        };
        (native, web.join().unwrap_or_else(broken))
    });
    outcomes.extend(native);
    outcomes.extend(web);
    outcomes.extend(run_in_order(&in_lane(Lane::Alone), &needs));
    conclude(&outcomes)
}

fn run_in_order(checks: &[&Check], needs: &Needs) -> Vec<Outcome> {
    let outcome = |check: &&Check| {
        println!("\n── {} ──", check.name);
        let step = Step::start(check.name);
        let result = (check.run)(needs);
        if let Err(failure) = &result {
            step.say(failure);
        }
        Outcome { name: check.name, result, took: step.elapsed() }
    };
    checks.iter().map(outcome).collect()
}

/// Runs each check in a process of its own, and prints what it said when it has ended: two lanes at once would mix their lines.
fn run_beside(checks: &[&Check]) -> Vec<Outcome> {
    let outcome = |check: &&Check| {
        let step = Step::start(check.name);
        let output = std::env::current_exe().and_then(|this| Command::new(this).args(["test", check.name]).output());
        let result = match output {
            Ok(Output { status, stdout, stderr }) => {
                let said = [stdout, stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
                println!("{}", said.concat().trim_end());
                if status.success() { Ok(()) } else { Err(Failure::new(format!("{} failed: {status}", check.name), "")) }
            }
            Err(error) => Err(Failure::new(format!("could not start {}: {error}", check.name), "")),
        };
        Outcome { name: check.name, result, took: step.elapsed() }
    };
    checks.iter().map(outcome).collect()
}

fn conclude(outcomes: &[Outcome]) -> Done {
    if outcomes.len() > 1 {
        println!("\n── summary ──");
    }
    for Outcome { name, result, took } in outcomes {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{name:<12} {word} {:>14}", Spell(*took).to_string());
    }
    let failed = outcomes.iter().filter(|outcome| outcome.result.is_err());
    let names = failed.map(|outcome| outcome.name).collect::<Vec<_>>();
    if outcomes.len() > 1 {
        println!("\n{} passed, {} failed", outcomes.len() - names.len(), names.len());
    }
    if names.is_empty() {
        return Ok(());
    }
    let again = format!("Run them alone: cargo xtask test {}", names.join(" ").replace("set-up", "").trim());
    Err(Failure::new(format!("failed: {}", names.join(", ")), again))
}
