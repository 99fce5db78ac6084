//! How an instance gets availability zones, and what zones require: S003, and S004 as far as it is about zones.

use super::sources::cites;
use crate::cite::{Cited, Revision};
use crate::domain::Minutes;

cites! {
    ZONAL = S003, "S003.zonal", "Introduction",
        "Zonal: gateway, management and developer portal stand in one zone that the reader picks.";
    ZONAL_IS_NO_RESILIENCE = S003, "S003.zonal-no-resilience", "Introduction (note)",
        "One zone makes nothing more resilient: only several zones do.";
    REDUNDANT = S003, "S003.redundant", "Introduction",
        "Zone-redundant: gateway, management and developer portal are repeated in two or more zones, which makes the service resilient.";
    FOUR_SCENARIOS = S003, "S003.scenarios", "Introduction",
        "There are four cases: a location outside a network, one injected on stv1, one injected on stv2, and a new location.";
    READ_FIRST = S003, "S003.prerequisites", "Prerequisites",
        "Before any of the four, know what zones require of tier, region, units and addresses.";
    NO_DOWNTIME = S003, "S003.no-downtime", "Downtime requirements",
        "None of the cases takes the gateway away.";
    NOT_INJECTED_STEPS = S003, "S003.not-injected", "Existing gateway location not injected in a virtual network",
        "In the portal, under Locations, choose the location, its units and its zones, then apply and save.";
    EVEN_UNITS = S003, "S003.even-units", "All four scenarios",
        "The units must share the chosen zones evenly: three units and three zones give each zone one.";
    LOCATION_HAS_ZONES = S003, "S003.location-has-zones", "All four scenarios",
        "The location must be one that has zones.";
    ZONES_BRING_STV2 = S003, "S003.stv1-moves", "Existing gateway location (stv1) injected in a virtual network",
        "Naming zones on stv1 moves the instance to stv2 by itself.";
    STV1_NETWORK = S003, "S003.stv1-network", "Existing gateway location (stv1) injected in a virtual network",
        "On stv1, first provide a new subnet, and if wanted a public address resource, in the location.";
    STV1_STEPS = S003, "S003.stv1-steps", "Existing gateway location (stv1) injected in a virtual network",
        "Choose location, units and zones, then under Network the new subnet and the public address resource; apply and save.";
    STV2_NETWORK = S003, "S003.stv2-network", "Existing gateway location (stv2) injected in a virtual network",
        "On stv2 a new subnet and an optional public address resource are listed as preparations.";
    STV2_STEPS = S003, "S003.stv2-steps", "Existing gateway location (stv2) injected in a virtual network",
        "Choose location, units and zones, then if wanted the new public address resource; no step chooses a subnet. Apply and save.";
    NEW_LOCATION_NETWORK = S003, "S003.new-location-network", "New gateway location",
        "Where the primary location is injected, a new location needs a network and a subnet of its own in its region first; a public address resource is optional.";
    NEW_LOCATION_STEPS = S003, "S003.new-location-steps", "New gateway location",
        "Under Locations add the location, with units, zones and, where injected, its network, subnet and public address resource; add and save.";
    AUTOMATIC = S004, "S004.automatic", "Availability zone support",
        "In a region with zones, Premium without named zones is automatic: Azure spreads the units as well as it can, and nobody can see where they are.";
    AUTOMATIC_THREE = S004, "S004.automatic-three", "Availability zone support (note)",
        "A single automatic unit stands in some zone and may be lost with it; at least three units are advised.";
    AUTOMATIC_TWO = S004, "S004.automatic-two", "Availability zone support: considerations",
        "Automatic zones put no condition on the number of units, but it takes at least two for a lost zone to leave the instance standing.";
    REDUNDANT_REPEATS_ALL = S004, "S004.redundant", "Availability zone support",
        "Two or more chosen zones repeat gateway, management and developer portal over them.";
    ZONAL_HOLDS_ALL = S004, "S004.zonal", "Availability zone support",
        "One chosen zone holds all units, the management and the portal.";
    ZONAL_FOR_LATENCY = S004, "S004.zonal-for-latency", "Availability zone support (important)",
        "Pin to one zone only when the latency between zones was measured and is too high; then run separate instances in several zones and route between them.";
    REGIONS_WITH_ZONES = S004, "S004.zone-regions", "Availability zone support: region support",
        "Premium has zones in every Azure region that has them.";
    MULTIPLE_OF_ZONES = S004, "S004.multiple-of-zones", "Availability zone support: considerations",
        "With zones named by hand the units are a multiple of them: two, four and so on in two zones, three, six and so on in three.";
    AUTOSCALE_BY_MULTIPLES = S004, "S004.autoscale-multiples", "Availability zone support: considerations",
        "With zones named by hand, the numbers in autoscale rules and limits are multiples of the zones; automatic zones leave autoscale as it is.";
    PUBLIC_IP_REQUIRED = S004, "S004.public-ip", "Availability zone support: considerations",
        "An injected instance needs a public address resource when its zones are enabled; in internal mode it serves management only.";
    ZONES_COST_UNITS = S004, "S004.zone-cost", "Availability zone support: cost",
        "More units cost more, whatever the zones.";
    AUTOMATIC_BY_DEFAULT = S004, "S004.automatic-by-default", "Configure availability zone support",
        "A Premium instance that is created in a region with zones is automatic unless zones are named.";
    ZONE_NUMBERS = S004, "S004.zone-numbers", "Configure availability zone support (shared text)",
        "Zone numbers are logical: the same number may mean another building in another subscription.";
    ZONES_CAN_CHANGE = S004, "S004.zones-can-change", "Configure availability zone support",
        "Zones can be added, changed and moved later, without downtime.";
    CHANGE_TAKES = S004, "S004.change-takes", "Configure availability zone support",
        "A change of zones takes 15 to 45 minutes, and the gateway answers meanwhile.";
    CHANGE_TAKES_MORE = RELIABILITY_2026, "reliability-2026-01.change-takes", "Configure availability zone support",
        "A change of zones takes 15 to 45 minutes or more.";
    CHANGE_MOVES_ADDRESSES = S004, "S004.change-addresses", "Configure availability zone support",
        "A change of zones changes the public and the private address.";
    NO_PROMISE_OF_UNITS = S004, "S004.zone-capacity", "Availability zone support: capacity planning",
        "When a zone is down nobody promises more units elsewhere, and lost ones are replaced only if that is possible: run more than the peak needs, over several zones.";
    MEASURE_TO_SIZE = S004, "S004.measure", "Availability zone support: capacity planning",
        "How many units are needed is told by the capacity metric and by tests of one's own.";
    UNIT_IS_TWO_MACHINES = RELIABILITY_2026, "reliability-2026-01.two-machines", "Availability zone support",
        "A unit is two machines; with automatic zones even a single unit stands in two zones and outlives the loss of one.";
    AUTOMATIC_TWO_LATER = RELIABILITY_2026, "reliability-2026-01.two-units", "Availability zone support",
        "Automatic zones want at least two units.";
    SCALE_OUT_AT = CAPACITY_METRIC, "capacity-2024-10.scale-out", "Use capacity for scaling",
        "Add units when the metric stays above 60 to 70 percent for about half an hour, and above about 40 percent with a single unit.";
    LOW_IS_NO_PROOF = CAPACITY_METRIC, "capacity-2024-10.low-value", "Use capacity for scaling",
        "A low value by itself does not prove that there is room: test with the real load.";
    NO_THROTTLING = CAPACITY_METRIC, "capacity-2024-10.limit", "What happens at the limit",
        "An instance at its limit does not throttle: it answers slowly, drops connections and runs into time-outs.";
    MAY_THROTTLE = LIMITS_COPY, "limits-copy-2026.throttling", "Gateway capacity",
        "A gateway at its limit may answer 429 to protect itself; more or larger units cure it.";
    AUTOSCALE_PRIMARY = AUTOSCALE, "autoscale-2023-03.primary", "Limitations",
        "Autoscale works in the primary location only.";
    AUTOSCALE_STEP = AUTOSCALE, "autoscale-2023-03.step", "Limitations",
        "A scaling operation takes at least 20 minutes.";
    AUTOSCALE_OUT = AUTOSCALE, "autoscale-2023-03.scale-out", "Configure autoscale: scale-out rule",
        "The sample rule adds 1 unit when the average of the Capacity metric is above 80 percent for 30 minutes, with a cool-down of 60 minutes.";
    AUTOSCALE_IN = AUTOSCALE, "autoscale-2023-03.scale-in", "Configure autoscale: scale-in rule",
        "The sample rule removes 1 unit when the average of the Capacity metric is below 35 percent for 30 minutes, with a cool-down of 90 minutes.";
    V2_METRICS = CAPACITY_METRIC, "capacity-2024-10.v2", "Available capacity metrics",
        "The classic tiers have the metric Capacity; the v2 tiers have the CPU and the memory percentage of the gateway.";
    V2_SUBNET = NETWORK_V2, "network-v2-2025-10.subnet", "Network requirements",
        "An injected Premium v2 instance needs a dedicated subnet of /27 or larger, /24 recommended, delegated to Microsoft.Web/hostingEnvironments, without a route table and without service endpoints.";
}

