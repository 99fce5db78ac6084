//! Units and zones: what a location has, what it could have, and which layout is recommended.

use super::choices::{Choices, Demand, surviving, zones_shared};
use super::loss::{Load, Shares, carried_at_most};
use super::platform::{self, PlatformDecision};
use super::room::Room;
use super::sizing::{self, AutoscaleDecision, AutoscaleFor, Needed};
use crate::domain::{
    Autoscale, Layout, Location, PlanRequest, PlatformVersion, Role, Scenario, Status, Tier, Units, Vnet, ZoneLayout, ZoneSupport,
};
use crate::facts::regions::{Region, region};
use crate::facts::tiers::{TierZones, autoscales, can_be_injected, has_regions, max_units, zones as tier_zones};

/// What is decided of all locations together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacities {
    /// One for each location of the request, in its order.
    pub locations: Vec<LocationDecision>,
    /// What the layouts aim at.
    pub aim: Aim,
    /// The network mode, as far as the tier can be injected at all; `None` = not known.
    pub mode: Option<Vnet>,
    /// The most units that one location may have: the tier's, or what support has raised it to.
    pub max_units: u32,
    /// Support has raised the tier's limit.
    pub raised: bool,
}

/// What the layouts aim at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "three answers and one count, each read on its own")]
pub struct Aim {
    /// A zone outage must be survived.
    pub zone: bool,
    /// A region outage must be survived.
    pub region: bool,
    /// The units needed at peak must remain during that outage.
    pub guaranteed: bool,
    /// More than one location serves traffic, in a tier that may have several.
    pub several: bool,
}

impl Aim {
    /// Some outage must be survived.
    pub const fn is_set(self) -> bool {
        self.zone || self.region
    }
}

/// What is decided of one location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocationDecision {
    /// The first location is the primary.
    pub role: Role,
    /// What is known of the region; `None` for one that no list names.
    pub region: Option<&'static Region>,
    /// Whether the location can have zones.
    pub support: ZoneSupport,
    /// Which of the four cases it is.
    pub scenario: Scenario,
    /// It is there and has yet to move to stv2, as far as is known.
    pub moves: bool,
    /// What the answers say of it, there or planned.
    pub stated: Stated,
    /// What it has now.
    pub current: Current,
    /// The units that must remain after an outage.
    pub needed: Needed,
    /// What it serves, and what other regions take over when it is lost.
    pub load: Load,
    /// The units it needs during the outage of any other region; its own need where there is no other.
    pub carry: u32,
    /// What its layouts are sized for.
    pub demand: Demand,
    /// The layouts that tier and region allow, the best first.
    pub choices: Choices,
    /// The recommended layout has other zones than the present one.
    pub rezones: bool,
    /// Autoscale limits that fit; `None` without limits, in a secondary, and in tiers that do not autoscale.
    pub autoscale: Option<AutoscaleDecision>,
    /// Room in the subnet; `None` if not injected.
    pub room: Option<Room>,
}

/// The layout and the units of the answers: what is there, or what is planned for a location that is still to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// `None` = not answered.
    pub layout: Option<ZoneLayout>,
    /// `None` = not answered.
    pub units: Option<u32>,
}

/// What a location has now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Current {
    /// `None` = not answered, or not there yet.
    pub layout: Option<ZoneLayout>,
    /// `None` = not answered; 0 in a location that is still to be added.
    pub units: Option<u32>,
    /// Whether tier and region allow the answered layout and units; `None` when it cannot be said.
    pub valid: Option<bool>,
    /// Where all zones have the same number.
    pub units_per_zone: Option<u32>,
    /// What remains after an outage of the fullest zone; `None` where the zones of the units are not known.
    pub surviving_units: Option<u32>,
    /// Where the units certainly are now: unlike `layout` not what is only planned on stv1, which has no zones.
    pub certain_layout: Option<ZoneLayout>,
}

/// The contract's word for a layout.
pub const fn layout_of(zones: ZoneLayout) -> Layout {
    match zones {
        ZoneLayout::Automatic {} => Layout::Automatic,
        ZoneLayout::Zonal {} => Layout::Zonal,
        ZoneLayout::Redundant { .. } => Layout::Redundant,
    }
}

