//! A new file, or a line in a file that exists.

use crate::failure::{Done, During, Failure};
use std::{fmt, fs, path::Path};

/// One change of the repository.
pub(super) enum Edit {
    /// A file that does not exist yet.
    Create { path: String, text: String },
    /// A file with a line more.
    Change { path: String, text: String, line: String },
}

impl Edit {
    /// A new file; refused if it exists.
    pub(super) fn create(root: &Path, path: String, text: String) -> Done<Self> {
        if root.join(&path).exists() {
            return Err(Failure::new(format!("{path} exists"), "Choose another name. Names are never reused."));
        }
        Ok(Self::Create { path, text })
    }

    /// A line of its own in a file; `place` finds the line in front of which it goes.
    pub(super) fn insert(root: &Path, path: &str, line: &str, place: impl Fn(&[&str]) -> Option<usize>) -> Done<Self> {
        let text = fs::read_to_string(root.join(path)).during(format_args!("read {path}"))?;
        let mut lines: Vec<&str> = text.lines().collect();
        let at = place(&lines).filter(|at| *at <= lines.len());
        let at = at.ok_or_else(|| {
            Failure::new(format!("{path} has no place for `{line}`"), "xtask/src/new knows an older form of it.")
        })?;
        lines.insert(at, line);
        Ok(Self::Change { path: path.to_owned(), text: lines.join("\n") + "\n", line: line.trim().to_owned() })
    }

    pub(super) fn apply(&self, root: &Path) -> Done {
        let (Self::Create { path, text } | Self::Change { path, text, .. }) = self;
        let file = root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).during(format_args!("make {}", folder.display()))?;
        }
        fs::write(&file, text).during(format_args!("write {path}"))
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Create { path, .. } => write!(out, "wrote    {path}"),
            Self::Change { path, line, .. } => {
                write!(out, "added to {path}: {}", line.lines().last().unwrap_or_default().trim())
            }
        }
    }
}

/// The line that closes the block which `opening` opens.
pub(super) fn end_of_block(lines: &[&str], opening: &str) -> Option<usize> {
    let from = lines.iter().position(|line| *line == opening)?;
    let length = lines.iter().skip(from).position(|line| *line == "}" || line.trim_start() == "]")?;
    Some(from + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_to_the_end_of_its_block() {
        let lines = ["macro_rules! rules {", "}", "rules! {", "    A => a,", "}", "fn f() {", "}"];
        assert_eq!(end_of_block(&lines, "rules! {"), Some(4));
        assert_eq!(end_of_block(&lines, "facts! {"), None);
    }
}
