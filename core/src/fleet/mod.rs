//! Many instances: a row for each, waves, a schedule, and conflicts.
//!
//! Two instances belong to one **chain** if their names differ only in
//! words for an environment or a region ([`name::parts`]). A
//! multi-region instance is a chain by itself. The module `place` has the
//! rules of the order; what can't be planned by them is a conflict.

mod calendar;
mod conflicts;
mod jobs;
pub mod name;
mod options;
mod place;
mod shape;
mod zone;
mod zone_names;

use crate::capacity::CapacityAccount;
use crate::decide::{Decision, LocationDecision, decide, to_move};
use crate::domain::{Location, PlanRequest, Status, ZoneLayout, ZoneSupport};
use crate::findings::{Case, counts};
use crate::import::Imported;

pub use crate::import::Environment;
pub use options::{
    Calendar, CalendarError, FleetOptions, Freeze, FreezeError, Pause, PauseError, TimeOfDay, TimeOfDayError, Weekday, Window,
    WindowError, read_options,
};
pub use shape::*;
pub use zone::{Zone, ZoneError};

use jobs::Jobs;

/// An instance, and what its description says beyond the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FleetInput {
    /// The answers.
    pub request: PlanRequest,
    /// The position of its description in the input.
    pub source: Option<String>,
    /// Its environment; if `None`, its name decides.
    pub environment: Option<Environment>,
    /// The resource ids of the subnets of its locations, in their order. They are only compared with each other.
    pub subnets: Vec<Option<String>>,
}

impl From<PlanRequest> for FleetInput {
    fn from(request: PlanRequest) -> Self {
        Self { request, ..Self::default() }
    }
}

impl From<Imported> for FleetInput {
    fn from(imported: Imported) -> Self {
        let source = match (imported.source.as_ref(), imported.at.as_str()) {
            ("", "") => None,
            (source, "") => Some(source.to_owned()),
            (source, at) => Some(format!("{source}, {at}")),
        };
        Self {
            request: imported.request,
            source,
            environment: imported.extras.environment,
            subnets: imported.extras.locations.into_iter().map(|location| location.subnet).collect(),
        }
    }
}

/// Rows, waves, a schedule and conflicts for a list of instances. The time grows with n · log n.
pub fn fleet(inputs: &[FleetInput], options: &FleetOptions) -> Fleet {
    let mut instances = Vec::with_capacity(inputs.len());
    let mut jobs = Jobs::default();
    for (index, input) in inputs.iter().enumerate() {
        let decision = decide(&input.request);
        let row = row(input, &decision);
        jobs.add(index, input, &decision, &row);
        instances.push(row);
    }
    let planned = jobs.plan(options);
    for (wave, run) in planned.waves.iter().flat_map(|wave| wave.runs.iter().map(move |run| (wave.number, run))) {
        if let Some(row) = usize::try_from(run.instance).ok().and_then(|index| instances.get_mut(index)) {
            row.wave.get_or_insert(wave);
        }
    }
    let conflicts = conflicts::conflicts(&instances, &planned, options);
    Fleet { totals: totals(&instances), waves: planned.waves, schedule: planned.schedule, conflicts, instances }
}

fn row(input: &FleetInput, decision: &Decision) -> Row {
    let request = &input.request;
    let account = crate::migration::recommended(request, decision);
    let figures = account.as_ref().map(|account| &account.figures);
    let capacity = CapacityAccount::of(request, decision);
    let counts = counts(&Case { request, decision, account: account.as_ref(), capacity: &capacity });
    let name = name::parts(request.name.as_deref().unwrap_or_default());
    Row {
        name: request.name.clone(),
        resource_group: request.resource_group.clone(),
        subscription_id: request.subscription_id.clone(),
        source: input.source.clone(),
        tier: request.tier,
        vnet: decision.answers.vnet,
        regions: standing(request)
            .map(|location| RowRegion { name: location.name.clone(), units: location.units.map(crate::domain::Units::get) })
            .collect(),
        environment: input.environment.or(name.environment),
        chain: name.base,
        status: decision.status,
        recommended: decision.route.recommended,
        downtime_minutes: figures.and_then(|figures| figures.downtime.minutes),
        temporary_address_minutes: figures.and_then(|figures| figures.downtime.temporary_address_minutes),
        retention_minutes: figures.and_then(|figures| figures.retention.minutes),
        plan_for_minutes: figures.and_then(|figures| figures.retention.plan_for_minutes),
        public_vip: figures.map(|figures| figures.public_vip),
        dns_by_hand: decision.route.recommended.is_some_and(|path| crate::decide::dns_by_hand(path, &decision.answers)),
        dns_change_minutes: request.dns_change_minutes,
        blockers: counts.blockers,
        risks: counts.risks,
        notes: counts.notes,
        zones: zone_verdict(request, decision),
        wave: None,
    }
}

