//! Which platform an instance runs on, and how surely.

use crate::domain::{Certainty, Location, PlanRequest, PlatformVersion, Status, Tier, UpdateTool, UpdatedWith, ZoneLayout};
use crate::facts::platform::{FIRST_PLATFORM_BEFORE, SECOND_PLATFORM_API, SECOND_PLATFORM_FROM, runs_on, settled_by};

/// The platform of an instance or of one location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlatformDecision {
    /// `None` when nothing points anywhere.
    pub version: Option<PlatformVersion>,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it was concluded from.
    pub clue: Clue,
}

impl PlatformDecision {
    /// The platform, unless only dates and tools point to it: a guess moves no location out of the migration.
    pub fn settled(self) -> Option<PlatformVersion> {
        match self.certainty {
            Certainty::Stated | Certainty::Inferred => self.version,
            Certainty::Uncertain | Certainty::Unknown => None,
        }
    }
}

/// What a platform was concluded from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clue {
    /// The property of the instance.
    Property,
    /// The property of the primary location.
    PropertyOfPrimary,
    /// The tier.
    Tier,
    /// A v2 tier, whose value is not documented.
    V2Tier,
    /// Zones that were chosen by hand.
    Zones,
    /// Made before April 2021, and no later update known.
    CreatedEarly,
    /// Made after April 2021.
    CreatedLate,
    /// Changed in the portal after April 2021.
    UpdatedByPortal,
    /// Changed by REST with a version that moves instances.
    UpdatedByApi,
    /// Made before April 2021 and changed after it, with who knows what.
    UpdatedSomehow,
    /// Made or changed in April 2021 itself.
    BetweenTheDates,
    /// Nothing was said.
    Nothing,
}

/// The platform of the instance, in the order: property, tier, zones, dates.
pub fn platform(request: &PlanRequest) -> PlatformDecision {
    let decided = |version, certainty, clue| PlatformDecision { version: Some(version), certainty, clue };
    if let Some(version) = request.platform {
        return decided(version, Certainty::Stated, Clue::Property);
    }
    if let Some(version) =
        request.locations.first().filter(|primary| primary.new != Some(true)).and_then(|primary| primary.platform)
    {
        return decided(version, Certainty::Stated, Clue::PropertyOfPrimary);
    }
    if let Some(version) = request.tier.and_then(settled_by) {
        return decided(version, Certainty::Inferred, Clue::Tier);
    }
    match request.tier {
        Some(Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
            return PlatformDecision { version: None, certainty: Certainty::Unknown, clue: Clue::V2Tier };
        }
        None | Some(Tier::Premium | Tier::Isolated) if request.locations.iter().any(has_chosen_zones) => {
            return decided(PlatformVersion::Stv2, Certainty::Inferred, Clue::Zones);
        }
        None | Some(Tier::Consumption | Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) => {}
    }
    by_dates(request)
}

/// An existing location whose zones were selected; automatic
/// zones are chosen by the platform and tell nothing.
fn has_chosen_zones(location: &Location) -> bool {
    let exists = location.new != Some(true);
    exists && location.zones.is_some_and(ZoneLayout::is_selected)
}

/// What the dates and tools of S001 point at; never more than uncertain.
fn by_dates(request: &PlanRequest) -> PlatformDecision {
    let uncertain = |version, clue| PlatformDecision { version: Some(version), certainty: Certainty::Uncertain, clue };
    let open = |clue| PlatformDecision { version: None, certainty: Certainty::Unknown, clue };
    let late = |day| day >= SECOND_PLATFORM_FROM;
    let early = |day| day < FIRST_PLATFORM_BEFORE;
    match &request.updated_with {
        Some(UpdatedWith { tool: UpdateTool::Api, api_version: Some(version) }) if moves_instances(version) => {
            return uncertain(PlatformVersion::Stv2, Clue::UpdatedByApi);
        }
        Some(UpdatedWith { tool: UpdateTool::Portal, .. }) if request.updated_on.is_some_and(late) => {
            return uncertain(PlatformVersion::Stv2, Clue::UpdatedByPortal);
        }
        Some(UpdatedWith { .. }) | None => {}
    }
    // An update with an old version of the interface leaves an instance where it is.
    let updated_somehow = request.updated_on.is_some_and(|day| !early(day)) && !updated_with_old_version(request);
    match request.created_on {
        Some(day) if late(day) => uncertain(PlatformVersion::Stv2, Clue::CreatedLate),
        Some(day) if early(day) && updated_somehow => open(Clue::UpdatedSomehow),
        Some(day) if early(day) => uncertain(PlatformVersion::Stv1, Clue::CreatedEarly),
        Some(_) => open(Clue::BetweenTheDates),
        None => open(Clue::Nothing),
    }
}

fn updated_with_old_version(request: &PlanRequest) -> bool {
    matches!(
        &request.updated_with,
        Some(UpdatedWith { tool: UpdateTool::Api, api_version: Some(version) })
            if version_date(version).is_some() && !moves_instances(version)
    )
}

/// A version of the REST interface from the one that S001 names on.
fn moves_instances(api_version: &str) -> bool {
    version_date(api_version) >= version_date(SECOND_PLATFORM_API)
}

/// The date that a version of the REST interface starts with; `None` when it is no such version.
fn version_date(api_version: &str) -> Option<crate::domain::Day> {
    api_version.get(..10)?.parse().ok()
}

/// The platform of a location: its own, or the instance's.
pub fn of_location(location: &Location, instance: PlatformDecision) -> PlatformDecision {
    match location.platform {
        Some(version) => PlatformDecision { version: Some(version), certainty: Certainty::Stated, clue: Clue::Property },
        None => instance,
    }
}

/// What the plan is about. The tier has the last word where it has one: what
/// runs on neither stv1 nor stv2 has nothing to migrate.
pub fn status(request: &PlanRequest, instance: PlatformDecision) -> Status {
    match request.tier {
        Some(Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
            return Status::NotAffected;
        }
        None | Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::Premium | Tier::Isolated) => {}
    }
    // One location on stv1 keeps the whole instance unmigrated; one that is open leaves it open.
    request
        .locations
        .iter()
        .filter(|location| location.new != Some(true))
        .map(|location| status_of(of_location(location, instance), request.tier))
        .fold(status_of(instance, request.tier), |all, one| match (all, one) {
            (Status::Migrate, _) | (_, Status::Migrate) => Status::Migrate,
            (Status::Unknown, _) | (_, Status::Unknown) => Status::Unknown,
            (Status::Migrated, _) | (_, Status::Migrated) => Status::Migrated,
            (Status::NotAffected, Status::NotAffected) => Status::NotAffected,
        })
}

/// A guess from dates and tools is no status: only what was stated, or what tier or zones settle, counts. A value that
/// contradicts the tier is a question as well.
fn status_of(platform: PlatformDecision, tier: Option<Tier>) -> Status {
    match platform.settled() {
        Some(version) if tier.is_some_and(|tier| !runs_on(tier, version)) => Status::Unknown,
        Some(PlatformVersion::Stv1) => Status::Migrate,
        Some(PlatformVersion::Stv2 | PlatformVersion::Stv2_1) => Status::Migrated,
        Some(PlatformVersion::Mtv1) => Status::NotAffected,
        None => Status::Unknown,
    }
}
