//! The steps with owner and due minute, and the DNS records.

use super::super::markdown::{MarkdownDocument, Md};
use super::super::words;
use super::ChangeTicket;
use super::change::is_check;
use crate::domain::{Minutes, Phase};
use crate::migration::{Action, ActionId, ChangedBy, DnsRecordChange};
use crate::wording::{self, span};

/// A section of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Before,
    Window,
    Return,
    Later,
}

impl Section {
    const ALL: [Self; 4] = [Self::Before, Self::Window, Self::Return, Self::Later];

    const fn title(self) -> &'static str {
        match self {
            Self::Before => "Steps before the window",
            Self::Window => "Steps in the window",
            Self::Return => "Return to the original subnet",
            Self::Later => "Steps after the window",
        }
    }

    const fn of(action: &Action) -> Self {
        match (action.phase, action.id) {
            (Phase::Before, _) => Self::Before,
            (Phase::WayBack, _) => Self::Return,
            (
                Phase::During | Phase::After,
                ActionId::RemoveOldAddresses
                | ActionId::RemovePrecreatedIp
                | ActionId::RemoveOldInstance
                | ActionId::UpdateInfrastructureCode,
            ) => Self::Later,
            (Phase::During | Phase::After, _) => Self::Window,
        }
    }
}

impl ChangeTicket<'_> {
    pub(super) fn steps(&self, page: &mut MarkdownDocument) {
        let steps: Vec<&Action> = self.path.actions.iter().filter(|action| !self.is_said(action)).collect();
        let mut number = 0;
        for section in Section::ALL {
            let mine: Vec<&&Action> = steps.iter().filter(|action| Section::of(action) == section).collect();
            if mine.is_empty() {
                continue;
            }
            page.heading(section.title());
            let dues: Vec<String> = mine.iter().map(|action| self.due_of(action)).collect();
            let timed = dues.iter().any(|due| !due.is_empty());
            page.head(if timed { &["No.", "Owner", "Step", "Due"] } else { &["No.", "Owner", "Step"] });
            for (action, due) in mine.iter().zip(&dues).take(self.room.steps) {
                number += 1;
                let place = action.location.as_ref().map_or_else(String::new, |name| format!("{}: ", wording::region(name)));
                let due = if timed { format!(" {due} |") } else { String::new() };
                let owner = words::owner(action.owner);
                page.line(format_args!("| {number} | {owner} | {}{} |{due}", Md(&place), self.room.step(&action.text)));
            }
            page.left_out(mine.len(), self.room.steps, ["step", "steps"]);
        }
    }

    /// Said elsewhere in the ticket: checks have a section, the ticket itself is the window, and the first step of the portal
    /// sets the retention.
    fn is_said(&self, action: &Action) -> bool {
        let sets_retention = self.account.safe_setting().is_some() && action.id == ActionId::ChooseRetention;
        is_check(action.id) || action.id == ActionId::ScheduleTheRun || sets_retention
    }

    /// When a step must be done; empty where its section says enough.
    fn due_of(&self, action: &Action) -> String {
        match action.by_minute {
            Some(minute) if action.phase == Phase::Before => format!("before minute {minute}"),
            Some(minute) => self.due(minute),
            None if action.id == ActionId::StartMigration => "minute 0".to_owned(),
            None => String::new(),
        }
    }

    /// A minute by which something is due. Where this change sets a longer retention, DNS has as long as that.
    pub(super) fn due(&self, minute: Minutes) -> String {
        match self.account.safe_setting() {
            Some(longest) if self.account.dns_due_at() == Some(minute) => format!("within {}", span(longest)),
            Some(_) | None => format!("by minute {minute}"),
        }
    }

    pub(super) fn records(&self, page: &mut MarkdownDocument) {
        let (mine, platform): (Vec<&DnsRecordChange>, Vec<&DnsRecordChange>) =
            self.path.dns_records.iter().partition(|record| record.changed_by == ChangedBy::You);
        if mine.is_empty() && platform.is_empty() {
            return;
        }
        page.heading("DNS records");
        let rows = rows(&mine);
        if !rows.is_empty() {
            page.head(&["Location", "Host names", "Type", "Now", "After"]);
        }
        for row in rows.iter().take(self.room.records) {
            let Some(first) = row.first() else { continue };
            let region = first.location.as_ref().map_or("", |name| wording::region(name));
            let names = joined_names(row, self.plan.name.as_deref());
            let more = names.len().saturating_sub(self.room.names);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let names: Vec<String> = names.iter().take(self.room.names).map(|name| self.room.name(name).to_string()).collect();
            // The location has a column of its own, and the impact says when a private VIP is known.
            let here = first.location.as_ref().map_or_else(String::new, |name| format!(" of {}", wording::region(name)));
            let [now, then] =
                [&first.now, &first.then].map(|target| target.replace(&here, "").replace(", known after the migration", ""));
            page.line(format_args!(
                "| {} | {}{more} | {} | {} | {} |",
                Md(region),
                names.join(", "),
                first.record_type,
                self.room.name(&now),
                self.room.name(&then)
            ));
        }
        page.left_out(rows.len(), self.room.records, ["group of records", "groups of records"]);
        if !platform.is_empty() {
            let verb = if platform.len() == 1 { "1 default host name" } else { "default host names" };
            page.paragraph(format_args!("The platform updates {verb} automatically."));
        }
    }
}

/// Records of one location that change alike.
fn rows<'a>(records: &[&'a DnsRecordChange]) -> Vec<Vec<&'a DnsRecordChange>> {
    let mut rows: Vec<Vec<&DnsRecordChange>> = Vec::new();
    for record in records {
        let alike = |row: &&mut Vec<&DnsRecordChange>| {
            row.first().is_some_and(|first| {
                (&first.location, first.record_type, &first.now, &first.then)
                    == (&record.location, record.record_type, &record.now, &record.then)
            })
        };
        match rows.iter_mut().find(alike) {
            Some(row) => row.push(record),
            None => rows.push(vec![record]),
        }
    }
    rows
}

/// The host names of a row. Default names that differ in one label only are written as one: `orders.{management, scm}.azure-api.net`.
fn joined_names(row: &[&DnsRecordChange], instance: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut labels: Vec<&str> = Vec::new();
    let mut joined_at = None;
    let mut domain = "";
    for record in row {
        let label = instance
            .and_then(|instance| record.name.strip_prefix(instance)?.strip_prefix('.')?.split_once('.'))
            .filter(|(label, _)| matches!(*label, "developer" | "portal" | "management" | "scm" | "configuration"));
        match label {
            Some((label, rest)) => {
                if joined_at.is_none() {
                    joined_at = Some(names.len());
                    names.push(record.name.clone());
                }
                labels.push(label);
                domain = rest;
            }
            None => names.push(record.name.clone()),
        }
    }
    if let (Some(name), Some(instance)) = (joined_at.and_then(|at| names.get_mut(at)), instance)
        && labels.len() > 1
    {
        *name = format!("{instance}.{{{}}}.{domain}", labels.join(", "));
    }
    names
}
