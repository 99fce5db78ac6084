//! From request to plan: the pipeline on one screen.

mod actions;
pub mod capacity;
mod commands;
mod disagreements;
mod flips;
mod paths;
mod ports;
mod questions;
mod reasons;
mod shape;
mod sources;
mod timeline;

use strum::IntoEnumIterator;

use crate::cite::Sources;
use crate::decide::{Decision, decide, platform};
use crate::facts::migration::{self, same_subnet};
use crate::model::{PathId, PlanRequest, Verdict, Vip, Vnet};
use crate::questionnaire::QUESTIONNAIRE;
use crate::rules::{Case, blockers, findings};

pub use actions::ActionId;
pub(crate) use actions::span;
pub use disagreements::all as all_disagreements;
pub(crate) use paths::figures;
pub use shape::*;

/// The plan for a request. Every well-formed request has one.
pub fn plan(request: &PlanRequest) -> Plan {
    let decision = decide(request);
    let paths = paths(request, &decision);
    let dns_matters = paths.first().is_some_and(|path| path.downtime.exposed_until.contains(&crate::model::Exposure::DnsUpdated));
    let mut plan = Plan {
        name: request.name.clone(),
        headline: reasons::headline(&decision, dns_matters),
        platform: platform_report(request, &decision),
        status: decision.status,
        recommended: decision.route.recommended,
        paths,
        table: table(&decision),
        ports: ports::ports(request, &decision),
        capacity: capacity::capacity(request, &decision),
        findings: findings(&Case { request, decision: &decision }),
        open_questions: questions::open_questions(&QUESTIONNAIRE, request, &decision),
        flips: flips::flips(&QUESTIONNAIRE, request, &decision),
        disagreements: disagreements::disagreements(request, &decision),
        sources: Vec::new(),
        request: request.clone(),
    };
    plan.sources = sources::sources(&plan);
    plan
}

/// The decision of [`plan`], without its words.
pub(crate) fn assess(request: &PlanRequest) -> Assessment {
    let decision = decide(request);
    let recommended = decision.route.recommended;
    let figures = recommended.map(|path| paths::figures(path, request, &decision));
    Assessment {
        status: decision.status,
        recommended,
        downtime_minutes: figures.as_ref().and_then(|figures| figures.downtime.minutes),
        temporary_address_minutes: figures.as_ref().and_then(|figures| figures.downtime.temporary_address_minutes),
        retention_minutes: figures.as_ref().and_then(|figures| figures.retention.minutes),
        plan_for_minutes: figures.as_ref().and_then(|figures| figures.retention.plan_for_minutes),
        public_vip: figures.as_ref().map(|figures| figures.public_vip),
        blockers: blockers(&Case { request, decision: &decision }),
    }
}

/// Every path: recommended, possible, ruled out; within a verdict in the order of [`PathId`].
fn paths(request: &PlanRequest, decision: &Decision) -> Vec<Path> {
    let judged = |verdict| PathId::iter().filter(move |id| decision.route.judged(*id).verdict == verdict);
    let instance = commands::instance(request);
    Verdict::iter().flat_map(judged).map(|id| path(id, request, &instance, decision)).collect()
}

fn path(id: PathId, request: &PlanRequest, instance: &str, decision: &Decision) -> Path {
    let figures = paths::figures(id, request, decision);
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
        tool_sources: paths::tool_sources(id),
        scope: figures.scope,
        reversible: figures.reversible,
    }
}

/// The four rows of S002, with the reader's mode marked.
fn table(decision: &Decision) -> Vec<TableRow> {
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
            later_pages: paths::later_pages(&cited),
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

fn platform_report(request: &PlanRequest, decision: &Decision) -> PlatformReport {
    PlatformReport {
        version: decision.platform.version,
        certainty: decision.platform.certainty,
        because: reasons::platform_because(decision.platform.clue),
        locations: request
            .locations
            .iter()
            .filter(|location| location.new != Some(true))
            .map(|location| {
                let own = platform::of_location(location, decision.platform);
                LocationPlatform { name: location.name.clone(), version: own.version, certainty: own.certainty }
            })
            .collect(),
    }
}
