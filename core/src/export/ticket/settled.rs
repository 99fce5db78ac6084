//! The ticket where no migration can be planned: it is not needed, or the answers select no path yet.

use super::super::markdown::{MarkdownDocument, Md};
use super::super::provenance::{self, ExportContext};
use super::Lengths;
use super::change::open_questions;
use crate::domain::Severity;
use crate::plan::Plan;

pub(super) fn ticket(plan: &Plan, context: &ExportContext, room: &Lengths) -> String {
    let mut page = MarkdownDocument::default();
    let instance = provenance::name(plan).unwrap_or("API Management instance");
    let title = if plan.is_settled() { "No migration needed" } else { "Migration not planned yet" };
    match context.title() {
        Some(title) => page.line(format_args!("# {}", room.name(title))),
        None => page.line(format_args!("# {title}: {}", room.name(instance))),
    }
    page.paragraph(format_args!("**Verdict:** {}", room.sentence(&plan.headline)));
    if plan.is_settled() {
        for because in plan.platform.because.iter().take(2) {
            page.paragraph(format_args!("{}", room.cell(&because.text)));
        }
        page.paragraph(format_args!(
            "To check: read `platformVersion` of the instance. Units and zones are in the capacity plan of the full report."
        ));
    } else {
        let grave: Vec<_> = plan.findings.iter().filter(|finding| finding.severity == Severity::Blocker).collect();
        if !grave.is_empty() {
            page.heading("Blockers");
        }
        for finding in grave.iter().take(room.risks) {
            page.line(format_args!("- {} {}", room.cell(&finding.what), room.cell(&finding.instead)));
        }
        let open = open_questions(plan, |question| question.matters);
        if !open.is_empty() {
            page.heading("Open questions");
            page.paragraph(format_args!("Answer these to get a plan:"));
            for question in open.iter().take(room.questions) {
                page.line(format_args!("- {}", Md(question)));
            }
            page.left_out(open.len(), room.questions, ["question", "questions"]);
        }
    }
    super::basis(&mut page, plan, context, room);
    page.out
}
