//! `dist/npm`: the package, from the sources in `www/npm` and the planner as a module.

use crate::{
    budget,
    failure::{Done, During, Failure},
    files, process,
    setup::{TARGET, Tools},
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

/// Builds the package if a source is newer.
pub(crate) fn build(tools: &Tools) -> Done {
    let step = Step::start("package");
    let root = crate::workspace();
    let _lock = files::lock(&root.join("target/xtask/npm.lock"))?;
    let compiled = compile(tools)?;
    // The doc comments of a type are in its declaration for JavaScript: the sources of core count beside the module.
    let sources = ["www/npm", "core/src", "core/examples", "xtask", "Cargo.lock", "tests/package-lock.json"];
    let sources: Vec<PathBuf> = sources.map(|name| root.join(name)).into_iter().chain([compiled.clone()]).collect();
    if files::is_current(&folder().join("package.json"), &sources)? {
        step.done("dist/npm is up to date");
        return Ok(());
    }
    // Put together elsewhere, so that a failure leaves the last package as it was.
    let package = root.join("target/xtask/npm");
    files::remove(&package)?;
    files::copy(&root.join("www/npm"), &package)?;
    let license = root.join("LICENSE");
    fs::copy(&license, package.join("LICENSE")).during(format_args!("copy {}", license.display()))?;
    bind(tools, &compiled, &package)?;
    assemble(&package)?;
    budget::package_module(step, &package.join(format!("{MODULE}_bg.wasm")))?;
    files::remove(&folder())?;
    fs::create_dir_all(root.join("dist")).during("make dist")?;
    fs::rename(&package, folder()).during(format_args!("rename {}", package.display()))?;
    step.done("dist/npm is ready");
    Ok(())
}

/// The planner as a module. `core` itself stays a Rust library; only this call asks for another kind.
fn compile(tools: &Tools) -> Done<PathBuf> {
    let mut compile = tools.command("cargo");
    compile.args(["rustc", "--package", "apim-plan", "--lib", "--crate-type", "cdylib", "--features", "wasm"]).args([
        "--target",
        TARGET,
        "--release",
        "--locked",
    ]);
    process::run(&mut compile)?;
    Ok(crate::target().join(format!("{TARGET}/release/{MODULE}.wasm")))
}

/// Types, schemas and readers, from what the planner says of its own shapes.
fn assemble(package: &Path) -> Done {
    // With the features of the whole workspace, as `cargo test --workspace` builds it, so that the two share the compiled crates.
    let mut build = Command::new("cargo");
    build.args(["build", "--locked", "--workspace", "--features", "apim-plan/schema", "--example", "describe"]);
    process::run(build.current_dir(crate::workspace()))?;
    let describe = crate::target().join("debug/examples").join(format!("describe{}", std::env::consts::EXE_SUFFIX));
    let shapes = process::ask(&mut Command::new(&describe)).ok_or_else(|| {
        Failure::new("the planner did not describe its shapes", format!("Run it alone: {}", describe.display()))
    })?;
    let file = crate::workspace().join("target/xtask/shapes.json");
    fs::write(&file, shapes).during(format_args!("write {}", file.display()))?;
    let shapes = fs::File::open(&file).during(format_args!("read {}", file.display()))?;
    process::run(Command::new("node").arg(crate::workspace().join("xtask/npm/assemble.mjs")).arg(package).stdin(shapes))
}

/// Writes the module, its JavaScript and its types into the package.
fn bind(tools: &Tools, compiled: &Path, package: &Path) -> Done {
    let mut bind = tools.command("wasm-bindgen");
    // Without the path, because bundlers would find it and copy a file that the package does not load.
    bind.args(["--target", "web", "--omit-default-module-path", "--out-name", MODULE, "--out-dir"]).arg(package).arg(compiled);
    process::run(&mut bind)?;
    let shrink = crate::workspace().join("xtask/shrink.mjs");
    process::run(Command::new("node").arg(shrink).arg(package.join(format!("{MODULE}_bg.wasm"))))
}
