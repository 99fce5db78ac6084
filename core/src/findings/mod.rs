//! What a reader should know about the answers: one file for each rule, named like the rule. A rule decides and speaks;
//! its figures are facts.

mod rule;

use serde::Serialize;
use strum::IntoEnumIterator;

use crate::cite::Sources;
use crate::domain::{RegionName, Severity, Text};

pub(crate) use rule::Case;
use rule::{At, Check, Found};
pub use rule::{Basis, Rule};

/// Something the reader should know about the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The rule that found it.
    pub rule: RuleId,
    /// How serious it is.
    pub severity: Severity,
    /// The location it concerns, if it concerns a single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<RegionName>,
    /// What is the matter.
    pub what: Text,
    /// What to do about it.
    pub instead: Text,
    /// The documentation it rests on.
    pub sources: Sources,
}

/// Declares every rule once: its id, its file, and its position in the list.
macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident => $file:ident),* $(,)?) => {
        $(mod $file;)*

        /// The rules by name. A name is never reused for another rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        pub enum RuleId { $($(#[$doc])* $variant),* }

        /// The rule of that name.
        pub fn rule(id: RuleId) -> &'static Rule {
            match id { $(RuleId::$variant => &$file::RULE),* }
        }
    };
}

rules! {
    /// The platform is not answered.
    PlatformNotStated => platform_not_stated,
    /// Tier and network mode exclude each other.
    TierOutsideNetworks => tier_outside_networks,
    /// Every path is ruled out.
    NoPathLeft => no_path_left,
    /// The tier does not run on the given platform.
    PlatformContradictsTier => platform_contradicts_tier,
    /// stv1 is retired.
    RetiredPlatform => retired_platform,
    /// A VIP changes that something depends on.
    PinnedAddressChanges => pinned_address_changes,
    /// The DNS change takes longer than the retention.
    DnsSlowerThanRetention => dns_slower_than_retention,
    /// The retention is not documented.
    NoFigureForOverlap => no_figure_for_overlap,
    /// There is little or no time to validate.
    ValidationMissed => validation_missed,
    /// The instance does not end in its subnet.
    ReturnMissed => return_missed,
    /// The original subnet can't be used as it is.
    ReturnSubnetUnusable => return_subnet_unusable,
    /// The second instance has no subnet.
    ParallelWithoutSubnet => parallel_without_subnet,
    /// Firewall rules list IP addresses that change.
    FirewallNamesAddresses => firewall_names_addresses,
    /// The region may not have stv2.
    RegionMayLackStv2 => region_may_lack_stv2,
    /// The instance is migrated.
    AlreadyMigrated => already_migrated,
    /// The tier never ran on stv1.
    NotAffected => not_affected,
    /// stv2 is not a v2 tier.
    V2TierIsNoTarget => v2_tier_is_no_target,
    /// The Isolated tier is not documented.
    IsolatedNotDescribed => isolated_not_described,
    /// Some locations are migrated, others are not.
    MixedPlatforms => mixed_platforms,
    /// An ordinary update can migrate the instance.
    UpdateMovesInstance => update_moves_instance,
    /// Automatic migration can block the instance.
    BlockedByAutomaticMigration => blocked_by_automatic_migration,
    /// Special conditions are not checked.
    SpecialConditionsUnchecked => special_conditions_unchecked,
    /// Other stv1 instances are in the subnet.
    SharedSubnet => shared_subnet,
    /// The path needs one migration for each location.
    SeveralRuns => several_runs,
    /// Default host names point at the new VIP at once.
    DefaultNamesMoveAtOnce => default_names_move_at_once,
    /// A record type is answered without custom domains.
    RecordWithoutNames => record_without_names,
    /// What a migration in place keeps.
    WhatStays => what_stays,
    /// A second instance is not a trusted service.
    ParallelLacksTrustedBypass => parallel_lacks_trusted_bypass,
    // Zones, units and regions.
    /// The units can't be distributed evenly across the zones.
    UnevenZoneUnits => uneven_zone_units,
    /// There are more units than the tier allows.
    UnitsAboveMaximum => units_above_maximum,
    /// More units are needed than the tier allows.
    NeedAboveMaximum => need_above_maximum,
    /// The tier has no zones.
    TierLacksZones => tier_lacks_zones,
    /// The region has no zones.
    RegionLacksZones => region_lacks_zones,
    /// The region has no zones, and nothing asks for zones.
    RegionWithoutZones => region_without_zones,
    /// Premium v2 gets zones at creation only.
    ZonesOnlyAtCreation => zones_only_at_creation,
    /// The zone support is not known.
    ZoneSupportUnknown => zone_support_unknown,
    /// All units are in one zone.
    ZonalGivesNoResilience => zonal_gives_no_resilience,
    /// A single unit has automatic zones.
    AutomaticWithOneUnit => automatic_with_one_unit,
    /// Autoscale limits can't be distributed across the zones.
    AutoscaleOffTheMultiple => autoscale_off_the_multiple,
    /// Secondary locations do not autoscale.
    SecondaryDoesNotAutoscale => secondary_does_not_autoscale,
    /// The autoscale maximum is above the tier's.
    AutoscaleAboveTierMaximum => autoscale_above_tier_maximum,
    /// The tier does not autoscale.
    TierDoesNotAutoscale => tier_does_not_autoscale,
    /// The autoscale maximum is below the units needed.
    AutoscaleMaximumBelowNeed => autoscale_maximum_below_need,
    /// The subnet is too small for the units.
    SubnetTooSmall => subnet_too_small,
    /// The subnet is too small for a second copy.
    SubnetTooSmallForCopy => subnet_too_small_for_copy,
    /// The subnet is too small for the recommended units.
    SubnetTooSmallAfter => subnet_too_small_after,
    /// The subnet is too small to add units before the migration.
    SubnetCannotGrowFirst => subnet_cannot_grow_first,
    /// The tier has one region.
    TierLacksRegions => tier_lacks_regions,
    /// Two locations are in the same region.
    RegionNamedTwice => region_named_twice,
    /// A new location needs a virtual network.
    NewLocationNeedsNetwork => new_location_needs_network,
    /// The shares do not add up to 100 percent.
    SharesDoNotAddUp => shares_do_not_add_up,
    /// The layout does not survive a zone outage.
    ZoneGoalMissed => zone_goal_missed,
    /// The units do not survive a region outage.
    RegionGoalMissed => region_goal_missed,
    /// The capacity metric is above its target.
    CapacityAboveTarget => capacity_above_target,
    /// Zones need a public IP address resource.
    PublicIpMissing => public_ip_missing,
    /// Zones change a VIP that something depends on.
    PinnedAddressChangesWithZones => pinned_address_changes_with_zones,
    /// Migration and zones change the VIPs one after the other.
    AddressesChangeAgain => addresses_change_again,
    /// Zones are selected on stv1.
    ZonesNamedOnStv1 => zones_named_on_stv1,
    /// The peak load is not measured.
    LoadNotMeasured => load_not_measured,
    /// The gateway of a location is disabled.
    GatewayDisabled => gateway_disabled,
    /// Autoscale may scale in below the goal.
    AutoscaleMinimumBelowGoal => autoscale_minimum_below_goal,
    /// The subnet does not fit Premium v2.
    PremiumV2Subnet => premium_v2_subnet,
}

