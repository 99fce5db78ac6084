//! A plan as Markdown: a runbook for a wiki or a change ticket.

use std::fmt;
use std::fmt::Write;

use super::provenance::ExportContext;
use super::{capacity, provenance, words};
use crate::cite::Statement;
use crate::cite::{Citation, Sources};
use crate::domain::{PathId, Phase};
use crate::facts::ports::Direction;
use crate::migration::{Action, ChangedBy, Path, Reversible};
use crate::plan::Plan;
use crate::questionnaire::QUESTIONNAIRE;
use crate::wording::{date, dated, region};

/// A runbook: verdict, figures, findings, paths, table, timeline, checklist, commands, capacity, sources, and what the plan
/// was made from.
pub fn markdown(plan: &Plan, context: &ExportContext) -> String {
    let mut page = MarkdownDocument::default();
    page.line(format_args!("# {}", Md(&provenance::title(plan, context))));
    page.paragraph(format_args!("**{}**", Md(&plan.headline)));
    verdict(&mut page, plan);
    if let Some(path) = recommended(plan) {
        figures(&mut page, path);
    }
    findings(&mut page, plan);
    if let Some(path) = recommended(plan) {
        timeline(&mut page, path);
        checklist(&mut page, path);
        portal_steps(&mut page, path);
        commands(&mut page, path);
        back_out(&mut page, path);
        dns_records(&mut page, path);
    }
    // Where no migration is needed there are no paths to compare.
    if !plan.is_settled() {
        paths(&mut page, plan);
        alternatives(&mut page, plan);
        same_subnet(&mut page, plan);
    }
    disagreements(&mut page, plan);
    ports(&mut page, plan);
    capacity::section(&mut page, &plan.capacity);
    page.sources();
    basis(&mut page, plan, context);
    page.out
}

/// The answers, the link and the version.
fn basis(page: &mut MarkdownDocument, plan: &Plan, context: &ExportContext) {
    page.heading("Basis");
    for (name, said) in provenance::answers(plan) {
        page.line(format_args!("- {}: {}", Md(name), Md(&said)));
    }
    if let Some(link) = context.link() {
        page.paragraph(format_args!("Plan: <{link}>"));
    }
    page.paragraph(format_args!("{}", provenance::version(context)));
}

/// The path that the plan recommends.
pub(super) fn recommended(plan: &Plan) -> Option<&Path> {
    plan.paths.iter().find(|path| Some(path.id) == plan.recommended)
}

fn verdict(page: &mut MarkdownDocument, plan: &Plan) {
    let version = plan.platform.version.map_or("not known", crate::domain::PlatformVersion::as_str);
    let mut text = format!("{}. Platform: {version}.", words::status(plan.status));
    for because in &plan.platform.because {
        let _ = write!(text, " {}", page.statement(because));
    }
    page.paragraph(format_args!("{text}"));
    let regions: Vec<String> = plan
        .platform
        .locations
        .iter()
        .filter(|location| location.version != plan.platform.version)
        .map(|location| {
            let version = location.version.map_or("not known", crate::domain::PlatformVersion::as_str);
            format!("{} is on {version}", Md(region(&location.name)))
        })
        .collect();
    if !regions.is_empty() {
        page.paragraph(format_args!("By region: {}.", regions.join(", ")));
    }
}

fn figures(page: &mut MarkdownDocument, path: &Path) {
    page.heading("Figures");
    page.head(&[path.title, ""]);
    let down = match path.downtime.temporary_address_minutes {
        Some(minutes) => {
            format!("{}, up to {} on a temporary address", words::figure(path.downtime.minutes), words::short(minutes))
        }
        None => words::figure(path.downtime.minutes).into_owned(),
    };
    let rows = [
        ("Gateway downtime", down, &path.downtime.sources),
        ("stv1 compute retained", words::kept(&path.retention).into_owned(), &path.retention.sources),
        ("Configuration locked", words::figure(path.lock_minutes).into_owned(), &path.lock_sources),
        ("Migration", words::length(&path.duration_minutes).into_owned(), &path.duration_minutes.sources),
        ("Public VIP", words::address(path.public_vip).to_owned(), &path.address_sources),
        ("Private VIP", words::address(path.private_vip).to_owned(), &path.address_sources),
        ("Tools", words::tools(path), &path.tool_sources),
    ];
    for (label, value, sources) in rows {
        let cited = page.cited(sources);
        page.line(format_args!("| {label} | {}{cited} |", Md(&value)));
    }
    let back = match &path.reversible {
        Reversible::No => "a completed migration can't be reversed".into(),
        Reversible::By(way) => way.clone(),
    };
    page.line(format_args!("| Rollback | {} |", Md(&back)));
}

