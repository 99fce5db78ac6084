//! Which path is recommended, and why each of the others is not: section 3 of
//! the contract, in its order.

mod answers;
mod reasons;

use strum::IntoEnumIterator;

use super::platform::{self, PlatformDecision};
use super::zones::{self, Capacities};
use crate::domain::{PathId, PlanRequest, Status, Verdict, Vnet};
pub use answers::{Answers, Subnets, is_to_move, to_move};
pub use reasons::{Because, Why, Whys};

/// Everything that is decided before a word is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The platform of the instance.
    pub platform: PlatformDecision,
    /// What the plan is about.
    pub status: Status,
    /// The answers that paths depend on, with their defaults filled in.
    pub answers: Answers,
    /// Which path, and what is said of each.
    pub route: Route,
    /// Units over zones and regions, location by location.
    pub capacities: Capacities,
}

/// Which path is recommended, and what is said of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `None` when none is needed, none is open, or the answers cannot tell yet.
    pub recommended: Option<PathId>,
    /// The rule that decided.
    pub because: Because,
    /// One for each [`PathId`], in its order.
    verdicts: [Judged; PathId::COUNT],
}

/// What is said of one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// Recommended, possible or ruled out.
    pub verdict: Verdict,
    /// Why.
    pub whys: Whys,
}

/// Decides everything about a request.
pub fn decide(request: &PlanRequest) -> Decision {
    let platform = platform::platform(request);
    let status = platform::status(request, platform);
    let answers = Answers::of(request, platform);
    let capacities = zones::capacities(request, platform, status, answers.vnet);
    let answers = answers.followed_by(&capacities);
    let route = route(status, &answers);
    Decision { platform, status, answers, route, capacities }
}

/// Which path, for an instance of which so much is known.
pub fn route(status: Status, answers: &Answers) -> Route {
    let (recommended, because) = choose(status, answers);
    let mut verdicts = [Judged { verdict: Verdict::RuledOut, whys: Whys::default() }; PathId::COUNT];
    for (judged, path) in verdicts.iter_mut().zip(PathId::iter()) {
        *judged = judge(path, status, answers, recommended);
    }
    Route { recommended, because, verdicts }
}

impl Route {
    /// What is said of a path.
    pub fn judged(&self, path: PathId) -> Judged {
        let ruled_out = Judged { verdict: Verdict::RuledOut, whys: Whys::default() };
        self.verdicts.get(path as usize).copied().unwrap_or(ruled_out)
    }
}

/// Section 3 of the contract, in its order.
pub fn choose(status: Status, answers: &Answers) -> (Option<PathId>, Because) {
    match status {
        Status::Migrated => return (None, Because::Migrated),
        Status::NotAffected => return (None, Because::NotAffected),
        // An open platform is judged as if it were stv1.
        Status::Migrate | Status::Unknown => {}
    }
    if answers.contradicts_itself() {
        return (None, Because::Contradiction);
    }
    if answers.modify_instance == Some(false) {
        return (Some(PathId::SideBySide), Because::InstanceMustStay);
    }
    match answers.vnet {
        None => (None, Because::VnetOpen),
        Some(Vnet::None) => outside(answers),
        Some(mode @ (Vnet::External | Vnet::Internal)) => inside(mode, answers),
    }
}

fn inside(mode: Vnet, answers: &Answers) -> (Option<PathId>, Because) {
    let special = answers.special_vnet_conditions == Some(true);
    if answers.subnet_unusable() {
        return (other_subnet(answers), Because::SubnetUnusable).or_none();
    }
    if special && answers.downtime_refused() {
        return (other_subnet(answers), Because::SpecialDowntimeRefused).or_none();
    }
    if answers.validate_first == Some(true) && answers.names_wait() != Some(false) {
        let returns = answers.return_to_original_subnet == Some(true);
        let another = answers.new_subnet != Some(false);
        if another && !returns {
            return (Some(PathId::NewSubnetKeep48h), Because::ValidateInNewSubnet);
        }
        if !special {
            return (Some(PathId::SameSubnetNewVip), Because::ValidateInSameSubnet);
        }
        // The contract sends this to the same subnet with a new VIP, which special
        // conditions exclude. The way there and back is the one left with an overlap.
        if another {
            return (Some(PathId::NewSubnetReturn), Because::ValidateOnTheWay);
        }
    }
    match mode {
        Vnet::Internal if answers.downtime_refused() => (Some(PathId::SameSubnetNewVip), Because::InternalDowntimeRefused),
        // Special conditions exclude a new VIP, so the same subnet causes downtime.
        Vnet::Internal if answers.rezones_afterwards && !special => {
            (Some(PathId::SameSubnetNewVip), Because::AddressGivenUpLater)
        }
        Vnet::Internal => (Some(PathId::SameSubnetPreserveVip), Because::Internal),
        Vnet::External | Vnet::None => (Some(PathId::SameSubnetPreserveVip), Because::External),
    }
}

