//! Folders: listed, copied, replaced.

use crate::{
    cache,
    failure::{Done, During},
    step::Step,
};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

/// Every file in a folder and its folders, in the order of their paths.
pub(crate) fn within(folder: &Path) -> Done<Vec<PathBuf>> {
    let reading = format!("read {}", folder.display());
    let mut entries = folder.read_dir().and_then(Iterator::collect::<Result<Vec<_>, _>>).during(&reading)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        if entry.file_type().during(&reading)?.is_dir() {
            files.extend(within(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// Copies the files of a folder into another one, made when it is not there.
pub(crate) fn copy(from: &Path, to: &Path) -> Done {
    for file in within(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).during(format_args!("make {}", folder.display()))?;
        }
        fs::copy(&file, &target).during(format_args!("copy {}", file.display()))?;
    }
    Ok(())
}

/// Keeps other runs out until the lock is dropped; says so when it has to wait for one.
pub(crate) fn lock(step: Step, path: &Path) -> Done<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).during(format_args!("make {}", folder.display()))?;
    }
    let lock = File::create(path).during(format_args!("write {}", path.display()))?;
    if lock.try_lock().is_err() {
        step.say("another run is doing this: waiting for it");
        lock.lock().during(format_args!("lock {}", path.display()))?;
    }
    Ok(lock)
}

/// Puts a finished folder in the place of an older one.
pub(crate) fn replace(old: &Path, new: &Path) -> Done {
    if let Some(parent) = old.parent() {
        fs::create_dir_all(parent).during(format_args!("make {}", parent.display()))?;
    }
    cache::remove(old)?;
    fs::rename(new, old).during(format_args!("rename {}", new.display()))
}
