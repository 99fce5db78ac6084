//! The strings of the page and of the package, and the text of the documents.

use std::fs;
use std::path::{Path, PathBuf};

use apim_plan_tests::root;
use proc_macro2::{TokenStream, TokenTree};

/// Files that people read, below the root of the repository. Folders are read with the folders in them.
const READ: [&str; 7] = ["web/src", "www/npm", "www/embed.js", "www/index.html", "README.md", "docs", "core/README.md"];

/// Files that name forbidden terms, or that hold other people's titles.
const NOT_READ: [&str; 2] = ["docs/glossary.md", "docs/statements"];

/// Every text with the file it is in.
pub(crate) fn all() -> Result<Vec<(String, String)>, String> {
    let root = root();
    let mut texts = Vec::new();
    for start in READ {
        for file in files(&root.join(start)) {
            let place = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().into_owned();
            if NOT_READ.iter().any(|left_out| place.starts_with(left_out)) || place.ends_with("tests.rs") {
                continue;
            }
            let text = fs::read_to_string(&file).map_err(|error| format!("{place}: {error}"))?;
            let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
            let found = match kind {
                "rs" => of_rust(text.parse::<TokenStream>().map_err(|error| format!("{place}: {error}"))?),
                "js" => of_javascript(&text),
                "html" => of_html(&text),
                "md" => of_markdown(&text),
                _ => Vec::new(),
            };
            texts.extend(found.into_iter().filter(|text| text.contains(' ')).map(|text| (place.clone(), text)));
        }
    }
    Ok(texts)
}

fn files(start: &Path) -> Vec<PathBuf> {
    if start.is_file() {
        return vec![start.to_owned()];
    }
    let mut found: Vec<PathBuf> =
        fs::read_dir(start).into_iter().flatten().flatten().flat_map(|entry| files(&entry.path())).collect();
    found.sort();
    found
}

/// String literals, except those of attributes: comments of the documentation and reasons are for developers.
fn of_rust(tokens: TokenStream) -> Vec<String> {
    let mut texts = Vec::new();
    let mut after_hash = false;
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if let Some(text) = text.trim_start_matches(['r', '#', 'b']).strip_prefix('"') {
                    texts.push(without_names(text.trim_end_matches(['#', '"'])));
                }
                after_hash = false;
            }
            TokenTree::Group(group) => {
                if !after_hash {
                    texts.extend(of_rust(group.stream()));
                }
                after_hash = false;
            }
            TokenTree::Punct(mark) => after_hash = mark.as_char() == '#' || after_hash && mark.as_char() == '!',
            TokenTree::Ident(_) => after_hash = false,
        }
    }
    texts
}

/// Names in braces are the developer's, and so are lists of classes.
fn without_names(text: &str) -> String {
    if text.contains("--") && !text.contains(char::is_uppercase) {
        return String::new();
    }
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

/// What is in quotes; comments are left out.
fn of_javascript(code: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'', '`', '/']) {
        let (sign, after) = (rest.get(at..=at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default());
        let end = match sign {
            "/" if after.starts_with('/') => after.find('\n'),
            "/" if after.starts_with('*') => after.find("*/"),
            "/" => Some(0),
            quote => {
                let end = after.char_indices().scan(false, |escaped, (place, sign)| {
                    let ends = !*escaped && quote.starts_with(sign);
                    *escaped = !*escaped && sign == '\\';
                    Some((place, ends))
                });
                let end = end.filter(|(_, ends)| *ends).map(|(place, _)| place).next();
                texts.extend(end.and_then(|end| after.get(..end)).map(str::to_owned));
                end.map(|end| end + 1)
            }
        };
        rest = end.and_then(|end| after.get(end..)).unwrap_or_default();
    }
    texts
}

/// What stands between tags.
fn of_html(page: &str) -> Vec<String> {
    page.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim().to_owned()).collect()
}

/// Paragraphs, lists and tables, without code.
fn of_markdown(page: &str) -> Vec<String> {
    let mut is_code = false;
    let mut texts = Vec::new();
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            texts.push(line.split('`').step_by(2).collect::<Vec<_>>().join(" ` "));
        }
    }
    texts
}
