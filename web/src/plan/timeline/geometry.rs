//! From the spans of a run to places on a line: percentages of its width, no words and no colours.
//!
//! What happens around the run is drawn to scale on the first four fifths. What lies days later (48 hours of
//! retention beside a run of 45 minutes) would leave a dot of that, so the line is broken there, and later minutes
//! stand behind the break in their order, not to scale.

use apim_plan::{Minutes, Span, SpanId};

/// Where the part to scale ends when something lies beyond.
const BREAK: f64 = 80.0;
/// Where the first minute beyond it stands.
const BEYOND: f64 = 87.0;
/// Where the last one stands.
const LAST: f64 = 99.0;
/// How many lengths of the run are near it.
const NEAR: Minutes = 4;

/// A picture of a run.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Picture {
    /// The rows, from above to below.
    pub rows: Vec<SpanRow>,
    /// The lines that go through all rows.
    pub guides: Vec<Guide>,
    /// The numbers below.
    pub ticks: Vec<Tick>,
    /// The line is broken: what is behind it is not to scale.
    pub broken: bool,
}

/// One thing that lasts, in its parts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SpanRow {
    /// Which row.
    pub kind: RowKind,
    /// Its parts, in the order of time.
    pub bars: Vec<Bar>,
}

/// The rows that there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowKind {
    /// The old compute.
    Old,
    /// The new compute.
    New,
    /// What clients see of the change.
    Gateway,
    /// The lock.
    Lock,
    /// The reader's DNS change.
    Dns,
    /// The return to the original subnet.
    Return,
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bar {
    /// What it is.
    pub id: SpanId,
    /// Where it begins, in percent.
    pub x: f64,
    /// How wide it is, in percent.
    pub width: f64,
    /// Its first minute.
    pub from: Minutes,
    /// Its last; `None` = it does not end.
    pub to: Option<Minutes>,
}

/// A line through all rows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Guide {
    /// Where, in percent.
    pub x: f64,
    /// Which minute.
    pub minute: Minutes,
    /// It is the DNS deadline; otherwise the end of the run.
    pub due: bool,
}

/// A number below the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tick {
    /// Where, in percent.
    pub x: f64,
    /// Which minute.
    pub minute: Minutes,
}

/// Places minutes on the line.
struct Scale {
    near: Minutes,
    width: f64,
    far: Vec<Minutes>,
}

impl Scale {
    fn new(spans: &[Span], end: Minutes) -> Self {
        let edge = end.saturating_mul(NEAR);
        let mut far: Vec<Minutes> = Vec::new();
        let mut near = end;
        for minute in spans.iter().flat_map(|span| [Some(span.from_minute), span.to_minute]).flatten() {
            if minute > edge { far.push(minute) } else { near = near.max(minute) }
        }
        far.sort_unstable();
        far.dedup();
        // A little more than the last event, on a round number.
        let step = step(near);
        let near = (near / step + 1) * step;
        let width = if far.is_empty() { 100.0 } else { BREAK };
        Self { near, width, far }
    }

    fn x(&self, minute: Minutes) -> f64 {
        if minute <= self.near || self.far.is_empty() {
            return f64::from(minute.min(self.near)) / f64::from(self.near) * self.width;
        }
        let at = self.far.partition_point(|far| *far < minute);
        if self.far.len() < 2 {
            return LAST;
        }
        let share = index(at) / index(self.far.len() - 1);
        BEYOND + (LAST - BEYOND) * share.min(1.0)
    }
}