fn findings(page: &mut MarkdownDocument, plan: &Plan) {
    if plan.findings.is_empty() {
        return;
    }
    page.heading("Findings");
    for finding in &plan.findings {
        let place = finding.location.as_ref().map_or(String::new(), |name| format!(" ({})", Md(region(name))));
        let cited = page.cited(&finding.sources);
        let word = words::severity(finding.severity);
        page.line(format_args!("- **{word}**{place}: {} {}{cited}", Md(&finding.what), Md(&finding.instead)));
    }
}

fn alternatives(page: &mut MarkdownDocument, plan: &Plan) {
    let matters = |field| plan.open_questions.iter().any(|open| open.field == field && open.matters);
    let open: Vec<&str> =
        QUESTIONNAIRE.counted().filter(|(question, _)| matters(question.field)).map(|(_, counted)| counted.open).collect();
    if plan.flips.is_empty() && open.is_empty() {
        return;
    }
    page.heading("What would change the recommendation");
    for flip in &plan.flips {
        page.line(format_args!("- {}", Md(&flip.text)));
    }
    if !open.is_empty() {
        page.paragraph(format_args!("Open questions that can change this plan: {}.", open.join("; ")));
    }
}

fn portal_steps(page: &mut MarkdownDocument, path: &Path) {
    if path.portal_steps.is_empty() {
        return;
    }
    page.heading("Portal steps");
    for (at, step) in path.portal_steps.iter().enumerate() {
        let cited = page.cited(&step.sources);
        page.line(format_args!("{}. {}{cited}", at + 1, Md(&step.text)));
    }
}

fn back_out(page: &mut MarkdownDocument, path: &Path) {
    let Some(back_out) = &path.back_out else { return };
    page.heading("Back-out");
    if let Some(minute) = back_out.until_minute {
        page.line(format_args!("- Until minute {minute}, a failed migration rolls back to stv1 automatically."));
    }
    for after in &back_out.after {
        let text = page.statement(after);
        page.line(format_args!("- {text}"));
    }
}

fn dns_records(page: &mut MarkdownDocument, path: &Path) {
    if path.dns_records.is_empty() {
        return;
    }
    page.heading("DNS records");
    page.head(&["Location", "Host name", "Zone", "Type", "Now", "After", "Changed by", "Due by minute"]);
    for record in &path.dns_records {
        let location = record.location.as_ref().map_or("", region);
        let by = match record.changed_by {
            ChangedBy::Platform => "the platform",
            ChangedBy::You => "you",
        };
        let due = record.due_minute.map(|minute| minute.to_string()).unwrap_or_default();
        page.line(format_args!(
            "| {} | {} | {} | {} | {} | {} | {by} | {due} |",
            Md(location),
            Md(&record.name),
            Md(&record.zone),
            record.record_type,
            Md(&record.now),
            Md(&record.then)
        ));
    }
}

fn paths(page: &mut MarkdownDocument, plan: &Plan) {
    page.heading("Paths");
    page.head(&["Path", "Verdict", "Gateway downtime", "stv1 compute retained", "Locked", "Public VIP", "Tools", "Why"]);
    for path in &plan.paths {
        let why: Vec<String> = path.reasons.iter().map(|reason| page.statement(reason)).collect();
        let figures = [&path.downtime.sources, &path.retention.sources, &path.lock_sources].map(|sources| page.cited(sources));
        let [down, kept, locked] = figures;
        page.line(format_args!(
            "| {} | {} | {}{down} | {}{kept} | {}{locked} | {} | {} | {} |",
            path.title,
            words::verdict(path.verdict),
            words::figure(path.downtime.minutes),
            words::kept(&path.retention),
            words::figure(path.lock_minutes),
            words::address(path.public_vip),
            words::tools(path),
            why.join(" "),
        ));
    }
}

