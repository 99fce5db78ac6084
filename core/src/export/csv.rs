//! Tables for a spreadsheet: RFC 4180, and nothing in them that a spreadsheet would run.

use super::provenance::{self, ExportContext};
use super::words;
use crate::plan::Plan;

/// The tables of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize, strum::EnumIter, strum::IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Table {
    /// Every path with its figures.
    Paths,
    /// The work of the recommended path.
    Checklist,
}

/// One table of a plan, with a head. Lines end in CR LF; the text is UTF-8 without a mark at its start.
///
/// Each row ends with the instance, the answers and the version, so that rows of several plans can stand in one sheet.
pub fn csv(plan: &Plan, table: Table, context: &ExportContext) -> String {
    let made_from = [
        provenance::name(plan).unwrap_or_default().to_owned(),
        provenance::answers_again(plan, context),
        provenance::version(context),
    ];
    match table {
        Table::Paths => paths(plan, &made_from),
        Table::Checklist => checklist(plan, &made_from),
    }
}

fn paths(plan: &Plan, made_from: &[String]) -> String {
    let mut sheet = Sheet::new(&[
        "Path",
        "Verdict",
        "Gateway downtime, minutes",
        "Temporary address, minutes",
        "stv1 compute retained, minutes",
        "Retention to plan for, minutes",
        "Configuration locked, minutes",
        "Migration, minutes",
        "Migrations",
        "Public VIP",
        "Private VIP",
        "Tools",
        "Why",
        "Instance",
        "Answers",
        "Version",
    ]);
    for path in &plan.paths {
        let why: Vec<&str> = path.reasons.iter().map(|reason| reason.text.as_ref()).collect();
        sheet.text(path.title);
        sheet.text(words::verdict(path.verdict));
        sheet.number(path.downtime.minutes);
        sheet.number(path.downtime.temporary_address_minutes);
        sheet.number(path.retention.minutes);
        sheet.number(path.retention.plan_for_minutes);
        sheet.number(path.lock_minutes);
        sheet.number(path.duration_minutes.typical.or(path.duration_minutes.to));
        sheet.number(Some(path.duration_minutes.runs));
        sheet.text(words::address(path.public_vip));
        sheet.text(words::address(path.private_vip));
        sheet.text(&words::tools(path));
        sheet.text(&why.join(" "));
        sheet.texts(made_from);
        sheet.end_row();
    }
    sheet.out
}

fn checklist(plan: &Plan, made_from: &[String]) -> String {
    let mut sheet =
        Sheet::new(&["Phase", "Owner", "Region", "Step", "Why", "Due by minute", "Done", "Instance", "Answers", "Version"]);
    for action in super::markdown::recommended(plan).into_iter().flat_map(|path| &path.actions) {
        sheet.text(words::phase(action.phase));
        sheet.text(words::owner(action.owner));
        sheet.text(action.location.as_ref().map_or("", |location| location.as_str()));
        sheet.text(&action.text);
        sheet.text(action.why.as_deref().unwrap_or_default());
        sheet.number(action.by_minute);
        sheet.text("");
        sheet.texts(made_from);
        sheet.end_row();
    }
    sheet.out
}

/// A table being written.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) out: String,
    first: bool,
}

impl Sheet {
    pub(super) fn new(head: &[&str]) -> Self {
        let mut sheet = Self { out: String::new(), first: true };
        for title in head {
            sheet.text(title);
        }
        sheet.end_row();
        sheet
    }

    /// A cell of text.
    ///
    /// A spreadsheet takes what starts with one of a few signs for a formula
    /// and runs it: an apostrophe in front makes it text. Blanks in front do
    /// not help, some programs drop them; nor does the wide form of the sign.
    pub(super) fn text(&mut self, text: &str) {
        self.comma();
        let starts = text.trim_start_matches(' ').chars().next();
        let formula = matches!(starts, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
        let quoted = formula || text.contains([',', '"', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ');
        if !quoted {
            self.out.push_str(text);
            return;
        }
        self.out.push('"');
        if formula {
            self.out.push('\'');
        }
        for sign in text.chars() {
            if sign == '"' {
                self.out.push('"');
            }
            self.out.push(sign);
        }
        self.out.push('"');
    }

    /// Several cells of text.
    fn texts(&mut self, texts: &[String]) {
        for text in texts {
            self.text(text);
        }
    }

    /// A cell with a number; empty where there is none.
    pub(super) fn number(&mut self, number: Option<u32>) {
        self.comma();
        if let Some(number) = number {
            self.out.push_str(&number.to_string());
        }
    }

    pub(super) fn end_row(&mut self) {
        self.out.push_str("\r\n");
        self.first = true;
    }

    fn comma(&mut self) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
    }
}
