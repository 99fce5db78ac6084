//! A plan for a terminal: headline, figures, findings, next steps. Plain text, wrapped; a heading starts in the first column.

use textwrap::Options;

use super::markdown::recommended;
use super::words;
use crate::domain::{Phase, Severity};
use crate::plan::Plan;
use crate::questionnaire::QUESTIONNAIRE;
use crate::wording;

/// Lines are never narrower than this: below it, no sentence can be read.
const NARROWEST: usize = 40;
/// Nor longer than this: a longer line is hard to read on any terminal.
const WIDEST: usize = 120;

/// The plan as text for a terminal of that many columns. Colours are the caller's.
pub fn to_text(plan: &Plan, width: usize) -> String {
    let mut text = TextDocument { out: String::new(), width: width.clamp(NARROWEST, WIDEST) };
    if let Some(name) = super::provenance::name(plan) {
        text.heading(&format!("Instance: {name}"));
    }
    text.heading(&plan.headline);
    let path = recommended(plan);
    if let Some(path) = path {
        text.gap();
        text.heading("Figures");
        let mut row = |label: &str, value: &str| text.item(&format!("{label:<22}"), value);
        row("Path", path.title);
        row("Gateway downtime", &words::figure(path.downtime.minutes));
        if let Some(minutes) = path.downtime.temporary_address_minutes {
            row("Temporary IP address", &words::short(minutes));
        }
        row("stv1 compute retained", &words::kept(&path.retention));
        row("Configuration locked", &words::figure(path.lock_minutes));
        row("Duration", &words::length(&path.duration_minutes));
        row("Public VIP", words::address(path.public_vip));
        row("Private VIP", words::address(path.private_vip));
        row("Tools", &words::tools(path));
    }
    findings(&mut text, plan);
    if let Some(path) = path {
        text.gap();
        text.heading("Next steps");
        for action in path.actions.iter().filter(|action| action.phase == Phase::Before) {
            text.item(&format!("{:<14}", words::owner(action.owner)), &action.text);
        }
        let later = path.actions.iter().filter(|action| action.phase != Phase::Before).count();
        text.item("", &format!("{later} more steps during and after the migration: --format ticket or --format markdown."));
    }
    open_questions(&mut text, plan);
    if !plan.capacity.headline.is_empty() && !plan.capacity.locations.is_empty() {
        text.gap();
        text.heading("Capacity");
        text.item("", &plan.capacity.headline);
    }
    text.out
}

fn findings(text: &mut TextDocument, plan: &Plan) {
    let notes = plan.findings.iter().filter(|finding| finding.severity == Severity::Note).count();
    if plan.findings.is_empty() {
        return;
    }
    text.gap();
    text.heading("Findings");
    for finding in plan.findings.iter().filter(|finding| finding.severity != Severity::Note) {
        // Most sentences name the region themselves.
        let region = finding.location.as_ref().map(wording::region).filter(|region| !finding.what.contains(region));
        let place = region.map_or_else(String::new, |region| format!("{region}: "));
        let said = format!("{place}{} {}", finding.what, finding.instead);
        text.item(&format!("{:<9}", words::severity(finding.severity)), &said);
    }
    if notes > 0 {
        let notes = if notes == 1 { "1 note".to_owned() } else { format!("{notes} notes") };
        text.item("", &format!("{notes}: --format markdown."));
    }
}

fn open_questions(text: &mut TextDocument, plan: &Plan) {
    let decides = |field| plan.open_questions.iter().any(|open| open.field == field && open.decides);
    let open: Vec<_> = QUESTIONNAIRE.counted().filter(|(question, _)| decides(question.field)).collect();
    if open.is_empty() {
        return;
    }
    text.gap();
    text.heading("Open questions that can change the path");
    for (question, counted) in open {
        text.item(&format!("{:<24}", question.field.path()), counted.open);
    }
}

/// Text being written.
#[derive(Debug)]
struct TextDocument {
    out: String,
    width: usize,
}

impl TextDocument {
    fn gap(&mut self) {
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.fill(text, Options::new(self.width));
    }

    /// A label, and a text that is indented below its own first line. In a narrow terminal it stands below the label.
    fn item(&mut self, label: &str, text: &str) {
        let first = format!("  {label}{}", if label.is_empty() { "" } else { " " });
        let rest = if first.len() * 3 > self.width { "    ".to_owned() } else { " ".repeat(first.len()) };
        self.fill(text, Options::new(self.width).initial_indent(&first).subsequent_indent(&rest));
    }

    fn fill(&mut self, text: &str, options: Options<'_>) {
        // What other people named may hold what a terminal would obey.
        let text: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        self.out.push_str(&textwrap::fill(text.trim(), options));
        self.out.push('\n');
    }
}
