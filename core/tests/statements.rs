//! The lists of normative statements: what they name exists, and every statement is implemented.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use apim_plan::RuleId;
use apim_plan::facts::sources;
use apim_plan::{ActionId, all_disagreements};
use strum::IntoEnumIterator;

/// Every id that can implement a statement.
fn carriers() -> HashSet<&'static str> {
    sources::citations()
        .map(|citation| citation.id)
        .chain(RuleId::iter().map(<&str>::from))
        .chain(ActionId::iter().map(<&str>::from))
        .chain(all_disagreements().map(|disagreement| disagreement.id))
        .collect()
}

fn lists() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/statements");
    let mut lists: Vec<(String, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_stem()?.to_string_lossy().into_owned(), fs::read_to_string(&path).ok()?))
        })
        .collect();
    lists.sort();
    lists
}

/// The rows of a list: number, statement, ids.
fn rows(text: &str) -> Vec<(&str, &str, &str)> {
    text.lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| n "))
        .filter_map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(str::trim);
            Some((cells.next()?, cells.next()?, cells.next()?))
        })
        .collect()
}

#[test]
fn every_primary_page_has_its_list() {
    let names: Vec<String> = lists().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["S000", "S001", "S002", "S003", "S004"]);
}

#[test]
fn every_statement_is_numbered_and_names_an_id_that_exists() {
    let carriers = carriers();
    for (name, text) in lists() {
        let rows = rows(&text);
        assert!(rows.len() >= 9, "{name} lists {} statements", rows.len());
        for (at, (number, statement, carried)) in rows.iter().enumerate() {
            assert_eq!(number.parse(), Ok(at + 1), "{name}: the numbers run on");
            assert!(!statement.is_empty(), "{name} {number}");
            let ids: Vec<&str> = carried.split('`').skip(1).step_by(2).collect();
            assert!(!ids.is_empty() || carried.starts_with("Not carried"), "{name} {number} is carried by nothing: {statement}");
            for id in ids {
                assert!(carriers.contains(id), "{name} {number} names `{id}`, which does not exist");
            }
        }
    }
}

/// Every citation of a primary page belongs to one of its statements.
#[test]
fn every_citation_of_a_primary_page_is_in_its_list() {
    for (name, text) in lists() {
        for citation in sources::citations().filter(|citation| citation.page.id == name) {
            assert!(text.contains(&format!("`{}`", citation.id)), "`{}` stands in no statement of {name}", citation.id);
        }
    }
}

#[test]
fn every_citation_has_a_heading_and_a_statement() {
    let mut ids = HashSet::new();
    for citation in sources::citations() {
        assert!(ids.insert(citation.id), "`{}` twice", citation.id);
        assert_eq!(citation.id.split('.').next(), Some(citation.page.id), "the id names the page");
        assert!(!citation.heading.is_empty() && citation.says.ends_with('.'), "{}", citation.id);
        assert!(citation.page.url.starts_with("https://"), "{}", citation.id);
        for date in [citation.page.dated.day(), citation.page.checked] {
            assert!(date.parse::<apim_plan::Day>().is_ok(), "{}: {date}", citation.id);
        }
    }
    for page in sources::ALL {
        assert!(sources::citations().any(|citation| std::ptr::eq(citation.page, *page)), "nothing cites {}", page.id);
    }
}

/// The number of consecutive words that may agree: names and figures agree by chance, sentences do not.
const LONGEST_COINCIDENCE: usize = 9;

/// No sentence is copied: if the pages are available, no long sequence of our
/// words is in them.
#[test]
fn nothing_is_copied_from_a_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    let words = |text: &str| -> Vec<String> {
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let mut theirs: HashSet<Vec<String>> = HashSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let text = fs::read(entry.path()).unwrap_or_default();
        theirs.extend(words(&String::from_utf8_lossy(&text)).windows(LONGEST_COINCIDENCE).map(<[String]>::to_vec));
    }
    let lists = lists();
    let ours = sources::citations()
        .map(|citation| (citation.id, citation.says))
        .chain(lists.iter().map(|(name, text)| (&**name, &**text)));
    for (id, text) in ours {
        for run in words(text).windows(LONGEST_COINCIDENCE) {
            assert!(!theirs.contains(run), "{id} copies: {}", run.join(" "));
        }
    }
}
