//! The product speaks the language of `docs/glossary.md`: one term for one thing, in sentences that can be read at once.
//!
//! The texts come from finished plans, exports, questions, facts and errors. Page, package and documents are read as sources.

#[path = "../../core/tests/common/mod.rs"]
mod common;
mod long;
mod sources;
mod terms;
mod texts;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;

use apim_plan::{Plan, plan};
use terms::{forbidden, length, sentences};
use texts::Texts;

/// A headline, in words.
const HEADLINE: usize = 20;
/// A step of a checklist or of the portal, in words.
const STEP: usize = 25;
/// Any other sentence, in words. Longer ones are in the list.
const SENTENCE: usize = 28;

/// Every text, and what the plans of the sample break of the lengths. Made once for all tests.
static ALL: LazyLock<Result<(Texts, BTreeSet<String>), String>> = LazyLock::new(all);

fn all() -> Result<(Texts, BTreeSet<String>), String> {
    let (mut texts, mut too_long) = (Texts::new(), BTreeSet::new());
    let requests = texts::sample()?;
    for request in &requests {
        let plan = plan(request);
        texts::of_plan(&plan, &mut texts);
        lengths(&plan, &mut too_long);
    }
    for request in requests.iter().step_by(7) {
        texts::of_exports(&plan(request), &mut texts);
    }
    texts::of_fleet(&requests, &mut texts)?;
    texts::of_questions(&mut texts);
    texts::of_facts(&mut texts);
    texts::of_errors(&mut texts)?;
    Ok((texts, too_long))
}

#[test]
fn no_text_that_a_reader_sees_has_a_forbidden_term() -> Result<(), String> {
    let mut offences = String::new();
    for (at, texts) in &ALL.as_ref()?.0 {
        for text in texts {
            for (term, better) in forbidden(text) {
                let _ = writeln!(offences, "{at}: \"{term}\" in \"{text}\"; say: {better}");
            }
        }
    }
    assert!(offences.is_empty(), "\n{offences}");
    Ok(())
}

#[test]
fn no_source_of_page_package_and_documents_has_a_forbidden_term() -> Result<(), String> {
    let mut offences = String::new();
    for (at, text) in sources::all()? {
        for (term, better) in forbidden(&text) {
            let _ = writeln!(offences, "{at}: \"{term}\" in \"{text}\"; say: {better}");
        }
    }
    assert!(offences.is_empty(), "\n{offences}");
    Ok(())
}

#[test]
fn a_sentence_is_short_or_in_the_list() -> Result<(), String> {
    let mut long = Vec::new();
    for (at, texts) in &ALL.as_ref()?.0 {
        // An export repeats the sentences of a plan, a file holds several of them in a line.
        if at.starts_with("export.") {
            continue;
        }
        for text in texts {
            // A restated row of a table has clauses with semicolons between them.
            let is_restated = at.ends_with("says");
            let parts = sentences(text).into_iter().flat_map(|sentence| sentence.split(if is_restated { "; " } else { "\0" }));
            long.extend(parts.filter(|part| length(part) > SENTENCE).map(|part| format!("{at}: {part}")));
        }
    }
    let unlisted: Vec<&String> = long.iter().filter(|text| !long::LISTED.iter().any(|(start, _)| text.contains(start))).collect();
    assert!(unlisted.is_empty(), "\n{unlisted:#?}");
    let unused: Vec<_> = long::LISTED.iter().filter(|(start, _)| !long.iter().any(|text| text.contains(start))).collect();
    assert!(unused.is_empty(), "listed, but not there or not long: {unused:#?}");
    Ok(())
}

/// What one plan breaks of the lengths.
fn lengths(plan: &Plan, offences: &mut BTreeSet<String>) {
    for headline in [&plan.headline, &plan.capacity.headline] {
        // What is assumed stands before the sentence that decides.
        let decides = headline.strip_prefix("If ").and_then(|rest| rest.split_once(": ")).map_or(&**headline, |(_, rest)| rest);
        if length(decides) > HEADLINE {
            offences.insert(format!("headline, {} words: {headline}", length(headline)));
        }
    }
    for finding in &plan.findings {
        let count = sentences(&finding.what).len() + sentences(&finding.instead).len();
        if count > 2 {
            offences.insert(format!("finding {:?}, {count} sentences: {} {}", finding.rule, finding.what, finding.instead));
        }
    }
    for path in &plan.paths {
        let steps = path.actions.iter().map(|action| &action.text).chain(path.portal_steps.iter().map(|step| &step.text));
        for step in steps {
            let is_listed = long::LISTED.iter().any(|(start, _)| step.contains(start));
            if sentences(step).len() > 1 || length(step) > STEP && !is_listed {
                offences.insert(format!("step, {} words: {step}", length(step)));
            }
        }
    }
}

#[test]
fn headlines_findings_and_steps_have_their_length() -> Result<(), String> {
    let (_, offences) = ALL.as_ref()?;
    let offences: Vec<&str> = offences.iter().map(String::as_str).collect();
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
    Ok(())
}

#[test]
fn a_citation_is_one_sentence() {
    let mut texts = Texts::new();
    texts::of_facts(&mut texts);
    for (at, texts) in texts.into_iter().filter(|(at, _)| at.ends_with("says")) {
        for text in texts {
            assert_eq!(sentences(&text).len(), 1, "{at}: {text}");
        }
    }
}

#[test]
fn terms_and_sentences_are_found() {
    let found = |text: &str| forbidden(text).into_iter().map(|(term, _)| term).collect::<Vec<_>>();
    assert_eq!(found("The gateway is away while the run lasts."), ["is away", "the run"]);
    assert!(terms::count() > 100, "the table of the glossary is read");
    assert_eq!(found("Migrate in place; place it."), ["place"]);
    assert_eq!(found("Migrate in place, with the VIP preserved."), [""; 0]);
    assert_eq!(
        sentences("Use API version 2.1. If it fails, e.g. by time, stop."),
        ["Use API version 2.1.", "If it fails, e.g. by time, stop."]
    );
    assert_eq!(length("Use 3 units – now."), 4);
}
