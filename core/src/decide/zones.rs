//! Units over zones: what a location has, what it could have, and which layout serves it best.

use std::cmp::Reverse;

use super::loss::{Part, Shares, to_carry};
use super::platform::{self, PlatformDecision};
use super::sizing::{self, AutoscaleDecision, Needed};
use super::subnet;
use crate::domain::{
    Autoscale, Layout, Location, PlanRequest, PlatformVersion, Prefix, Role, Scenario, Status, Tier, Units, Verdict, Vnet,
    ZoneCount, ZoneLayout, ZoneSupport,
};
use crate::facts::network::usable;
use crate::facts::regions::{Region, region};
use crate::facts::tiers::{TierZones, autoscales, can_be_injected, has_regions, max_units, smallest_subnet, zones as tier_zones};

/// What is decided of all locations together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacities {
    /// One for each location of the request, in its order.
    pub locations: Vec<LocationDecision>,
    /// What the layouts aim at.
    pub aim: Aim,
    /// The network mode, as far as the tier can be injected at all; `None` = not known.
    pub mode: Option<Vnet>,
    /// The most units that the tier allows in one location.
    pub max_units: u32,
}

/// What the layouts aim at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    /// The peak must be carried with a zone lost.
    pub zone: bool,
    /// The peaks must be carried with a region lost.
    pub region: bool,
    /// There is more than one location, in a tier that may have several.
    pub several: bool,
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
    /// What it has now.
    pub current: Current,
    /// The units that carry its peak.
    pub needed: Needed,
    /// Its weight when the load of a lost region is shared out.
    pub weight: u64,
    /// The units it needs whichever other region is lost; its own need where there is no other.
    pub carry: u32,
    /// The layouts that tier and region allow, the best first.
    pub choices: Choices,
    /// The recommended layout has other zones than the present one.
    pub rezones: bool,
    /// Autoscale limits that fit; `None` without limits, in a secondary, and in tiers that do not autoscale.
    pub autoscale: Option<AutoscaleDecision>,
    /// Room in the subnet; `None` outside a network.
    pub room: Option<Room>,
}

/// What a location has now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Current {
    /// `None` = not said.
    pub layout: Option<ZoneLayout>,
    /// `None` = not said.
    pub units: Option<u32>,
    /// Whether tier and region allow it; `None` when it cannot be said.
    pub valid: Option<bool>,
    /// Where all zones have the same number.
    pub units_per_zone: Option<u32>,
    /// What goes on after losing the fullest zone; `None` where nobody knows where the units are.
    pub surviving_units: Option<u32>,
}

/// A layout with its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Which layout.
    pub layout: ZoneLayout,
    /// How many units it takes.
    pub units: u32,
    /// `None` for automatic.
    pub units_per_zone: Option<u32>,
    /// `None` for automatic.
    pub surviving_units: Option<u32>,
    /// `None` without a goal, and for automatic.
    pub meets_goal: Option<bool>,
    /// What the plan says of it.
    pub verdict: Verdict,
}

/// Up to four layouts, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    all: [Choice; 4],
    count: usize,
}

/// Addresses in a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// With the present units.
    pub now: Use,
    /// Addresses that Azure does not keep; `None` when the prefix is not known.
    pub usable: Option<u32>,
    /// The smallest subnet for the present units.
    pub smallest_prefix: Option<u32>,
    /// With two copies of the present units.
    pub during: Use,
    /// With the units of the recommended layout.
    pub after: Use,
    /// With two copies of those: growing before migrating.
    pub grown_first: Use,
}

/// What a subnet must hold at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Addresses needed.
    pub needed: u32,
    /// `None` when it cannot be said.
    pub fits: Option<bool>,
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

