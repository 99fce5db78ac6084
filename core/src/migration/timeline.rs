//! When what happens, on the clock of one migration: read off the account.

use super::account::{Account, Clock, TrafficServer};
use super::shape::{Span, SpanId};
use crate::domain::{Minutes, Text};
use crate::wording::span;

/// The spans of a path, in the order in which a picture shows them. A path without a length has no clock and no spans.
pub(super) fn timeline(account: &Account<'_>) -> Vec<Span> {
    let Some(clock) = &account.clock else { return Vec::new() };
    let mut spans = Vec::with_capacity(12);
    serving(clock, account, &mut spans);
    retained(clock, &mut spans);
    add(&mut spans, SpanId::NewComputeBuild, "stv2 compute is created", clock.start, Some(clock.end));
    if let Some(until) = clock.locked_until {
        let label = format!("Infrastructure configuration is locked, {}", span(until - clock.start));
        add(&mut spans, SpanId::Lock, label, clock.start, Some(until));
    }
    dns(clock, account, &mut spans);
    if let Some(back) = &account.way_back {
        add(
            &mut spans,
            SpanId::Return,
            format!("Return to the original subnet, about {}, when the subnet is free", span(back.end - back.start)),
            back.start,
            Some(back.end),
        );
    }
    spans
}

fn add(spans: &mut Vec<Span>, id: SpanId, label: impl Into<Text>, from_minute: Minutes, to_minute: Option<Minutes>) {
    spans.push(Span { id, label: label.into(), from_minute, to_minute });
}

/// Who serves live traffic: without gaps and overlaps.
fn serving(clock: &Clock, account: &Account<'_>, spans: &mut Vec<Span>) {
    for serving in &clock.serving {
        let minutes = serving.to.map(|to| span(to - serving.from)).unwrap_or_default();
        let (id, label): (SpanId, Text) = match serving.by {
            TrafficServer::Stv1 => (SpanId::OldCompute, "stv1 compute serves live traffic".into()),
            TrafficServer::Unavailable if account.figures.downtime.minutes.is_some() => {
                (SpanId::Downtime, format!("Gateway is unavailable, about {minutes}").into())
            }
            TrafficServer::Unavailable => (SpanId::Downtime, "Gateway is unavailable".into()),
            TrafficServer::TemporaryAddress => {
                (SpanId::TemporaryAddress, format!("Traffic is served on a temporary address, up to {minutes}").into())
            }
            TrafficServer::Stv2 => (SpanId::NewCompute, "stv2 compute serves live traffic".into()),
        };
        add(spans, id, label, serving.from, serving.to);
    }
}

fn retained(clock: &Clock, spans: &mut Vec<Span>) {
    let Some(until) = clock.retained_until.filter(|until| *until > clock.end) else { return };
    let label = format!("stv1 compute is retained, {}", span(until - clock.end));
    add(spans, SpanId::OldComputeKept, label, clock.end, Some(until));
    if let Some(perhaps) = clock.perhaps_until {
        let label = format!("stv1 compute may be retained, up to {}", span(perhaps - clock.end));
        add(spans, SpanId::OldComputePerhaps, label, until, Some(perhaps));
    }
}

/// The reader's DNS change against the retention of stv1 compute.
fn dns(clock: &Clock, account: &Account<'_>, spans: &mut Vec<Span>) {
    if !account.dns_by_hand() {
        return;
    }
    let change = account.request.dns_change_minutes;
    if let Some(minutes) = change {
        add(spans, SpanId::DnsChange, format!("Your DNS change, {}", span(minutes)), clock.end, Some(clock.end + minutes));
    }
    let Some(due) = account.dns_due_at() else { return };
    add(spans, SpanId::DnsDeadline, format!("DNS must be updated by minute {due}"), due, Some(due));
    if let Some(late) = account.dns_too_slow_by() {
        add(spans, SpanId::ClientsAtRisk, format!("Clients without a gateway, {}", span(late)), due, Some(due + late));
    }
}
