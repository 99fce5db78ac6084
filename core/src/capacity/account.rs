//! The account of the capacity plan: for each location what is there before and after, which addresses change, and what the
//! change needs; for the instance, the work in its order.
//!
//! It is made once, from the decision. Headline, options, steps, order of work, autoscale and findings read it, so they
//! can't disagree.

use crate::decide::room::Copies;
use crate::decide::sizing::AutoscaleDecision;
use crate::decide::zones::{Aim, Capacities};
use crate::decide::{Choice, Decision, LocationDecision, changes_address};
use crate::domain::{
    Firewall, Location, PathId, PlanRequest, Scenario, Status, Text, Tier, UnitPrice, Verdict, Vnet, ZoneSupport,
};
use crate::wording::{LayoutInWords, layout_in_words, title};

/// What changes in a location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Nothing.
    None,
    /// The number of units.
    Units,
    /// The zones, and perhaps the units.
    Zones,
    /// The location is added.
    Add,
    /// Nothing is allowed: no layout is within the limit.
    Impossible,
}

/// The portal procedure that applies at the time of the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Procedure {
    /// A location outside of a virtual network.
    NotInjected,
    /// An injected location on stv2, also one that has migrated by then.
    Stv2,
    /// A location that is added.
    NewLocation,
    /// A second instance, which is created with its units and zones.
    SecondInstance,
    /// The migration is not decided yet, and comes first.
    AfterMigration,
}

/// The public IP address resource that a change of zones needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PublicIp {
    /// None.
    NotNeeded,
    /// One that is not attached to anything; the location has one already, which can't be selected again.
    Another,
    /// One that is not attached to anything.
    Needed,
}

/// One location before and after.
#[derive(Debug)]
pub(crate) struct LocationAccount<'a> {
    pub(crate) location: &'a Location,
    pub(crate) decided: &'a LocationDecision,
    pub(crate) title: Text,
    pub(crate) change: Change,
    pub(crate) procedure: Procedure,
    /// The recommended layout.
    pub(crate) after: Option<Choice>,
    /// The public VIP changes with the zones.
    pub(crate) public_vip_changes: bool,
    /// The private VIP changes with the zones.
    pub(crate) private_vip_changes: bool,
    pub(crate) public_ip: PublicIp,
    /// How many copies the recommended migration runs in the subnet of this location.
    pub(crate) copies: Copies,
}

/// One step of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// Before the migration.
    TurnAutoscaleOff,
    /// No path is recommended yet.
    DecideMigration,
    /// The migration, with the present units.
    Migrate(PathId),
    /// The second migration, back to the original subnet.
    Return,
    /// Every location is on stv2 before zones change.
    VerifyPlatform,
    /// The number of units in locations whose zones stay.
    SetUnits,
    /// The new public VIP is known before the change.
    AllowNewAddresses,
    /// Zones and units together.
    SetZones,
    /// DNS records and what lists the VIPs, for the change of zones.
    UpdateRecords,
    /// One location that is added, by its place in the request.
    Add(usize),
    /// Autoscale, turned on again or corrected.
    SetAutoscale {
        /// It was turned off for the migration.
        again: bool,
        /// Corrected.
        limits: AutoscaleDecision,
    },
    /// The second instance, with everything that the first should have had.
    CreateSecond,
    /// Traffic to the second instance.
    SwitchTraffic,
}

/// What the capacity plan does, for one request.
#[derive(Debug)]
pub(crate) struct CapacityAccount<'a> {
    pub(crate) request: &'a PlanRequest,
    pub(crate) decision: &'a Decision,
    pub(crate) places: Vec<LocationAccount<'a>>,
    pub(crate) work: Vec<Work>,
    /// Something is left to migrate.
    pub(crate) migrating: bool,
    /// The recommended path, if something is left to migrate or a second instance takes over.
    path: Option<PathId>,
}

impl<'a> CapacityAccount<'a> {
    /// The account for a request and what was decided of it.
    pub(crate) fn of(request: &'a PlanRequest, decision: &'a Decision) -> Self {
        let decided = &decision.capacities.locations;
        let migrating = match decision.status {
            Status::Migrate | Status::Unknown => decided.iter().any(|one| one.moves),
            Status::Migrated | Status::NotAffected => false,
        };
        let path = decision.route.recommended.filter(|path| migrating || *path == PathId::SideBySide);
        let of_place = |(location, decided)| place(location, decided, path, migrating, decision);
        let places = request.locations.iter().zip(decided).map(of_place).collect();
        let account = Self { request, decision, places, work: Vec::new(), migrating, path };
        let work = account.order();
        Self { work, ..account }
    }

