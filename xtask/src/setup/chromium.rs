//! A Chromium for the browser tests: one that is installed, or Debian's package.

use super::debian;
use crate::{
    failure::{Done, Failure},
    process,
    step::Step,
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const BY_HAND: &str = "Install Chromium or Chrome by hand (Debian: apt-get install chromium), or set CHROMIUM to its path.";

/// Its path: `$CHROMIUM`, else one on `PATH`, else Debian's package is installed.
pub(crate) fn set_up(step: Step) -> Done<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM").filter(|path| !path.is_empty()).map(PathBuf::from) {
        let version =
            version(&chosen).ok_or_else(|| Failure::new(format!("CHROMIUM={} does not start", chosen.display()), BY_HAND))?;
        step.done(version);
        return Ok(chosen);
    }
    if let Some((path, version)) = on_path() {
        step.done(version);
        return Ok(path);
    }
    if !debian::is_here() {
        return Err(Failure::new("there is no Chromium", BY_HAND));
    }
    step.say("installing Debian's package chromium");
    debian::install_package("chromium").map_err(|failure| failure.instead(BY_HAND))?;
    let (path, version) = on_path().ok_or_else(|| Failure::new("the installed Chromium does not start", BY_HAND))?;
    step.done(format_args!("installed {version}"));
    Ok(path)
}

fn on_path() -> Option<(PathBuf, String)> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let files = env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    files.filter(|file| file.is_file()).find_map(|file| version(&file).map(|version| (file, version)))
}

fn version(chromium: &Path) -> Option<String> {
    process::ask(Command::new(chromium).arg("--version"))
}
