//! From request to plan: the pipeline on one screen.

mod flips;
mod options;
mod questions;
mod shape;
mod sources;

use crate::capacity::CapacityAccount;
use crate::cite::Disagreement;
use crate::decide::{Decision, decide, platform};
use crate::domain::PlanRequest;
use crate::findings::{Case, blockers, findings};
use crate::questionnaire::QUESTIONNAIRE;
use crate::{capacity, change, migration};

pub use options::{PathSelection, PlanOptions, SourceForm};
pub use shape::{Assessment, Flip, LocationPlatform, OpenQuestion, Plan, PlatformReport};
pub use sources::{SourceList, all_sources};

/// The plan for a request. Every well-formed request has one.
pub fn plan(request: &PlanRequest) -> Plan {
    plan_with(request, PlanOptions::default())
}

/// The plan for a request, as much of it as the options ask for.
pub fn plan_with(request: &PlanRequest, options: PlanOptions) -> Plan {
    let decision = decide(request);
    let units = CapacityAccount::of(request, &decision);
    let account = migration::recommended(request, &decision);
    let paths = migration::paths(request, &decision, |verdict| options.paths.includes(verdict));
    let mut plan = Plan {
        name: request.name.clone(),
        headline: migration::headline(&decision, account.as_ref()),
        platform: platform_report(request, &decision),
        status: decision.status,
        recommended: decision.route.recommended,
        paths,
        table: migration::table(&decision),
        ports: migration::ports(request, &decision),
        capacity: capacity::capacity(&units),
        changes: change::changes(account.as_ref(), &units),
        findings: findings(&Case { request, decision: &decision, account: account.as_ref(), capacity: &units }),
        open_questions: questions::open_questions(&QUESTIONNAIRE, request, &decision),
        flips: flips::flips(&QUESTIONNAIRE, request, &decision),
        disagreements: migration::disagreements(request, &decision).chain(capacity::disagreements(request, &decision)).collect(),
        sources: SourceList::default(),
        request: request.clone(),
    };
    plan.sources = sources::sources(&plan, options.sources);
    plan
}

/// The decision of [`plan`], without its words.
pub fn assess(request: &PlanRequest) -> Assessment {
    let decision = decide(request);
    let account = migration::recommended(request, &decision);
    let figures = account.as_ref().map(|account| &account.figures);
    Assessment {
        status: decision.status,
        recommended: decision.route.recommended,
        downtime_minutes: figures.and_then(|figures| figures.downtime.minutes),
        temporary_address_minutes: figures.and_then(|figures| figures.downtime.temporary_address_minutes),
        retention_minutes: figures.and_then(|figures| figures.retention.minutes),
        plan_for_minutes: figures.and_then(|figures| figures.retention.plan_for_minutes),
        public_vip: figures.map(|figures| figures.public_vip),
        blockers: blockers(&Case {
            request,
            decision: &decision,
            account: account.as_ref(),
            capacity: &CapacityAccount::of(request, &decision),
        }),
    }
}

/// [`assess`] for each of many requests.
pub fn plan_many(requests: &[PlanRequest]) -> Vec<Assessment> {
    requests.iter().map(assess).collect()
}

/// Every disagreement between revisions of the documentation that a plan can show.
pub fn all_disagreements() -> impl Iterator<Item = Disagreement> {
    migration::all_disagreements().chain(capacity::all_disagreements())
}

fn platform_report(request: &PlanRequest, decision: &Decision) -> PlatformReport {
    PlatformReport {
        version: decision.platform.version,
        certainty: decision.platform.certainty,
        because: migration::platform_because(decision.platform.clue),
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
