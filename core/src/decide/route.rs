//! Which path is recommended, and why each of the others is not: section 3 of
//! the contract, in its order.

use strum::IntoEnumIterator;

use super::platform::{self, PlatformDecision};
use super::subnet;
use super::zones::{self, Capacities};
use crate::domain::{DnsRecord, Firewall, Location, PathId, PlanRequest, Status, Subnet, Tier, Verdict, Vnet};
use crate::facts::regions::region;

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

/// The rule that chose the recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Because {
    /// Nothing is left to move.
    Migrated,
    /// There never was anything to move.
    NotAffected,
    /// Tier and network mode exclude each other.
    Contradiction,
    /// The existing instance must stay as it is.
    InstanceMustStay,
    /// The subnet of today cannot be used.
    SubnetUnusable,
    /// Special conditions would cost the downtime that is refused.
    SpecialDowntimeRefused,
    /// The new gateway is to be tested, and another subnet can be had.
    ValidateInNewSubnet,
    /// The new gateway is to be tested, and the short overlap in the same subnet is all there is.
    ValidateInSameSubnet,
    /// The new gateway is to be tested, and only the way there and back leaves an overlap.
    ValidateOnTheWay,
    /// External mode keeps its address without downtime.
    External,
    /// Internal mode, downtime refused.
    InternalDowntimeRefused,
    /// Internal mode keeps its address for a short downtime.
    Internal,
    /// Not injected, the address is pinned.
    AddressPinned,
    /// Not injected, downtime refused.
    DowntimeRefused,
    /// Not injected, nothing holds the address.
    NothingPinned,
    /// Not injected, and it is not known what holds the address.
    PinningOpen,
    /// The network mode is not known.
    VnetOpen,
    /// No path is left.
    NoneLeft,
}

/// One reason for or against a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Why {
    // What excludes a path.
    /// Everything is on stv2.
    AlreadyMigrated,
    /// Consumption or a v2 tier.
    NotAffected,
    /// Tier and network mode exclude each other.
    Contradiction,
    /// The existing instance must stay as it is.
    InstanceMustStay,
    /// The path is for instances in a network.
    NotInjected,
    /// The path is for instances outside a network.
    Injected,
    /// Only Developer and Premium can be injected.
    TierCannotBeInjected,
    /// Zones are for Premium.
    TierLacksZones,
    /// A location's region has no zones.
    RegionLacksZones,
    /// The subnet is delegated.
    Delegated,
    /// Key Vault is blocked from the subnet.
    KeyVaultBlocked,
    /// A second copy does not fit in the subnet.
    NoRoomForCopy,
    /// Two special conditions at once.
    TwoSpecialConditions,
    /// No page describes this path under special conditions.
    SpecialNotDescribed,
    /// Another subnet is needed and cannot be had.
    NoOtherSubnet,
    // What a path costs, and wishes that it misses.
    /// It takes the gateway away, and that is refused.
    TakesRefusedDowntime,
    /// It takes the gateway away.
    TakesDowntime,
    /// It gives another address, and the address is pinned.
    ChangesPinnedAddress,
    /// It keeps no old compute to test beside.
    NothingToTestBeside,
    /// The overlap is short.
    ShortOverlap,
    /// It does not end in the subnet of today.
    DoesNotReturn,
    /// It needs another subnet, of which nobody has said whether it can be had.
    NeedsOtherSubnet,
    /// It changes addresses twice, in two runs.
    TwoRuns,
    /// Later pages no longer describe it for stv1.
    NoLongerDescribed,
    /// It changes what the instance is: a network mode that it does not have.
    ChangesNetworkMode,
    /// Two instances are paid for, and the work is the reader's.
    DoubleCost,
    /// It depends on the network mode, which is not known.
    VnetOpen,
    // What speaks for a path.
    /// The gateway stays up and the address stays.
    KeepsBoth,
    /// The address stays.
    KeepsAddress,
    /// The gateway stays up.
    KeepsGatewayUp,
    /// Both computes answer for two days.
    TwoDaysToTest,
    /// The existing instance is not touched.
    LeavesInstanceAlone,
    /// There is a way back.
    WayBack,
    /// The instance ends where it is now.
    EndsInOriginalSubnet,
    /// Nothing has to be redone afterwards.
    NothingToRedo,
    /// Special conditions add about an hour of downtime.
    SpecialCostsAnHour,
}

