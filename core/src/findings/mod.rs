//! What a reader should know about the request as given: one file per rule,
//! named like the rule. A rule decides and speaks; its numbers are facts.

use serde::Serialize;
use strum::IntoEnumIterator;

use crate::cite::{Citation, Sources};
use crate::decide::{Decision, LocationDecision};
use crate::domain::{Location, PlanRequest, RegionName, Severity, Text};

/// What a rule looks at: the request, and what was decided from it.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The reader's answers.
    pub request: &'a PlanRequest,
    /// Platform, status and paths.
    pub decision: &'a Decision,
}

/// Something worth finding, the test for it, and the words for it.
#[derive(Debug)]
pub struct Rule {
    /// Named after what is found, never after the cure.
    pub id: RuleId,
    /// How grave it is when found.
    pub severity: Severity,
    /// Completes "This rule finds …".
    pub finds: &'static str,
    /// Whether a page says so, or we conclude it.
    pub basis: Basis,
    /// The citations it rests on.
    pub because: &'static [&'static Citation],
    /// Tells what was found, location by location where it is a matter of locations.
    pub check: fn(&Case<'_>, &mut Vec<Found>),
}

impl<'a> Case<'a> {
    /// The locations of the request, each with what was decided of it.
    pub fn locations(&self) -> impl Iterator<Item = (&'a Location, &'a LocationDecision)> + use<'a> {
        self.request.locations.iter().zip(&self.decision.capacities.locations)
    }
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A page says it.
    Stated,
    /// We conclude it from what pages say.
    Derived,
}

/// What a rule has found, in the reader's own numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The location it concerns, when it is one.
    pub location: Option<RegionName>,
    /// What is the matter.
    pub what: Text,
    /// What to do about it.
    pub instead: Text,
}

impl Found {
    /// Something that concerns the instance as a whole.
    pub fn new(what: impl Into<Text>, instead: impl Into<Text>) -> Self {
        Self { location: None, what: what.into(), instead: instead.into() }
    }

    /// Something that concerns one location.
    pub fn at(location: &RegionName, what: impl Into<Text>, instead: impl Into<Text>) -> Self {
        Self { location: Some(location.clone()), what: what.into(), instead: instead.into() }
    }
}

/// Something the reader should know about the request as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The rule that found it.
    pub rule: RuleId,
    /// How grave it is.
    pub severity: Severity,
    /// The location it concerns, when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<RegionName>,
    /// What is the matter.
    pub what: Text,
    /// What to do about it.
    pub instead: Text,
    /// Where it stands.
    pub sources: Sources,
}

/// Declares every rule once: its file, its id, its place in the list.
macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident => $file:ident),* $(,)?) => {
        $(mod $file;)*

        /// The rules by name. A name is never given to another rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        pub enum RuleId { $($(#[$doc])* $variant),* }

        /// The rule of that name.
        pub fn rule(id: RuleId) -> &'static Rule {
            match id { $(RuleId::$variant => &$file::RULE),* }
        }

        static ALL: &[&Rule] = &[$(&$file::RULE),*];
    };
}

