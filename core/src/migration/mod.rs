//! The migration plan: each path with its figures, reasons, work, timeline and commands.

mod account;
mod actions;
mod back_out;
mod commands;
mod disagreements;
mod dns;
mod figures;
mod portal;
mod ports;
mod reasons;
mod shape;
mod timeline;

use strum::IntoEnumIterator;

use crate::cite::Sources;
use crate::decide::Decision;
use crate::domain::{PathId, PlanRequest, Verdict, Vip, Vnet};
use crate::facts::migration::{self, same_subnet};

pub use account::ChangedBy;
pub(crate) use account::{Account, Clock, Family, HostName, NameKind, TestWindow, host_names};
pub use actions::ActionId;
pub(crate) use commands::{bash_instance, powershell_instance, powershell_read};
pub(crate) use disagreements::{all as all_disagreements, disagreements};
pub(crate) use dns::records;
pub(crate) use figures::figures;
pub(crate) use ports::{is_required, ports, required_ports};
pub(crate) use reasons::{headline, platform_because};
pub use shape::{
    Action, BackOut, Command, CommandId, DnsRecordChange, Downtime, Duration, LaterRetention, Path, Port, PortalStep, Retention,
    Reversible, ScopeByTool, Shell, Span, SpanId, TableRow,
};

/// The paths of the wanted verdicts: recommended, possible, ruled out; within a verdict in the order of [`PathId`].
pub(crate) fn paths(request: &PlanRequest, decision: &Decision, wanted: impl Fn(Verdict) -> bool) -> Vec<Path> {
    let judged = |verdict| PathId::iter().filter(move |id| decision.route.judged(*id).verdict == verdict);
    let wanted = Verdict::iter().filter(|verdict| wanted(*verdict));
    wanted.flat_map(judged).map(|id| path(Account::of(id, request, decision))).collect()
}

/// The account of the recommended path; `None` without one.
pub(crate) fn recommended<'a>(request: &'a PlanRequest, decision: &'a Decision) -> Option<Account<'a>> {
    decision.route.recommended.map(|path| Account::of(path, request, decision))
}

fn path(account: Account<'_>) -> Path {
    let id = account.path;
    let verdict = account.decision.route.judged(id).verdict;
    // A path that is ruled out has figures, for comparison, and reasons, but no steps.
    let open = verdict != Verdict::RuledOut;
    Path {
        id,
        title: id.title(),
        verdict,
        reasons: reasons::reasons(&account),
        actions: if open { actions::actions(&account) } else { Vec::new() },
        timeline: if open { timeline::timeline(&account) } else { Vec::new() },
        back_out: open.then(|| back_out::back_out(&account)),
        portal_steps: if open { portal::steps(&account) } else { Vec::new() },
        dns_records: if open { dns::records(&account) } else { Vec::new() },
        commands: if open { commands::commands(&account) } else { Vec::new() },
        tool_sources: figures::tool_sources(id),
        lock_minutes: account.figures.lock.map(|lock| lock.value),
        lock_sources: account.figures.lock.map_or(Sources::NONE, |lock| lock.sources()),
        downtime: account.figures.downtime,
        retention: account.figures.retention,
        duration_minutes: account.figures.duration,
        public_vip: account.figures.public_vip,
        private_vip: account.figures.private_vip,
        address_sources: account.figures.address_sources,
        tools: account.figures.tools,
        scope: account.figures.scope,
        reversible: account.figures.reversible,
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
