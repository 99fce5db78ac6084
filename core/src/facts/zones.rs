//! How an instance gets availability zones, and what zones require: S003, and S004 as far as it is about zones.

use super::sources::cites;
use crate::cite::{Cited, Revision};
use crate::domain::Minutes;

cites! {
    ZONAL = S003, "S003.zonal", "Introduction",
        "Zonal: gateway, management plane and developer portal are in one zone that you select.";
    ZONAL_IS_NO_RESILIENCE = S003, "S003.zonal-no-resilience", "Introduction (note)",
        "One zone does not increase resiliency: only several zones do.";
    REDUNDANT = S003, "S003.redundant", "Introduction",
        "Zone-redundant: gateway, management plane and developer portal are replicated in two or more zones, which increases resiliency.";
    FOUR_SCENARIOS = S003, "S003.scenarios", "Introduction",
        "There are four scenarios: a location that is not injected, one injected on stv1, one injected on stv2, and a new location.";
    READ_FIRST = S003, "S003.prerequisites", "Prerequisites",
        "Check the requirements of availability zones first: tier, region, units and IP addresses.";
    NO_DOWNTIME = S003, "S003.no-downtime", "Downtime requirements",
        "No scenario causes downtime.";
    NOT_INJECTED_STEPS = S003, "S003.not-injected", "Existing gateway location not injected in a virtual network",
        "In the portal, under Locations, select the location, its units and its zones, then apply and save.";
    EVEN_UNITS = S003, "S003.even-units", "All four scenarios",
        "The units must be distributed evenly across the selected zones: with three units and three zones, each zone gets one unit.";
    LOCATION_HAS_ZONES = S003, "S003.location-has-zones", "All four scenarios",
        "The location must have availability zones.";
    ZONES_BRING_STV2 = S003, "S003.stv1-moves", "Existing gateway location (stv1) injected in a virtual network",
        "Configuring zones on stv1 moves the instance to stv2 automatically.";
    STV1_NETWORK = S003, "S003.stv1-network", "Existing gateway location (stv1) injected in a virtual network",
        "On stv1, create a new subnet in the location first and, optionally, a public IP address resource.";
    STV1_STEPS = S003, "S003.stv1-steps", "Existing gateway location (stv1) injected in a virtual network",
        "Select location, units and zones, then under Network the new subnet and the public IP address resource; apply and save.";
    STV2_NETWORK = S003, "S003.stv2-network", "Existing gateway location (stv2) injected in a virtual network",
        "On stv2, a new subnet and an optional public IP address resource are listed as prerequisites.";
    STV2_STEPS = S003, "S003.stv2-steps", "Existing gateway location (stv2) injected in a virtual network",
        "Select location, units and zones, then optionally the new public IP address resource; no step selects a subnet; apply and save.";
    NEW_LOCATION_NETWORK = S003, "S003.new-location-network", "New gateway location",
        "If the primary location is injected, a new location needs a virtual network and a subnet in its region first; a public IP address resource is optional.";
    NEW_LOCATION_STEPS = S003, "S003.new-location-steps", "New gateway location",
        "Under Locations, add the location with units and zones and, if injected, its virtual network, subnet and public IP address resource; add and save.";
    AUTOMATIC = S004, "S004.automatic", "Availability zone support",
        "In a region with zones, Premium without selected zones is automatic: Azure distributes the units, best effort, and you can't see in which zones they are.";
    AUTOMATIC_THREE = S004, "S004.automatic-three", "Availability zone support (note)",
        "A single unit with automatic zones is in one zone and can become unavailable with it; at least three units are recommended.";
    AUTOMATIC_TWO = S004, "S004.automatic-two", "Availability zone support: considerations",
        "Automatic zones require no multiple of units, but at least two units are needed to survive a zone outage.";
    REDUNDANT_REPEATS_ALL = S004, "S004.redundant", "Availability zone support",
        "Two or more selected zones replicate gateway, management plane and developer portal.";
    ZONAL_HOLDS_ALL = S004, "S004.zonal", "Availability zone support",
        "One selected zone contains all units, the management plane and the developer portal.";
    ZONAL_FOR_LATENCY = S004, "S004.zonal-for-latency", "Availability zone support (important)",
        "Use one zone only if you measured that the latency between zones is too high; then run separate instances in several zones and route between them.";
    REGIONS_WITH_ZONES = S004, "S004.zone-regions", "Availability zone support: region support",
        "Premium supports zones in every Azure region that has them.";
    MULTIPLE_OF_ZONES = S004, "S004.multiple-of-zones", "Availability zone support: considerations",
        "With selected zones, the units are a multiple of the zones: two, four and so on in two zones, three, six and so on in three.";
    AUTOSCALE_BY_MULTIPLES = S004, "S004.autoscale-multiples", "Availability zone support: considerations",
        "With selected zones, the numbers in autoscale rules and limits are multiples of the zones; automatic zones do not affect autoscale.";
    PUBLIC_IP_REQUIRED = S004, "S004.public-ip", "Availability zone support: considerations",
        "An injected instance needs a public IP address resource when zones are enabled; in internal mode it is used for management only.";
    ZONES_COST_UNITS = S004, "S004.zone-cost", "Availability zone support: cost",
        "More units cost more, whatever the zone layout.";
    AUTOMATIC_BY_DEFAULT = S004, "S004.automatic-by-default", "Configure availability zone support",
        "A Premium instance that is created in a region with zones uses automatic zones unless you select zones.";
    ZONE_NUMBERS = S004, "S004.zone-numbers", "Configure availability zone support (shared text)",
        "Zone numbers are logical: the same number can be a different datacenter in another subscription.";
    ZONES_CAN_CHANGE = S004, "S004.zones-can-change", "Configure availability zone support",
        "Zones can be added, changed and moved later, without downtime.";
    CHANGE_TAKES = S004, "S004.change-takes", "Configure availability zone support",
        "A change of zones takes 15 to 45 minutes, and the gateway stays available.";
    CHANGE_TAKES_MORE = RELIABILITY_2026, "reliability-2026-01.change-takes", "Configure availability zone support",
        "A change of zones takes 15 to 45 minutes or more.";
    CHANGE_MOVES_ADDRESSES = S004, "S004.change-addresses", "Configure availability zone support",
        "A change of zones changes the public and the private VIP.";
    NO_PROMISE_OF_UNITS = S004, "S004.zone-capacity", "Availability zone support: capacity planning",
        "During a zone outage, units in other zones are not guaranteed and lost units are replaced best effort: provision more units than needed at peak, across several zones.";
    MEASURE_TO_SIZE = S004, "S004.measure", "Availability zone support: capacity planning",
        "Use the capacity metric and your own tests to determine how many units you need.";
    UNIT_IS_TWO_MACHINES = RELIABILITY_2026, "reliability-2026-01.two-machines", "Availability zone support",
        "A unit has two virtual machines; with automatic zones even a single unit is in two zones and survives a zone outage.";
    AUTOMATIC_TWO_LATER = RELIABILITY_2026, "reliability-2026-01.two-units", "Availability zone support",
        "Automatic zones need at least two units.";
    SCALE_OUT_AT = CAPACITY_METRIC, "capacity-2024-10.scale-out", "Use capacity for scaling",
        "Add units when the metric stays above 60 to 70 percent for about half an hour, or above about 40 percent with a single unit.";
    LOW_IS_NO_PROOF = CAPACITY_METRIC, "capacity-2024-10.low-value", "Use capacity for scaling",
        "A low value does not prove that there is spare capacity: test with the real load.";
    NO_THROTTLING = CAPACITY_METRIC, "capacity-2024-10.limit", "What happens at the limit",
        "An instance at its limit does not throttle: it responds slowly, drops connections and runs into time-outs.";
    MAY_THROTTLE = LIMITS_COPY, "limits-copy-2026.throttling", "Gateway capacity",
        "A gateway at its limit can answer 429 to protect itself; add units or use larger ones.";
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
