//! What each tier can have: units, zones, regions, autoscale, backup.

use super::disagreements_capacity::TWELVE_UNITS;
use super::network::SUBNET_SIZE;
use super::sources::cites;
use super::zones::V2_SUBNET;
use crate::cite::{Citation, Cited, Revision};
use crate::domain::Tier;

cites! {
    UNITS_BY_TIER = LIMITS, "limits-2025-09.units", "API Management limits",
        "At most 1 unit in Developer, 2 in Basic, 4 in Standard, 31 in each region of Premium; 10 in Basic v2 and Standard v2, 30 in Premium v2.";
    PREMIUM_HAS_BOTH = S004, "S004.tiers-premium", "Reliability architecture overview",
        "Classic Premium can distribute its units across zones and regions.";
    OTHERS_HAVE_NEITHER = S004, "S004.tiers-one-datacenter", "Reliability architecture overview",
        "Basic v2, Standard, Standard v2 and Premium v2 can have several units in one datacenter, without zones or other regions.";
    DEVELOPER_IS_FOR_TRYING = S004, "S004.tiers-developer", "Reliability architecture overview",
        "Developer has a single unit, no zones and no other regions; it is for development and testing, not for production.";
    CONSUMPTION_IS_BUILT_IN = S004, "S004.tiers-consumption", "Reliability architecture overview",
        "Consumption handles several kinds of failure within one datacenter automatically and has neither zones nor regions; the SLA states the expected uptime.";
    ZONES_NEED_PREMIUM = S004, "S004.zone-requirements", "Availability zone support: requirements",
        "Availability zones require classic Premium; Consumption, Developer, Basic, Standard and the v2 tiers have none; upgrade to Premium to get them.";
    REGIONS_NEED_PREMIUM = S004, "S004.region-requirements", "Multi-region support: requirements",
        "Multi-region deployment requires classic Premium; no other tier supports it; upgrade to Premium to get it.";
    PREMIUM_V2_PREVIEW = S004, "S004.premium-v2-preview", "Requirements",
        "Premium v2 was in preview: consider its release date and the ways to deploy it before you design for it.";
    PREMIUM_V2_ZONES = RELIABILITY_2026, "reliability-2026-01.premium-v2", "Availability zone support",
        "Premium v2 has zones, without a rule on multiples and without effect on autoscale; it has one region.";
    V2_ONLY_AT_CREATION = ZONES_COPY, "zones-copy-2026.v2", "Zones in the v2 tiers",
        "Standard v2 and Premium v2 have zones; they are set when the instance is created and can't be changed later, and the creation fails if they are not available.";
    PREMIUM_V2_AVAILABLE = V2_TIERS, "v2-tiers-2025-11.premium", "v2 tiers",
        "Premium v2 has been generally available since November 2025.";
    NO_WAY_TO_V2 = V2_TIERS, "v2-tiers-2025-11.no-way", "Limitations",
        "A classic or Consumption instance can't be changed to a v2 tier, neither in place nor by a tier change.";
    FEATURE_MATRIX = FEATURES, "features-2025-11.matrix", "Feature comparison",
        "Several regions: Premium only; zones: Premium and Premium v2; virtual network injection: Developer, Premium and Premium v2; autoscale: every tier with units except Developer; backup: Developer, Basic, Standard and Premium; no SLA for Developer.";
    TIER_CHANGE = UPGRADE, "upgrade.tier-change", "Change the tier",
        "The tier can be changed among the classic tiers, or among the v2 tiers; gateway downtime only when changing from or to Developer; a lower tier can lack features such as the virtual network or other regions; Consumption can't be changed.";
    BACKUP_TIERS = S004, "S004.backup-tiers", "Backups",
        "Developer, Basic, Standard and Premium support backup.";
    UPDATE_SETTINGS = S004, "S004.maintenance-settings", "Reliability during service maintenance",
        "In classic Basic, Standard and Premium you select how early an instance is updated, and at what time of day.";
}

/// Whether a tier can have availability zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TierZones {
    /// Where the region has them.
    Yes,
    /// Never.
    No,
    /// Where the region has them, and only when the instance is created.
    OnlyAtCreation,
}

/// The most units that one location may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitLimit {
    /// So many.
    pub units: u32,
    /// Support has raised the tier's own limit.
    pub raised: bool,
}

/// The maximum number of units of a tier: per region in Premium, per instance in the other tiers.
///
/// Consumption has no units. If the tier is not answered, the maximum is Premium's, because no tier has a higher one.
pub const fn tier_maximum(tier: Option<Tier>) -> Cited<u32> {
    Cited::new(
        match tier {
            Some(Tier::Consumption) => 0,
            Some(Tier::Developer) => 1,
            Some(Tier::Basic) => 2,
            Some(Tier::Standard) => 4,
            Some(Tier::Premium | Tier::Isolated) | None => PREMIUM_LATEST,
            Some(Tier::BasicV2 | Tier::StandardV2) => 10,
            Some(Tier::PremiumV2) => 30,
        },
        &UNITS_BY_TIER,
    )
}

const PREMIUM_LATEST: u32 = 31;

/// The maximum of Premium in a region, by an earlier revision and by the latest one.
pub const PREMIUM_MAXIMUM: Cited<u32> =
    Cited { value: 12, by: &TWELVE_UNITS, later: &[Revision { value: PREMIUM_LATEST, by: &UNITS_BY_TIER }] };

