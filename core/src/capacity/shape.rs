//! What the capacity half of a plan is made of. The names are the contract's: they are only ever added to.

use serde::Serialize;

use crate::cite::{Sources, Statement};
use crate::domain::{Layout, Minutes, RegionName, Role, Scenario, Text, Verdict, ZoneSupport};

/// Units over zones and regions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CapacityPlan {
    /// One sentence that says what to run.
    pub headline: Text,
    /// One for each location of the request, in its order.
    pub locations: Vec<Capacity>,
    /// What losing a region means; `null` with fewer than two locations.
    pub region_loss: Option<RegionLoss>,
    /// The steps from here to the recommended layouts, the migration among them; empty when nothing has to change.
    pub order: Vec<OrderStep>,
    /// How often addresses change in that order.
    pub address_changes: u32,
    /// What to avoid on the way.
    pub avoid: Vec<Statement>,
    /// What one step could do instead of two; `null` when there is no such step.
    pub at_once: Option<Statement>,
    /// What holds of the instance whatever its layout: faults, backup, maintenance, service level.
    pub reliability: Vec<Topic>,
}

/// A topic of reliability and what to know about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// Stable id; kebab-case.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What to know.
    pub statements: Vec<Statement>,
}

/// A step of the order of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OrderStep {
    /// What to do.
    pub text: Text,
    /// How long it takes, in words; absent where it is up to the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes: Option<Text>,
    /// The instance has other addresses afterwards.
    pub changes_addresses: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// The capacity of one location.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// The region, normalised.
    pub name: RegionName,
    /// The region as people write it; the normalised name for a region not in the list.
    pub display_name: Text,
    /// Primary or secondary.
    pub role: Role,
    /// Whether the location can have zones.
    pub zone_support: ZoneSupport,
    /// Where that stands.
    pub zone_support_sources: Sources,
    /// Which of the four cases of the page on availability zones it is.
    pub scenario: Scenario,
    /// What it has now.
    pub current: CurrentLayout,
    /// How many units must remain after an outage, and how that is known; `null` where nothing was measured.
    pub units_needed: Option<UnitsNeeded>,
    /// Whether the gateway of this location serves traffic.
    pub serves: bool,
    /// Every layout that tier and region allow, the recommended one first.
    pub options: Vec<LayoutOption>,
    /// How to get to the recommended layout in the portal.
    pub steps: Vec<Statement>,
    /// What happens during a zone outage.
    pub zone_down: Failure,
    /// What happens during a region outage.
    pub region_down: Failure,
    /// The corrected autoscale limits; `null` without autoscale and in secondary locations.
    pub autoscale: Option<AutoscalePlan>,
    /// What the change does to addresses.
    pub ip: IpChange,
    /// How long a change of zones takes.
    pub change_minutes: ChangeMinutes,
    /// What a change of zones takes from the gateway.
    pub gateway_downtime_minutes: Minutes,
    /// Where that stands.
    pub gateway_downtime_sources: Sources,
    /// Room in the subnet; `null` when not injected.
    pub subnet: Option<SubnetPlan>,
}

/// The layout a location has now, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CurrentLayout {
    /// `null` when not stated.
    pub layout: Option<Layout>,
    /// How many zones; `null` for automatic, whose zones are not visible.
    pub zones: Option<u32>,
    /// `null` when not stated.
    pub units: Option<u32>,
    /// Tier and region allow it and the zones share it evenly; `null` when the region is unknown.
    pub valid: Option<bool>,
    /// `null` where it cannot be said.
    pub units_per_zone: Option<u32>,
    /// What certainly serves after losing the fullest zone; `null` for automatic.
    pub surviving_units: Option<u32>,
}

/// How many units are needed at peak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitsNeeded {
    /// So many.
    pub units: u32,
    /// How that is known.
    pub because: Statement,
}