fn same_subnet(page: &mut MarkdownDocument, plan: &Plan) {
    page.heading("Downtime and retention in the same subnet");
    page.head(&["Network mode", "VIP", "Gateway downtime", "On a temporary address", "stv1 compute retained", "Locked"]);
    for row in &plan.table {
        // As on the page: of the two rows of a network mode, the one that the plan uses.
        let mine = match plan.recommended.and_then(PathId::same_subnet) {
            _ if !row.current => "",
            Some(vip) if vip == row.vip => " (yours)",
            Some(_) => "",
            None => " (your mode)",
        };
        let mut later = String::new();
        for page in &row.later_pages {
            let _ = write!(later, "; {} in the {} revision", words::kept_for(page.minutes), date(page.source.page.dated.day()));
        }
        let cited = page.cited(&row.sources);
        let temporary =
            if row.temporary_address_minutes == 0 { "no".into() } else { words::short(row.temporary_address_minutes) };
        page.line(format_args!(
            "| {}{mine} | {} | {} | {temporary} | {}{later}{cited} | {} |",
            words::mode(row.vnet),
            words::vip(row.vip),
            words::short(row.downtime_minutes),
            words::kept_for(Some(row.retention_minutes)),
            words::short(row.lock_minutes),
        ));
    }
}

fn disagreements(page: &mut MarkdownDocument, plan: &Plan) {
    if plan.disagreements.is_empty() {
        return;
    }
    page.heading("Documentation differs");
    for disagreement in &plan.disagreements {
        page.line(format_args!("- **On {}.** {}", Md(disagreement.about), Md(&disagreement.used)));
        for side in &disagreement.sides {
            let number = page.number(side.source);
            page.line(format_args!("  - {}: {} [{number}]", dated(side.source.page.dated), Md(&side.says)));
        }
    }
}

fn timeline(page: &mut MarkdownDocument, path: &Path) {
    if path.timeline.is_empty() {
        return;
    }
    page.heading("Timeline");
    page.paragraph(format_args!("Minutes from the start of a migration."));
    page.head(&["From", "To", "What"]);
    for span in &path.timeline {
        let to = span.to_minute.map_or("open".to_owned(), |minute| minute.to_string());
        page.line(format_args!("| {} | {to} | {} |", span.from_minute, Md(&span.label)));
    }
}

fn checklist(page: &mut MarkdownDocument, path: &Path) {
    page.heading("Checklist");
    for phase in [Phase::Before, Phase::During, Phase::After, Phase::WayBack] {
        let mut actions = path.actions.iter().filter(|action| action.phase == phase).peekable();
        if actions.peek().is_none() {
            continue;
        }
        page.subheading(format_args!("{}", words::phase(phase)));
        for action in actions {
            let cited = page.cited(&action.sources);
            page.line(format_args!("- [ ] **{}**: {}{cited}", words::owner(action.owner), Step(action)));
        }
    }
}

/// An action as a sentence, with where and by when.
pub(super) struct Step<'a>(pub(super) &'a Action);

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(action) = self;
        if let Some(location) = &action.location {
            write!(f, "{}: ", Md(region(location)))?;
        }
        write!(f, "{}", Md(&action.text))?;
        if let Some(why) = &action.why {
            write!(f, " {}", Md(why))?;
        }
        if let Some(minute) = action.by_minute {
            write!(f, " Due by minute {minute} of the migration.")?;
        }
        Ok(())
    }
}

fn ports(page: &mut MarkdownDocument, plan: &Plan) {
    if plan.ports.is_empty() {
        return;
    }
    page.heading("Ports");
    page.head(&["Direction", "From", "To", "Ports", "Protocol", "For", "Required"]);
    for port in &plan.ports {
        let direction = match port.direction {
            Direction::In => "in",
            Direction::Out => "out",
            Direction::InOut => "in and out",
        };
        let note = port.note.as_ref().map_or(String::new(), |note| format!(". {}", Md(note)));
        let cited = page.cited(&port.sources);
        page.line(format_args!(
            "| {direction} | {} | {} | {} | {} | {}{note}{cited} | {} |",
            Md(port.source),
            Md(port.destination),
            Md(port.ports),
            Md(port.protocol),
            Md(port.purpose),
            if port.required { "yes" } else { "no" },
        ));
    }
}

fn commands(page: &mut MarkdownDocument, path: &Path) {
    if path.commands.is_empty() {
        return;
    }
    page.heading("Commands");
    for command in &path.commands {
        let cited = page.cited(&command.sources);
        let note = command.note.as_ref().map_or(String::new(), |note| format!(" {}", Md(note)));
        page.paragraph(format_args!("{}.{note}{cited}", Md(&command.title)));
        page.fenced(command.shell.into(), &command.text);
    }
}

/// Markdown being written, and the citations in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct MarkdownDocument {
    pub(super) out: String,
    cited: Vec<&'static Citation>,
}

impl MarkdownDocument {
    pub(super) fn line(&mut self, line: fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(line);
        self.out.push('\n');
    }

