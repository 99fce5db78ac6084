//! The planner without JavaScript. Prints a name, a tab and the median in microseconds on each line.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use apim_plan::{PathSelection, PlanOptions, SourceForm, assess, plan, plan_many, plan_with, read_request};

const FULL: &str = include_str!("../../bench/full.json");
const FEW: &str = r#"{"tier":"premium","platform":"stv1","vnet":"internal","downtimeAllowed":false}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (full, few) = (read_request(FULL)?, read_request(FEW)?);
    let fleet = vec![few.clone(); 100_000];
    report("assess, few answers", median(|| assess(&few)));
    let short = PlanOptions { paths: PathSelection::Recommended, sources: SourceForm::Ids };
    report("plan, recommended path and ids, two regions, all answers", median(|| plan_with(&full, short)));
    report("plan, everything, few answers", median(|| plan(&few)));
    report("plan, everything, two regions, all answers", median(|| plan(&full)));
    report("planMany, per instance of 100,000", median(|| plan_many(&fleet)) / 100_000.0);
    Ok(())
}

fn report(name: &str, micros: f64) {
    println!("{name}\t{micros:.3}");
}

/// The median time of one call in microseconds, over samples of at least a millisecond each.
fn median<T>(mut call: impl FnMut() -> T) -> f64 {
    let mut time = |calls: u32| {
        let from = Instant::now();
        for _ in 0..calls {
            black_box(call());
        }
        from.elapsed()
    };
    let mut calls = 1;
    while time(calls) < Duration::from_millis(1) {
        calls *= 2;
    }
    // An odd number has a middle; long calls need no more.
    let samples = if calls > 1 { 201 } else { 11 };
    let mut times: Vec<Duration> = (0..samples).map(|_| time(calls)).collect();
    times.sort_unstable();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    middle.as_secs_f64() * 1e6 / f64::from(calls)
}
