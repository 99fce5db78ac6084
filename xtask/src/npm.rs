//! `dist/npm`: the package, from the sources in `www/npm` and the planner as a module.

use crate::{
    budget, cache,
    failure::{Done, During, Failure},
    files, process,
    setup::{TARGET, Tools},
    shrink,
    stamp::Stamp,
    step::Step,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The name of the files that wasm-bindgen writes: `apim_plan.js`, `apim_plan.d.ts`, `apim_plan_bg.wasm`.
const MODULE: &str = "apim_plan";

/// Where the finished package is.
pub(crate) fn folder() -> PathBuf {
    crate::workspace().join("dist/npm")
}

/// Builds the package unless it is up to date.
pub(crate) fn build(tools: &Tools) -> Done {
    let step = Step::start("package");
    let _lock = files::lock(step, &crate::target().join("xtask/npm.lock"))?;
    let compiled = compile(step, tools)?;
    let sources = crate::workspace().join("www/npm");
    // The documentation of a type changes its declaration and not the module.
    let stamp = Stamp::new("npm", &[&compiled, &sources, &crate::workspace().join("core")])?;
    if stamp.holds_for(&folder().join("package.json")) {
        step.done("dist/npm is up to date");
        return Ok(());
    }
    let package = crate::target().join("xtask/npm");
    cache::remove(&package)?;
    files::copy(&sources, &package)?;
    let license = crate::workspace().join("LICENSE");
    fs::copy(&license, package.join("LICENSE")).during(format_args!("copy {}", license.display()))?;
    bind(step, tools, &compiled, &package)?;
    assemble(step, &package)?;
    budget::package_module(step, &package.join(format!("{MODULE}_bg.wasm")))?;
    files::replace(&folder(), &package)?;
    stamp.write()?;
    step.done("dist/npm is ready");
    Ok(())
}

/// The planner as a module. `core` itself stays a Rust library; only this call asks for another kind.
fn compile(step: Step, tools: &Tools) -> Done<PathBuf> {
    step.say("compiling the planner");
    let mut compile = tools.command("cargo");
    compile.args(["rustc", "--package", "apim-plan", "--lib", "--crate-type", "cdylib", "--features", "wasm"]).args([
        "--target",
        TARGET,
        "--release",
        "--locked",
    ]);
    process::log(step, &mut compile)?;
    Ok(crate::target().join(format!("{TARGET}/release/{MODULE}.wasm")))
}

/// Types, schemas and readers, from what the planner says of its own shapes.
fn assemble(step: Step, package: &Path) -> Done {
    step.say("writing types and schemas");
    let mut describe = Command::new("cargo");
    describe.args(["run", "--quiet", "--locked", "--package", "apim-plan", "--features", "schema", "--example", "describe"]);
    let shapes = process::ask(describe.current_dir(crate::workspace())).ok_or_else(|| {
        Failure::new(
            "the planner did not describe its shapes",
            "Run it alone: cargo run -p apim-plan --features schema --example describe",
        )
    })?;
    let file = crate::target().join("xtask/shapes.json");
    fs::write(&file, shapes).during(format_args!("write {}", file.display()))?;
    let shapes = fs::File::open(&file).during(format_args!("read {}", file.display()))?;
    let mut assemble = Command::new("node");
    assemble.arg(crate::workspace().join("xtask/npm/assemble.mjs")).arg(package);
    process::log_from(step, &mut assemble, shapes)
}

/// Writes the module, its JavaScript and its types into the package.
fn bind(step: Step, tools: &Tools, compiled: &Path, package: &Path) -> Done {
    fs::create_dir_all(package).during(format_args!("make {}", package.display()))?;
    let mut bind = tools.command("wasm-bindgen");
    // Without the path: bundlers would see it and copy a file that nobody asks for.
    bind.args(["--target", "web", "--omit-default-module-path", "--out-name", MODULE, "--out-dir"]).arg(package).arg(compiled);
    process::log(step, &mut bind)?;
    step.say("shrinking it with wasm-opt");
    shrink::module(step, &package.join(format!("{MODULE}_bg.wasm")))
}