rules! {
    /// The platform is not known: look it up first.
    PlatformNotStated => platform_not_stated,
    /// Tier and network mode exclude each other.
    TierOutsideNetworks => tier_outside_networks,
    /// No path is left.
    NoPathLeft => no_path_left,
    /// The platform does not go with the tier.
    PlatformContradictsTier => platform_contradicts_tier,
    /// stv1 is retired.
    RetiredPlatform => retired_platform,
    /// The address changes although something pins it.
    PinnedAddressChanges => pinned_address_changes,
    /// DNS is slower than the old compute is kept.
    DnsSlowerThanRetention => dns_slower_than_retention,
    /// No page says how long the old address answers.
    NoFigureForOverlap => no_figure_for_overlap,
    /// The test beforehand is cut short.
    ValidationMissed => validation_missed,
    /// The instance does not end where it must.
    ReturnMissed => return_missed,
    /// The original subnet must be freed first.
    ReturnSubnetUnusable => return_subnet_unusable,
    /// The parallel instance has no subnet.
    ParallelWithoutSubnet => parallel_without_subnet,
    /// Firewall rules must follow.
    FirewallNamesAddresses => firewall_names_addresses,
    /// The region may not have stv2.
    RegionMayLackStv2 => region_may_lack_stv2,
    /// Nothing is left to migrate.
    AlreadyMigrated => already_migrated,
    /// The tier has no stv1.
    NotAffected => not_affected,
    /// stv2 is not a v2 tier.
    V2TierIsNoTarget => v2_tier_is_no_target,
    /// No page describes Isolated.
    IsolatedNotDescribed => isolated_not_described,
    /// Some locations have moved, others have not.
    MixedPlatforms => mixed_platforms,
    /// An ordinary update can move the instance.
    UpdateMovesInstance => update_moves_instance,
    /// Automatic migration can block the instance.
    BlockedByAutomaticMigration => blocked_by_automatic_migration,
    /// Special conditions are unchecked.
    SpecialConditionsUnchecked => special_conditions_unchecked,
    /// The subnet is shared.
    SharedSubnet => shared_subnet,
    /// Several runs, one a location.
    SeveralRuns => several_runs,
    /// Default names move at once.
    DefaultNamesMoveAtOnce => default_names_move_at_once,
    /// A record without names.
    RecordWithoutNames => record_without_names,
    /// What a migration leaves as it is.
    WhatStays => what_stays,
    /// A new instance is no trusted service.
    ParallelLacksTrustedBypass => parallel_lacks_trusted_bypass,
    // Units over zones and regions.
    /// The units cannot be shared evenly by the zones.
    UnevenZoneUnits => uneven_zone_units,
    /// More units than the tier has.
    UnitsAboveMaximum => units_above_maximum,
    /// The need is above what the tier has.
    NeedAboveMaximum => need_above_maximum,
    /// The tier has no zones.
    TierLacksZones => tier_lacks_zones,
    /// The region has no zones.
    RegionLacksZones => region_lacks_zones,
    /// The region has no zones, and nobody asked for them.
    RegionWithoutZones => region_without_zones,
    /// Premium v2 has zones from its creation or never.
    ZonesOnlyAtCreation => zones_only_at_creation,
    /// Nobody knows whether there are zones.
    ZoneSupportUnknown => zone_support_unknown,
    /// All units stand in one zone.
    ZonalGivesNoResilience => zonal_gives_no_resilience,
    /// One unit, placed by Azure.
    AutomaticWithOneUnit => automatic_with_one_unit,
    /// Autoscale limits that the zones cannot share.
    AutoscaleOffTheMultiple => autoscale_off_the_multiple,
    /// Autoscale leaves the secondary locations out.
    SecondaryDoesNotAutoscale => secondary_does_not_autoscale,
    /// Autoscale may go above the tier.
    AutoscaleAboveTierMaximum => autoscale_above_tier_maximum,
    /// Autoscale in a tier without it.
    TierDoesNotAutoscale => tier_does_not_autoscale,
    /// Autoscale stops short of the need.
    AutoscaleMaximumBelowNeed => autoscale_maximum_below_need,
    /// The subnet cannot hold the units.
    SubnetTooSmall => subnet_too_small,
    /// The subnet cannot hold two copies.
    SubnetTooSmallForCopy => subnet_too_small_for_copy,
    /// The subnet cannot hold the recommended units.
    SubnetTooSmallAfter => subnet_too_small_after,
    /// Growing before the migration takes too much room.
    SubnetCannotGrowFirst => subnet_cannot_grow_first,
    /// The tier has one region.
    TierLacksRegions => tier_lacks_regions,
    /// Two locations stand in one region.
    RegionNamedTwice => region_named_twice,
    /// A new location needs a network of its own.
    NewLocationNeedsNetwork => new_location_needs_network,
    /// The shares are no whole.
    SharesDoNotAddUp => shares_do_not_add_up,
    /// The present layout does not outlive a zone.
    ZoneGoalMissed => zone_goal_missed,
    /// The present units do not outlive a region.
    RegionGoalMissed => region_goal_missed,
    /// The load is above the aim.
    CapacityAboveTarget => capacity_above_target,
    /// Zones ask for a public IP resource.
    PublicIpMissing => public_ip_missing,
    /// Zones change an address that something pins.
    PinnedAddressChangesWithZones => pinned_address_changes_with_zones,
    /// Migration and zones change addresses one after the other.
    AddressesChangeAgain => addresses_change_again,
    /// Zones are named where there can be none.
    ZonesNamedOnStv1 => zones_named_on_stv1,
}

/// Everything that the rules find, gravest first, in the order of the rules within one gravity.
pub(crate) fn findings(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut findings = Vec::new();
    let of = |severity| ALL.iter().filter(move |rule| rule.severity == severity);
    for rule in Severity::iter().flat_map(of) {
        (rule.check)(case, &mut found);
        findings.extend(found.drain(..).map(|Found { location, what, instead }| Finding {
            rule: rule.id,
            severity: rule.severity,
            location,
            what,
            instead,
            sources: Sources::listed(rule.because),
        }));
    }
    findings
}

/// How many blockers there are: the count of [`findings`] without the rest.
pub(crate) fn blockers(case: &Case<'_>) -> u32 {
    count(case, Severity::Blocker)
}

/// How many findings there are, by how grave they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Impossible as described.
    pub blockers: u32,
    /// Something may suffer.
    pub risks: u32,
    /// Good to know.
    pub notes: u32,
}

/// The numbers of [`findings`], without the findings.
pub fn counts(case: &Case<'_>) -> Counts {
    Counts { blockers: count(case, Severity::Blocker), risks: count(case, Severity::Risk), notes: count(case, Severity::Note) }
}

fn count(case: &Case<'_>, severity: Severity) -> u32 {
    let mut found = Vec::new();
    for rule in ALL.iter().filter(|rule| rule.severity == severity) {
        (rule.check)(case, &mut found);
    }
    u32::try_from(found.len()).unwrap_or(u32::MAX)
}