    /// An empty line, unless there is one: what follows is a block of its own.
    pub(super) fn block(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    pub(super) fn heading(&mut self, heading: &str) {
        self.block();
        self.line(format_args!("## {heading}\n"));
    }

    pub(super) fn subheading(&mut self, heading: fmt::Arguments<'_>) {
        self.block();
        self.line(format_args!("### {heading}\n"));
    }

    pub(super) fn paragraph(&mut self, text: fmt::Arguments<'_>) {
        self.block();
        self.line(text);
        self.out.push('\n');
    }

    /// The head of a table.
    pub(super) fn head(&mut self, titles: &[&str]) {
        self.block();
        for title in titles {
            let _ = write!(self.out, "| {} ", Md(title));
        }
        self.out.push_str("|\n");
        self.out.push_str(&"| --- ".repeat(titles.len()));
        self.out.push_str("|\n");
    }

    /// How many rows of a list there was no room for, and where they are.
    pub(super) fn left_out(&mut self, all: usize, room: usize, [one, many]: [&str; 2]) {
        match all.saturating_sub(room) {
            0 => {}
            1 => self.paragraph(format_args!("1 more {one}: see the full report.")),
            more => self.paragraph(format_args!("{more} more {many}: see the full report.")),
        }
    }

    /// A block that nothing in its text can end.
    fn fenced(&mut self, language: &str, text: &str) {
        let mut longest = 2;
        let mut run = 0;
        for sign in text.chars() {
            run = if sign == '`' { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        let fence = "`".repeat(longest + 1);
        self.line(format_args!("{fence}{language}\n{text}\n{fence}"));
    }

    /// A sentence with the numbers of its sources.
    pub(super) fn statement(&mut self, statement: &Statement) -> String {
        let cited = self.cited(&statement.sources);
        format!("{}{cited}", Md(&statement.text))
    }

    /// The numbers of sources, with a blank in front; nothing for no source.
    pub(super) fn cited(&mut self, sources: &Sources) -> String {
        let mut out = String::new();
        for citation in sources.iter() {
            let number = self.number(citation);
            let _ = write!(out, "{}{number}", if out.is_empty() { " [" } else { ", " });
        }
        if !out.is_empty() {
            out.push(']');
        }
        out
    }

    fn number(&mut self, citation: &'static Citation) -> usize {
        if let Some(place) = self.cited.iter().position(|known| std::ptr::eq(*known, citation)) {
            return place + 1;
        }
        self.cited.push(citation);
        self.cited.len()
    }

    /// What the numbers stand for, page by page in the order in which the pages were met.
    pub(super) fn sources(&mut self) {
        let cited = std::mem::take(&mut self.cited);
        if cited.is_empty() {
            return;
        }
        self.heading("Sources");
        for (first, citation) in cited.iter().enumerate() {
            let page = citation.page;
            if cited.iter().take(first).any(|earlier| std::ptr::eq(earlier.page, page)) {
                continue;
            }
            let baseline = if page.baseline { ", baseline" } else { "" };
            self.line(format_args!(
                "- **{}**{baseline}, {}, checked {}: <{}>",
                Md(page.title),
                dated(page.dated),
                date(page.checked),
                page.url
            ));
            for (place, citation) in cited.iter().enumerate().filter(|(_, citation)| std::ptr::eq(citation.page, page)) {
                self.line(format_args!("  - [{}] {}: {}", place + 1, Md(citation.heading), Md(citation.says)));
            }
        }
        self.paragraph(format_args!("From public documentation, not from Microsoft."));
    }
}

/// Text in a line of Markdown: whatever is in it is shown as it is.
pub(super) struct Md<'a>(pub(super) &'a str);

impl fmt::Display for Md<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = ' ';
        let mut signs = self.0.trim().chars().enumerate().peekable();
        while let Some((place, sign)) = signs.next() {
            let next = signs.peek().map_or(' ', |(_, next)| *next);
            let special = match sign {
                '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
                // Between letters it is only a part of a name.
                '_' => !(before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric()),
                '&' => next == '#' || next.is_ascii_alphanumeric(),
                // A heading, a list, a rule: where a line or an item of a list begins.
                '#' | '-' | '+' | '=' => place == 0,
                '.' | ')' => place > 0 && self.0.trim().chars().take(place).all(|sign| sign.is_ascii_digit()),
                _ => false,
            };
            if special {
                f.write_char('\\')?;
            }
            // A line break would end the row, the item or the paragraph.
            f.write_char(if sign.is_control() { ' ' } else { sign })?;
            before = sign;
        }
        Ok(())
    }
}
