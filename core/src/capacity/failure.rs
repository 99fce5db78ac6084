//! What happens during a zone outage or a region outage, by layout and role, as S004 documents it.

use super::shape::Failure;
use crate::cite::{Sources, by};
use crate::domain::{Layout, Role, Text, Tier, ZoneLayout, ZoneSupport};
use crate::facts::reliability as facts;
use crate::facts::{tiers, zones};
use crate::wording::{seconds, units};

/// How the units of a location stand, as far as a lost zone is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Placement {
    /// Distributed by the platform, two units or more.
    Automatic,
    /// Distributed by the platform, one unit.
    AutomaticSingle,
    /// Distributed by the platform; the number of units is not known.
    AutomaticOpen,
    /// Across selected zones.
    Redundant,
    /// In one selected zone.
    Zonal,
    /// Where there are no zones.
    Together,
}

impl Placement {
    /// How the units of a location are distributed.
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

/// What happens during a zone outage.
pub fn zone_down(placement: Placement, role: Role) -> Failure {
    Failure {
        layout: placement.layout(),
        detection: zone_detection(placement),
        active_requests: match placement {
            Placement::Automatic | Placement::AutomaticOpen | Placement::Redundant => {
                "Requests in progress in that zone fail; clients must retry."
            }
            Placement::AutomaticSingle | Placement::Zonal => "All requests in progress fail; clients must retry.",
            Placement::Together => "Requests in progress on affected units fail; clients must retry.",
        }
        .into(),
        data: match placement {
            Placement::Together => {
                "Not documented for locations without zones. The built-in cache is volatile: use an external cache for data that must persist.".into()
            }
            Placement::Automatic
            | Placement::AutomaticSingle
            | Placement::AutomaticOpen
            | Placement::Redundant
            | Placement::Zonal => format!(
                "Configuration changes of the last {} may be lost, and some or all of the built-in cache. Rate-limit counters may be out of date. Use an external cache for data that must persist.",
                seconds(facts::CONFIGURATION_LAG.value)
            )
            .into(),
        },
        downtime: zone_downtime(placement, role).into(),
        rerouting: match placement {
            Placement::Automatic | Placement::AutomaticOpen => {
                "To the remaining units. Units of that zone are not replaced in another zone: add units if needed; that there is capacity is not guaranteed."
            }
            Placement::AutomaticSingle => "Not automatic: add units, or route traffic to another instance.",
            Placement::Redundant => {
                "To the units in the other zones. Documentation differs on whether lost units are replaced: count on those that remain."
            }
            Placement::Zonal => "Not automatic: you route traffic to an instance in another zone.",
            Placement::Together => "Not automatic: you route traffic to another instance.",
        }
        .into(),
        failback: match placement {
            Placement::Automatic | Placement::AutomaticSingle | Placement::AutomaticOpen | Placement::Redundant => {
                "Automatic: when the zone recovers, the platform restores the units and routes traffic to them."
            }
            Placement::Zonal => "You route traffic back when the zone has recovered.",
            Placement::Together => "Not documented.",
        }
        .into(),
        test: zone_test(placement),
        sources: Sources::listed(zone_sources(placement)),
    }
}

fn zone_detection(placement: Placement) -> Text {
    match placement {
        Placement::Automatic | Placement::Redundant => "The platform detects the outage and responds.".into(),
        Placement::AutomaticOpen => format!(
            "With {} or more, the platform detects the outage and responds; with a single unit, you do.",
            units(zones::AUTOMATIC_MINIMUM.value)
        )
        .into(),
        Placement::AutomaticSingle => {
            "You detect the outage, then add units, which are placed in another zone, or fail over to another instance.".into()
        }
        Placement::Zonal => "You detect the outage, and fail over to an instance that you run in another zone.".into(),
        Placement::Together => "You detect the outage. Failures of individual servers are handled by the platform.".into(),
    }
}

fn zone_test(placement: Placement) -> Text {
    match placement {
        Placement::Automatic | Placement::Redundant => "Nothing to test: failover is managed by the platform.".into(),
        Placement::AutomaticOpen => format!(
            "Nothing to test with {} or more. An outage of a single unit can't be simulated.",
            units(zones::AUTOMATIC_MINIMUM.value)
        )
        .into(),
        Placement::AutomaticSingle | Placement::Together => "The outage can't be simulated.".into(),
        Placement::Zonal => {
            "The outage can't be simulated. Configure your gateways or load balancers to route traffic to an instance in another zone.".into()
        }
    }
}

fn zone_downtime(placement: Placement, role: Role) -> &'static str {
    match (placement, role) {
        (Placement::Automatic, _) => "None expected: units in other zones keep working. How many those are is not known.",
        (Placement::AutomaticOpen, _) => {
            "None expected with several units. With a single unit, documentation differs on whether the gateway stays available."
        }
        (Placement::AutomaticSingle, _) => {
            "The gateway is unavailable until the zone recovers, if the unit is in it. Documentation differs: a later revision says that a unit has two virtual machines in two zones and stays available. Do not rely on it."
        }
        (Placement::Redundant, Role::Primary) => {
            "None expected. Management plane and developer portal are distributed across the same zones."
        }
        (Placement::Redundant, Role::Secondary) => {
            "None expected. Management plane and developer portal are in the primary region."
        }
        (Placement::Zonal, Role::Primary) => {
            "Gateway, management plane and developer portal are unavailable until the zone recovers."
        }
        (Placement::Zonal, Role::Secondary) => {
            "The gateway of this location is unavailable until the zone recovers. Management plane and developer portal are in the primary region."
        }
        (Placement::Together, Role::Primary) => {
            "Not documented for locations without zones: expect gateway, management plane and developer portal to be unavailable until the datacenter recovers."
        }
        (Placement::Together, Role::Secondary) => {
            "Not documented for locations without zones: expect the gateway of this location to be unavailable until the datacenter recovers."
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

/// What happens during an outage of the region with that role.
pub fn region_down(role: Role, others: Others, access: Access, backup: Backup) -> Failure {
    if others == Others::None {
        return only_region_down(backup);
    }
    Failure {
        layout: None,
        detection: match access {
            Access::Public => "The platform detects the outage and fails over to the gateway of another region.",
            Access::Private => "You detect the outage: in internal mode, your load balancing must stop using the private VIP of that region.",
        }
        .into(),
        active_requests: "Requests in progress in that region are dropped; clients must retry.".into(),
        data: match role {
            Role::Primary => format!(
                "Configuration changes of the last {} may be lost. Built-in cache and rate-limit counters of the region are not replicated.",
                seconds(facts::CONFIGURATION_LAG.value)
            )
            .into(),
            Role::Secondary => {
                "No configuration: it is in the primary region. Built-in cache and rate-limit counters of the region are not replicated.".into()
            }
        },
        downtime: region_downtime(role, access).into(),
        rerouting: match access {
            Access::Public => "Automatic, to the next closest gateway, unless you route with your own Traffic Manager.",
            Access::Private => "Your own load balancing across the private VIPs must reroute traffic: Azure does not.",
        }
        .into(),
        failback: match (access, role) {
            (Access::Public, Role::Primary) => "Automatic: when the region recovers, the platform restores its units and routes traffic to them.",
            (Access::Public, Role::Secondary) => "Automatic (documented for the primary region only).",
            (Access::Private, _) => "The platform restores the units when the region recovers; your load balancing routes traffic back.",
        }
        .into(),
        test: match access {
            Access::Public => "Disable routing to the gateway of this region regularly (disableGateway by REST, CLI or PowerShell), and watch the others. It works with default routing only.",
            Access::Private => "Remove the private VIP of this region from your load balancing regularly, and watch the others.",
        }
        .into(),
        sources: Sources::listed(match access {
            Access::Public => by![
                facts::REGION_DETECTION,
                facts::REGION_REQUESTS,
                facts::REGION_DATA,
                facts::REGION_SYNC,
                facts::REGION_DOWNTIME,
                facts::REGION_TRAFFIC,
                facts::REGION_FAILBACK,
                facts::REGION_TEST,
                facts::SWITCH_OFF_GATEWAY,
                facts::GATEWAY_ONLY
            ],
            Access::Private => by![
                facts::INTERNAL_ROUTING_IS_YOURS,
                facts::REGION_REQUESTS,
                facts::REGION_DATA,
                facts::REGION_SYNC,
                facts::REGION_DOWNTIME,
                facts::REGION_FAILBACK,
                facts::REGION_TEST,
                facts::GATEWAY_ONLY
            ],
        }),
    }
}

const fn region_downtime(role: Role, access: Access) -> &'static str {
    match (role, access) {
        (Role::Primary, Access::Public) => {
            "No gateway downtime expected: the other regions serve requests with the latest configuration. Management plane and developer portal are unavailable until the region recovers."
        }
        (Role::Primary, Access::Private) => {
            "The gateways of the other regions stay available; clients reach them once your load balancing has rerouted. Management plane and developer portal are unavailable until the region recovers."
        }
        (Role::Secondary, Access::Public) => {
            "No gateway downtime expected: the other regions serve the requests. Management plane and developer portal are not affected."
        }
        (Role::Secondary, Access::Private) => {
            "The gateways of the other regions stay available; clients reach them once your load balancing has rerouted. Management plane and developer portal are not affected."
        }
    }
}

/// No other region serves traffic.
fn only_region_down(backup: Backup) -> Failure {
    let (data, test) = match backup {
        Backup::Available => (
            "Restore the configuration elsewhere from a backup, from APIOps or from templates. Built-in cache and rate-limit counters are lost.",
            "Restore a backup into an instance in another region, and send test traffic to it.",
        ),
        Backup::NotAvailable => (
            "Deploy the configuration elsewhere with APIOps or templates: the tier has no backup. Built-in cache and rate-limit counters are lost.",
            "Deploy the configuration to an instance in another region with APIOps or templates, and send test traffic to it.",
        ),
    };
    Failure {
        layout: None,
        detection: "You detect the outage: no other region serves traffic.".into(),
        active_requests: "All requests in progress fail; clients must retry.".into(),
        data: data.into(),
        downtime: "Gateway, management plane and developer portal are unavailable until the region recovers. How long is not documented."
            .into(),
        rerouting: "Not automatic: you route traffic to another instance.".into(),
        failback: "You route traffic back when the region has recovered.".into(),
        test: test.into(),
        sources: Sources::listed(by![facts::REGIONS_HELP, facts::BACKUP_CONTENT, facts::BACKUP_OTHER_MEANS, tiers::BACKUP_TIERS]),
    }
}

/// Whether the tier can be backed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Backup {
    /// It can, or it is not answered.
    Available,
    /// It can't.
    NotAvailable,
}

impl Backup {
    /// Of a tier; an open tier can be one that has backups.
    pub fn of(tier: Option<Tier>) -> Self {
        if tiers::backs_up(tier) == Some(false) { Self::NotAvailable } else { Self::Available }
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
    /// By public VIPs.
    Public,
    /// By private VIPs: internal mode.
    Private,
}
