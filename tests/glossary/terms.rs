//! What the glossary forbids: `docs/glossary.md` is the list.

use std::sync::LazyLock;

/// A term that no reader may meet, and the one to use.
pub(crate) type Forbidden = (&'static str, &'static str);

/// The table "Say, and not" of the glossary, as pairs of a term that is not used and the one that is.
static TABLE: LazyLock<Vec<Forbidden>> = LazyLock::new(|| {
    let rows = include_str!("../../docs/glossary.md").split("## Say, and not").nth(1).unwrap_or_default().lines();
    let cells = rows.filter_map(|row| row.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    cells.filter(|(say, _)| *say != "Say").flat_map(|(say, not)| not.split("; ").map(move |term| (term, say))).collect()
});

/// How many terms are forbidden.
pub(crate) fn count() -> usize {
    TABLE.len()
}

/// What looks like a forbidden term and is none.
const ALLOWED: &[&str] = &["in place", "takes place", "put in", "no network security group", "in a network security group"];

/// The words of a text: letters, digits and what follows an apostrophe, in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The forbidden terms in a text.
pub(crate) fn forbidden(text: &str) -> Vec<Forbidden> {
    // What is between backticks is a value that somebody else wrote.
    let words = words(&text.split('`').step_by(2).collect::<Vec<_>>().join(" ` "));
    let is_at = |phrase: &str, at: usize| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.get(at..at + phrase.len()).is_some_and(|found| found.iter().zip(&phrase).all(|(word, want)| word == want))
    };
    let is_allowed = |at: usize, length: usize| {
        ALLOWED.iter().any(|phrase| {
            let long = phrase.split(' ').count();
            (0..long)
                .any(|before| at.checked_sub(before).is_some_and(|start| is_at(phrase, start) && start + long >= at + length))
        })
    };
    let found = |(term, _): &&Forbidden| {
        let length = term.split(' ').count();
        (0..words.len()).any(|at| is_at(term, at) && !is_allowed(at, length))
    };
    TABLE.iter().filter(found).copied().collect()
}

/// The sentences of a text.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let rest = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let next = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
        let ends = matches!(sign, '.' | '!' | '?') && (rest.is_empty() || next.is_some_and(|next| !next.is_lowercase()));
        if ends {
            sentences.extend(text.get(start..=at));
            start = at + sign.len_utf8();
        }
    }
    sentences.extend(text.get(start..).filter(|rest| !rest.trim().is_empty()));
    sentences.into_iter().map(str::trim).collect()
}

/// The number of words as a reader counts them.
pub(crate) fn length(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
