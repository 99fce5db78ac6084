//! The full report as one HTML file: no script, no request, its own small style for light, dark and paper.
//!
//! The sections are those of the Markdown report. `maud` writes them, so that every text is escaped by its type.

mod capacity;
mod cites;
mod migration;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::markdown::recommended;
use super::provenance::{self, ExportContext};
use super::words;
use crate::domain::{PlatformVersion, Severity};
use crate::plan::Plan;
use crate::questionnaire::QUESTIONNAIRE;
use crate::wording;
use cites::Footnotes;

const STYLE: &str = include_str!("style.css");

/// Nothing but the style of the file itself: neither script nor request.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The full report as one HTML file.
pub fn to_html(plan: &Plan, context: &ExportContext) -> String {
    let mut cites = Footnotes::default();
    let title = provenance::title(plan, context);
    let body = body(plan, &mut cites);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (title) }
                    (body)
                    (cites.sources())
                    (basis(plan, context))
                }
            }
        }
    };
    page.into_string()
}

fn body(plan: &Plan, cites: &mut Footnotes) -> Markup {
    let path = recommended(plan);
    html! {
        p.verdict { (plan.headline) }
        (platform(plan, cites))
        @if let Some(path) = path { (migration::figures(path, cites)) }
        (findings(plan, cites))
        @if let Some(path) = path {
            (migration::timeline(path))
            (migration::checklist(path, cites))
            (migration::portal_steps(path, cites))
            (migration::commands(path, cites))
            (migration::back_out(path, cites))
            (migration::dns_records(path))
        }
        @if !plan.is_settled() {
            (migration::paths(plan, cites))
            (alternatives(plan))
            (migration::same_subnet(plan, cites))
        }
        (differences(plan, cites))
        (migration::ports(plan, cites))
        (capacity::section(&plan.capacity, cites))
    }
}

fn platform(plan: &Plan, cites: &mut Footnotes) -> Markup {
    let version = |version: Option<PlatformVersion>| version.map_or("not known", PlatformVersion::as_str);
    let others = plan.platform.locations.iter().filter(|location| location.version != plan.platform.version);
    html! {
        p {
            (words::status(plan.status)) ". Platform: " (version(plan.platform.version)) "."
            @for because in &plan.platform.because { " " (cites.statement(because)) }
        }
        @for location in others {
            p { (wording::region(&location.name)) ": " (version(location.version)) "." }
        }
    }
}

fn findings(plan: &Plan, cites: &mut Footnotes) -> Markup {
    html! {
        @if !plan.findings.is_empty() {
            h2 { "Findings" }
            ul {
                @for finding in &plan.findings {
                    @let class = match finding.severity { Severity::Blocker => "blocker", Severity::Risk => "risk", Severity::Note => "note" };
                    li {
                        span class={ "tag " (class) } { (words::severity(finding.severity)) }
                        @if let Some(location) = &finding.location { " (" (wording::region(location)) ")" }
                        ": " (finding.what) " " (finding.instead) (cites.mark(&finding.sources))
                    }
                }
            }
        }
    }
}

fn alternatives(plan: &Plan) -> Markup {
    let matters = |field| plan.open_questions.iter().any(|open| open.field == field && open.matters);
    let open: Vec<&str> =
        QUESTIONNAIRE.counted().filter(|(question, _)| matters(question.field)).map(|(_, counted)| counted.open).collect();
    html! {
        @if !plan.flips.is_empty() || !open.is_empty() {
            h2 { "What would change the plan" }
            ul { @for flip in &plan.flips { li { (flip.text) } } }
            @if !open.is_empty() { p { "Not answered, and able to change this plan: " (open.join("; ")) "." } }
        }
    }
}

fn differences(plan: &Plan, cites: &mut Footnotes) -> Markup {
    html! {
        @if !plan.disagreements.is_empty() {
            h2 { "Where documentation differs" }
            ul {
                @for differing in &plan.disagreements {
                    li {
                        (differing.about) ": " (differing.used)
                        ul { @for side in &differing.sides { li { (wording::dated(side.source.page.dated)) ": " (side.says) (cites.one(side.source)) } } }
                    }
                }
            }
        }
    }
}

/// The answers, the link and the version.
fn basis(plan: &Plan, context: &ExportContext) -> Markup {
    let answers = provenance::answers(plan);
    html! {
        h2 { "Basis" }
        @if let Some(link) = context.link() { p { "Plan: " a href=(link) rel="noreferrer" { (link) } } }
        @if !answers.is_empty() {
            (table(&["Answer", ""], answers.iter().map(|(name, said)| vec![html! { (name) }, html! { (said) }])))
        }
        p.soft { (provenance::version(context)) }
    }
}

/// A table; cells are written already.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<Markup>>) -> Markup {
    html! {
        div.table {
            table {
                thead { tr { @for title in head { th scope="col" { (title) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}