/// The zones over which a layout must share its units evenly.
const fn shared_by(zones: ZoneLayout) -> Option<u32> {
    match zones {
        ZoneLayout::Automatic {} | ZoneLayout::Zonal {} => None,
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
    let aim = Aim {
        zone: goals.survive_zone_loss == Some(true),
        region: goals.survive_region_loss == Some(true),
        several: request.locations.len() > 1 && has_regions(request.tier) != Some(false),
    };
    let mode = if can_be_injected(request.tier) { vnet } else { Some(Vnet::None) };
    let max_units = max_units(request.tier).value;
    let shares = Shares::of(request);
    let parts = |location: &Location| Part { needed: sizing::needed(location).units, weight: shares.weight(location) };
    let weights: u64 = request.locations.iter().map(|location| shares.weight(location)).sum();
    let others = request.locations.len().saturating_sub(1) as u64;
    let locations = request
        .locations
        .iter()
        .enumerate()
        .map(|(at, location)| {
            let own = parts(location);
            let carry = request
                .locations
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, lost)| parts(lost))
                .map(|lost| to_carry(own, lost, others, weights - lost.weight))
                .max()
                .unwrap_or(own.needed);
            let region = region(location.name.as_str());
            let support = support(request.tier, region);
            let current = current(location, support, region.is_some(), max_units);
            let version = platform::of_location(location, instance).version;
            // The v2 tiers have no stv1 to come from.
            let on_stv2 = status == Status::NotAffected || version.is_some_and(PlatformVersion::is_stv2);
            let is_new = location.new == Some(true);
            let choices = Choices::of(support, &current, own.needed, carry, aim, max_units);
            let best = choices.recommended();
            let changeable = matches!(support, ZoneSupport::Yes | ZoneSupport::Unknown);
            // Zones that are named on stv1 are a plan: they cannot be there yet.
            let layout = current.layout.filter(|_| version != Some(PlatformVersion::Stv1)).unwrap_or(ZoneLayout::Automatic {});
            let role = if at == 0 { Role::Primary } else { Role::Secondary };
            LocationDecision {
                role,
                region,
                support,
                scenario: match (is_new, mode.is_some_and(Vnet::is_injected), on_stv2) {
                    (true, _, _) => Scenario::NewLocation,
                    (false, false, _) => Scenario::NotInjected,
                    (false, true, true) => Scenario::InjectedStv2,
                    (false, true, false) => Scenario::InjectedStv1,
                },
                moves: match status {
                    Status::Migrate | Status::Unknown => !is_new && !on_stv2,
                    Status::Migrated | Status::NotAffected => false,
                },
                current,
                needed: sizing::needed(location),
                weight: own.weight,
                carry,
                choices,
                rezones: !is_new && changeable && best.is_some_and(|best| best.layout != layout),
                autoscale: match (role, request.autoscale) {
                    (Role::Primary, Some(Autoscale::Limits(limits))) if autoscales(request.tier) => {
                        let goal = aim.zone || aim.region;
                        let followed = if goal { best.map(|best| best.layout) } else { current.layout };
                        let zones = followed.and_then(shared_by).filter(|_| support != ZoneSupport::OnlyAtCreation);
                        Some(sizing::autoscale(limits, zones))
                    }
                    (Role::Primary | Role::Secondary, _) => None,
                },
                room: mode
                    .filter(|mode| mode.is_injected())
                    .map(|mode| room(location, request.tier, mode, best.map(|best| best.units))),
            }
        })
        .collect();
    Capacities { locations, aim, mode, max_units }
}

/// What a location has now.
fn current(location: &Location, support: ZoneSupport, region_known: bool, max_units: u32) -> Current {
    let units = location.units.map(Units::get);
    let layout = location.zones;
    // Where zones are an on or off at creation, nobody shares units out by hand.
    let shared_by = layout.and_then(shared_by).filter(|_| support != ZoneSupport::OnlyAtCreation);
    let names_zones = layout.is_some_and(ZoneLayout::is_selected);
    let uneven = units.zip(shared_by).is_some_and(|(units, zones)| !units.is_multiple_of(zones));
    let excluded = units.is_some_and(|units| units > max_units)
        || uneven
        || names_zones && matches!(support, ZoneSupport::No | ZoneSupport::TierLacksZones);
    Current {
        layout,
        units,
        valid: match (support, location.units) {
            // Also where the units alone would exclude it: the contract wants `null` in an unknown region.
            (ZoneSupport::Unknown, _) if !region_known => None,
            _ if excluded => Some(false),
            (ZoneSupport::Unknown, _) | (_, None) => None,
            (ZoneSupport::Yes | ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation, Some(_)) => {
                Some(true)
            }
        },
        units_per_zone: match (layout, units) {
            (Some(ZoneLayout::Zonal {}), units) => units,
            (Some(ZoneLayout::Redundant { zones }), Some(units)) if !uneven => Some(units / zones.get()),
            (Some(ZoneLayout::Redundant { .. } | ZoneLayout::Automatic {}) | None, _) => None,
        },
        surviving_units: match (layout, units) {
            (Some(layout), Some(units)) => surviving(layout, units),
            (Some(ZoneLayout::Zonal {}), None) => Some(0),
            (_, None) | (None, _) => None,
        },
    }
}

/// What goes on after losing the fullest zone; `None` for automatic.
const fn surviving(layout: ZoneLayout, units: u32) -> Option<u32> {
    match layout {
        ZoneLayout::Automatic {} => None,
        ZoneLayout::Zonal {} => Some(0),
        ZoneLayout::Redundant { zones } => Some(units - units.div_ceil(zones.get())),
    }
}

/// In the order of the zones that they name.
const LAYOUTS: [ZoneLayout; 4] = [
    ZoneLayout::Automatic {},
    ZoneLayout::Zonal {},
    ZoneLayout::Redundant { zones: ZoneCount::TWO },
    ZoneLayout::Redundant { zones: ZoneCount::THREE },
];