/// The locations that exist.
fn standing(request: &PlanRequest) -> impl Iterator<Item = &Location> {
    request.locations.iter().filter(|location| location.new != Some(true))
}

fn zone_verdict(request: &PlanRequest, decision: &Decision) -> ZoneVerdict {
    let of = |location: &LocationDecision| {
        let now = location.current;
        match (location.support, now.layout) {
            (ZoneSupport::TierLacksZones | ZoneSupport::No, _) | (_, Some(ZoneLayout::Zonal {})) => ZoneVerdict::Lost,
            // One unit is in one zone, with any layout.
            (_, _) if now.units == Some(1) => ZoneVerdict::Lost,
            (_, Some(ZoneLayout::Automatic {})) => ZoneVerdict::Unseen,
            (_, Some(ZoneLayout::Redundant { .. })) => match now.surviving_units {
                Some(0) => ZoneVerdict::Lost,
                Some(_) => ZoneVerdict::Survives,
                None => ZoneVerdict::Unknown,
            },
            (_, None) => ZoneVerdict::Unknown,
        }
    };
    let locations = request.locations.iter().zip(&decision.capacities.locations);
    let standing = locations.filter(|(location, _)| location.new != Some(true));
    standing.map(|(_, decided)| of(decided)).min().unwrap_or(ZoneVerdict::Unknown)
}

fn totals(rows: &[Row]) -> Totals {
    let mut totals = Totals::default();
    let mut paths: Vec<PathCount> = Vec::new();
    for row in rows {
        totals.instances += 1;
        totals.with_blockers += u32::from(row.blockers > 0);
        totals.with_risks += u32::from(row.risks > 0);
        match row.status {
            Status::Migrate => totals.migrate += 1,
            Status::Migrated => totals.migrated += 1,
            Status::NotAffected => totals.not_affected += 1,
            Status::Unknown => totals.unknown += 1,
        }
        match row.status {
            Status::Migrate => totals.gateways += u32::try_from(row.regions.len()).unwrap_or(u32::MAX).max(1),
            Status::Unknown => {}
            Status::Migrated | Status::NotAffected => continue,
        }
        match row.wave {
            Some(_) => totals.planned += 1,
            None => totals.not_planned += 1,
        }
        // If the platform is not known, the figures of a path would mislead.
        let (Status::Migrate, Some(path)) = (row.status, row.recommended) else { continue };
        totals.with_downtime += u32::from(row.downtime_minutes.is_some_and(|minutes| minutes > 0));
        totals.new_addresses += u32::from(row.public_vip.is_some_and(|vip| vip != crate::domain::AddressChange::Kept));
        if row.dns_by_hand {
            match row.plan_for_minutes {
                Some(minutes) => {
                    totals.shortest_dns_minutes = Some(totals.shortest_dns_minutes.map_or(minutes, |least| least.min(minutes)));
                }
                None => totals.dns_without_figure += 1,
            }
        }
        match paths.iter_mut().find(|count| count.path == path) {
            Some(count) => count.instances += 1,
            None => paths.push(PathCount { path, instances: 1 }),
        }
    }
    for count in paths {
        let before = |known: &PathCount| (known.instances, count.path) > (count.instances, known.path);
        totals.paths.insert(totals.paths.partition_point(before), count);
    }
    totals
}
