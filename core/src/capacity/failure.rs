//! What happens when a zone or a region is lost, by layout and role, as S004 has it.

use super::shape::Failure;
use crate::cite::{Sources, by};
use crate::domain::{Layout, Role, ZoneLayout, ZoneSupport};
use crate::facts::reliability as facts;
use crate::facts::{tiers, zones};

/// How the units of a location stand, as far as a lost zone is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Placement {
    /// Spread by the platform, two units or more.
    Automatic,
    /// Spread by the platform, one unit.
    AutomaticSingle,
    /// Spread by the platform, nobody says how many units.
    AutomaticOpen,
    /// Over chosen zones.
    Redundant,
    /// In one chosen zone.
    Zonal,
    /// Where there are no zones.
    Together,
}

impl Placement {
    /// How units stand in a location.
    pub const fn of(support: ZoneSupport, layout: Option<ZoneLayout>, units: Option<u32>) -> Self {
        match (support, layout) {
            (ZoneSupport::No | ZoneSupport::TierLacksZones, _) => Self::Together,
            (_, Some(ZoneLayout::Redundant { .. })) => Self::Redundant,
            (_, Some(ZoneLayout::Zonal {})) => Self::Zonal,
            (_, Some(ZoneLayout::Automatic {}) | None) => match units {
                None => Self::AutomaticOpen,
                Some(1) => Self::AutomaticSingle,
                Some(_) => Self::Automatic,
            },
        }
    }

    /// The contract's word for it; `None` where there are no zones.
    pub const fn layout(self) -> Option<Layout> {
        match self {
            Self::Automatic | Self::AutomaticSingle | Self::AutomaticOpen => Some(Layout::Automatic),
            Self::Redundant => Some(Layout::Redundant),
            Self::Zonal => Some(Layout::Zonal),
            Self::Together => None,
        }
    }
}

/// What is lost with a zone: the same for every layout that leaves something.
const ZONE_DATA: &str = "Changes of configuration of the last 10 seconds may be lost, and some or all of the built-in cache; rate-limit counters may lag behind. What must last belongs in an external cache.";

/// What happens when a zone is lost.
pub fn zone_down(placement: Placement, role: Role) -> Failure {
    Failure {
        layout: placement.layout(),
        detection: match placement {
            Placement::Automatic | Placement::Redundant => "The platform notices and acts. You start nothing.",
            Placement::AutomaticOpen => "With two units or more the platform notices and acts; with one, you must.",
            Placement::AutomaticSingle => {
                "You must notice, then add units, which are placed in another zone, or fail over to another instance."
            }
            Placement::Zonal => "You must notice, and fail over to an instance that you run in another zone.",
            Placement::Together => "You must notice. Single machines that break are dealt with by the platform.",
        }
        .into(),
        active_requests: match placement {
            Placement::Automatic | Placement::AutomaticOpen | Placement::Redundant => {
                "Requests on units of that zone end; clients repeat them."
            }
            Placement::AutomaticSingle | Placement::Zonal | Placement::Together => "All requests end; clients repeat them.",
        }
        .into(),
        data: ZONE_DATA.into(),
        downtime: zone_downtime(placement, role).into(),
        rerouting: match placement {
            Placement::Automatic | Placement::AutomaticOpen => {
                "To the units that remain. Lost units are not set up in another zone: add some if the rest is too few, though nobody promises that there are any."
            }
            Placement::AutomaticSingle => "Nowhere by itself: add units, or send traffic to another instance.",
            Placement::Redundant => {
                "To the units in the other zones. One page lets the platform look for replacements, a later one promises none: count on those that remain."
            }
            Placement::Zonal => "Nowhere by itself: sending traffic to an instance in another zone is your work.",
            Placement::Together => "Nowhere by itself: sending traffic to another region or instance is your work.",
        }
        .into(),
        failback: match placement {
            Placement::Automatic | Placement::AutomaticSingle | Placement::AutomaticOpen | Placement::Redundant => {
                "By itself: when the zone is back the platform restores the units and their traffic."
            }
            Placement::Zonal => "You send traffic back when the zone is back.",
            Placement::Together => "No page says.",
        }
        .into(),
        test: match placement {
            Placement::Automatic | Placement::Redundant => "Nothing to start or to check: it is managed.",
            Placement::AutomaticOpen => "Nothing to start or to check with two units or more; with one it cannot be simulated.",
            Placement::AutomaticSingle | Placement::Together => "It cannot be simulated.",
            Placement::Zonal => {
                "It cannot be simulated: have your own gateways or balancers send traffic to an instance in another zone."
            }
        }
        .into(),
        sources: Sources::listed(zone_sources(placement)),
    }
}

fn zone_downtime(placement: Placement, role: Role) -> &'static str {
    match (placement, role) {
        (Placement::Automatic, _) => "None expected: the units in other zones go on. Nobody can say how many those are.",
        (Placement::AutomaticOpen, _) => "None expected with two units or more. With one, pages disagree on whether it stays up.",
        (Placement::AutomaticSingle, _) => {
            "Away until the zone is back if the unit stood in it. A later page says that one unit is two machines in two zones and stays up: do not count on it."
        }
        (Placement::Redundant, Role::Primary) => {
            "None expected. Management and developer portal stand in the same zones and go on too."
        }
        (Placement::Redundant, Role::Secondary) => "None expected. Management and developer portal are in the primary.",
        (Placement::Zonal, Role::Primary) => "Away until the zone is back: gateway, management and developer portal.",
        (Placement::Zonal, Role::Secondary) => {
            "This location's gateway is away until the zone is back. Management and developer portal are in the primary."
        }
        (Placement::Together, Role::Primary) => {
            "No page gives a figure for units that stand together: count on gateway, management and portal being away until their place is back."
        }
        (Placement::Together, Role::Secondary) => {
            "No page gives a figure for units that stand together: count on this location's gateway being away until its place is back."
        }
    }
}

