//! A fact: a citation in a file of `core/src/facts`, and that file if it does not exist.

use super::{
    Name, Plan,
    edit::{Edit, end_of_block},
};
use crate::failure::{Done, Failure};
use std::path::Path;

const FOLDER: &str = "core/src/facts";

/// `name` is the file and the fact, such as `zones.minimum-units`.
pub(super) fn plan(root: &Path, name: &str) -> Done<Plan> {
    let (file, fact) = name.split_once('.').ok_or_else(|| {
        Failure::new(format!("{name} does not say in which file the fact goes"), "Use FILE.FACT, such as zones.minimum-units.")
    })?;
    let (file, fact) = (Name::parse(file)?.snake(), Name::parse(fact)?);
    let path = format!("{FOLDER}/{file}.rs");
    let citation = citation(&fact);
    let edits = if root.join(&path).exists() {
        vec![Edit::insert(root, &path, &citation, |lines| end_of_block(lines, "cites! {"))?]
    } else {
        vec![
            Edit::create(root, path.clone(), new_file(&citation))?,
            Edit::insert(root, &format!("{FOLDER}/mod.rs"), &format!("pub mod {file};"), first_module)?,
            Edit::insert(root, &format!("{FOLDER}/sources.rs"), &format!("        super::{file}::CITATIONS,"), last_citations)?,
        ]
    };
    let next = format!(
        "Fill in every TODO in {path}:\n\
         1. The page, from {FOLDER}/sources.rs. A revision that says something else is a page of its own, with its date.\n\
         2. The heading, and the fact in our own words. No sentence is copied from a page.\n\
         3. A number becomes a `Cited` value or a row of a `match`; the figure of a later page becomes a `Revision` of it.\n\
         4. If the page is one of S000 to S004: the citation id in docs/statements.\n\
         Then: cargo test -p apim-plan"
    );
    Ok(Plan { edits, next })
}

fn citation(name: &Name) -> String {
    format!(
        "    {} = S003, \"S003.{}\", \"TODO: heading\",\n        \"TODO: the fact in our own words.\";",
        name.constant(),
        name.kebab()
    )
}

fn new_file(citation: &str) -> String {
    format!("//! TODO: what these facts are about.\n\nuse super::sources::cites;\n\ncites! {{\n{citation}\n}}\n")
}

/// The list of modules is sorted by rustfmt, so that any place in it will do.
fn first_module(lines: &[&str]) -> Option<usize> {
    lines.iter().position(|line| line.starts_with("pub mod "))
}

fn last_citations(lines: &[&str]) -> Option<usize> {
    lines.iter().rposition(|line| line.trim_end().ends_with("::CITATIONS,"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_citation_bears_the_id_of_its_page() -> Done {
        let text = citation(&Name::parse("minimum-units")?);
        assert!(text.contains("MINIMUM_UNITS = S003, \"S003.minimum-units\","), "{text}");
        Ok(())
    }

    #[test]
    fn the_name_must_say_the_file() {
        assert!(plan(&crate::workspace(), "minimum-units").is_err());
    }
}