/// The duration of a change of zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneChange {
    /// At least.
    pub from: Minutes,
    /// At most.
    pub to: Minutes,
    /// Whether it may take longer.
    pub or_more: bool,
}

/// The duration of a change of zones.
pub const CHANGE: Cited<ZoneChange> = Cited {
    value: ZoneChange { from: 15, to: 45, or_more: false },
    by: &CHANGE_TAKES,
    later: &[Revision { value: ZoneChange { from: 15, to: 45, or_more: true }, by: &CHANGE_TAKES_MORE }],
};

/// The gateway downtime of a change of zones.
pub const CHANGE_DOWNTIME: Cited<Minutes> = Cited::new(0, &NO_DOWNTIME);

/// A rule of autoscale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScaleRule {
    /// The average of the Capacity metric, in percent.
    pub percent: u32,
    /// For how long.
    pub window: Minutes,
    /// How many units it adds or removes.
    pub units: u32,
    /// How long it then waits.
    pub cool_down: Minutes,
}

/// The documented sample of a rule that scales out.
pub const SCALE_OUT: Cited<ScaleRule> =
    Cited::new(ScaleRule { percent: 80, window: 30, units: 1, cool_down: 60 }, &AUTOSCALE_OUT);

/// The documented sample of a rule that scales in.
pub const SCALE_IN: Cited<ScaleRule> = Cited::new(ScaleRule { percent: 35, window: 30, units: 1, cool_down: 90 }, &AUTOSCALE_IN);

