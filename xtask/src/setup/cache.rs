//! The folder of tools, which every clone of a user shares.

use crate::{
    failure::{Done, During, Failure},
    files,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// `$APIM_PLAN_TOOLS`, else `apim-plan/tools` in `$XDG_CACHE_HOME` or `~/.cache`.
pub(crate) fn folder() -> Done<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("APIM_PLAN_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("apim-plan/tools")))
        .or_else(|| env::home_dir().map(|home| home.join(".cache/apim-plan/tools")))
        .ok_or_else(|| Failure::new("there is no home folder to keep tools in", "Set APIM_PLAN_TOOLS to a folder."))
}

/// The folder `name` of the cache. If it does not exist, `make` fills a folder beside it, which then gets the name.
///
/// So a folder with its final name is always complete. A lock lets one process at a time make it. What an interrupted run left is
/// removed by the next one.
pub(crate) fn install(name: &str, make: impl FnOnce(&Path) -> Done) -> Done<PathBuf> {
    let tools = folder()?;
    let home = tools.join(name);
    if home.is_dir() {
        return Ok(home);
    }
    let _lock = files::lock(&tools.join(format!(".{name}.lock")))?;
    if home.is_dir() {
        return Ok(home);
    }
    let staging = tools.join(format!(".{name}.part"));
    files::remove(&staging)?;
    fs::create_dir_all(&staging).during(format_args!("make {}", staging.display()))?;
    make(&staging)?;
    fs::rename(&staging, &home).during(format_args!("rename {}", staging.display()))?;
    Ok(home)
}