/// How many zones a layout names; `None` for automatic, which names none.
pub const fn zones_of(zones: ZoneLayout) -> Option<u32> {
    match zones {
        ZoneLayout::Automatic {} => None,
        ZoneLayout::Zonal {} => Some(1),
        ZoneLayout::Redundant { zones } => Some(zones.get()),
    }
}

/// Whether a tier has zones in a region. A region without zones settles it
/// while the tier is open: no tier has any there.
pub fn support(tier: Option<Tier>, region: Option<&Region>) -> ZoneSupport {
    let in_region = region.map(|region| region.zones);
    match (tier.map(tier_zones), in_region) {
        (Some(TierZones::No), _) => ZoneSupport::TierLacksZones,
        (_, Some(false)) => ZoneSupport::No,
        (Some(TierZones::OnlyAtCreation), _) => ZoneSupport::OnlyAtCreation,
        (Some(TierZones::Yes), Some(true)) => ZoneSupport::Yes,
        (Some(TierZones::Yes), None) | (None, _) => ZoneSupport::Unknown,
    }
}

/// Decides the layouts of every location.
///
/// `vnet` is the network mode with the contract's defaults filled in.
pub fn capacities(request: &PlanRequest, instance: PlatformDecision, status: Status, vnet: Option<Vnet>) -> Capacities {
    let goals = request.goals.unwrap_or_default();
    let serving = request.locations.iter().filter(|location| location.serves()).count();
    let (zone, region) = (goals.survive_zone_loss == Some(true), goals.survive_region_loss == Some(true));
    let aim = Aim {
        zone,
        region,
        guaranteed: goals.guaranteed_capacity == Some(true) && (zone || region),
        several: serving > 1 && has_regions(request.tier) != Some(false),
    };
    let mode = if can_be_injected(request.tier) { vnet } else { Some(Vnet::None) };
    let limit = max_units(request.tier, request.unit_limit.map(Units::get));
    let all = Capacities { locations: Vec::new(), aim, mode, max_units: limit.units, raised: limit.raised };
    let shares = Shares::of(request);
    let loads: Vec<Load> = request.locations.iter().map(|location| load(location, aim, shares)).collect();
    let each = request.locations.iter().enumerate();
    let locations = each
        .map(|(at, location)| {
            // A tier that runs on neither platform has no stv1, whatever was answered.
            let version = platform::of_location(location, instance).settled().filter(|_| status != Status::NotAffected);
            let carry = carried_at_most(at, &loads);
            let role = if at == 0 { Role::Primary } else { Role::Secondary };
            let load = loads.get(at).copied().unwrap_or(Load { own: 0, handed_over: 0, weight: 0, serves: false });
            one(location, &Of { request, status, version, role, load, carry, all: &all })
        })
        .collect();
    Capacities { locations, ..all }
}

/// What a location serves, and what it hands over.
fn load(location: &Location, aim: Aim, shares: Shares) -> Load {
    let serves = location.serves();
    let needed = sizing::needed(location, aim.guaranteed && serves);
    Load { own: needed.units, handed_over: needed.handed_over(), weight: shares.weight(location), serves }
}

/// What a location is decided from, besides its own answers.
struct Of<'a> {
    request: &'a PlanRequest,
    status: Status,
    version: Option<PlatformVersion>,
    role: Role,
    load: Load,
    carry: u32,
    all: &'a Capacities,
}