/// A layout that tier and region allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LayoutOption {
    /// Which layout.
    pub layout: Layout,
    /// How many zones; `null` for automatic.
    pub zones: Option<u32>,
    /// How many units it takes.
    pub units: u32,
    /// `null` for automatic.
    pub units_per_zone: Option<u32>,
    /// What certainly serves after losing the fullest zone; `null` for automatic.
    pub surviving_units: Option<u32>,
    /// Whether it meets the goal; `null` without one, and for automatic, which promises nothing.
    pub meets_goal: Option<bool>,
    /// What the plan says of it.
    pub verdict: Verdict,
    /// Units more (or fewer) than now; `null` when the present number is not known.
    pub extra_units: Option<i32>,
    /// What the units cost a month by the reader's own price of a unit; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_price: Option<Text>,
    /// Why.
    pub reason: Statement,
}

/// What happens during a zone outage or a region outage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// For which layout this holds; `null` where there are no zones, and for a region outage.
    pub layout: Option<Layout>,
    /// Who notices, and who acts.
    pub detection: Text,
    /// What happens to requests in progress.
    pub active_requests: Text,
    /// What becomes of configuration, cache and counters.
    pub data: Text,
    /// How long the gateway is unavailable, and what else is.
    pub downtime: Text,
    /// Where traffic goes.
    pub rerouting: Text,
    /// How it comes back.
    pub failback: Text,
    /// How to try it out.
    pub test: Text,
    /// Where it stands.
    pub sources: Sources,
}

/// Autoscale limits that fit the layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AutoscalePlan {
    /// The limits as given fit already.
    pub valid: bool,
    /// Corrected.
    pub minimum: u32,
    /// Corrected.
    pub maximum: u32,
    /// Corrected.
    pub step: u32,
    /// Why.
    pub because: Statement,
    /// The rules of the documentation, and how long scaling takes.
    pub notes: Vec<Statement>,
}

/// What a change of zones does to addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IpChange {
    /// The public VIP changes.
    pub public_changes: bool,
    /// The private VIP changes.
    pub private_changes: bool,
    /// A Standard public IP resource must be given.
    pub public_ip_required: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// How long a change of zones takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangeMinutes {
    /// At least.
    pub from: Minutes,
    /// At most, by the baseline.
    pub to: Minutes,
    /// A later revision says it may take longer.
    pub or_more: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// Room in the subnet of a location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubnetPlan {
    /// Addresses that the present units use; 0 in a location that is still to be added.
    pub addresses_needed: u32,
    /// Addresses that other resources use; `null` when they are not counted.
    pub used_by_others: Option<u32>,
    /// Addresses of the subnet that Azure does not keep; `null` when the prefix is not known.
    pub usable: Option<u32>,
    /// Whether the subnet is at least as large as `smallestPrefix`; `null` when it cannot be said.
    pub fits: Option<bool>,
    /// The smallest subnet, as its prefix, for the largest of now, the recommended migration and afterwards, with what
    /// other resources use.
    pub smallest_prefix: Option<u32>,
    /// With a second copy beside the first; `null` where nothing migrates.
    pub during_migration: Option<SubnetUse>,
    /// With the units of the recommended option.
    pub after: SubnetUse,
    /// Where the arithmetic stands.
    pub sources: Sources,
}

/// What a subnet must hold at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubnetUse {
    /// Addresses needed.
    pub addresses_needed: u32,
    /// Whether they fit; `null` when it cannot be said.
    pub fits: Option<bool>,
}

/// What losing each region means for the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionLoss {
    /// One for each location.
    pub if_lost: Vec<IfLost>,
    /// Units now, over all locations whose gateway serves traffic; locations that do not say count as one.
    pub units_total: u32,
    /// Units in all locations that are enough for the outage of any one region.
    pub units_for_any_loss: u32,
    /// The same, region by region.
    pub regions: Vec<RegionNeed>,
    /// Where it stands.
    pub sources: Sources,
}

/// What one region needs, whichever other one is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionNeed {
    /// The region.
    pub name: RegionName,
    /// Units it has; one that does not say counts as one.
    pub units: u32,
    /// Units it needs.
    pub units_for_any_loss: u32,
}

/// What losing one region means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IfLost {
    /// The region that is lost.
    pub name: RegionName,
    /// The others.
    pub survivors: Vec<Survivor>,
}

/// A region that serves traffic during the outage of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Survivor {
    /// The region.
    pub name: RegionName,
    /// Units it needs for its own peak and its part of the lost region's.
    pub units_to_carry: u32,
    /// Units it has.
    pub units: u32,
    /// They are enough.
    pub enough: bool,
}
