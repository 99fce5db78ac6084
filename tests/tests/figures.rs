//! A figure in a sentence is the value of a fact, formatted: no sentence holds a typed figure of a page.

use std::fs;
use std::path::{Path, PathBuf};

use apim_plan_tests::root;
use regex_lite::Regex;

/// Where sentences are made. A percentage in `web` is a length of the page, not a figure of the documentation.
const FOLDERS: [(&str, &str); 9] = [
    ("core/src/capacity", ALL),
    ("core/src/migration", ALL),
    ("core/src/findings", ALL),
    ("core/src/decide", ALL),
    ("core/src/export", ALL),
    ("core/src/questionnaire", ALL),
    ("core/src/plan", ALL),
    ("core/src/change", ALL),
    ("web/src", WITHOUT_PERCENT),
];

const ALL: &str = r"(?i)(\d+)\s?(%|percent|seconds?|min\b|minutes?|hours?|days?|units?|addresses)";
const WITHOUT_PERCENT: &str = r"(?i)(\d+)\s?(seconds?|min\b|minutes?|hours?|days?|units?|addresses)";

/// Figures that are no page's: none, and the whole.
const OURS: [&str; 2] = ["0", "100"];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            into.push(path);
        }
    }
}

/// The text literals of a source, with their lines; what comes after `#[cfg(test)]` is no sentence of a plan.
fn literals(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code = source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let quoted = Regex::new(r#""((?:[^"\\]|\\.)*)""#).ok();
    code.flat_map(|(at, line)| {
        let found: Vec<_> = quoted.iter().flat_map(|quoted| quoted.captures_iter(line)).collect();
        found.into_iter().filter_map(move |literal| Some((at + 1, literal.get(1)?.as_str().to_owned())))
    })
    .collect()
}

#[test]
fn no_sentence_holds_a_typed_figure() -> Result<(), String> {
    let mut typed = Vec::new();
    for (folder, pattern) in FOLDERS {
        let figure = Regex::new(pattern).map_err(|error| error.to_string())?;
        let mut files = Vec::new();
        sources(&root().join(folder), &mut files);
        assert!(!files.is_empty(), "there are no sources in {folder}");
        for file in files {
            let source = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            for (line, literal) in literals(&source) {
                let mut figures = figure.captures_iter(&literal).filter_map(|found| found.get(1));
                if figures.any(|number| !OURS.contains(&number.as_str())) {
                    typed.push(format!("{}:{line}: {literal}", file.display()));
                }
            }
        }
    }
    assert!(typed.is_empty(), "typed figures:\n{}", typed.join("\n"));
    Ok(())
}
