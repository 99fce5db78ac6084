//! The conflicts: what could not be planned as requested, in sentences.

use super::jobs::{FleetOrder, PlannedMigration, count};
use super::options::FleetOptions;
use super::place::{SortKey, WindowAssignment, index_of};
use super::shape::{Conflict, ConflictKind, Row};
use super::{Environment, Status};
use crate::decide::Because;
use crate::domain::{Minutes, Text};
use crate::wording::span;

/// If the deadline for DNS is this long after the migration, DNS need not be finished within the window.
const A_DAY: Minutes = 24 * 60;

/// A conflict with its figures. Conflicts with the same figures become one sentence; the order is that of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clash {
    PlatformNotKnown,
    NoOpenPath,
    PathNotDecided,
    NoLength,
    WindowTooShort { run: Minutes },
    NoWindowLeft,
    SubnetInSeveralWaves { subnet: usize, one_after_another: Minutes },
    NothingBeforeProduction { chain: usize },
    DnsAfterWindow,
    DnsTooSlow { change: Minutes, sure: Minutes },
}

pub(super) fn conflicts(rows: &[Row], order: &FleetOrder, options: &FleetOptions) -> Vec<Conflict> {
    let mut found: Vec<(Clash, usize)> = Vec::new();
    let mut clash = |clash, instance| found.push((clash, instance));
    for (index, _) in rows.iter().enumerate().filter(|(_, row)| row.status == Status::Unknown) {
        clash(Clash::PlatformNotKnown, index);
    }
    for &(instance, because) in &order.without_path {
        clash(if because == Because::VnetOpen { Clash::PathNotDecided } else { Clash::NoOpenPath }, instance);
    }
    for &instance in &order.without_length {
        clash(Clash::NoLength, instance);
    }
    for run in &order.runs {
        match run.place {
            WindowAssignment::TooLong => clash(Clash::WindowTooShort { run: run.busy }, run.instance),
            WindowAssignment::Full => clash(Clash::NoWindowLeft, run.instance),
            WindowAssignment::At { window, offset } => {
                let ends_at = offset.saturating_add(run.busy).saturating_add(run.kept.unwrap_or(0));
                let closes_at = order.windows.get(window).map_or(0, |window| window.length);
                if options.calendar.is_some() && run.dns && run.kept.is_some_and(|kept| kept < A_DAY) && ends_at > closes_at {
                    clash(Clash::DnsAfterWindow, run.instance);
                }
            }
        }
    }
    let pause = options.calendar.as_ref().map_or(0, |calendar| calendar.pause_minutes.unwrap_or_default().minutes());
    let tenant = |(index, run): (usize, &PlannedMigration)| Some((run.subnet? as u64, index as u64));
    let mut tenants: Vec<SortKey> = order.runs.iter().enumerate().filter_map(tenant).collect();
    tenants.sort_unstable();
    for group in tenants.chunk_by(|(one, _), (other, _)| one == other) {
        let runs = || group.iter().filter_map(|key| order.runs.get(index_of(*key)));
        let mut windows = runs().filter_map(window);
        let first = windows.next();
        if first.is_some() && windows.any(|window| Some(window) != first) {
            let length = |sum: Minutes, run: &PlannedMigration| sum.saturating_add(run.clears).saturating_add(pause);
            let one_after_another = runs().fold(0, length).saturating_sub(pause);
            for run in runs() {
                clash(Clash::SubnetInSeveralWaves { subnet: run.subnet.unwrap_or_default(), one_after_another }, run.instance);
            }
        }
    }
    unrehearsed(rows, order, &mut clash);
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.dns_by_hand && row.status == Status::Migrate) {
        if let (Some(sure), Some(change)) = (row.plan_for_minutes, row.dns_change_minutes)
            && change > sure
        {
            clash(Clash::DnsTooSlow { change, sure }, index);
        }
    }
    let longest = order.windows.iter().map(|window| window.length).max();
    found.sort_unstable();
    found.dedup();
    found.chunk_by(|(one, _), (other, _)| one == other).map(|group| say(group, rows, longest, options)).collect()
}

fn window(run: &PlannedMigration) -> Option<usize> {
    match run.place {
        WindowAssignment::At { window, .. } => Some(window),
        WindowAssignment::TooLong | WindowAssignment::Full => None,
    }
}

/// Production that is planned although a lower environment of its chain must migrate and is not planned.
fn unrehearsed(rows: &[Row], order: &FleetOrder, clash: &mut impl FnMut(Clash, usize)) {
    let mut unplanned_below = vec![false; order.movers.iter().map(|(_, chain)| chain + 1).max().unwrap_or(0)];
    for &(instance, chain) in &order.movers {
        let lower = |row: &Row| matches!(row.environment, Some(Environment::Development | Environment::Test));
        if rows.get(instance).is_some_and(|row| row.wave.is_none() && lower(row))
            && let Some(chain) = unplanned_below.get_mut(chain)
        {
            *chain = true;
        }
    }
    for (run, chain) in order.runs.iter().zip(&order.chains).filter(|(run, _)| window(run).is_some()) {
        let production =
            rows.get(run.instance).is_some_and(|row| matches!(row.environment, None | Some(Environment::Production)));
        if production && unplanned_below.get(*chain) == Some(&true) {
            clash(Clash::NothingBeforeProduction { chain: *chain }, run.instance);
        }
    }
}

