//! Which platform hosts which instance, and how to tell.

use super::sources::cites;
use crate::domain::{Day, PlatformVersion, Tier};

cites! {
    READ_THE_PROPERTY = S000, "S000.property", "How do I know which platform hosts my instance",
        "The read-only property platformVersion states the platform: REST returns it from API version 2021-04-01-preview, the portal shows it in the JSON view of the Overview page.";
    PROPERTY_ON_OVERVIEW = COMPUTE_2024, "compute-2024-03.property", "How do I know which platform hosts my instance",
        "The Overview page of the portal shows the platform version, and so does its JSON view.";
    TIERS_2022 = S000, "S000.platforms", "What are the compute platforms",
        "Consumption runs on mtv1; the classic tiers run on stv1; stv2 is for Developer and Premium in a virtual network, if deployed with API version 2021-01-01-preview or later, and for Premium with zones.";
    TIERS_2021 = S001, "S001.versions", "Platform versions",
        "Consumption runs on mtv1; every other tier runs on stv1 or stv2.";
    TIERS_2024 = COMPUTE_2024, "compute-2024-03.platforms", "What are the compute platforms",
        "Developer, Basic, Standard and Premium run on stv1 or stv2; Consumption runs on mtv1.";
    STV2_1 = COMPUTE_2023, "compute-2023-09.stv2-1", "What are the compute platforms",
        "stv2.1 is a more resilient revision of stv2; Azure moves instances to it region by region without downtime, and you can't start the move.";
    STV2_REGIONS_2023 = COMPUTE_2023, "compute-2023-09.regions", "Platform availability",
        "In 2023 four regions of the China cloud (China East, China East 2, China North, China North 2) did not have stv2, and Qatar Central had stv2 only.";
    BENEFITS = COMPUTE_2024, "compute-2024-03.benefits", "Why migrate",
        "stv2 supports availability zones, private endpoints and protection against denial-of-service attacks.";
    CREATED_BEFORE_APRIL_2021 = S001, "S001.before-april-2021", "How do I know which platform hosts my instance",
        "Most instances created before April 2021 run on stv1.";
    ZONES_MEAN_STV2 = S001, "S001.zones", "How do I know which platform hosts my instance",
        "A Premium instance with zone redundancy runs on stv2.";
    UPDATED_SINCE_APRIL_2021 = S001, "S001.since-april-2021", "How do I know which platform hosts my instance",
        "An instance that was created or updated in the portal after April 2021, or by REST with API version 2021-01-01-preview or later, runs on stv2.";
    UPDATE_MOVES = S001, "S001.update", "How do I update to the v2 platform",
        "Updating an existing instance in the portal, or by REST or template with API version 2021-01-01-preview or later, moves it to stv2.";
    UPDATE_IN_A_NETWORK = S001, "S001.update-in-network", "How do I update to the v2 platform",
        "In a virtual network the update needs a Standard public IPv4 address resource, and the public VIPs change.";
    NEEDS_STV2 = S001, "S001.features", "Platform versions",
        "Zone redundancy and some network options require stv2.";
    MOSTLY_MANAGED = S000, "S000.intro", "Compute platform for Azure API Management",
        "Azure performs most platform upgrades; in some tiers a configuration change starts the move.";
    NOT_REVERSIBLE = S000, "S000.not-reversible", "How do I migrate to the stv2 platform",
        "A move to stv2 can't be reversed.";
    OPTIONS = S000, "S000.options", "How do I migrate to the stv2 platform",
        "Premium moves when you configure zones, inject the instance in a virtual network or update the network configuration; Developer by the last two; Consumption has nothing to migrate.";
    BASIC_STANDARD_2022 = S000, "S000.basic-standard", "How do I migrate to the stv2 platform",
        "Basic and Standard can't be moved: create a new instance in Developer or Premium and copy the configuration by backup, portal script or APIOps.";
    VNET_UPDATE_NEEDS = S000, "S000.update-needs", "Update VNet configuration: prerequisites",
        "A virtual network, a subnet and a Standard public IPv4 address resource, all in the instance's region and subscription.";
    VNET_UPDATE = S000, "S000.update", "Update VNet configuration",
        "Selecting virtual network, subnet and public IP address again for a location and saving moves it to stv2; that takes 15 to 45 minutes and changes the VIPs.";
    V2_IS_NOT_STV2 = V2_TIERS, "v2-tiers-2025-11.no-move", "Migration to a v2 tier",
        "The v2 tiers run on new infrastructure; a classic or Consumption instance can't be moved or changed to a v2 tier, and a new instance is required.";
}

/// The date before which S001 places an instance on stv1.
///
/// S001 says "most" and "after April 2021": 1 May 2021 is the first day that is certainly after, and April itself stays open.
pub const FIRST_PLATFORM_BEFORE: Day = Day::constant(2021, 4, 1);
/// The first day that is after April 2021, however S001 is read.
pub const SECOND_PLATFORM_FROM: Day = Day::constant(2021, 5, 1);
/// The first version of the REST API that moves an instance to stv2.
///
/// Versions are dates with an optional suffix, so they compare as text.
pub const SECOND_PLATFORM_API: &str = "2021-01-01-preview";

/// The platform that follows from the tier alone.
pub const fn settled_by(tier: Tier) -> Option<PlatformVersion> {
    match tier {
        Tier::Consumption => Some(PlatformVersion::Mtv1),
        Tier::Developer
        | Tier::Basic
        | Tier::Standard
        | Tier::Premium
        | Tier::Isolated
        | Tier::BasicV2
        | Tier::StandardV2
        | Tier::PremiumV2 => None,
    }
}

/// Whether a tier can report a platform. The value of the v2 tiers is not documented, but it is none of these four.
pub const fn runs_on(tier: Tier, platform: PlatformVersion) -> bool {
    match platform {
        PlatformVersion::Mtv1 => matches!(tier, Tier::Consumption),
        PlatformVersion::Stv1 | PlatformVersion::Stv2 | PlatformVersion::Stv2_1 => tier.is_classic(),
    }
}

/// Regions that had no stv2 when the documentation last listed such regions, in 2023.
pub const WITHOUT_STV2_IN_2023: &[&str] = &["chinaeast", "chinaeast2", "chinanorth", "chinanorth2"];
