//! Whether a result still belongs to what it was made of.

use crate::{
    failure::{Done, During},
    files,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// A digest of everything that goes into a result, kept beside the build once the result is whole.
pub(crate) struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    /// `sources` are files or folders. The tools count by the lock files that name their versions, and by this program,
    /// which holds their settings.
    pub(crate) fn new(name: &str, sources: &[&Path]) -> Done<Self> {
        let root = crate::workspace();
        let tools = [root.join("Cargo.lock"), root.join("tests/package-lock.json"), root.join("xtask")];
        let mut digest = DefaultHasher::new();
        for source in sources.iter().copied().chain(tools.iter().map(PathBuf::as_path)) {
            let files = if source.is_dir() { files::within(source)? } else { vec![source.to_owned()] };
            for file in files {
                file.hash(&mut digest);
                fs::read(&file).during(format_args!("read {}", file.display()))?.hash(&mut digest);
            }
        }
        let path = crate::target().join(format!("xtask/{name}.stamp"));
        Ok(Self { path, digest: format!("{:016x}", digest.finish()) })
    }

    /// Whether `result` was made of the same.
    pub(crate) fn holds_for(&self, result: &Path) -> bool {
        result.exists() && fs::read_to_string(&self.path).is_ok_and(|kept| kept == self.digest)
    }

    pub(crate) fn write(&self) -> Done {
        fs::write(&self.path, &self.digest).during(format_args!("write {}", self.path.display()))
    }
}
