//! The laws of every plan: section 6 of docs/contract.md and what follows from it, held over finished plans and not over the code that made them.
//!
//! `cargo test` tries each law on 512 random requests and on a spread of the closed space. `cargo xtask laws` tries all of them on the whole
//! closed space and on 100,000 random requests; see [`space`] for how the space was closed.

#[path = "../common/mod.rs"]
mod common;

mod account;
mod answers;
mod capacity;
mod contradictions;
mod plans;
mod space;

use std::cell::OnceCell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use apim_plan::{Plan, PlanRequest, plan};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use serde_json::{Value, json};

/// A request with its plan, which all laws look at.
struct Seen {
    request: PlanRequest,
    plan: Plan,
    written: OnceCell<Value>,
}

impl Seen {
    fn of(request: PlanRequest) -> Self {
        Self { plan: plan(&request), request, written: OnceCell::new() }
    }

    /// The capacity plan, the findings and the verdict as JSON, as the readers of the package get them.
    fn written(&self) -> &Value {
        self.written.get_or_init(|| {
            let Plan { headline, status, recommended, capacity, findings, .. } = &self.plan;
            json!({ "headline": headline, "status": status, "recommended": recommended, "capacity": capacity, "findings": findings })
        })
    }
}

/// Something that holds of every plan. The name is the sentence.
struct Law {
    name: &'static str,
    holds: fn(&Seen) -> TestCaseResult,
    tried_for: Nanoseconds,
}

/// How long a law took, added up over all threads.
struct Nanoseconds(AtomicU64);

/// Declares laws, and a list of them.
macro_rules! laws {
    ($list:ident: $($(#[doc = $doc:literal])* fn $name:ident($seen:ident) $body:block)*) => {
        $($(#[doc = $doc])* fn $name($seen: &crate::Seen) -> proptest::test_runner::TestCaseResult {
            $body
            Ok(())
        })*

        pub(crate) static $list: [crate::Law; [$(stringify!($name)),*].len()] = [
            $(crate::Law { name: stringify!($name), holds: $name, tried_for: crate::Nanoseconds(std::sync::atomic::AtomicU64::new(0)) }),*
        ];
    };
}
use laws;

/// The laws that read one plan.
fn of_one_plan() -> impl Iterator<Item = &'static Law> {
    plans::LAWS.iter().chain(&account::LAWS).chain(&contradictions::LAWS).chain(&capacity::LAWS).chain(&answers::LAWS)
}

/// The laws that compare a plan with the plans of other answers: each makes dozens of plans.
fn of_several_plans() -> impl Iterator<Item = &'static Law> {
    plans::COMPARING.iter()
}

/// Which laws the request's plan breaks.
fn broken<'a>(request: &PlanRequest, laws: impl Iterator<Item = &'a Law>) -> Vec<String> {
    let seen = Seen::of(request.clone());
    let mut broken = Vec::new();
    for law in laws {
        let start = Instant::now();
        let held = (law.holds)(&seen);
        law.tried_for.0.fetch_add(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
        if let Err(why) = held {
            let written = serde_json::to_string(request).unwrap_or_default();
            broken.push(format!("{}\n    {why}\n    {written}", law.name.replace('_', " ")));
        }
    }
    broken
}

/// Tries the requests of the indices on all processors. Of each law, the first few cases that break it are reported.
fn try_all(
    what: &str,
    count: usize,
    request: impl Fn(usize) -> PlanRequest + Sync,
    laws: impl Fn(usize) -> Vec<&'static Law> + Sync,
) {
    let start = Instant::now();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (request, laws) = (&request, &laws);
    let mut all: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|worker| {
                scope.spawn(move || {
                    let mut found: Vec<String> = Vec::new();
                    for at in (worker..count).step_by(workers) {
                        found.extend(broken(&request(at), laws(at).into_iter()));
                    }
                    found
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|_| vec!["a law panicked; see above".to_owned()]))
            .collect()
    });
    println!("{what}: {count} requests in {:.1} s on {workers} processors", start.elapsed().as_secs_f64());
    if std::env::var_os("LAWS").is_some() {
        let mut slow: Vec<(u64, &str)> = of_one_plan()
            .chain(of_several_plans())
            .map(|law| (law.tried_for.0.load(Ordering::Relaxed) / 1_000_000, law.name))
            .collect();
        slow.sort_unstable();
        println!("slowest laws, ms: {:?}", slow.iter().rev().take(14).collect::<Vec<_>>());
    }
    all.sort();
    let total = all.len();
    let mut last = (String::new(), 0);
    all.retain(|each| {
        let name = each.split('\n').next().unwrap_or_default().to_owned();
        last = if last.0 == name { (name, last.1 + 1) } else { (name, 1) };
        last.1 <= 2
    });
    assert!(all.is_empty(), "{total} times a law is broken:\n{}", all.join("\n"));
}

/// How many random requests: 512, or as many as `PROPTEST_CASES` says.
fn cases(fewest: usize) -> usize {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(fewest)
}

/// Whether `LAWS=all` asks for the whole closed space, as `cargo xtask laws` does.
fn whole() -> bool {
    std::env::var("LAWS").is_ok_and(|which| which == "all")
}

fn seed() -> u64 {
    std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(|| {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or(Duration::ZERO).subsec_nanos().into()
    })
}

/// A random request, the same for the same seed and number.
fn drawn(seed: u64, at: usize) -> PlanRequest {
    let mut bytes = [0; 32];
    for (byte, from) in bytes.iter_mut().zip(seed.to_le_bytes().into_iter().chain(at.to_le_bytes())) {
        *byte = from;
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    thread_local!(static REQUESTS: BoxedStrategy<PlanRequest> = common::requests().boxed());
    REQUESTS.with(|requests| requests.new_tree(&mut runner).map(|tree| tree.current()).unwrap_or_default())
}

/// With other answers each law makes dozens of plans, so it is tried on every tenth request.
const EVERY: usize = 10;

#[test]
fn every_law_holds_for_random_requests() {
    let seed = seed();
    println!("seed {seed}");
    try_all(
        "random",
        cases(512),
        |at| drawn(seed, at),
        |at| of_one_plan().chain(of_several_plans().filter(|_| at % EVERY == 0 || cases(512) <= 512)).collect(),
    );
}

#[test]
fn every_law_holds_in_the_closed_space() {
    let (count, stride) = if whole() { (space::size(), 1) } else { (space::size() / space::SPREAD, space::SPREAD) };
    try_all(
        "closed space",
        count,
        |at| space::request(at * stride),
        |at| of_one_plan().chain(of_several_plans().filter(|_| at % 200 == 0)).collect(),
    );
}

#[test]
fn every_law_has_a_name_of_its_own() {
    let mut names: Vec<&str> = of_one_plan().chain(of_several_plans()).map(|law| law.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(count > 50, "{count} laws");
}
