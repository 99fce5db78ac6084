//! The window in minutes: what happens in one migration, and which location migrates when.

use super::super::markdown::{MarkdownDocument, Md};
use super::super::words;
use super::ChangeTicket;
use crate::domain::{Location, Minutes, Scope, Text, Units};
use crate::migration::{Clock, SpanId};
use crate::wording::{self, span};

/// The migration of one location, on the clock of the whole window.
#[derive(Debug, Clone, Copy)]
struct Turn<'a> {
    location: &'a Location,
    from: Minutes,
    online: Minutes,
    /// The earliest minute at which the next location can start: DNS has been updated.
    done: Minutes,
}

impl ChangeTicket<'_> {
    pub(super) fn window(&self, page: &mut MarkdownDocument) {
        page.heading("Window");
        let Some(clock) = &self.account.clock else {
            page.paragraph(format_args!("Duration: {}.", words::length(&self.path.duration_minutes)));
            return;
        };
        let turns = self.turns();
        let last = turns.last().map_or(self.length(), |turn| turn.done);
        let last = self.account.way_back.as_ref().map_or(last, |back| last.max(back.end));
        let each = if turns.is_empty() { "" } else { " of each location" };
        page.paragraph(format_args!(
            "At least {}. Minutes from the start of the migration{each}; migration about {}.",
            span(last),
            span(clock.end - clock.start)
        ));
        page.head(&["Minute", "What happens"]);
        for (from, to, label) in self.spans(clock) {
            let minutes = match to {
                Some(to) if to == from => format!("{to}"),
                Some(to) => format!("{from} to {to}"),
                None => format!("from {from}"),
            };
            page.line(format_args!("| {minutes} | {} |", self.room.cell(&label)));
        }
        self.sequence(page, &turns);
    }

    /// The timeline of the plan, in order of time. It goes by the retention that is certain; where this change sets a longer
    /// one, it goes by that.
    fn spans(&self, clock: &Clock) -> Vec<(Minutes, Option<Minutes>, Text)> {
        let set = self.account.safe_setting();
        let by_default =
            |id| matches!(id, SpanId::OldComputeKept | SpanId::OldComputePerhaps | SpanId::DnsDeadline | SpanId::ClientsAtRisk);
        let mut spans: Vec<(Minutes, Option<Minutes>, Text)> = self
            .path
            .timeline
            .iter()
            .filter(|span| span.id != SpanId::NewComputeBuild && !(set.is_some() && by_default(span.id)))
            .map(|span| (span.from_minute, span.to_minute, span.label.clone()))
            .collect();
        if let Some(longest) = set {
            let label = format!("stv1 compute is retained, {} as set in the portal", span(longest));
            spans.push((clock.end, Some(clock.end.saturating_add(longest)), label.into()));
        }
        spans.sort_by_key(|(from, to, _)| (*from, to.unwrap_or(Minutes::MAX)));
        spans
    }

    /// One location at a time, where the tool does that.
    fn sequence(&self, page: &mut MarkdownDocument, turns: &[Turn<'_>]) {
        if turns.is_empty() {
            if self.account.several() {
                page.paragraph(format_args!(
                    "One migration by REST covers every location. In the portal, each location is a migration of its own."
                ));
            }
            return;
        }
        page.paragraph(format_args!("One location at a time, in minutes of the whole window:"));
        page.head(&["Location", "Start", "Online", "DNS updated, next location"]);
        for turn in turns.iter().take(self.room.locations) {
            let units = turn.location.units.map_or_else(String::new, |units| format!(" ({})", wording::units(units.get())));
            let region = wording::region(&turn.location.name);
            page.line(format_args!("| {}{units} | {} | {} | {} |", Md(region), turn.from, turn.online, turn.done));
        }
        page.left_out(turns.len(), self.room.locations, ["location", "locations"]);
        page.paragraph(format_args!("Order: not documented; smaller locations first is our choice. Add the time for tests. Go or no-go before each further location."));
    }

    /// Only the portal can carry this change out, and it migrates one location at a time.
    pub(super) fn migrates_one_by_one(&self) -> bool {
        let one_at_a_time = self.path.scope.portal == Some(Scope::OneLocationAtATime);
        let portal_only = self.path.scope.rest.is_none() || self.account.safe_setting().is_some();
        self.account.several() && one_at_a_time && portal_only
    }

    /// How long one migration takes, until clients follow DNS.
    fn length(&self) -> Minutes {
        let end = self.account.clock.as_ref().map_or(0, |clock| clock.end);
        let dns =
            if self.account.dns_by_hand() { self.account.request.dns_change_minutes.or(self.account.dns_window()) } else { None };
        end + dns.unwrap_or(0)
    }

    /// The locations in the order in which they migrate; empty where one migration covers them all.
    fn turns(&self) -> Vec<Turn<'_>> {
        if !self.migrates_one_by_one() {
            return Vec::new();
        }
        let mut locations: Vec<&Location> = self.account.locations().collect();
        locations.sort_by_key(|location| location.units.map_or(u32::MAX, Units::get));
        let end = self.account.clock.as_ref().map_or(0, |clock| clock.end);
        let length = self.length();
        let starts = std::iter::successors(Some(0_u32), |from| Some(from.saturating_add(length)));
        let turns = locations.into_iter().zip(starts);
        turns
            .map(|(location, from)| Turn { location, from, online: from.saturating_add(end), done: from.saturating_add(length) })
            .collect()
    }
}
