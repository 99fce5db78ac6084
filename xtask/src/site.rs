//! `dist/site`: the page, as plain files for any folder of any server.

use crate::{
    budget, cut,
    failure::Done,
    files, process,
    setup::{TARGET, Toolchain, Tools},
    single,
    stamp::Stamp,
    step::Step,
};
use std::{path::PathBuf, process::Command};

/// Cut into pieces, which Trunk alone cannot do.
const FEATURES: &str = "split";

/// Where the finished site is.
pub(crate) fn folder() -> PathBuf {
    crate::workspace().join("dist/site")
}

/// Builds the site unless it is up to date.
pub(crate) fn build(tools: &Tools) -> Done {
    let step = Step::start("site");
    let _lock = files::lock(step, &crate::target().join("xtask/site.lock"))?;
    step.say("compiling the page");
    process::log(step, &mut compile(&tools.toolchain))?;

    let root = crate::workspace();
    let wasm = crate::target().join(format!("{TARGET}/release/apim-plan-web.wasm"));
    let stamp = Stamp::new("site", &[&wasm, &root.join("www"), &root.join("Trunk.toml")])?;
    if stamp.holds_for(&folder().join("index.html")) {
        step.done("dist/site is up to date");
        return Ok(());
    }
    step.say("packing it with Trunk");
    // Trunk takes NO_COLOR for a setting of its own and refuses the usual value.
    let trunk = ["build", "--color", "never", "--features", FEATURES];
    process::log(step, tools.command("trunk").args(trunk).env_remove("NO_COLOR"))?;
    let packed = root.join("target/xtask/site");
    cut::cut(step, tools, &wasm, &packed)?;
    budget::site(step, &packed)?;
    single::build(step, &packed)?;
    files::replace(&folder(), &packed)?;
    stamp.write()?;
    step.done("dist/site is ready");
    Ok(())
}

/// Compiles the page while the tools that pack it are still being installed. Says nothing of an error: [`build`] comes
/// upon the same one.
pub(crate) fn compile_ahead(toolchain: &Toolchain) {
    let step = Step::start("page");
    if process::log(step, &mut compile(toolchain)).is_ok() {
        step.done("the page is compiled");
    }
}

/// As Trunk will call it, so that its own call finds everything done.
fn compile(toolchain: &Toolchain) -> Command {
    let mut compile = Command::new("cargo");
    compile.args(["build", "--release", "--locked", "--target", TARGET, "--manifest-path", "web/Cargo.toml"]);
    compile.args(["--features", FEATURES]);
    compile.current_dir(crate::workspace());
    toolchain.choose(&mut compile);
    compile
}
