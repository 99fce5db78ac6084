//! The page's module in pieces: what the first view needs, and what comes when somebody touches the page.
//!
//! `web/src/app/parts.rs` says where to cut. The cutter goes by what each function and each table names, before
//! wasm-bindgen has seen the module; Trunk knows no such step, so what it bound is bound again here.

use crate::{
    cache,
    failure::{Done, During, Failure},
    files, process,
    setup::Tools,
    shrink,
    step::Step,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Puts the pieces of `module` into a site that Trunk has packed, in the place of the whole.
pub(crate) fn cut(step: Step, tools: &Tools, module: &Path, site: &Path) -> Done {
    let name = name(site)?;
    let pieces = crate::workspace().join("target/xtask/pieces");
    cache::remove(&pieces)?;
    step.say("cutting the module");
    process::log(step, tools.command("wasm-split-cli").arg(module).arg(&pieces).args(["--out-name", &name]))?;
    let first = pieces.join(format!("{name}.wasm"));
    let mut bind = tools.command("wasm-bindgen");
    // The pieces call each other through the table that the linker exports.
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", &name, "--out-dir"])
        .arg(&pieces)
        .arg(&first);
    process::log(step, &mut bind)?;
    fs::remove_file(&first).during(format_args!("remove {}", first.display()))?;
    step.say("shrinking the pieces with wasm-opt");
    for file in files::within(&pieces)?.iter().filter(|file| is_wasm(file)) {
        shrink::module(step, file)?;
    }
    let mut assemble = Command::new("node");
    assemble.arg(crate::workspace().join("xtask/site/finish.mjs")).arg(&pieces).arg(site).arg(&name);
    process::log(step, &mut assemble)
}

fn is_wasm(file: &Path) -> bool {
    file.extension().is_some_and(|kind| kind == "wasm")
}

/// What Trunk calls the page's script and module, without their endings.
fn name(site: &Path) -> Done<String> {
    let of = |file: PathBuf| file.file_name().and_then(|name| name.to_str()?.strip_suffix("_bg.wasm").map(str::to_owned));
    let found = files::within(site)?.into_iter().find_map(of);
    found.ok_or_else(|| Failure::new("Trunk packed no module", "www/index.html and Trunk.toml belong together."))
}