fn one(location: &Location, of: &Of<'_>) -> LocationDecision {
    let Of { request, status, version, role, load, carry, all } = *of;
    let tier = request.tier;
    // A gateway that is switched off serves nothing, so no outage has to be survived there.
    let aim = if load.serves { all.aim } else { Aim { zone: false, region: false, guaranteed: false, ..all.aim } };
    let region = region(location.name.as_str());
    let support = support(tier, region);
    let stated = Stated { layout: location.zones, units: location.units.map(Units::get) };
    let current = current(location, stated, support, region.is_some(), all.max_units, version);
    // The v2 tiers have no stv1 to come from.
    let on_stv2 = status == Status::NotAffected || version.is_some_and(PlatformVersion::is_stv2);
    let exists = location.exists();
    let needed = sizing::needed(location, aim.guaranteed);
    let peak_is_known = needed.is_measured() && load.serves;
    let demand = Demand {
        present: stated.layout.filter(|_| current.valid != Some(false)),
        now: stated.units,
        at_peak: if peak_is_known { needed.units } else { stated.units.unwrap_or(1) },
        peak_is_known,
        after_loss: needed.units,
        carry,
        limit: all.max_units,
        aim,
    };
    let choices = Choices::of(support, &demand);
    let best = choices.recommended().copied();
    let changeable = matches!(support, ZoneSupport::Yes | ZoneSupport::Unknown);
    let present = current.certain_layout.unwrap_or(ZoneLayout::Automatic {});
    let moves = match status {
        Status::Migrate | Status::Unknown => exists && !on_stv2,
        Status::Migrated | Status::NotAffected => false,
    };
    let hand_set = |layout| if support == ZoneSupport::OnlyAtCreation { 1 } else { zones_shared(layout) };
    LocationDecision {
        role,
        region,
        support,
        scenario: match (exists, all.mode.is_some_and(Vnet::is_injected), on_stv2) {
            (false, _, _) => Scenario::NewLocation,
            (true, false, _) => Scenario::NotInjected,
            (true, true, true) => Scenario::InjectedStv2,
            (true, true, false) => Scenario::InjectedStv1,
        },
        moves,
        stated,
        current,
        needed,
        load,
        carry,
        choices,
        rezones: exists && changeable && best.is_some_and(|best| best.layout != present),
        autoscale: match (role, request.autoscale) {
            (Role::Primary, Some(Autoscale::Limits(limits))) if autoscales(tier) => {
                let layout = best.map(|best| best.layout).or(stated.layout).unwrap_or(ZoneLayout::Automatic {});
                let recommended = best.map_or(0, |best| best.units);
                let for_goals = if aim.is_set() { demand.for_goals(layout).min(recommended) } else { 0 };
                let fit = AutoscaleFor { zones: hand_set(layout), for_goals, recommended, limit: all.max_units };
                Some(sizing::autoscale(limits, fit))
            }
            (Role::Primary | Role::Secondary, _) => None,
        },
        room: all
            .mode
            .filter(|mode| mode.is_injected())
            .map(|mode| Room::of(location, tier, mode, moves, best.map(|best| best.units))),
        demand,
    }
}

/// What a location has now.
fn current(
    location: &Location,
    stated: Stated,
    support: ZoneSupport,
    region_known: bool,
    max_units: u32,
    version: Option<PlatformVersion>,
) -> Current {
    let Stated { layout, units } = stated;
    // Where zones are only switched on or off at creation, units are not distributed by hand.
    let zones = layout.filter(|_| support != ZoneSupport::OnlyAtCreation).map_or(1, zones_shared);
    let uneven = units.is_some_and(|units| !units.is_multiple_of(zones));
    let lacks_zones = matches!(support, ZoneSupport::No | ZoneSupport::TierLacksZones);
    let excluded =
        units.is_some_and(|units| units > max_units) || uneven || lacks_zones && layout.is_some_and(ZoneLayout::is_selected);
    let valid = match (support, units) {
        // Also where the units alone would exclude it: the contract wants `null` in an unknown region.
        (ZoneSupport::Unknown, _) if !region_known => None,
        _ if excluded => Some(false),
        (ZoneSupport::Unknown, _) | (_, None) => None,
        (ZoneSupport::Yes | ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation, Some(_)) => Some(true),
    };
    if !location.exists() {
        return Current {
            layout: None,
            units: Some(0),
            valid,
            units_per_zone: None,
            surviving_units: None,
            certain_layout: None,
        };
    }
    let certain_layout = layout.filter(|layout| !layout.is_selected() || version != Some(PlatformVersion::Stv1));
    Current {
        layout,
        units,
        valid,
        units_per_zone: match (certain_layout, units) {
            (Some(ZoneLayout::Zonal {}), units) => units,
            (Some(ZoneLayout::Redundant { zones }), Some(units)) if !uneven => Some(units / zones.get()),
            (Some(ZoneLayout::Redundant { .. } | ZoneLayout::Automatic {}) | None, _) => None,
        },
        surviving_units: match (certain_layout, units) {
            (Some(layout), Some(units)) => surviving(layout, units),
            (Some(ZoneLayout::Zonal {}), None) => Some(0),
            (_, None) | (None, _) => None,
        },
        certain_layout,
    }
}
