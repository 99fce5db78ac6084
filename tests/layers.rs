//! Imports go one way. `ARCHITECTURE.md` draws the layers; this reads every file and holds it to them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// From below to above: a layer may use those before it.
const CORE: [&str; 19] = [
    "domain",
    "cite",
    "facts",
    "decide",
    "wording",
    "quote",
    "questionnaire",
    "migration",
    "capacity",
    "change",
    "findings",
    "plan",
    "link",
    "import",
    "preflight",
    "collect",
    "fleet",
    "export",
    "wasm",
];

/// From below to above, as in the planner.
const WEB: [&str; 17] = [
    "platform",
    "ui",
    "words",
    "route",
    "planned",
    "questionnaire",
    "plan",
    "capacity",
    "fleet",
    "import",
    "menus",
    "embedding",
    "reference",
    "start",
    "split",
    "app",
    "rendered",
];

/// Crates that only one layer may name.
const KEPT: [(&str, &str, &[&str]); 2] = [
    ("core", "wasm", &["wasm_bindgen", "serde_wasm_bindgen", "js_sys", "web_sys"]),
    ("web", "platform", &["gloo", "web_sys", "js_sys"]),
];

#[test]
fn imports_of_the_planner_go_one_way() {
    assert_eq!(offences_in("core", may_in_core), Vec::<String>::new());
}

#[test]
fn imports_of_the_page_go_one_way() {
    assert_eq!(offences_in("web", may_in_web), Vec::<String>::new());
}

#[test]
fn an_import_against_the_order_is_found() {
    let found = |module: &[&str], code: &str| offences("core", module, code, may_in_core);
    assert_eq!(found(&["facts", "zones"], "use crate::plan::Plan;"), ["facts uses plan"]);
    assert_eq!(found(&["domain"], "use crate::{cite::Page, domain::Tier};"), ["domain uses cite"]);
    assert_eq!(found(&["facts", "zones"], "fn f() { super::super::plan::plan() }"), ["facts uses plan"]);
    assert_eq!(found(&["facts", "zones"], "use super::super::{domain::Tier, export::{csv, ics}};"), ["facts uses export"]);
    assert_eq!(found(&["facts", "zones"], "mod inner { use super::super::super::findings; }"), ["facts uses findings"]);
    assert_eq!(found(&["findings"], "use crate::*;"), ["findings uses everything at once"]);
    assert_eq!(found(&["guess"], ""), ["guess is no layer"]);
    assert_eq!(found(&["plan"], "use wasm_bindgen::JsValue;"), ["plan names wasm_bindgen, which is for wasm"]);
}

#[test]
fn imports_with_the_order_are_not() {
    let found = |module: &[&str], code: &str| offences("core", module, code, may_in_core);
    assert_eq!(found(&["plan", "steps"], "use super::shape::Plan; use crate::{facts::zones, findings};"), [""; 0]);
    assert_eq!(found(&["domain"], "// crate::plan\nconst TEXT: &str = \"crate::plan\";"), [""; 0]);
    assert_eq!(found(&["wasm"], "use wasm_bindgen::JsValue; use crate::plan;"), [""; 0]);
    // Tests may look down from anywhere.
    assert_eq!(found(&["facts"], "#[cfg(test)] mod tests { use crate::plan::plan; }"), [""; 0]);
}

#[test]
fn the_page_has_its_order_as_well() {
    let found = |module: &[&str], code: &str| offences("web", module, code, may_in_web);
    assert_eq!(found(&["ui", "icon"], "use crate::words::FOOT;"), ["ui uses words"]);
    assert_eq!(found(&["questionnaire"], "use crate::plan::PlanPage;"), ["questionnaire uses plan"]);
    assert_eq!(found(&["plan", "page"], "use gloo::timers::callback;"), ["plan names gloo, which is for platform"]);
    assert_eq!(found(&["capacity", "page"], "use crate::{plan::cites, planned::Planned};"), [""; 0]);
}

fn may_in_core(from: &str, to: &str) -> bool {
    is_below(&CORE, from, to)
}

fn may_in_web(from: &str, to: &str) -> bool {
    // What is fetched later is asked for from anywhere, and `split` names the views among it.
    to == "split" || is_below(&WEB, from, to)
}

fn is_below(layers: &[&str], from: &str, to: &str) -> bool {
    let place = |layer| layers.iter().position(|known| *known == layer);
    place(to).is_some() && place(to) < place(from)
}

