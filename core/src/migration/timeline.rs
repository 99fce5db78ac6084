//! When what happens, on the clock of one run.

use super::figures::Figures;
use super::shape::{Span, SpanId};
use crate::decide::{Decision, dns_by_hand};
use crate::domain::{Minutes, PathId, PlanRequest, Text};
use crate::wording::span;

/// The spans of a path, in the order in which a picture shows them.
///
/// A run without a length has no clock: the list is empty. Where a page says how
/// long something lasts but not when, it stands at the end of the run, and its
/// label says "about" or "up to".
pub(super) fn timeline(path: PathId, request: &PlanRequest, decision: &Decision, figures: &Figures) -> Vec<Span> {
    let Some(end) = figures.duration.typical.or(figures.duration.to) else {
        return Vec::new();
    };
    let mut spans = Vec::with_capacity(10);
    let mut add = |id, label: Text, from_minute, to_minute| spans.push(Span { id, label, from_minute, to_minute });
    add(SpanId::OldCompute, "Old compute, live traffic".into(), 0, Some(end));
    let kept = figures.retention.plan_for_minutes;
    let kept_until = kept.map(|minutes| end + minutes);
    if let (Some(minutes), Some(until)) = (kept, kept_until)
        && minutes > 0
    {
        add(SpanId::OldComputeKept, format!("Old compute, kept for {}", span(minutes)).into(), end, Some(until));
    }
    let longest = figures
        .retention
        .later_pages
        .iter()
        .flat_map(|page| [page.minutes, page.extendable_to_minutes])
        .chain([figures.retention.minutes])
        .flatten()
        .max();
    if let (Some(longest), Some(minutes), Some(until)) = (longest, kept, kept_until)
        && longest > minutes
    {
        add(SpanId::OldComputePerhaps, format!("Old compute, perhaps for {}", span(longest)).into(), until, Some(end + longest));
    }
    add(SpanId::NewComputeBuild, "New compute, being built".into(), 0, Some(end));
    if let Some(minutes) = figures.downtime.temporary_address_minutes {
        add(
            SpanId::TemporaryAddress,
            format!("Traffic on a temporary address, up to {}", span(minutes)).into(),
            end.saturating_sub(minutes),
            Some(end),
        );
    }
    if let Some(minutes) = figures.downtime.minutes.filter(|minutes| *minutes > 0) {
        add(SpanId::Downtime, format!("Gateway away, about {}", span(minutes)).into(), end.saturating_sub(minutes), Some(end));
    }
    add(SpanId::NewCompute, "New compute, live".into(), end, None);
    if let Some(lock) = figures.lock {
        add(SpanId::Lock, format!("Configuration locked, {}", span(lock.value)).into(), 0, Some(lock.value));
    }
    if dns_by_hand(path, &decision.answers) {
        dns(request.dns_change_minutes, end, kept_until, &mut add);
    }
    spans
}

/// The reader's DNS change against the time that the old compute is kept.
fn dns(
    change: Option<Minutes>,
    end: Minutes,
    kept_until: Option<Minutes>,
    add: &mut impl FnMut(SpanId, Text, Minutes, Option<Minutes>),
) {
    if let Some(minutes) = change {
        add(SpanId::DnsChange, format!("Your DNS change, {}", span(minutes)).into(), end, Some(end + minutes));
    }
    let Some(deadline) = kept_until else {
        return;
    };
    add(SpanId::DnsDeadline, format!("DNS done by minute {deadline}").into(), deadline, Some(deadline));
    if let Some(late) = change.map(|minutes| end + minutes).filter(|late| *late > deadline) {
        add(SpanId::ClientsAtRisk, format!("Clients at risk, {}", span(late - deadline)).into(), deadline, Some(late));
    }
}
