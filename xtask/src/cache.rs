//! The folder of tools, shared by every clone of one user.

use crate::{
    failure::{Done, During, Failure},
    files,
    step::Step,
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

/// The folder `name` of the cache, made by `make` in a folder beside it when it is not there yet.
///
/// A folder under its final name is always whole: it gets that name by one rename, and a lock lets only one process
/// make it. What an interrupted run left behind is removed by the next.
pub(crate) fn install(step: Step, name: &str, make: impl FnOnce(&Path) -> Done) -> Done<PathBuf> {
    let tools = folder()?;
    let home = tools.join(name);
    if home.is_dir() {
        return Ok(home);
    }
    let _lock = files::lock(step, &tools.join(format!(".{name}.lock")))?;
    if home.is_dir() {
        return Ok(home);
    }
    let staging = tools.join(format!(".{name}.part"));
    remove(&staging)?;
    fs::create_dir_all(&staging).during(format_args!("make {}", staging.display()))?;
    make(&staging)?;
    fs::rename(&staging, &home).during(format_args!("rename {}", staging.display()))?;
    Ok(home)
}

/// Removes a folder that may not be there.
pub(crate) fn remove(folder: &Path) -> Done {
    if folder.exists() {
        fs::remove_dir_all(folder).during(format_args!("remove {}", folder.display()))?;
    }
    Ok(())
}
