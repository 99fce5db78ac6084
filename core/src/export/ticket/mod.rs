//! The plan as the text of a change ticket: everything that a change board needs to approve it, and its owners to carry it
//! out, in at most [`MOST`] characters. Figures, steps and records are read off the plan and its account.

mod change;
mod room;
mod settled;
mod steps;
mod window;

use room::Lengths;

use super::markdown::{MarkdownDocument, recommended};
use super::provenance::{self, ExportContext};
use crate::decide::decide;
use crate::migration::{self, Account, Path};
use crate::plan::Plan;

/// The length that common ticket systems take, in UTF-16 code units, as they count.
pub const MOST: usize = 8_000;

/// The text of a change ticket in Markdown. Never longer than [`MOST`]: what does not fit is counted, and left to the full
/// report.
pub fn to_ticket(plan: &Plan, context: &ExportContext) -> String {
    let decision = decide(&plan.request);
    let account = migration::recommended(&plan.request, &decision);
    let write = |room: &Lengths| match (recommended(plan), account.as_ref()) {
        (Some(path), Some(account)) => change(&ChangeTicket { plan, path, account, context, room }),
        _ => settled::ticket(plan, context, room),
    };
    let mut text = String::new();
    for room in Lengths::ladder() {
        text = write(&room);
        if length(&text) <= MOST {
            return text;
        }
    }
    room::cut(&text, MOST)
}

/// What a ticket is written from.
#[derive(Debug, Clone, Copy)]
struct ChangeTicket<'a> {
    plan: &'a Plan,
    path: &'a Path,
    account: &'a Account<'a>,
    context: &'a ExportContext,
    room: &'a Lengths,
}

fn change(change: &ChangeTicket<'_>) -> String {
    let mut page = MarkdownDocument::default();
    change.summary(&mut page);
    change.why(&mut page);
    change.impact(&mut page);
    change.window(&mut page);
    change.risks(&mut page);
    change.differences(&mut page);
    change.steps(&mut page);
    change.records(&mut page);
    change.back_out(&mut page);
    change.checks(&mut page);
    change.not_part(&mut page);
    basis(&mut page, change.plan, change.context, change.room);
    page.out
}

/// The answers, the link and the version.
fn basis(page: &mut MarkdownDocument, plan: &Plan, context: &ExportContext, room: &Lengths) {
    page.heading("Basis");
    let answers: Vec<String> = provenance::answers(plan).iter().map(|(name, said)| format!("{name}: {said}")).collect();
    if !answers.is_empty() {
        page.paragraph(format_args!("Answers: {}.", room.answers(&answers.join("; "))));
    }
    match context.link() {
        Some(link) if link.len() <= room.link => page.paragraph(format_args!("Plan: <{link}>")),
        Some(_) => page.paragraph(format_args!("Plan: the link is too long for a ticket; the full report has it.")),
        None => {}
    }
    page.paragraph(format_args!("Commands, portal steps and sources: full report. {}", provenance::version(context)));
}

/// How long a text is for a ticket system.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