impl Choices {
    /// The layouts that tier and region allow.
    ///
    /// Without zones the units stand together, which is what `automatic` comes
    /// to there; where it is not known whether there are zones, all four are
    /// possible. Consumption has no units to lay out.
    fn of(support: ZoneSupport, current: &Current, needed: u32, carry: u32, aim: Aim, max_units: u32) -> Self {
        let count = match support {
            _ if max_units == 0 => 0,
            ZoneSupport::Yes | ZoneSupport::Unknown => LAYOUTS.len(),
            ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => 1,
        };
        let mut all = LAYOUTS.map(|layout| choice(layout, needed, carry, aim, max_units));
        if let Some(open) = all.get_mut(..count) {
            open.sort_by_key(|choice| rank(choice, current, needed, aim));
            if let Some(best) = open.first_mut().filter(|best| best.verdict == Verdict::Possible) {
                best.verdict = Verdict::Recommended;
            }
        }
        Self { all, count }
    }

    /// The layouts, the best first.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.all.iter().take(self.count)
    }

    /// The best layout; `None` when every one exceeds the tier.
    pub fn recommended(&self) -> Option<&Choice> {
        self.iter().next().filter(|first| first.verdict == Verdict::Recommended)
    }
}

/// A layout with the units that the aim takes.
fn choice(layout: ZoneLayout, needed: u32, carry: u32, aim: Aim, max_units: u32) -> Choice {
    let all_up = if aim.region { needed.max(carry) } else { needed };
    let units = match layout {
        ZoneLayout::Automatic {} | ZoneLayout::Zonal {} => all_up,
        ZoneLayout::Redundant { zones } => {
            let with_a_zone_lost = if aim.zone { sizing::outliving_a_zone(needed, zones) } else { 0 };
            sizing::evenly(all_up, zones.get()).max(with_a_zone_lost)
        }
    };
    let surviving_units = surviving(layout, units);
    let meets_goal = match layout {
        _ if !aim.zone && !aim.region => None,
        ZoneLayout::Automatic {} => None,
        // What one zone's loss takes away survives nothing, however many units it has.
        ZoneLayout::Zonal {} => Some(false),
        ZoneLayout::Redundant { .. } => {
            let zone = !aim.zone || surviving_units >= Some(needed);
            Some(zone && (!aim.region || aim.several))
        }
    };
    Choice {
        layout,
        units,
        units_per_zone: match layout {
            ZoneLayout::Automatic {} => None,
            ZoneLayout::Zonal {} => Some(units),
            ZoneLayout::Redundant { zones } => Some(units / zones.get()),
        },
        surviving_units,
        meets_goal,
        verdict: if units > max_units { Verdict::RuledOut } else { Verdict::Possible },
    }
}

/// Smaller is better: within the tier, then nearer to the goal, then fewer units, then more zones.
///
/// A goal that no layout of this location can do anything for, such as a lost
/// region when there is only one, leaves the order to the present layout.
fn rank(choice: &Choice, current: &Current, needed: u32, aim: Aim) -> (bool, u8, u32, Reverse<u32>) {
    let present = current.layout == Some(choice.layout) && current.valid != Some(false);
    let nearness = if aim.zone || aim.region && aim.several {
        match choice.layout {
            _ if choice.meets_goal == Some(true) => 0,
            ZoneLayout::Redundant { .. } if aim.zone && choice.surviving_units >= Some(needed) => 1,
            ZoneLayout::Automatic {} => 2,
            ZoneLayout::Redundant { .. } => 3,
            ZoneLayout::Zonal {} => 4,
        }
    } else {
        match choice.layout {
            _ if present => 0,
            ZoneLayout::Automatic {} => 1,
            ZoneLayout::Redundant { .. } => 2,
            ZoneLayout::Zonal {} => 3,
        }
    };
    (choice.verdict == Verdict::RuledOut, nearness, choice.units, Reverse(zones_of(choice.layout).unwrap_or(0)))
}

/// Addresses that a location takes now, while it migrates, and afterwards.
fn room(location: &Location, tier: Option<Tier>, mode: Vnet, after: Option<u32>) -> Room {
    let subnet = location.subnet.unwrap_or_default();
    let is_new = location.new == Some(true);
    let units = location.units.map_or(1, Units::get);
    let now = subnet::addresses(units, tier, mode);
    let after = after.map_or(now, |units| subnet::addresses(units, tier, mode));
    let fits = |needed: u32| match subnet.available_addresses {
        // What is there already is not among the free addresses; what comes must be.
        Some(free) if is_new => Some(needed <= free),
        Some(free) if needed > now => Some(needed - now <= free),
        Some(_) | None => subnet::fits(&subnet, needed),
    };
    let twice = |one: u32| one.saturating_mul(2);
    let grown_first = match subnet.available_addresses {
        // The growth comes first, then the copy of what has grown.
        Some(free) if !is_new => Some(twice(after).saturating_sub(now) <= free),
        Some(_) | None => subnet::copy_fits(&subnet, after),
    };
    let smallest = smallest_subnet(tier);
    Room {
        now: Use { needed: now, fits: fits(now) },
        usable: subnet.prefix.map(|prefix: Prefix| usable(prefix)),
        smallest_prefix: subnet::smallest_prefix(now).map(|bits| bits.min(smallest)),
        during: Use { needed: twice(now), fits: subnet::copy_fits(&subnet, now) },
        after: Use { needed: after, fits: fits(after) },
        grown_first: Use { needed: twice(after), fits: grown_first },
    }
}
