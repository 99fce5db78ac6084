//! The part of one owner as a letter to paste into a mail or a ticket.

use std::fmt::Write;

use super::provenance::{self, ExportContext};
use super::words;
use crate::domain::{Owner, Phase, Status};
use crate::migration::{ChangedBy, Path, SpanId};
use crate::plan::Plan;
use crate::wording::{date, dated, region};

/// What an owner has to do on the recommended path; `None` when there is nothing. Plain text.
pub(super) fn letter(plan: &Plan, owner: Owner, context: &ExportContext) -> Option<String> {
    let path = super::markdown::recommended(plan)?;
    let mine = || path.actions.iter().filter(|action| action.owner == owner);
    mine().next()?;
    let name = instance(plan);
    let mut out = String::new();
    let _ = writeln!(out, "Subject: {}: {name} migrates to stv2", words::owner(owner));
    let must = match plan.status {
        Status::Migrate => "must migrate from the stv1 compute platform",
        Status::Unknown => "must migrate if it runs on the stv1 compute platform; we are checking this",
        // Nothing is recommended to them, so there is no letter.
        Status::Migrated | Status::NotAffected => "needs no migration",
    };
    let _ = writeln!(out, "\n{name} {must}. Planned path: {}.", path.title);
    let _ = writeln!(out, "{}\n", line(&plan.headline));
    let _ = writeln!(out, "{}", why(owner));
    for phase in [Phase::Before, Phase::During, Phase::After, Phase::WayBack] {
        let mut actions = mine().filter(|action| action.phase == phase).peekable();
        if actions.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n{}:", words::phase(phase));
        for (number, action) in (1..).zip(actions) {
            let place = action.location.as_ref().map_or(String::new(), |name| format!("{}: ", region(name)));
            let _ = write!(out, "{number}. {}{}", line(&place), line(&action.text));
            if let Some(why) = &action.why {
                let _ = write!(out, " {}", line(why));
            }
            if let Some(minute) = action.by_minute {
                let _ = write!(out, " Due by minute {minute} of the migration.");
            }
            out.push('\n');
        }
    }
    if owner == Owner::Network && !plan.ports.is_empty() {
        out.push_str("\nPorts that the network security group must allow:\n");
        for port in plan.ports.iter().filter(|port| port.required) {
            let _ =
                writeln!(out, "- {} to {}: {} {}, {}", port.source, port.destination, port.protocol, port.ports, port.purpose);
        }
    }
    if owner == Owner::Dns {
        records(&mut out, path);
    }
    out.push_str("\nFrom public documentation, not from Microsoft. Documentation and dates:\n");
    let mut pages: Vec<_> = mine().flat_map(|action| action.sources.iter()).map(|citation| citation.page).collect();
    pages.sort_by_key(|page| (!page.baseline, page.id));
    pages.dedup_by_key(|page| page.id);
    for page in pages {
        let _ = writeln!(out, "- {}, {}, checked {}: {}", page.title, dated(page.dated), date(page.checked), page.url);
    }
    basis(&mut out, plan, context);
    Some(out)
}

/// The link, the answers and the version.
pub(super) fn basis(out: &mut String, plan: &Plan, context: &ExportContext) {
    if let Some(link) = context.link() {
        let _ = writeln!(out, "\nPlan: {link}");
    }
    let answers: Vec<String> = provenance::answers(plan).iter().map(|(name, said)| format!("{name}: {said}")).collect();
    let _ = writeln!(out, "\nAnswers: {}.\n{}", line(&answers.join("; ")), provenance::version(context));
}

/// The records that the reader updates, and until when stv1 compute serves under the old ones.
fn records(out: &mut String, path: &Path) {
    let mut mine = path.dns_records.iter().filter(|record| record.changed_by == ChangedBy::You).peekable();
    if mine.peek().is_some() {
        out.push_str("\nRecords to update:\n");
    }
    for record in mine {
        let place = record.location.as_ref().map_or(String::new(), |name| format!("{}, ", region(name)));
        let _ = writeln!(out, "- {place}{} ({}): {}, then {}", line(&record.name), record.record_type, record.now, record.then);
    }
    if let Some(deadline) = path.timeline.iter().find(|span| span.id == SpanId::DnsDeadline) {
        let _ = writeln!(
            out,
            "\nstv1 compute serves under the old VIP until minute {} of the migration. Clients must follow by then.",
            deadline.from_minute
        );
    }
}

/// Why the letter comes to them.
const fn why(owner: Owner) -> &'static str {
    match owner {
        Owner::Apim => "Your steps:",
        Owner::Network => "You manage subnets, routes and firewall rules. What we need from you:",
        Owner::Dns => "You manage the DNS records. What we need from you:",
        Owner::Security => "You manage permissions and secrets. What we need from you:",
        Owner::Clients => "You call these APIs, or they call your systems. What this means for you:",
    }
}

/// The instance as the letters name it.
pub(super) fn instance(plan: &Plan) -> String {
    line(provenance::name(plan).unwrap_or("our API Management instance"))
}

/// Text in one line: a break in a name would look like a step of its own.
pub(super) fn line(text: &str) -> String {
    text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}