/// A choice that falls to "none left" when there is nothing to choose.
trait OrNone {
    fn or_none(self) -> Self;
}

impl OrNone for (Option<PathId>, Because) {
    fn or_none(self) -> Self {
        match self {
            (None, _) => (None, Because::NoneLeft),
            some => some,
        }
    }
}

/// The path to another subnet, if one can be provided.
fn other_subnet(answers: &Answers) -> Option<PathId> {
    match (answers.new_subnet, answers.return_to_original_subnet) {
        (Some(false), _) => None,
        (Some(true) | None, Some(true)) => Some(PathId::NewSubnetReturn),
        (Some(true) | None, Some(false) | None) => Some(PathId::NewSubnetKeep48h),
    }
}

fn outside(answers: &Answers) -> (Option<PathId>, Because) {
    if answers.downtime_refused() {
        return (Some(PathId::InPlaceNewVip), Because::DowntimeRefused);
    }
    if answers.rezones_afterwards {
        return (Some(PathId::InPlaceNewVip), Because::AddressGivenUpLater);
    }
    match answers.ip_dependencies {
        Some(true) => (Some(PathId::InPlacePreserveVip), Because::AddressPinned),
        Some(false) if answers.has_no_a_record() => (Some(PathId::InPlaceNewVip), Because::NothingPinned),
        Some(false) | None => (Some(PathId::InPlacePreserveVip), Because::PinningOpen),
    }
}

/// What is said of one path, given the recommendation.
fn judge(path: PathId, status: Status, answers: &Answers, recommended: Option<PathId>) -> Judged {
    let out = exclusions(path, status, answers);
    if out != Whys::default() {
        return Judged { verdict: Verdict::RuledOut, whys: out };
    }
    let verdict = if recommended == Some(path) { Verdict::Recommended } else { Verdict::Possible };
    Judged { verdict, whys: merits(path, answers) }
}

/// What excludes a path; empty when it is open.
fn exclusions(path: PathId, status: Status, answers: &Answers) -> Whys {
    let none = Whys::default();
    match status {
        Status::Migrated => return none.with(Why::AlreadyMigrated),
        Status::NotAffected => return none.with(Why::NotAffected),
        Status::Migrate | Status::Unknown => {}
    }
    if answers.contradicts_itself() {
        return none.with(Why::Contradiction);
    }
    let injected = answers.injected();
    let no_other_subnet = answers.new_subnet == Some(false);
    // That settles it: what else speaks against the path no longer matters.
    if answers.modify_instance == Some(false) && path != PathId::SideBySide {
        return none.with(Why::InstanceMustStay);
    }
    let same_subnet = || {
        none.when(injected == Some(false), Why::NotInjected)
            .when(answers.subnets.delegated && injected != Some(false), Why::Delegated)
            .when(answers.key_vault_blocked == Some(true) && injected != Some(false), Why::KeyVaultBlocked)
            .when(answers.subnets.no_room && injected != Some(false), Why::NoRoomForCopy)
            .when(answers.two_conditions() && injected != Some(false), Why::TwoSpecialConditions)
            .when(injected.is_none() && answers.cannot_be_injected(), Why::TierCannotBeInjected)
    };
    let new_subnet = || {
        none.when(injected == Some(false), Why::NotInjected).when(no_other_subnet && injected != Some(false), Why::NoOtherSubnet)
    };
    match path {
        PathId::SameSubnetPreserveVip => same_subnet(),
        PathId::SameSubnetNewVip => {
            same_subnet().when(answers.special_vnet_conditions == Some(true) && injected != Some(false), Why::SpecialNotDescribed)
        }
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => new_subnet(),
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => none.when(injected == Some(true), Why::Injected),
        PathId::EnableZoneRedundancy => none
            .when(answers.lacks_zones(), Why::TierLacksZones)
            .when(answers.regions_have_zones == Some(false), Why::RegionLacksZones)
            .when(no_other_subnet && injected == Some(true), Why::NoOtherSubnet),
        PathId::InjectIntoVnet => none
            .when(injected == Some(true), Why::Injected)
            .when(answers.cannot_be_injected(), Why::TierCannotBeInjected)
            .when(no_other_subnet && injected != Some(true) && !answers.cannot_be_injected(), Why::NoOtherSubnet),
        PathId::SideBySide => none,
    }
}

