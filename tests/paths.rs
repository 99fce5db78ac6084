//! Every path that the documents name exists.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use apim_plan_tests::root;
use regex_lite::Regex;

/// The documents: these, and everything in `docs`.
const DOCUMENTS: [&str; 4] = ["ARCHITECTURE.md", "CONTRIBUTING.md", "DESIGN.md", "README.md"];

/// What a build or an installation makes, or what belongs to a reader's own site.
const ELSEWHERE: [&str; 10] = [
    "dist",
    "target",
    "node_modules",
    "tests/node_modules",
    "planner.html",
    "apim-plan/tools",
    ".github/workflows/pages.yml",
    "sites-enabled/default",
    "techdocs",
    "backend.csp",
];

/// Endings that make a single word a path.
const ENDINGS: [&str; 13] = ["rs", "md", "mjs", "js", "cjs", "ts", "json", "toml", "html", "yml", "css", "conf", "snap"];

#[test]
fn every_path_in_the_documents_exists() {
    let tree = tree(&root());
    let mut documents: Vec<PathBuf> = DOCUMENTS.iter().map(|name| root().join(name)).collect();
    documents.extend(files_of(&root().join("docs")).into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "md")));
    let mut missing = Vec::new();
    for document in documents {
        let name = document.strip_prefix(root()).unwrap_or(&document).display().to_string();
        match fs::read_to_string(&document) {
            Ok(text) => missing.extend(missing_in(&text, &tree).into_iter().map(|path| format!("{name}: {path}"))),
            Err(error) => missing.push(format!("{name}: {error}")),
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_path_that_does_not_exist_is_found() {
    let tree: BTreeSet<String> =
        ["core/src/facts/zones.rs", "core/src/facts", "core/src", "core", "docs/a.md", "docs"].map(str::to_owned).into();
    let found = |text: &str| missing_in(text, &tree);
    assert_eq!(found("See `core/src/made_up.rs` and `made_up.rs`."), ["core/src/made_up.rs", "made_up.rs"]);
    assert_eq!(found("`core/src/{facts,fictions}`, `docs/b.md`, `docs/*.txt`"), ["core/src/fictions", "docs/b.md", "docs/*.txt"]);
    assert_eq!(found("`web/src/components/questions`"), ["web/src/components/questions"]);
    assert_eq!(found("`core/src/facts`, `facts/zones.rs`, `zones.rs`, `docs/*.md`, `core/src/facts/NAME.rs`, `core/`"), [""; 0]);
    assert_eq!(found("`dist/site`, `application/wasm`, `/etc/nginx`, `cargo xtask`, `a/b?c=d`, `https://a/b`, `1/2`"), [""; 0]);
    assert_eq!(found("```\n`core/src/made_up.rs`\n```\n"), [""; 0]);
}

/// The paths that a text names in backticks and that are not in the tree.
fn missing_in(text: &str, tree: &BTreeSet<String>) -> Vec<String> {
    let mut prose = String::new();
    let mut fenced = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    let words = prose.split('`').skip(1).step_by(2);
    let paths = words.filter(|word| is_path(word)).flat_map(|word| expand(word.trim_end_matches('/')));
    paths.filter(|path| !is_elsewhere(path) && !exists(path, tree)).collect()
}

/// A word looks like a path when it has a folder or the ending of a file, and nothing that a path here does not have.
fn is_path(word: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "/._-*{},".contains(sign);
    if word.starts_with('/') || word.starts_with('*') || !word.chars().all(plain) {
        return false;
    }
    let kinds = ["application/", "text/", "image/", "font/"];
    let has_folder = word.contains('/') && word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '.');
    let has_ending = word.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && ENDINGS.contains(&ending));
    (has_folder || has_ending) && !kinds.iter().any(|kind| word.starts_with(kind))
}

/// `a/{b,c}.rs` names two paths.
fn expand(path: &str) -> Vec<String> {
    let Some((before, (inner, after))) = path.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    else {
        return vec![path.to_owned()];
    };
    inner.split(',').flat_map(|choice| expand(&format!("{before}{choice}{after}"))).collect()
}

fn is_elsewhere(path: &str) -> bool {
    ELSEWHERE.iter().any(|other| path == *other || path.starts_with(&format!("{other}/")))
}

/// A path may leave out the folders in front, as in `facts/zones.rs`. `*` and `NAME` stand for any name.
fn exists(path: &str, tree: &BTreeSet<String>) -> bool {
    if !path.contains('*') && !path.contains("NAME") {
        let end = format!("/{path}");
        return tree.contains(path) || tree.iter().any(|known| known.ends_with(&end));
    }
    let pattern = path.replace("NAME", "*").split('*').map(escape).collect::<Vec<_>>().join("[^/]*");
    Regex::new(&format!("(?:^|/){pattern}$")).is_ok_and(|pattern| tree.iter().any(|known| pattern.is_match(known)))
}

fn escape(text: &str) -> String {
    text.replace('.', r"\.")
}

/// Every file and folder of the repository, without what builds and installations make.
fn tree(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if name == ".git" || name == "target" || name == "dist" || name == "node_modules" {
                continue;
            }
            found.insert(path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/"));
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    found
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { files.extend(files_of(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
