//! The laws of every plan, over the whole closed space and over many random requests.

use crate::{failure::Done, process};
use std::process::Command;

/// How many random requests, unless `PROPTEST_CASES` says otherwise.
const RANDOM: &str = "100000";

/// `cargo test` tries a spread of the closed space and 512 random requests; this tries all of it, compiled for speed.
pub(crate) fn run() -> Done {
    let mut tests = Command::new("cargo");
    let line = "test --locked --profile laws --package apim-plan --test laws -- --nocapture --test-threads 1 every_law";
    tests.args(line.split(' ')).current_dir(crate::workspace()).env("LAWS", "all");
    for (name, value) in [("PROPTEST_CASES", RANDOM), ("PROPTEST_RNG_SEED", "20261121")] {
        if std::env::var_os(name).is_none() {
            tests.env(name, value);
        }
    }
    process::run(&mut tests)
}
