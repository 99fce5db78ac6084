//! `wasm-opt`.

use crate::{
    failure::{Done, During},
    process, setup,
    step::Step,
};
use std::{fs, path::Path, process::Command};

/// What today's rustc emits without being asked, and every browser of the last years reads.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// As `-Oz` has it, but nothing is moved into its only caller: the bytes stay the same, and their brotli loses a hundredth.
const FOR_SIZE: [&str; 2] = ["-Oz", "--one-caller-inline-max-function-size=0"];

/// What is for debuggers and linkers, and what the compiler says of itself.
const STRIPPED: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// Makes a module smaller, in its place.
pub(crate) fn module(step: Step, wasm: &Path) -> Done {
    let smaller = wasm.with_extension("opt");
    let mut command = Command::new("node");
    command.arg(setup::wasm_opt()).args(FOR_SIZE).args(FEATURES).args(STRIPPED).arg(wasm).arg("-o").arg(&smaller);
    process::log(step, &mut command)?;
    fs::rename(&smaller, wasm).during(format_args!("rename {}", smaller.display()))
}