const fn zone_sources(placement: Placement) -> &'static [&'static crate::cite::Citation] {
    match placement {
        Placement::Automatic | Placement::AutomaticOpen | Placement::AutomaticSingle => by![
            facts::ZONE_DETECTION_AUTOMATIC,
            facts::ZONE_REQUESTS,
            facts::ZONE_CONFIGURATION,
            facts::ZONE_CACHE,
            facts::ZONE_COUNTERS,
            facts::ZONE_DOWNTIME_AUTOMATIC,
            facts::ZONE_TRAFFIC_AUTOMATIC,
            facts::ZONE_FAILBACK,
            facts::ZONE_TEST_AUTOMATIC,
            facts::NO_REPLACEMENT,
            zones::UNIT_IS_TWO_MACHINES
        ],
        Placement::Redundant => by![
            facts::ZONE_DETECTION_REDUNDANT,
            facts::ZONE_REQUESTS,
            facts::ZONE_CONFIGURATION,
            facts::ZONE_CACHE,
            facts::ZONE_COUNTERS,
            facts::ZONE_DOWNTIME_REDUNDANT,
            facts::ZONE_TRAFFIC_REDUNDANT,
            facts::ZONE_FAILBACK,
            facts::ZONE_TEST_REDUNDANT,
            facts::NO_REPLACEMENT,
            facts::PRIMARY_HOLDS_ALL
        ],
        Placement::Zonal => by![
            facts::ZONE_DETECTION_ZONAL,
            facts::ZONE_REQUESTS,
            facts::ZONE_CONFIGURATION,
            facts::ZONE_CACHE,
            facts::ZONE_COUNTERS,
            facts::ZONE_DOWNTIME_ZONAL,
            facts::ZONE_TRAFFIC_ZONAL,
            facts::ZONE_FAILBACK_ZONAL,
            facts::ZONE_TEST_ZONAL
        ],
        Placement::Together => {
            by![facts::BUILT_IN_REDUNDANCY, facts::UNITS_SHARE, tiers::OTHERS_HAVE_NEITHER, tiers::CONSUMPTION_IS_BUILT_IN]
        }
    }
}

/// What happens when a region is lost, the one of that role.
pub fn region_down(role: Role, others: Others, access: Access) -> Failure {
    if others == Others::None {
        return Failure {
            layout: None,
            detection: "You must notice: there is no other region to fail over to.".into(),
            active_requests: "All requests end; clients repeat them.".into(),
            data:
                "Configuration stays with the region. A backup or templates bring it up elsewhere; cache and counters are lost."
                    .into(),
            downtime: "Gateway, management and developer portal are away until the region is back. No page gives a figure."
                .into(),
            rerouting: "Nowhere by itself: sending traffic to an instance elsewhere is your work.".into(),
            failback: "You send traffic back when the region is back.".into(),
            test: "Restore a backup into an instance in another region, and send it test traffic.".into(),
            sources: Sources::listed(by![facts::REGIONS_HELP, facts::BACKUP_CONTENT, facts::BACKUP_OTHER_MEANS]),
        };
    }
    Failure {
        layout: None,
        detection: "The platform notices and fails over to the gateway of another region.".into(),
        active_requests: "Requests in the lost region are dropped; clients repeat them.".into(),
        data: match role {
            Role::Primary => "Changes of configuration of the last 10 seconds may be lost. The region's built-in cache and rate-limit counters are not in the others.",
            Role::Secondary => "Nothing of the configuration: the primary has it. The region's built-in cache and rate-limit counters are not in the others.",
        }
        .into(),
        downtime: match role {
            Role::Primary => "No gateway downtime expected: the other regions go on with the last configuration. Management and developer portal are away until the region is back.",
            Role::Secondary => "No gateway downtime expected: the other regions go on. Management and developer portal are not touched.",
        }
        .into(),
        rerouting: match access {
            Access::Public => "To the next nearest gateway, by itself, unless you route by a Traffic Manager of your own.",
            Access::Private => "In internal mode your own load balancing must move it: Azure does not route between private addresses.",
        }
        .into(),
        failback: match role {
            Role::Primary => "By itself: when the region is back the platform restores its units and their traffic.",
            Role::Secondary => "By itself, as the page has it for the primary; of a secondary it says nothing.",
        }
        .into(),
        test: "Switch routing to this region's gateway off, regularly, and watch the others: REST, command line or PowerShell set disableGateway, with default routing only.".into(),
        sources: Sources::listed(by![
            facts::REGION_DETECTION,
            facts::REGION_REQUESTS,
            facts::REGION_DATA,
            facts::REGION_SYNC,
            facts::REGION_DOWNTIME,
            facts::REGION_TRAFFIC,
            facts::REGION_FAILBACK,
            facts::REGION_TEST,
            facts::SWITCH_OFF_GATEWAY,
            facts::INTERNAL_ROUTING_IS_YOURS,
            facts::GATEWAY_ONLY
        ]),
    }
}

/// Whether other regions are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Others {
    /// The lost region was the only one.
    None,
    /// At least one.
    Some,
}

/// How clients reach the gateways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Access {
    /// By public addresses.
    Public,
    /// By private addresses: internal mode.
    Private,
}
