//! Folders: listed, copied, removed, compared by age, locked.

use crate::failure::{Done, During};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
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

/// Copies the files of a folder into another one, which is made if it does not exist.
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

/// Removes a folder that may not exist.
pub(crate) fn remove(folder: &Path) -> Done {
    if folder.exists() {
        fs::remove_dir_all(folder).during(format_args!("remove {}", folder.display()))?;
    }
    Ok(())
}

/// Whether `result` is newer than every source, as `make` decides it. Sources are files or folders.
pub(crate) fn is_current(result: &Path, sources: &[PathBuf]) -> Done<bool> {
    let Ok(made) = modified(result) else { return Ok(false) };
    for source in sources {
        let files = if source.is_dir() { within(source)? } else { vec![source.clone()] };
        for file in files {
            if modified(&file).during(format_args!("read {}", file.display()))? > made {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn modified(file: &Path) -> io::Result<SystemTime> {
    fs::metadata(file)?.modified()
}

/// Keeps other runs out until the lock is dropped. The system releases it when this process ends.
pub(crate) fn lock(path: &Path) -> Done<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).during(format_args!("make {}", folder.display()))?;
    }
    let lock = File::create(path).during(format_args!("write {}", path.display()))?;
    if lock.try_lock().is_err() {
        println!("Another run is doing this: waiting for it.");
        lock.lock().during(format_args!("lock {}", path.display()))?;
    }
    Ok(lock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_that_is_missing_or_older_is_not_current() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sources = [here.join("src")];
        assert!(matches!(is_current(&here.join("no such file"), &sources), Ok(false)));
        // This test was compiled from the sources, and after them.
        let this = std::env::current_exe().unwrap_or_default();
        assert!(matches!(is_current(&this, &sources), Ok(true)));
        assert!(is_current(&this, &[here.join("no such folder")]).is_err());
    }
}
