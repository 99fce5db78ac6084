//! Which platform hosts which instance, and how to tell.

use super::sources::cites;
use crate::domain::{Day, PlatformVersion, Tier};

cites! {
    READ_THE_PROPERTY = S000, "S000.property", "How do I know which platform hosts my instance",
        "A read-only property, platformVersion, tells; REST shows it from version 2021-04-01-preview on, the portal in the JSON view of the Overview page with a current version chosen.";
    PROPERTY_ON_OVERVIEW = COMPUTE_2024, "compute-2024-03.property", "How do I know which platform hosts my instance",
        "The Overview page of the portal shows the platform version by itself; the JSON view has it too.";
    TIERS_2022 = S000, "S000.platforms", "What are the compute platforms",
        "Consumption runs on mtv1; the classic tiers run on stv1; stv2 is for Developer in a network and for Premium in a network, if set up with version 2021-01-01-preview or later, and for Premium with zones.";
    TIERS_2021 = S001, "S001.versions", "Platform versions",
        "Consumption is on mtv1; stv1 and stv2 both serve every other tier.";
    TIERS_2024 = COMPUTE_2024, "compute-2024-03.platforms", "What are the compute platforms",
        "stv1 and stv2 both serve Developer, Basic, Standard and Premium; Consumption is on mtv1.";
    STV2_1 = COMPUTE_2023, "compute-2023-09.stv2-1", "What are the compute platforms",
        "stv2.1 is a stronger revision of stv2; Azure moves instances to it region by region, without downtime, and nobody can start that by hand.";
    STV2_REGIONS_2023 = COMPUTE_2023, "compute-2023-09.regions", "Platform availability",
        "In 2023 four regions of the China cloud (China East, China East 2, China North, China North 2) did not have stv2, and Qatar Central had nothing else.";
    BENEFITS = COMPUTE_2024, "compute-2024-03.benefits", "Why migrate",
        "stv2 brings availability zones, private endpoints and protection against denial of service.";
    CREATED_BEFORE_APRIL_2021 = S001, "S001.before-april-2021", "How do I know which platform hosts my instance",
        "Most instances from before April 2021 stand on the first platform.";
    ZONES_MEAN_STV2 = S001, "S001.zones", "How do I know which platform hosts my instance",
        "A Premium instance with zone redundancy stands on the second platform.";
    UPDATED_SINCE_APRIL_2021 = S001, "S001.since-april-2021", "How do I know which platform hosts my instance",
        "An instance made or changed in the portal after April 2021, or by REST with version 2021-01-01-preview or later, stands on the second platform.";
    UPDATE_MOVES = S001, "S001.update", "How do I update to the v2 platform",
        "Changing an existing instance in the portal, or by REST or template with version 2021-01-01-preview or later, puts it on the second platform.";
    UPDATE_IN_A_NETWORK = S001, "S001.update-in-network", "How do I update to the v2 platform",
        "In a network that needs a Standard public IPv4 address resource, and the public addresses change.";
    NEEDS_STV2 = S001, "S001.features", "Platform versions",
        "Zone redundancy and some network options only work on the second platform.";
    MOSTLY_MANAGED = S000, "S000.intro", "Compute platform for Azure API Management",
        "Upgrades are mostly Azure's work; in some tiers a change of configuration starts the move.";
    NOT_REVERSIBLE = S000, "S000.not-reversible", "How do I migrate to the stv2 platform",
        "Moving to stv2 cannot be undone.";
    OPTIONS = S000, "S000.options", "How do I migrate to the stv2 platform",
        "Premium moves by naming zones, by injection into a network or by changing the network configuration; Developer by the last two; Consumption has nothing to move.";
    BASIC_STANDARD_2022 = S000, "S000.basic-standard", "How do I migrate to the stv2 platform",
        "Basic and Standard could not be moved: build anew in Developer or Premium and carry the configuration over by backup, portal script or APIOps.";
    VNET_UPDATE_NEEDS = S000, "S000.update-needs", "Update VNet configuration: prerequisites",
        "A network, a subnet and a Standard public IPv4 address resource, all in the instance's region and subscription.";
    VNET_UPDATE = S000, "S000.update", "Update VNet configuration",
        "Choosing network, subnet and address anew for a location and saving moves it; that takes 15 to 45 minutes and changes the addresses.";
    V2_IS_NOT_STV2 = V2_TIERS, "v2-tiers-2025-11.no-move", "Migration to a v2 tier",
        "The v2 tiers are new infrastructure; no classic or Consumption instance can be moved or switched into one, it has to be built anew.";
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