/// The tier's maximum, or what support has raised it to, which the reader must answer: no page says.
///
/// Consumption and Developer have none and one unit by their nature, which is no limit that support raises.
pub fn max_units(tier: Option<Tier>, raised_to: Option<u32>) -> UnitLimit {
    let own = tier_maximum(tier).value;
    match (raised_to, tier) {
        (None, _) | (Some(_), Some(Tier::Consumption | Tier::Developer)) => UnitLimit { units: own, raised: false },
        (Some(units), _) => UnitLimit { units, raised: units > own },
    }
}

/// Whether a tier can have zones. S004 documents no zones in any v2 tier; a later revision adds them to Premium v2.
pub const fn zones(tier: Tier) -> TierZones {
    match tier {
        Tier::Premium | Tier::Isolated => TierZones::Yes,
        Tier::PremiumV2 => TierZones::OnlyAtCreation,
        Tier::Consumption | Tier::Developer | Tier::Basic | Tier::Standard | Tier::BasicV2 | Tier::StandardV2 => TierZones::No,
    }
}

/// The documentation that says whether a tier can have zones.
pub const fn zones_sources(tier: Option<Tier>) -> &'static [&'static Citation] {
    match tier {
        Some(Tier::Premium | Tier::Isolated) | None => const { &[&PREMIUM_HAS_BOTH, &ZONES_NEED_PREMIUM] },
        Some(Tier::PremiumV2) => const { &[&ZONES_NEED_PREMIUM, &PREMIUM_V2_ZONES, &V2_ONLY_AT_CREATION] },
        Some(Tier::Developer) => const { &[&ZONES_NEED_PREMIUM, &DEVELOPER_IS_FOR_TRYING] },
        Some(Tier::Consumption) => const { &[&ZONES_NEED_PREMIUM, &CONSUMPTION_IS_BUILT_IN] },
        Some(Tier::Basic | Tier::Standard | Tier::BasicV2 | Tier::StandardV2) => {
            const { &[&ZONES_NEED_PREMIUM, &OTHERS_HAVE_NEITHER] }
        }
    }
}

/// Whether a tier can have more than one region; `None` if the tier is not answered.
pub const fn has_regions(tier: Option<Tier>) -> Option<bool> {
    match tier {
        None => None,
        Some(Tier::Premium | Tier::Isolated) => Some(true),
        Some(
            Tier::Consumption
            | Tier::Developer
            | Tier::Basic
            | Tier::Standard
            | Tier::BasicV2
            | Tier::StandardV2
            | Tier::PremiumV2,
        ) => Some(false),
    }
}

/// Whether a tier can be injected in a virtual network; true if the tier is not answered.
pub const fn can_be_injected(tier: Option<Tier>) -> bool {
    match tier {
        None | Some(Tier::Developer | Tier::Premium | Tier::Isolated | Tier::PremiumV2) => true,
        Some(Tier::Consumption | Tier::Basic | Tier::Standard | Tier::BasicV2 | Tier::StandardV2) => false,
    }
}

/// Whether a tier can autoscale; true if the tier is not answered.
pub const fn autoscales(tier: Option<Tier>) -> bool {
    match tier {
        Some(Tier::Consumption | Tier::Developer) => false,
        None
        | Some(
            Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2,
        ) => true,
    }
}

/// Whether a tier can be backed up; `None` if the tier is not answered.
pub const fn backs_up(tier: Option<Tier>) -> Option<bool> {
    match tier {
        None => None,
        Some(tier) => Some(tier.is_classic()),
    }
}

/// Whether the maintenance window of a tier can be selected; `None` if the tier is not answered.
pub const fn chooses_updates(tier: Option<Tier>) -> Option<bool> {
    match tier {
        None => None,
        Some(Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) => Some(true),
        Some(Tier::Consumption | Tier::Developer | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => Some(false),
    }
}

/// The smallest subnet that a tier accepts, as the length of its prefix.
pub const fn smallest_subnet(tier: Option<Tier>) -> Cited<u32> {
    match tier {
        Some(Tier::PremiumV2) => Cited::new(27, &V2_SUBNET),
        None
        | Some(
            Tier::Consumption
            | Tier::Developer
            | Tier::Basic
            | Tier::Standard
            | Tier::Premium
            | Tier::Isolated
            | Tier::BasicV2
            | Tier::StandardV2,
        ) => Cited::new(29, &SUBNET_SIZE),
    }
}

/// Whether a tier can have self-hosted gateways; true if the tier is not answered.
pub const fn has_self_hosted(tier: Option<Tier>) -> bool {
    match tier {
        None | Some(Tier::Developer | Tier::Premium | Tier::Isolated) => true,
        Some(Tier::Consumption | Tier::Basic | Tier::Standard | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => false,
    }
}

/// The metrics that tell how much of a gateway's capacity is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// The classic tiers.
    Capacity,
    /// The v2 tiers.
    CpuAndMemory,
}

/// The metrics of a tier; an open tier counts as a classic one. `None` for Consumption, which has no units to measure.
pub const fn metric(tier: Option<Tier>) -> Option<Metric> {
    match tier {
        Some(Tier::Consumption) => None,
        Some(Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => Some(Metric::CpuAndMemory),
        None | Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) => Some(Metric::Capacity),
    }
}

/// Whether an instance of the tier can be changed to Premium without another one being created.
pub const fn can_become_premium(tier: Option<Tier>) -> bool {
    match tier {
        None | Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) => true,
        Some(Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => false,
    }
}