impl RuleId {
    /// The rule is about zones, units or regions: the list has those last.
    pub fn concerns_capacity(self) -> bool {
        self >= Self::UnevenZoneUnits
    }
}

/// Everything that the rules find: the most serious first, then in the order of the rules.
pub(crate) fn findings(case: &Case<'_>) -> Vec<Finding> {
    let found_by = |rule: &'static Rule| {
        rule.check.run(case).into_iter().map(|Found { location, what, instead }| Finding {
            rule: rule.id,
            severity: rule.severity,
            location,
            what,
            instead,
            sources: Sources::listed(rule.because),
        })
    };
    Severity::iter().flat_map(of_severity).flat_map(found_by).collect()
}

fn of_severity(severity: Severity) -> impl Iterator<Item = &'static Rule> {
    RuleId::iter().map(rule).filter(move |rule| rule.severity == severity)
}

/// The number of findings by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Impossible as described.
    pub blockers: u32,
    /// Something may fail or become unavailable.
    pub risks: u32,
    /// Good to know.
    pub notes: u32,
}

/// Counts [`findings`] without building them.
pub(crate) fn counts(case: &Case<'_>) -> Counts {
    Counts { blockers: blockers(case), risks: count(case, Severity::Risk), notes: count(case, Severity::Note) }
}

/// The number of blockers among [`findings`].
pub(crate) fn blockers(case: &Case<'_>) -> u32 {
    count(case, Severity::Blocker)
}

fn count(case: &Case<'_>, severity: Severity) -> u32 {
    let found = of_severity(severity).map(|rule| rule.check.run(case).len()).sum::<usize>();
    u32::try_from(found).unwrap_or(u32::MAX)
}