/// A set of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Whys(u64);

impl Whys {
    const fn with(self, why: Why) -> Self {
        Self(self.0 | 1 << why as u32)
    }

    const fn when(self, holds: bool, why: Why) -> Self {
        if holds { self.with(why) } else { self }
    }

    /// Whether the reason is among them.
    pub const fn has(self, why: Why) -> bool {
        self.0 & (1 << why as u32) != 0
    }

    /// One bit for each reason, in the order of [`Why`].
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The reasons, those that exclude first.
    pub fn iter(self) -> impl Iterator<Item = Why> {
        Why::iter().filter(move |why| self.has(*why))
    }
}

/// The answers that paths depend on. Small, so that every other answer can be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// `None` = not known, here as below.
    pub tier: Option<Tier>,
    /// Basic and Standard are outside networks by default.
    pub vnet: Option<Vnet>,
    /// Host names of the reader's own.
    pub custom_domains: Option<bool>,
    /// How they point at the instance.
    pub custom_domain_record: Option<DnsRecord>,
    /// What stands between the instance and others.
    pub firewall: Option<Firewall>,
    /// Something pins the addresses.
    pub ip_dependencies: Option<bool>,
    /// The instance may be changed.
    pub modify_instance: Option<bool>,
    /// The gateway may be away.
    pub downtime_allowed: Option<bool>,
    /// The new gateway must be tested first.
    pub validate_first: Option<bool>,
    /// Another subnet can be had.
    pub new_subnet: Option<bool>,
    /// The instance must end where it is.
    pub return_to_original_subnet: Option<bool>,
    /// Key Vault cannot be reached from the subnet.
    pub key_vault_blocked: Option<bool>,
    /// The portal reports special conditions.
    pub special_vnet_conditions: Option<bool>,
    /// What the subnets of today allow.
    pub subnets: Subnets,
    /// Whether every region has zones: `Some(false)` when one certainly has none.
    pub regions_have_zones: Option<bool>,
}

/// What the subnets of the locations that have yet to move allow, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subnets {
    /// One of them is delegated.
    pub delegated: bool,
    /// In one of them a second copy certainly does not fit.
    pub no_room: bool,
    /// One of them holds other stv1 instances.
    pub shared: bool,
}

impl Answers {
    /// What a request says, with the contract's defaults.
    pub fn of(request: &PlanRequest, instance: PlatformDecision) -> Self {
        let vnet = request.vnet.or(match request.tier {
            Some(Tier::Basic | Tier::Standard) => Some(Vnet::None),
            None
            | Some(
                Tier::Consumption
                | Tier::Developer
                | Tier::Premium
                | Tier::Isolated
                | Tier::BasicV2
                | Tier::StandardV2
                | Tier::PremiumV2,
            ) => None,
        });
        Self {
            tier: request.tier,
            vnet,
            custom_domains: request.custom_domains,
            custom_domain_record: request.custom_domain_record,
            firewall: request.firewall,
            ip_dependencies: request.ip_dependencies,
            modify_instance: request.modify_instance,
            downtime_allowed: request.downtime_allowed,
            validate_first: request.validate_first,
            new_subnet: request.new_subnet,
            return_to_original_subnet: request.return_to_original_subnet,
            key_vault_blocked: request.key_vault_blocked,
            special_vnet_conditions: request.special_vnet_conditions,
            subnets: to_move(request, instance)
                .filter_map(|location| location.subnet.map(|subnet| (location, subnet)))
                .fold(Subnets::default(), |all, (location, subnet)| all.and(location, &subnet, request.tier, vnet)),
            regions_have_zones: regions_have_zones(request, instance),
        }
    }

