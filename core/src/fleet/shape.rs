//! What a fleet is made of: a row for each instance, waves, a schedule, conflicts.

use serde::{Serialize, Serializer};

use crate::domain::{AddressChange, Day, Minutes, PathId, RegionName, Status, Text, Tier, Vnet};
use crate::import::Environment;

/// Many instances, and how to move them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fleet {
    /// One row for each instance, in the order given.
    pub instances: Vec<Row>,
    /// The rows in figures.
    pub totals: Totals,
    /// What moves together, in order.
    pub waves: Vec<Wave>,
    /// When each run starts, and what ends when; empty without a calendar.
    pub schedule: Vec<Slot>,
    /// What could not be planned as wished, and why.
    pub conflicts: Vec<Conflict>,
}

/// An instance: what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its name; absent when the description has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its resource group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group: Option<String>,
    /// Its subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
    /// Where its description was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its tier.
    pub tier: Option<Tier>,
    /// Its network mode.
    pub vnet: Option<Vnet>,
    /// Where it runs.
    pub regions: Vec<RowRegion>,
    /// What it is for, as a tag or its name tells; `null` when neither does: it is then moved like production.
    pub environment: Option<Environment>,
    /// Its name without environment and region: instances that share it are one chain.
    pub chain: String,
    /// Whether it must move.
    pub status: Status,
    /// The best path; `null` when none is needed, none is open, or the answers cannot tell yet.
    pub recommended: Option<PathId>,
    /// Minutes without a gateway; `null` without a path and where the pages give no figure.
    pub downtime_minutes: Option<Minutes>,
    /// Minutes on a temporary address.
    pub temporary_address_minutes: Option<Minutes>,
    /// How long the old compute stays, by the primary pages.
    pub retention_minutes: Option<Minutes>,
    /// The shortest figure of any page: DNS and firewall work must fit in it.
    pub plan_for_minutes: Option<Minutes>,
    /// What becomes of the public address; `null` without a path.
    pub public_vip: Option<AddressChange>,
    /// Somebody has to change DNS.
    pub dns_by_hand: bool,
    /// How long that takes, by the reader.
    pub dns_change_minutes: Option<Minutes>,
    /// How many findings are blockers.
    pub blockers: u32,
    /// How many are risks.
    pub risks: u32,
    /// How many are good to know.
    pub notes: u32,
    /// Whether it outlives the loss of an availability zone, as it is now.
    pub zones: ZoneVerdict,
    /// The wave of its first run; `null` when it is not planned.
    pub wave: Option<u32>,
}

/// A region of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RowRegion {
    /// The region.
    pub name: RegionName,
    /// Its scale units; `null` when not stated.
    pub units: Option<u32>,
}

/// Whether an instance outlives the loss of an availability zone, judged by its weakest location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ZoneVerdict {
    /// Some location stands in one zone, has one unit, or is in a tier or region without zones.
    Lost,
    /// Zones or units of some location are not stated.
    Unknown,
    /// The platform spreads the units and does not say where.
    Unseen,
    /// Every location has chosen zones and units in more than one of them.
    Survives,
}

/// The rows in figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// How many instances were given.
    pub instances: u32,
    /// How many must move.
    pub migrate: u32,
    /// How many have moved.
    pub migrated: u32,
    /// How many are not affected.
    pub not_affected: u32,
    /// How many cannot be told.
    pub unknown: u32,
    /// Gateways of those that must move, each region counted.
    pub gateways: u32,
    /// How many of them have a path and are in a wave.
    pub planned: u32,
    /// How many must move, or may have to, and are in no wave.
    pub not_planned: u32,
    /// How many lose their gateway for a while.
    pub with_downtime: u32,
    /// How many get another public address.
    pub new_addresses: u32,
    /// How many have a blocker.
    pub with_blockers: u32,
    /// How many have a risk.
    pub with_risks: u32,
    /// The shortest time that anybody has for a DNS change by hand; `null` when nobody has to, or no page has a figure.
    pub shortest_dns_minutes: Option<Minutes>,
    /// How many have to change DNS by hand without a figure for the time they have.
    pub dns_without_figure: u32,
    /// The recommended paths and how many take each, most frequent first.
    pub paths: Vec<PathCount>,
}

/// How many instances take a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PathCount {
    /// The path.
    pub path: PathId,
    /// So many.
    pub instances: u32,
}

/// What moves together: with a calendar, in one window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Wave {
    /// Counted from 1.
    pub number: u32,
    /// When its window opens; absent without a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<Moment>,
    /// When its window closes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes: Option<Moment>,
    /// The runs: those with the same `subnet` one after another, in this order.
    pub runs: Vec<Run>,
}

/// One run of a migration: a call, or a change in the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The place of the instance in `instances`.
    pub instance: u32,
    /// What the run moves.
    pub moves: Moves,
    /// Runs with the same number share a subnet: one after another, without delay. Absent for a run on its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet: Option<u32>,
    /// The place of the run in `schedule`; absent without a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<u32>,
}

/// What one run moves. Written as `all`, `back`, or the name of the region.
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

/// The hours of one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// The place of the instance in `instances`.
    pub instance: u32,
    /// The wave it belongs to.
    pub wave: u32,
    /// What the run moves.
    pub moves: Moves,
    /// When it starts.
    pub start: Moment,
    /// When the platform is done, by the longest usual figure of the pages.
    pub end: Moment,
    /// Until when domains, locations and CA certificates cannot be changed; `null` where no page says.
    pub lock_end: Option<Moment>,
    /// Until when the old compute surely stays; `null` where it is not kept or no page gives a figure.
    pub retention_end: Option<Moment>,
    /// The last minute for DNS: clients must follow the new address by then. `null` where DNS stays, or no page gives a figure.
    pub dns_by: Option<Moment>,
    /// When the DNS change must be begun to be done by then; `null` also where nobody said how long it takes.
    pub dns_start_by: Option<Moment>,
}

/// A moment as a clock in the calendar's zone shows it: `2026-12-01T20:00:00+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The moment.
    pub at: jiff_core::Timestamp,
    /// How far the clock is ahead of UTC then.
    pub offset: jiff_core::tz::Offset,
}

impl Moment {
    /// How far the clock is ahead of UTC: `+01:00`.
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

/// Something that could not be planned as wished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Which kind.
    pub kind: ConflictKind,
    /// What is the matter.
    pub what: Text,
    /// What to do about it.
    pub instead: Text,
    /// The places of the instances in `instances`.
    pub instances: Vec<u32>,
}

/// The kinds of conflicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ConflictKind {
    /// Not planned: nothing tells which platform the instance runs on.
    PlatformNotKnown,
    /// Not planned: no path is open.
    NoOpenPath,
    /// Not planned: an answer is missing that decides between paths.
    PathNotDecided,
    /// Not planned: no page says how long the path takes, so it fits no window and no wave.
    NoLength,
    /// Not planned: no window is as long as the run.
    WindowTooShort,
    /// Not planned, or not to its end: the windows up to the last day are full.
    NoWindowLeft,
    /// Instances of one subnet move in more than one wave.
    SubnetInSeveralWaves,
    /// Production moves, and what should go before it does not.
    NothingBeforeProduction,
    /// DNS must be done after the window has closed.
    DnsAfterWindow,
    /// The DNS change takes longer than the old compute surely stays.
    DnsTooSlow,
}
