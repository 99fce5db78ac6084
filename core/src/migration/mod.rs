//! The migration plan: each path with its figures, reasons, work, timeline and commands.

mod actions;
mod commands;
mod disagreements;
mod figures;
mod ports;
mod reasons;
mod shape;
mod timeline;

use strum::IntoEnumIterator;

use crate::cite::Sources;
use crate::decide::Decision;
use crate::domain::{PathId, PlanRequest, Verdict, Vip, Vnet};
use crate::facts::migration::{self, same_subnet};

pub use actions::ActionId;
pub(crate) use disagreements::{all as all_disagreements, disagreements};
pub(crate) use figures::figures;
pub(crate) use ports::ports;
pub(crate) use reasons::{headline, platform_because};
pub use shape::{
    Action, Command, CommandId, Downtime, Duration, LaterRetention, Path, Port, Retention, Reversible, ScopeByTool, Span, SpanId,
    TableRow,
};

/// The paths of the wanted verdicts: recommended, possible, ruled out; within a verdict in the order of [`PathId`].
pub(crate) fn paths(request: &PlanRequest, decision: &Decision, wanted: impl Fn(Verdict) -> bool) -> Vec<Path> {
    let judged = |verdict| PathId::iter().filter(move |id| decision.route.judged(*id).verdict == verdict);
    let instance = commands::instance(request);
    Verdict::iter().filter(|verdict| wanted(*verdict)).flat_map(judged).map(|id| path(id, request, &instance, decision)).collect()
}

fn path(id: PathId, request: &PlanRequest, instance: &str, decision: &Decision) -> Path {
    let figures = figures(id, request, decision);
    let verdict = decision.route.judged(id).verdict;
    // Nobody carries out what is ruled out: it keeps its figures, for comparison, and its reasons.
    let open = verdict != Verdict::RuledOut;
    Path {
        id,
        title: id.title(),
        verdict,
        reasons: reasons::reasons(id, decision),
        actions: if open { actions::actions(id, request, decision, &figures) } else { Vec::new() },
        timeline: if open { timeline::timeline(id, request, decision, &figures) } else { Vec::new() },
        commands: if open { commands::commands(id, instance, decision) } else { Vec::new() },
        lock_minutes: figures.lock.map(|lock| lock.value),
        lock_sources: figures.lock.map_or(Sources::NONE, |lock| lock.sources()),
        downtime: figures.downtime,
        retention: figures.retention,
        duration_minutes: figures.duration,
        public_vip: figures.public_vip,
        private_vip: figures.private_vip,
        address_sources: figures.address_sources,
        tools: figures.tools,
        tool_sources: figures::tool_sources(id),
        scope: figures.scope,
        reversible: figures.reversible,
    }
}

/// The four rows of S002, with the reader's mode marked.
pub(crate) fn table(decision: &Decision) -> Vec<TableRow> {
    let row = |(vnet, vip)| {
        let cited = same_subnet(vnet, vip)?;
        let lock = match vip {
            Vip::Preserve => migration::LOCK_PRESERVE,
            Vip::New => migration::LOCK_NEW,
        };
        Some(TableRow {
            vnet,
            vip,
            downtime_minutes: cited.value.downtime,
            temporary_address_minutes: cited.value.temporary_address,
            retention_minutes: cited.value.retention,
            later_pages: figures::later_pages(&cited),
            lock_minutes: lock.value,
            current: decision.answers.vnet == Some(vnet),
            sources: cited.sources().and(&lock.sources()),
        })
    };
    [Vnet::External, Vnet::Internal]
        .into_iter()
        .flat_map(|mode| Vip::iter().map(move |vip| (mode, vip)))
        .filter_map(row)
        .collect()
}