    /// In a network; `None` when the mode is not known.
    pub fn injected(&self) -> Option<bool> {
        self.vnet.map(Vnet::is_injected)
    }

    /// Nobody accepts that the gateway is away.
    pub fn downtime_refused(&self) -> bool {
        self.downtime_allowed == Some(false)
    }

    /// A custom name certainly points at the address itself.
    pub fn has_a_record(&self) -> bool {
        self.custom_domains != Some(false) && self.custom_domain_record == Some(DnsRecord::A)
    }

    /// No custom name points at the address itself.
    pub fn has_no_a_record(&self) -> bool {
        self.custom_domains == Some(false) || self.custom_domain_record == Some(DnsRecord::Cname)
    }

    /// The tier cannot stand in the network that the request puts it in.
    pub fn contradicts_itself(&self) -> bool {
        matches!(self.tier, Some(Tier::Basic | Tier::Standard)) && self.injected() == Some(true)
    }

    /// Two special conditions at once; the single ones that exclude the same subnet by themselves are not counted here.
    fn two_conditions(&self) -> bool {
        self.special_vnet_conditions == Some(true) && self.subnets.shared
    }

    /// The subnet of today cannot be used, whatever the address.
    fn subnet_unusable(&self) -> bool {
        self.subnets.delegated || self.key_vault_blocked == Some(true) || self.subnets.no_room || self.two_conditions()
    }
}

impl Subnets {
    fn and(self, location: &Location, subnet: &Subnet, tier: Option<Tier>, vnet: Option<Vnet>) -> Self {
        // With the mode open the smaller need counts: only what is certain excludes a path.
        let mode = vnet.unwrap_or(Vnet::External);
        let copy = subnet::addresses(location.units.map_or(1, crate::domain::Units::get), tier, mode);
        Self {
            delegated: self.delegated || subnet.delegated == Some(true),
            no_room: self.no_room || subnet::copy_fits(subnet, copy) == Some(false),
            shared: self.shared || subnet.other_instances.is_some_and(|others| others > 0),
        }
    }
}

/// The locations that have yet to move: those that are there and not known to be on stv2.
pub fn to_move(request: &PlanRequest, instance: PlatformDecision) -> impl Iterator<Item = &Location> {
    request.locations.iter().filter(move |location| {
        let on_stv2 = platform::of_location(location, instance).version.is_some_and(crate::domain::PlatformVersion::is_stv2);
        location.new != Some(true) && !on_stv2
    })
}

/// `Some(false)` as soon as one region certainly has none, `None` when one is not known.
fn regions_have_zones(request: &PlanRequest, instance: PlatformDecision) -> Option<bool> {
    let mut all = Some(true);
    for location in to_move(request, instance) {
        match region(location.name.as_str()).map(|region| region.zones) {
            Some(false) => return Some(false),
            Some(true) => {}
            None => all = None,
        }
    }
    all
}

