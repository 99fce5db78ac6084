//! What npm installs: `wasm-opt`, esbuild, and the libraries of the tests.

use crate::{
    failure::{Done, During, Failure},
    files, process,
    step::Step,
};
use std::{fs, path::Path, process::Command};

const OLDEST_NODE: u32 = 20;

/// Installs the packages of a folder if its lock file has changed since the last time.
pub(crate) fn packages(step: Step, folder: &Path) -> Done {
    let node = process::ask(Command::new("node").arg("--version")).unwrap_or_default();
    let major = node.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        let found = if node.is_empty() { "there is no Node.js".to_owned() } else { format!("Node.js is {node}") };
        return Err(Failure::new(found, format!("Install Node.js {OLDEST_NODE} or later, with npm.")));
    }
    let lock = folder.join("package-lock.json");
    let _alone = files::lock(&crate::workspace().join("target/xtask/npm-ci.lock"))?;
    let wanted = fs::read(&lock).during(format_args!("read {}", lock.display()))?;
    // Written after npm succeeded, so that an interrupted run is repeated.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        step.done(format_args!("the packages of {} are installed", name_of(folder)));
        return Ok(());
    }
    step.say(format_args!("npm ci in {}", name_of(folder)));
    let mut install = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    install.args(["ci", "--no-audit", "--no-fund", "--no-progress"]).current_dir(folder);
    process::run(&mut install).map_err(|failure| failure.instead(format!("Do it by hand: cd {} && npm ci", name_of(folder))))?;
    fs::write(&stamp, wanted).during(format_args!("write {}", stamp.display()))?;
    step.done(format_args!("installed the packages of {}", name_of(folder)));
    Ok(())
}

fn name_of(folder: &Path) -> String {
    folder.strip_prefix(crate::workspace()).unwrap_or(folder).display().to_string()
}
