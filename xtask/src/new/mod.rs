//! `cargo xtask new question|rule|fact NAME`: writes the files of a new thing, and its line in each list.
//!
//! What is written compiles. What is left to say is marked TODO, and the golden case fails until it is said.

mod edit;
mod fact;
mod question;
mod rule;

use crate::{
    failure::{Done, During, Failure},
    files, process,
};
use edit::Edit;
use std::{fs, path::Path, process::Command};

/// The changes that make a new thing, and what its author does next.
struct Plan {
    edits: Vec<Edit>,
    next: String,
}

/// Writes a new question, rule or fact below `root`.
pub(crate) fn write(root: &Path, kind: &str, name: &str) -> Done {
    let plan = match kind {
        "question" => question::plan(root, &Name::parse(name)?)?,
        "rule" => rule::plan(root, &Name::parse(name)?)?,
        "fact" => fact::plan(root, name)?,
        _ => return Err(Failure::new(format!("there is no kind {kind}"), "Choose question, rule or fact.")),
    };
    for edit in &plan.edits {
        edit.apply(root)?;
        println!("{edit}");
    }
    println!("\n{}", plan.next);
    Ok(())
}

/// Copies what git knows of `root`, so that something new can be tried in the copy.
pub(crate) fn copy_sources(root: &Path, copy: &Path) -> Done {
    files::remove(copy)?;
    let known =
        process::ask(Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root));
    let known = known.ok_or_else(|| Failure::new("`git ls-files` failed", ""))?;
    for file in known.lines().filter(|file| root.join(file).is_file()) {
        let target = copy.join(file);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).during(format_args!("make {}", folder.display()))?;
        }
        fs::copy(root.join(file), &target).during(format_args!("copy {file}"))?;
    }
    Ok(())
}

/// A name in its spellings: `no-path-left`, `no_path_left`, `NoPathLeft`, `noPathLeft`, `NO_PATH_LEFT`.
struct Name {
    words: Vec<String>,
}

impl Name {
    /// Reads any of the spellings with dashes or underscores.
    fn parse(name: &str) -> Done<Self> {
        let words: Vec<String> = name.split(['-', '_']).map(str::to_owned).collect();
        let is_word =
            |word: &String| !word.is_empty() && word.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit());
        let starts_well = name.starts_with(|first: char| first.is_ascii_lowercase());
        if starts_well && words.iter().all(is_word) {
            return Ok(Self { words });
        }
        Err(Failure::new(format!("{name} is not a name"), "Use lower-case words with dashes, such as uneven-zone-units."))
    }

    fn kebab(&self) -> String {
        self.words.join("-")
    }

    fn snake(&self) -> String {
        self.words.join("_")
    }

    fn constant(&self) -> String {
        self.snake().to_uppercase()
    }

    fn pascal(&self) -> String {
        self.words.iter().map(|word| capitalised(word)).collect()
    }

    fn camel(&self) -> String {
        let rest = self.words.iter().skip(1).map(|word| capitalised(word)).collect::<String>();
        format!("{}{rest}", self.words.first().map_or("", String::as_str))
    }
}

fn capitalised(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_five_spellings() -> Done {
        for name in [Name::parse("no-path-left")?, Name::parse("no_path_left")?] {
            let spelled = [name.kebab(), name.snake(), name.pascal(), name.camel(), name.constant()];
            assert_eq!(spelled, ["no-path-left", "no_path_left", "NoPathLeft", "noPathLeft", "NO_PATH_LEFT"]);
        }
        for wrong in ["", "NoPath", "no--path", "-no", "9-lives", "no path", "../path"] {
            assert!(Name::parse(wrong).is_err(), "{wrong}");
        }
        Ok(())
    }

    /// The lists are found where they are today, in the files of this repository.
    #[test]
    fn every_kind_can_be_planned_here() -> Done {
        let root = crate::workspace();
        let name = Name::parse("a-name-that-is-new")?;
        for plan in [question::plan(&root, &name)?, rule::plan(&root, &name)?, fact::plan(&root, "zones.a-name-that-is-new")?] {
            assert!(!plan.edits.is_empty() && plan.next.contains("TODO"), "{}", plan.next);
        }
        Ok(())
    }
}
