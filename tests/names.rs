//! A type name means one thing: no name is defined twice in the sources of the planner and the page.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

#[test]
#[expect(clippy::panic, reason = "a test says what it expects by failing")]
fn every_type_name_has_one_meaning() {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in ["core", "web"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("src");
        let files = sources(&root);
        assert!(!files.is_empty(), "no sources in {}", root.display());
        for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
            let place = format!("{package}/{}", file.strip_prefix(&root).unwrap_or(file).display());
            let code = fs::read_to_string(file).unwrap_or_default();
            let Ok(tokens) = code.parse::<TokenStream>() else { panic!("{place} is not Rust") };
            for name in types(tokens) {
                defined.entry(name).or_default().push(place.clone());
            }
        }
    }
    let twice: Vec<String> = defined
        .iter()
        .filter(|(_, places)| places.len() > 1)
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert!(twice.is_empty(), "type names with several meanings:\n{}", twice.join("\n"));
}

#[test]
fn definitions_are_found_and_associated_types_and_tests_are_not() {
    let found = |code: &str| code.parse().map(types).unwrap_or_default();
    assert_eq!(found("pub struct A<T>(T); enum B { C } type D = A<u8>; pub(crate) trait E { type F; }"), ["A", "B", "D", "E"]);
    assert_eq!(found("impl A { } impl Iterator for A { type Item = B; } struct G;"), ["G"]);
    assert_eq!(found("mod inner { struct H; } #[cfg(test)] mod tests { struct I; }"), ["H"]);
    assert_eq!(found("fn f(x: impl Fn()) -> u8 { struct J; 0 } const K: &str = \"struct L\"; // struct M"), [""; 0]);
    assert_eq!(found("macro_rules! m { ($n:ident) => { struct $n; pub enum N {} }; }"), ["N"]);
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The names of the structs, enums, traits and aliases that the tokens define outside functions, `impl` blocks and tests.
fn types(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut names = Vec::new();
    let mut is_body_skipped = false;
    let mut is_for_tests = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(word) => {
                let is_definition = ["struct", "enum", "trait", "type"].iter().any(|kind| word == kind);
                if let (true, Some(TokenTree::Ident(name))) =
                    (is_definition && !is_for_tests && !is_body_skipped, tokens.get(at + 1))
                {
                    names.push(name.to_string());
                }
                is_body_skipped |= ["impl", "trait", "fn"].iter().any(|kind| word == kind);
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                if !is_body_skipped && !is_for_tests {
                    names.extend(types(group.stream()));
                }
                (is_body_skipped, is_for_tests) = (false, false);
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                is_for_tests |= group.stream().to_string().replace(' ', "") == "cfg(test)";
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => (is_body_skipped, is_for_tests) = (false, false),
            TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    names
}