/// `group` is one conflict with all its instances.
fn say(group: &[(Clash, usize)], rows: &[Row], longest: Option<Minutes>, options: &FleetOptions) -> Conflict {
    let who = Who { group, rows };
    let clash = group.first().map_or(Clash::NoWindowLeft, |(clash, _)| *clash);
    let (kind, what, instead): (_, Text, Text) = match clash {
        Clash::PlatformNotKnown => (
            ConflictKind::PlatformNotKnown,
            format!("The compute platform of {who} is not known.").into(),
            "Read platformVersion with API version 2021-04-01-preview or later, and plan again.".into(),
        ),
        Clash::NoOpenPath => (
            ConflictKind::NoOpenPath,
            format!("No path is possible for {who}.").into(),
            "Open the plan of the instance: its blockers give the cause.".into(),
        ),
        Clash::PathNotDecided => (
            ConflictKind::PathNotDecided,
            format!("The path of {who} depends on a question that is not answered.").into(),
            "Open the plan of the instance and answer the questions under Decides.".into(),
        ),
        Clash::NoLength => (
            ConflictKind::NoLength,
            format!(
                "The duration of a side-by-side deployment is not documented, so {who} {} no start time.",
                who.verb("has", "have")
            )
            .into(),
            "Create the second instance ahead, and select the time at which you switch traffic.".into(),
        ),
        Clash::WindowTooShort { run } => match longest {
            None => (
                ConflictKind::WindowTooShort,
                format!("The calendar has no window between the first and the last day for {who}.").into(),
                "Check days, hours and freezes of the calendar.".into(),
            ),
            Some(longest) => (
                ConflictKind::WindowTooShort,
                format!("A migration of {} fits in no window: the longest window is {}.", span(run), span(longest)).into(),
                format!("Add a window of at least {} for {who}.", span(run)).into(),
            ),
        },
        Clash::NoWindowLeft => {
            let until = options.calendar.as_ref().and_then(|calendar| calendar.until);
            let until = until.map_or("within five years".into(), |day| format!("up to {day}"));
            (
                ConflictKind::NoWindowLeft,
                format!("All windows {until} are in use before {who} {} planned.", who.verb("is", "are")).into(),
                "Add windows, allow more migrations at one time, or set a later last day.".into(),
            )
        }
        Clash::SubnetInSeveralWaves { one_after_another, .. } => (
            ConflictKind::SubnetInSeveralWaves,
            format!(
                "{} {} a subnet and {} not migrated in one wave.",
                who.opening(),
                who.verb("shares", "share"),
                who.verb("is", "are")
            )
            .into(),
            if options.calendar.is_some() && longest.is_some_and(|longest| one_after_another > longest) {
                format!(
                    "Add a window of about {}: the instances of the subnet are migrated one after another.",
                    span(one_after_another)
                )
                .into()
            } else {
                "Their environments or regions are in different waves: check the available IP addresses of the subnet before each migration.".into()
            },
        ),
        Clash::NothingBeforeProduction { .. } => (
            ConflictKind::NothingBeforeProduction,
            format!(
                "{} {} migrated without a test: the earlier environments are not planned.",
                who.opening(),
                who.verb("is", "are")
            )
            .into(),
            "Plan the earlier environments first, or accept that this instance is the first.".into(),
        ),
        Clash::DnsAfterWindow => (
            ConflictKind::DnsAfterWindow,
            format!("The DNS deadline of {who} is after the end of the window.").into(),
            "Plan staff for the DNS change, or add a window that ends later.".into(),
        ),
        Clash::DnsTooSlow { change, sure } => (
            ConflictKind::DnsTooSlow,
            format!(
                "The DNS change of {who} takes {}, and stv1 compute is retained for {}: clients can be without a gateway for {}.",
                span(change),
                span(sure),
                span(change - sure)
            )
            .into(),
            "Lower the TTL until the change fits, or set a longer retention if the plan of the instance offers it.".into(),
        ),
    };
    Conflict { kind, what, instead, instances: group.iter().map(|(_, index)| count(*index)).collect() }
}

/// The instances of a conflict: by name if the list is short, otherwise by number.
struct Who<'a> {
    group: &'a [(Clash, usize)],
    rows: &'a [Row],
}

impl Who<'_> {
    fn verb(&self, one: &'static str, many: &'static str) -> &'static str {
        if self.group.len() == 1 { one } else { many }
    }

    /// The same at the start of a sentence. A name keeps its spelling.
    fn opening(&self) -> String {
        let text = self.to_string();
        match text.strip_prefix("instance ") {
            Some(rest) => format!("Instance {rest}"),
            None => text,
        }
    }
}

impl std::fmt::Display for Who<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const NAMED: usize = 3;
        if self.group.len() > NAMED {
            return write!(f, "{} instances", self.group.len());
        }
        for (place, &(_, index)) in self.group.iter().enumerate() {
            match place {
                0 => {}
                place if place + 1 == self.group.len() => f.write_str(" and ")?,
                _ => f.write_str(", ")?,
            }
            match self.rows.get(index).and_then(|row| row.name.as_deref()).filter(|name| !name.is_empty()) {
                Some(name) => f.write_str(name)?,
                None => write!(f, "instance {}", index + 1)?,
            }
        }
        Ok(())
    }
}