    pub(crate) fn capacities(&self) -> &'a Capacities {
        &self.decision.capacities
    }

    pub(crate) fn aim(&self) -> Aim {
        self.capacities().aim
    }

    pub(crate) fn tier(&self) -> Option<Tier> {
        self.request.tier
    }

    pub(crate) fn price(&self) -> Option<UnitPrice> {
        self.request.unit_price
    }

    pub(crate) fn path(&self) -> Option<PathId> {
        self.path
    }

    pub(crate) fn injected(&self) -> bool {
        self.capacities().mode.is_some_and(Vnet::is_injected)
    }

    pub(crate) fn internal(&self) -> bool {
        self.capacities().mode == Some(Vnet::Internal)
    }

    /// The existing instance stays as it is: what it should have had, the second one gets when it is created.
    pub(crate) fn side_by_side(&self) -> bool {
        self.path() == Some(PathId::SideBySide)
    }

    /// The zones of some location change.
    pub(crate) fn rezones(&self) -> bool {
        self.places.iter().any(|place| place.decided.rezones)
    }

    /// The locations with this change.
    pub(crate) fn with(&self, change: Change) -> impl Iterator<Item = &LocationAccount<'a>> {
        self.places.iter().filter(move |place| place.change == change)
    }

    /// Units that exist now; `None` if some location does not say.
    pub(crate) fn units_now(&self) -> Option<u32> {
        self.places.iter().map(|place| place.decided.current.units).sum()
    }

    /// Units of the recommended layouts.
    pub(crate) fn units_after(&self) -> u32 {
        self.places.iter().filter_map(|place| place.after).map(|after| after.units).fold(0, u32::saturating_add)
    }

    /// How often the VIPs change in the order of work.
    pub(crate) fn address_changes(&self) -> u32 {
        self.work.iter().map(|work| u32::from(work.changes_addresses())).sum()
    }

    /// The subnet of a new location or of a migration has been refused, and nothing may ask for it.
    pub(crate) fn subnet_refused(&self) -> bool {
        self.request.new_subnet == Some(false)
    }

    /// Configuring zones on stv1 instead of migrating first is not ruled out.
    pub(crate) fn could_do_both_at_once(&self) -> bool {
        let open = self.decision.route.judged(PathId::EnableZoneRedundancy).verdict != Verdict::RuledOut;
        let subnet = !self.subnet_refused() || self.capacities().mode == Some(Vnet::None);
        self.migrating && self.rezones() && open && subnet && !self.side_by_side()
    }

    /// DNS records must be updated by the owner when VIPs change: every name in internal mode, A records elsewhere.
    fn records_by_hand(&self) -> bool {
        self.internal() || !self.decision.answers.has_no_a_record()
    }

    /// Something may list the VIPs.
    pub(crate) fn vips_are_listed(&self) -> bool {
        let answers = &self.decision.answers;
        let rules = match answers.firewall {
            None | Some(Firewall::Rules) => true,
            Some(Firewall::None | Firewall::ForcedTunnel) => false,
        };
        rules || answers.ip_dependencies != Some(false)
    }

    fn order(&self) -> Vec<Work> {
        let limits = self.places.iter().find_map(|place| place.decided.autoscale);
        let pauses = self.migrating && limits.is_some() && self.capacities().mode.is_none_or(Vnet::is_injected);
        let corrected = limits.filter(|limits| !limits.valid);
        let changes = |change| self.places.iter().any(|place| place.change == change);
        let (units, zones) = (changes(Change::Units), changes(Change::Zones));
        if !units && !zones && !changes(Change::Add) && corrected.is_none() {
            // The migration by itself has its own list of actions.
            return Vec::new();
        }
        let autoscale = limits.filter(|limits| pauses || !limits.valid);
        let autoscale = autoscale.map(|limits| Work::SetAutoscale { again: pauses && !self.side_by_side(), limits });
        let mut work = Vec::new();
        if self.side_by_side() {
            work.extend([Work::CreateSecond, Work::SwitchTraffic]);
            work.extend(autoscale);
            return work;
        }
        if self.migrating {
            self.migrate(pauses, &mut work);
        }
        if units {
            work.push(Work::SetUnits);
        }
        if zones {
            if self.injected() && !self.internal() && self.vips_are_listed() {
                work.push(Work::AllowNewAddresses);
            }
            work.push(Work::SetZones);
            if self.records_by_hand() || self.vips_are_listed() {
                work.push(Work::UpdateRecords);
            }
        }
        let added = self.places.iter().enumerate().filter(|(_, place)| place.change == Change::Add);
        work.extend(added.map(|(at, _)| Work::Add(at)));
        work.extend(autoscale);
        work
    }

    fn migrate(&self, pauses_autoscale: bool, work: &mut Vec<Work>) {
        let Some(path) = self.path() else {
            work.push(Work::DecideMigration);
            return;
        };
        if pauses_autoscale {
            work.push(Work::TurnAutoscaleOff);
        }
        work.push(Work::Migrate(path));
        if path == PathId::NewSubnetReturn {
            work.push(Work::Return);
        }
        work.push(Work::VerifyPlatform);
    }
}