/// What speaks for an open path, what it costs, and the wishes that it misses.
fn merits(path: PathId, answers: &Answers) -> Whys {
    let takes = answers.takes_gateway(path);
    let keeps_address = matches!(path, PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip);
    let needs_subnet = match path {
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn | PathId::InjectIntoVnet => true,
        PathId::EnableZoneRedundancy | PathId::SideBySide => answers.injected() != Some(false),
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip | PathId::InPlacePreserveVip | PathId::InPlaceNewVip => false,
    };
    let moves_subnet = matches!(path, PathId::NewSubnetKeep48h | PathId::EnableZoneRedundancy | PathId::SideBySide);
    let validate = answers.validate_first == Some(true);
    let nothing_beside =
        keeps_address || matches!(path, PathId::EnableZoneRedundancy | PathId::InjectIntoVnet | PathId::InPlaceNewVip);
    let short = matches!(path, PathId::SameSubnetNewVip | PathId::NewSubnetReturn);
    let overlaps = short || path == PathId::NewSubnetKeep48h;
    // Live traffic follows the names, so the new gateway serves it as soon as it is there.
    let names_move = answers.names_wait() == Some(false);
    Whys::default()
        .when(takes == Some(true) && answers.downtime_refused(), Why::TakesRefusedDowntime)
        .when(takes == Some(true) && !answers.downtime_refused(), Why::TakesDowntime)
        .when(!keeps_address && answers.ip_dependencies == Some(true), Why::ChangesPinnedAddress)
        .when(validate && nothing_beside, Why::NothingToTestBeside)
        .when(validate && names_move && overlaps, Why::NamesMoveAtOnce)
        .when(validate && short && !names_move, Why::ShortOverlap)
        .when(
            answers.return_to_original_subnet == Some(true) && moves_subnet && answers.injected() != Some(false),
            Why::DoesNotReturn,
        )
        .when(needs_subnet && answers.new_subnet.is_none(), Why::NeedsOtherSubnet)
        .when(needs_subnet && answers.new_subnet == Some(false), Why::RefusedSubnetNeeded)
        .when(path == PathId::NewSubnetReturn, Why::TwoRuns)
        .when(path == PathId::EnableZoneRedundancy, Why::NoLongerDescribed)
        .when(path == PathId::InjectIntoVnet, Why::ChangesNetworkMode)
        .when(path == PathId::SideBySide, Why::DoubleCost)
        .when(takes.is_none(), Why::VnetOpen)
        .when(keeps_address && takes == Some(false), Why::KeepsBoth)
        .when(keeps_address && takes != Some(false), Why::KeepsAddress)
        .when(!keeps_address && takes == Some(false) && path != PathId::SideBySide, Why::KeepsGatewayUp)
        .when(path == PathId::NewSubnetKeep48h && !names_move, Why::TwoDaysToTest)
        .when(path == PathId::SideBySide, Why::LeavesInstanceAlone)
        .when(path == PathId::SideBySide, Why::WayBack)
        .when(path == PathId::NewSubnetReturn, Why::EndsInOriginalSubnet)
        .when(keeps_address, Why::NothingToRedo)
        .when(path == PathId::SameSubnetPreserveVip && answers.special_vnet_conditions == Some(true), Why::SpecialCostsAnHour)
}
