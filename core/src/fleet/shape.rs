//! What a fleet consists of: a row for each instance, waves, a schedule, conflicts.

use serde::{Serialize, Serializer};

use crate::domain::{AddressChange, Day, Minutes, PathId, RegionName, Status, Text, Tier, Vnet};
use crate::import::Environment;

/// Many instances, and the order in which to migrate them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fleet {
    /// One row for each instance, in the order given.
    pub instances: Vec<Row>,
    /// Totals over the rows.
    pub totals: Totals,
    /// The instances that migrate together, in order.
    pub waves: Vec<Wave>,
    /// The start and the end of each migration; empty without a calendar.
    pub schedule: Vec<Slot>,
    /// What could not be planned as requested, and why.
    pub conflicts: Vec<Conflict>,
}

/// One instance and its recommended path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its name; absent if the description has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its resource group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group: Option<String>,
    /// Its subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
    /// The position of its description in the input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its tier.
    pub tier: Option<Tier>,
    /// Its network mode.
    pub vnet: Option<Vnet>,
    /// Its locations.
    pub regions: Vec<RowRegion>,
    /// Its environment, from a tag or its name; `null` if neither names one. It then migrates like production.
    pub environment: Option<Environment>,
    /// Its name without environment and region. Instances with the same value form a chain.
    pub chain: String,
    /// Whether it must migrate.
    pub status: Status,
    /// The recommended path; `null` if no path is needed or possible, or if an answer that decides is missing.
    pub recommended: Option<PathId>,
    /// Gateway downtime in minutes; `null` without a path, and if it is not documented.
    pub downtime_minutes: Option<Minutes>,
    /// Minutes on a temporary VIP.
    pub temporary_address_minutes: Option<Minutes>,
    /// Retention of the stv1 compute in minutes, by the primary pages.
    pub retention_minutes: Option<Minutes>,
    /// The shortest documented retention in minutes: DNS and firewall work must fit in it.
    pub plan_for_minutes: Option<Minutes>,
    /// Whether the public VIP changes; `null` without a path.
    pub public_vip: Option<AddressChange>,
    /// Whether DNS must be changed by hand.
    pub dns_by_hand: bool,
    /// The time that the DNS change takes, as answered.
    pub dns_change_minutes: Option<Minutes>,
    /// The number of blockers.
    pub blockers: u32,
    /// The number of risks.
    pub risks: u32,
    /// The number of notes.
    pub notes: u32,
    /// Whether it survives a zone outage as it is now.
    pub zones: ZoneVerdict,
    /// The wave of its first migration; `null` if it is not planned.
    pub wave: Option<u32>,
}

/// A region of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RowRegion {
    /// The region.
    pub name: RegionName,
    /// Its scale units; `null` if not stated.
    pub units: Option<u32>,
}

/// Whether an instance survives a zone outage, judged by its weakest location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ZoneVerdict {
    /// At least one location is in one zone, has one unit, or is in a tier or region without zones.
    Lost,
    /// Zones or units of at least one location are not stated.
    Unknown,
    /// Zones are automatic, so the zones of the units are not known.
    Unseen,
    /// Every location has units in more than one selected zone.
    Survives,
}

/// Totals over the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// The number of instances.
    pub instances: u32,
    /// The number that must migrate.
    pub migrate: u32,
    /// The number that is migrated.
    pub migrated: u32,
    /// The number that is not affected.
    pub not_affected: u32,
    /// The number whose platform is not known.
    pub unknown: u32,
    /// The number of gateways that must migrate, one for each region of an instance.
    pub gateways: u32,
    /// The number of instances that must migrate, have a path and are in a wave.
    pub planned: u32,
    /// The number of instances that must or may have to migrate and are in no wave.
    pub not_planned: u32,
    /// The number of instances with gateway downtime.
    pub with_downtime: u32,
    /// The number of instances whose public VIP changes.
    pub new_addresses: u32,
    /// The number of instances with a blocker.
    pub with_blockers: u32,
    /// The number of instances with a risk.
    pub with_risks: u32,
    /// The shortest time for a DNS change by hand in minutes; `null` if none is needed, or if no retention is documented.
    pub shortest_dns_minutes: Option<Minutes>,
    /// The number of instances with a DNS change by hand for which no retention is documented.
    pub dns_without_figure: u32,
    /// The recommended paths with their number of instances, most frequent first.
    pub paths: Vec<PathCount>,
}