impl Work {
    /// The instance has other VIPs afterwards.
    pub(crate) fn changes_addresses(self) -> bool {
        match self {
            Self::Migrate(path) => changes_address(path),
            Self::Return | Self::SetZones | Self::CreateSecond => true,
            Self::TurnAutoscaleOff
            | Self::DecideMigration
            | Self::VerifyPlatform
            | Self::SetUnits
            | Self::AllowNewAddresses
            | Self::UpdateRecords
            | Self::Add(_)
            | Self::SetAutoscale { .. }
            | Self::SwitchTraffic => false,
        }
    }
}

impl LocationAccount<'_> {
    /// The recommended layout in words: `6 units across 3 zones`.
    pub(crate) fn after_in_words(&self) -> Option<LayoutInWords> {
        self.after.map(|after| layout_in_words(after.layout, after.units, self.decided.support))
    }

    /// The units that the peak load or the goals need, where the limit is lower; `None` where they are within reach.
    pub(crate) fn units_out_of_reach(&self) -> Option<u32> {
        let decided = self.decided;
        let demand = &decided.demand;
        let Some(after) = self.after else { return Some(demand.at_peak).filter(|needs| *needs > demand.limit) };
        let missed = match after.meets_goal {
            Some(met) => !met,
            // Automatic zones promise nothing: they come first only where no other layout is within the limit.
            None => demand.aim.zone && can_have_zones(decided.support),
        };
        let (_, least) = decided.choices.least(demand).filter(|_| missed && demand.aim.is_set())?;
        (least > demand.limit).then_some(least)
    }

    /// The smallest subnet for now, the recommended migration and afterwards, as the length of its prefix.
    pub(crate) fn smallest_prefix(&self) -> Option<u32> {
        self.decided.room.and_then(|room| room.smallest_prefix(self.copies))
    }

    /// Whether the subnet is at least so large.
    pub(crate) fn subnet_fits(&self) -> Option<bool> {
        self.decided.room.and_then(|room| room.fits(self.copies))
    }
}

fn place<'a>(
    location: &'a Location,
    decided: &'a LocationDecision,
    path: Option<PathId>,
    migrating: bool,
    decision: &Decision,
) -> LocationAccount<'a> {
    let mode = decision.capacities.mode;
    let after = decided.choices.recommended().copied();
    let change = match after {
        None => Change::Impossible,
        Some(_) if !location.exists() => Change::Add,
        Some(_) if decided.rezones => Change::Zones,
        Some(after) if decided.current.units.is_some_and(|now| now != after.units) => Change::Units,
        Some(_) => Change::None,
    };
    let sets_zones = match change {
        Change::Zones => true,
        Change::Add => after.is_some_and(|after| after.layout.is_selected()),
        Change::None | Change::Units | Change::Impossible => false,
    };
    // A second instance has VIPs of its own: those of the existing one do not change.
    let vip_changes = decided.rezones && path != Some(PathId::SideBySide);
    LocationAccount {
        location,
        decided,
        title: title(location, decided),
        change,
        procedure: match (path, decided.scenario) {
            (Some(PathId::SideBySide), _) => Procedure::SecondInstance,
            (_, Scenario::NewLocation) => Procedure::NewLocation,
            (None, _) if migrating && decided.moves => Procedure::AfterMigration,
            (_, Scenario::NotInjected) => Procedure::NotInjected,
            // By the time of the change the location has migrated.
            (_, Scenario::InjectedStv1 | Scenario::InjectedStv2) => Procedure::Stv2,
        },
        after,
        public_vip_changes: vip_changes,
        private_vip_changes: vip_changes && mode == Some(Vnet::Internal),
        public_ip: match (sets_zones && mode.is_some_and(Vnet::is_injected), location.public_ip) {
            (false, _) => PublicIp::NotNeeded,
            (true, Some(true)) if location.exists() => PublicIp::Another,
            (true, _) => PublicIp::Needed,
        },
        copies: if decided.moves && path.is_some_and(keeps_subnet) { Copies::Two } else { Copies::One },
    }
}

/// Both copies of the migration run in the present subnet.
const fn keeps_subnet(path: PathId) -> bool {
    match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => true,
        PathId::NewSubnetKeep48h
        | PathId::NewSubnetReturn
        | PathId::InPlacePreserveVip
        | PathId::InPlaceNewVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet
        | PathId::SideBySide => false,
    }
}

/// Whether zones can be configured in a location, as far as is known.
pub(crate) const fn can_have_zones(support: ZoneSupport) -> bool {
    match support {
        ZoneSupport::Yes | ZoneSupport::Unknown => true,
        ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => false,
    }
}