/// Decides everything about a request.
pub fn decide(request: &PlanRequest) -> Decision {
    let platform = platform::platform(request);
    let status = platform::status(request, platform);
    let answers = Answers::of(request, platform);
    let route = route(status, &answers);
    let capacities = zones::capacities(request, platform, status, answers.vnet);
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
    if answers.validate_first == Some(true) {
        let returns = answers.return_to_original_subnet == Some(true);
        let another = answers.new_subnet != Some(false);
        if another && !returns {
            return (Some(PathId::NewSubnetKeep48h), Because::ValidateInNewSubnet);
        }
        if !special {
            return (Some(PathId::SameSubnetNewVip), Because::ValidateInSameSubnet);
        }
        // The contract sends this to the same subnet with a new address, which special
        // conditions exclude. The way there and back is the one left with an overlap.
        if another {
            return (Some(PathId::NewSubnetReturn), Because::ValidateOnTheWay);
        }
    }
    match mode {
        Vnet::Internal if answers.downtime_refused() => (Some(PathId::SameSubnetNewVip), Because::InternalDowntimeRefused),
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

/// The path into another subnet, where one can be had.
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

impl Answers {
    fn cannot_be_injected(&self) -> bool {
        match self.tier {
            Some(Tier::Basic | Tier::Standard) => true,
            None
            | Some(
                Tier::Developer
                | Tier::Premium
                | Tier::Isolated
                | Tier::Consumption
                | Tier::BasicV2
                | Tier::StandardV2
                | Tier::PremiumV2,
            ) => false,
        }
    }

    fn lacks_zones(&self) -> bool {
        match self.tier {
            Some(Tier::Developer | Tier::Basic | Tier::Standard) => true,
            None
            | Some(Tier::Premium | Tier::Isolated | Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
                false
            }
        }
    }

    /// Whether the path takes the gateway away; `None` while the network mode is open.
    pub fn takes_gateway(&self, path: PathId) -> Option<bool> {
        let special = self.special_vnet_conditions == Some(true);
        match path {
            PathId::SameSubnetPreserveVip if special => Some(true),
            PathId::SameSubnetPreserveVip => match self.vnet {
                Some(Vnet::Internal) => Some(true),
                Some(Vnet::External | Vnet::None) => Some(false),
                None => None,
            },
            PathId::InPlacePreserveVip => Some(true),
            PathId::SameSubnetNewVip
            | PathId::NewSubnetKeep48h
            | PathId::NewSubnetReturn
            | PathId::InPlaceNewVip
            | PathId::EnableZoneRedundancy
            | PathId::SideBySide => Some(false),
            // A network change takes the gateway away in Developer only.
            PathId::InjectIntoVnet => Some(self.tier == Some(Tier::Developer)),
        }
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
    Whys::default()
        .when(takes == Some(true) && answers.downtime_refused(), Why::TakesRefusedDowntime)
        .when(takes == Some(true) && !answers.downtime_refused(), Why::TakesDowntime)
        .when(!keeps_address && answers.ip_dependencies == Some(true), Why::ChangesPinnedAddress)
        .when(validate && nothing_beside, Why::NothingToTestBeside)
        .when(validate && short, Why::ShortOverlap)
        .when(
            answers.return_to_original_subnet == Some(true) && moves_subnet && answers.injected() != Some(false),
            Why::DoesNotReturn,
        )
        .when(needs_subnet && answers.new_subnet != Some(true), Why::NeedsOtherSubnet)
        .when(path == PathId::NewSubnetReturn, Why::TwoRuns)
        .when(path == PathId::EnableZoneRedundancy, Why::NoLongerDescribed)
        .when(path == PathId::InjectIntoVnet, Why::ChangesNetworkMode)
        .when(path == PathId::SideBySide, Why::DoubleCost)
        .when(takes.is_none(), Why::VnetOpen)
        .when(keeps_address && takes == Some(false), Why::KeepsBoth)
        .when(keeps_address && takes != Some(false), Why::KeepsAddress)
        .when(!keeps_address && takes == Some(false) && path != PathId::SideBySide, Why::KeepsGatewayUp)
        .when(path == PathId::NewSubnetKeep48h, Why::TwoDaysToTest)
        .when(path == PathId::SideBySide, Why::LeavesInstanceAlone)
        .when(path == PathId::SideBySide, Why::WayBack)
        .when(path == PathId::NewSubnetReturn, Why::EndsInOriginalSubnet)
        .when(keeps_address, Why::NothingToRedo)
        .when(path == PathId::SameSubnetPreserveVip && answers.special_vnet_conditions == Some(true), Why::SpecialCostsAnHour)
}