/// Every offence in the sources of a package, each with its file.
fn offences_in(package: &str, may: fn(&str, &str) -> bool) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("src");
    let files = sources(&root);
    assert!(!files.is_empty(), "no sources in {}", root.display());
    let mut found = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&root).unwrap_or(&file);
        let module = module_of(inside);
        // The root of a crate lists its layers and is none.
        if module.is_empty() {
            continue;
        }
        let names: Vec<&str> = module.iter().map(String::as_str).collect();
        let here = match fs::read_to_string(&file) {
            Ok(code) => offences(package, &names, &code, may),
            Err(error) => vec![error.to_string()],
        };
        found.extend(here.iter().map(|what| format!("{}: {what}", inside.display())));
    }
    found
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

/// `facts/zones.rs` is `facts::zones`, `facts/mod.rs` is `facts`.
fn module_of(file: &Path) -> Vec<String> {
    let names = file.with_extension("");
    let names = names.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !["mod", "lib", "main"].contains(&name.as_str())).collect()
}

/// What the code of one module uses and may not, each thing once.
fn offences(package: &str, module: &[&str], code: &str, may: fn(&str, &str) -> bool) -> Vec<String> {
    let tokens: TokenStream = match code.parse() {
        Ok(tokens) => tokens,
        Err(error) => return vec![format!("no Rust: {error}")],
    };
    let mut uses = Uses::default();
    uses.read(tokens, &module.iter().map(ToString::to_string).collect::<Vec<_>>());
    let layer = module.first().copied().unwrap_or_default();
    if !is_layer(package, layer) {
        return vec![format!("{layer} is no layer")];
    }
    let mut found = Vec::new();
    for used in uses.layers.iter().filter(|used| *used != layer) {
        if used == EVERYTHING {
            found.push(format!("{layer} uses everything at once"));
        } else if !may(layer, used) {
            found.push(format!("{layer} uses {used}"));
        }
    }
    for (_, keeper, crates) in KEPT.iter().filter(|(of, keeper, _)| *of == package && *keeper != layer) {
        let named = crates.iter().filter(|name| uses.names.contains(**name));
        found.extend(named.map(|name| format!("{layer} names {name}, which is for {keeper}")));
    }
    found
}

fn is_layer(package: &str, name: &str) -> bool {
    if package == "core" { CORE.contains(&name) } else { WEB.contains(&name) }
}

/// What stands for a glob over the whole crate.
const EVERYTHING: &str = "*";

/// The layers that a module reaches through `crate` or `super`, and every word it says.
#[derive(Default)]
struct Uses {
    layers: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Uses {
    /// Comments and texts are no tokens, so what they say does not count. `module` is where the tokens stand.
    fn read(&mut self, tokens: TokenStream, module: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) if word == "mod" => {
                    if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) = (tokens.get(at + 1), tokens.get(at + 2))
                    {
                        if !is_for_tests(tokens.get(..at).unwrap_or_default()) {
                            self.read(body.stream(), &[module, &[name.to_string()]].concat());
                        }
                        at += 2;
                    }
                }
                TokenTree::Ident(word) if word == "crate" => at = self.follow(&tokens, at + 1, &[]),
                TokenTree::Ident(word) if word == "super" => {
                    // `pub(super)` names no path and leads nowhere.
                    let above = module.split_last().map_or(module, |(_, above)| above);
                    at = self.follow(&tokens, at + 1, above);
                }
                TokenTree::Ident(word) => {
                    self.names.insert(word.to_string());
                }
                TokenTree::Group(group) => self.read(group.stream(), module),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }

    /// Goes on from `crate` or `super`, which led to `module`; gives the place of the last token that was read.
    fn follow(&mut self, tokens: &[TokenTree], at: usize, module: &[String]) -> usize {
        if !is_path(tokens, at) {
            return at - 1;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(word)) if word == "super" => {
                let above = module.split_last().map_or(module, |(_, above)| above);
                return self.follow(tokens, at + 3, above);
            }
            Some(TokenTree::Ident(word)) => {
                self.layers.insert(module.first().cloned().unwrap_or_else(|| word.to_string()));
            }
            Some(TokenTree::Punct(star)) if star.as_char() == '*' => {
                self.layers.insert(module.first().cloned().unwrap_or_else(|| EVERYTHING.to_owned()));
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let parts: Vec<TokenTree> = group.stream().into_iter().collect();
                for part in parts.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',')) {
                    let first = part.first().map(ToString::to_string).filter(|word| word != "self");
                    let reached = module.first().cloned().or(first);
                    self.layers.extend(reached);
                }
            }
            _ => {}
        }
        at + 2
    }
}

fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at| matches!(tokens.get(at), Some(TokenTree::Punct(colon)) if colon.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// Whether one of the attributes right before is `#[cfg(test)]`.
fn is_for_tests(before: &[TokenTree]) -> bool {
    let mut rest = before;
    while let [more @ .., TokenTree::Punct(_), TokenTree::Group(attribute)] = rest {
        if attribute.stream().to_string().replace(' ', "") == "cfg(test)" {
            return true;
        }
        rest = more;
    }
    false
}