/// How long a scaling operation takes at least.
pub const SCALE_STEP: Cited<Minutes> = Cited::new(20, &AUTOSCALE_STEP);

/// The load in percent above which units should be added, from and to, and for how long.
pub const SCALE_OUT_BAND: Cited<(u32, u32, Minutes)> = Cited::new((60, 70, 30), &SCALE_OUT_AT);

/// The units that automatic zones want, by the note that wants most.
pub const AUTOMATIC_EVEN: Cited<u32> = Cited::new(3, &AUTOMATIC_THREE);

/// The recommended subnet of Premium v2, as the length of its prefix.
pub const V2_SUBNET_RECOMMENDED: Cited<u32> = Cited::new(24, &V2_SUBNET);

/// Units below which automatic zones leave nothing to lose.
pub const AUTOMATIC_MINIMUM: Cited<u32> =
    Cited { value: 2, by: &AUTOMATIC_TWO, later: &[Revision { value: 2, by: &AUTOMATIC_TWO_LATER }] };

/// The target of the capacity metric in percent: the middle of the documented range.
pub const TARGET: Cited<u32> = Cited::new(65, &SCALE_OUT_AT);

/// The target of the capacity metric in percent with a single unit.
pub const TARGET_OF_ONE: Cited<u32> = Cited::new(40, &SCALE_OUT_AT);