/// The number of instances with a recommended path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PathCount {
    /// The path.
    pub path: PathId,
    /// The number of instances.
    pub instances: u32,
}

/// Instances that migrate together; with a calendar, in one window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Wave {
    /// Counted from 1.
    pub number: u32,
    /// The time at which its window opens; absent without a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<Moment>,
    /// The time at which its window closes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes: Option<Moment>,
    /// The migrations. Those with the same `subnet` run one after another, in this order.
    pub runs: Vec<Run>,
}

/// One run of a migration: a REST call, or a change in the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The index of the instance in `instances`.
    pub instance: u32,
    /// The locations that the run migrates.
    pub moves: Moves,
    /// Runs with the same number share a subnet and follow each other without delay. Absent for a single run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet: Option<u32>,
    /// The index of the run in `schedule`; absent without a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<u32>,
}

/// The locations that one run migrates. Serialised as `all`, `back`, or the name of the region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moves {
    /// Every location in one call.
    All,
    /// One location.
    Location(RegionName),
    /// Every location, back to its original subnet.
    Back,
}

impl Serialize for Moves {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::All => "all",
            Self::Location(name) => name.as_str(),
            Self::Back => "back",
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moves {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moves".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "description": "What one run moves: `all`, `back`, or the name of the region.", "type": "string" })
    }
}

/// The times of one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// The index of the instance in `instances`.
    pub instance: u32,
    /// The wave it belongs to.
    pub wave: u32,
    /// The locations that the run migrates.
    pub moves: Moves,
    /// The start.
    pub start: Moment,
    /// The time at which the platform has finished, by the longest documented usual duration.
    pub end: Moment,
    /// The end of the lock of domains, locations and CA certificates; `null` if it is not documented.
    pub lock_end: Option<Moment>,
    /// The earliest end of the retention; `null` if stv1 compute is not retained or the retention is not documented.
    pub retention_end: Option<Moment>,
    /// The deadline for DNS: clients must use the new VIP by then. `null` if DNS does not change, or if no retention is documented.
    pub dns_by: Option<Moment>,
    /// The latest start of the DNS change; `null` also if the time that it takes is not answered.
    pub dns_start_by: Option<Moment>,
}

/// A moment in the time zone of the calendar: `2026-12-01T20:00:00+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The moment.
    pub at: jiff_core::Timestamp,
    /// The offset from UTC at that moment.
    pub offset: jiff_core::tz::Offset,
}

impl Moment {
    /// The offset from UTC: `+01:00`.
    pub(crate) fn ahead(self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        let minutes = self.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = self.offset.to_datetime(self.at);
        write!(f, "{}T{:02}:{:02}:{:02}", Day::from(at.date()), at.time().hour(), at.time().minute(), at.time().second())?;
        self.ahead(f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "description": "A moment as a clock in the calendar's zone shows it: `2026-12-01T20:00:00+01:00`.", "type": "string", "format": "date-time" })
    }
}

/// Something that could not be planned as requested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Its kind.
    pub kind: ConflictKind,
    /// What is the matter.
    pub what: Text,
    /// What to do about it.
    pub instead: Text,
    /// The indexes of the instances in `instances`.
    pub instances: Vec<u32>,
}

/// The kinds of conflicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ConflictKind {
    /// Not planned: the platform of the instance is not known.
    PlatformNotKnown,
    /// Not planned: no path is possible.
    NoOpenPath,
    /// Not planned: an answer is missing that decides between paths.
    PathNotDecided,
    /// Not planned: the duration of the path is not documented, so no window and no wave can hold it.
    NoLength,
    /// Not planned: every window is shorter than the run.
    WindowTooShort,
    /// Not planned, or only in part: the windows up to the last day are full.
    NoWindowLeft,
    /// Instances in one subnet migrate in more than one wave.
    SubnetInSeveralWaves,
    /// Production migrates without the environments that should migrate before it.
    NothingBeforeProduction,
    /// The deadline for DNS is after the end of the window.
    DnsAfterWindow,
    /// The DNS change takes longer than the stv1 compute is retained.
    DnsTooSlow,
}