fn index(at: usize) -> f64 {
    f64::from(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The distance between two numbers below the line: five to eight of them.
const fn step(near: Minutes) -> Minutes {
    match near {
        0..=90 => 15,
        91..=210 => 30,
        211..=480 => 60,
        _ => near / 6,
    }
}

const fn row_of(id: SpanId) -> Option<RowKind> {
    match id {
        SpanId::OldCompute | SpanId::OldComputeKept | SpanId::OldComputePerhaps => Some(RowKind::Old),
        SpanId::NewComputeBuild | SpanId::NewCompute => Some(RowKind::New),
        SpanId::TemporaryAddress | SpanId::Downtime => Some(RowKind::Gateway),
        SpanId::Lock => Some(RowKind::Lock),
        SpanId::DnsChange | SpanId::ClientsAtRisk => Some(RowKind::Dns),
        SpanId::Return => Some(RowKind::Return),
        SpanId::DnsDeadline => None,
    }
}

/// The picture of a run; `None` where no page says how long it takes.
pub(super) fn picture(spans: &[Span]) -> Option<Picture> {
    let end = spans.iter().find(|span| span.id == SpanId::NewCompute)?.from_minute;
    let scale = Scale::new(spans, end);
    let late = spans.iter().find(|span| span.id == SpanId::ClientsAtRisk).map(|span| span.from_minute);
    let mut rows: Vec<SpanRow> = Vec::new();
    for span in spans {
        let Some(kind) = row_of(span.id) else {
            continue;
        };
        // What comes too late is drawn by itself, in another way.
        let to = if span.id == SpanId::DnsChange {
            span.to_minute.map(|to| late.map_or(to, |late| to.min(late)))
        } else {
            span.to_minute
        };
        let x = scale.x(span.from_minute);
        let width = to.map_or(100.0, |to| scale.x(to)) - x;
        let bar = Bar { id: span.id, x, width, from: span.from_minute, to: span.to_minute };
        match rows.iter_mut().find(|row| row.kind == kind) {
            Some(row) => row.bars.push(bar),
            None => rows.push(SpanRow { kind, bars: vec![bar] }),
        }
    }
    rows.sort_by_key(|row| row.kind);
    for row in &mut rows {
        row.bars.sort_by_key(|bar| bar.from);
    }
    let mut guides = vec![Guide { x: scale.x(end), minute: end, due: false }];
    guides.extend(spans.iter().filter(|span| span.id == SpanId::DnsDeadline).map(|span| Guide {
        x: scale.x(span.from_minute),
        minute: span.from_minute,
        due: true,
    }));
    let step = step(scale.near.saturating_sub(1));
    let near = (0..=scale.near / step).map(|at| at * step);
    // From the last of them on, the far ones in the words of their distance from the end of the run.
    let ticks = near.chain(scale.far.iter().copied()).map(|minute| Tick { x: scale.x(minute), minute }).collect();
    Some(Picture { rows, guides, ticks, broken: !scale.far.is_empty() })
}

#[cfg(test)]
#[expect(clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::{Plan, PlanRequest, SpanId, Tier, Vnet};

    use super::{BREAK, Picture, RowKind, picture};

    fn plan(change: impl FnOnce(&mut PlanRequest)) -> Plan {
        let mut request = PlanRequest { tier: Some(Tier::Premium), vnet: Some(Vnet::Internal), ..PlanRequest::default() };
        change(&mut request);
        apim_plan::plan(&request)
    }

    fn recommended(plan: &Plan) -> Picture {
        let path = plan.paths.iter().find(|path| Some(path.id) == plan.recommended).expect("a path is recommended");
        picture(&path.timeline).expect("documentation states the duration")
    }

    #[test]
    fn a_slow_dns_change_runs_past_its_deadline() {
        let picture = recommended(&plan(|request| {
            request.downtime_allowed = Some(false);
            request.custom_domains = Some(true);
            request.dns_change_minutes = Some(25);
        }));
        let dns = picture.rows.iter().find(|row| row.kind == RowKind::Dns).expect("DNS has a row");
        let [change, late] = &*dns.bars else { panic!("two parts, not {:?}", dns.bars) };
        assert_eq!((change.id, late.id), (SpanId::DnsChange, SpanId::ClientsAtRisk));
        assert!((change.x + change.width - late.x).abs() < 1e-9, "one begins where the other ends");
        let due = picture.guides.iter().find(|guide| guide.due).expect("there is a deadline");
        assert!((late.x - due.x).abs() < 1e-9, "at the deadline");
        assert_eq!(late.to, Some(70));
    }

    #[test]
    fn days_of_retention_stand_behind_a_break() {
        let picture = recommended(&plan(|request| request.validate_first = Some(true)));
        assert!(picture.broken);
        let end = picture.guides.iter().find(|guide| !guide.due).expect("the migration ends");
        assert!(end.x > 40.0 && end.x < BREAK, "the migration keeps its width: {}", end.x);
        let kept =
            picture.rows.iter().flat_map(|row| &row.bars).find(|bar| bar.id == SpanId::OldComputeKept).expect("it is kept");
        assert!(kept.x + kept.width > BREAK);
    }

    #[test]
    fn everything_lies_on_the_line_and_in_order() {
        for vnet in [Vnet::None, Vnet::External, Vnet::Internal] {
            for path in plan(|request| request.vnet = Some(vnet)).paths {
                let Some(picture) = picture(&path.timeline) else { continue };
                for row in &picture.rows {
                    for bar in &row.bars {
                        assert!(bar.x >= 0.0 && bar.width >= 0.0 && bar.x + bar.width <= 100.0 + 1e-9, "{:?}: {bar:?}", path.id);
                    }
                }
                assert!(picture.ticks.is_sorted_by(|one, next| one.x < next.x), "{:?}: {:?}", path.id, picture.ticks);
            }
        }
    }

    #[test]
    fn without_a_length_there_is_no_picture() {
        assert_eq!(picture(&[]), None);
    }
}
