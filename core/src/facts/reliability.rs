//! What happens in an outage, and what to do beforehand: S004 without the requirements of zones.

use super::sources::cites;
use crate::cite::Cited;

cites! {
    UNITS_ARE_CAPACITY = S004, "S004.units", "Reliability architecture overview",
        "Capacity is provided in units; each contains the resources to process requests.";
    BUILT_IN_REDUNDANCY = S004, "S004.built-in", "Reliability architecture overview",
        "Within one datacenter the service handles failed servers and network components automatically; zones and regions provide more resiliency.";
    UNITS_SHARE = S004, "S004.units-share", "Reliability architecture overview",
        "The units of an instance share the requests; if one fails, the others keep serving requests, with less capacity.";
    SELF_HOSTED_IS_YOURS = S004, "S004.self-hosted", "Reliability architecture overview (note)",
        "Self-hosted gateways run on your infrastructure, so you are responsible for their reliability.";
    WELL_ARCHITECTED = S004, "S004.production", "Production deployment recommendations",
        "The Well-Architected guide for the service describes how reliability affects the rest of an architecture.";
    RETRY_TRANSIENT = S004, "S004.transient", "Transient faults",
        "Every client of a cloud service must handle transient faults and retry.";
    PROTECT_BACKENDS = S004, "S004.transient-policies", "Transient faults",
        "Retry, rate-limit and quota policies protect backends; backend resources add load balancing and a circuit breaker.";
    TRAFFIC_OVER_ZONES = S004, "S004.normal-traffic", "Availability zone support: normal operations",
        "In normal operation, requests are distributed to all units in all zones.";
    CONFIGURATION_SYNC = S004, "S004.normal-configuration", "Availability zone support: normal operations",
        "Configuration changes reach all zones, usually within 10 seconds.";
    CACHE_IS_VOLATILE = S004, "S004.normal-cache", "Availability zone support: normal operations",
        "The built-in cache is distributed across zones and volatile; use an external cache for data that must persist.";
    COUNTERS_LAG = S004, "S004.normal-counters", "Availability zone support: normal operations",
        "Rate-limit counters are synchronized between zones with a delay.";
    ZONE_DETECTION_AUTOMATIC = S004, "S004.zone-down-detection-automatic", "Zone-down experience: detection",
        "Automatic with several units: the platform detects and responds; with a single unit, you detect the outage, and add units or fail over to another instance.";
    ZONE_DETECTION_REDUNDANT = S004, "S004.zone-down-detection-redundant", "Zone-down experience: detection",
        "Zone-redundant: the platform detects and responds.";
    ZONE_DETECTION_ZONAL = S004, "S004.zone-down-detection-zonal", "Zone-down experience: detection",
        "Zonal: you detect the outage, and fail over to an instance that you run in another zone.";
    ZONE_REQUESTS = S004, "S004.zone-down-requests", "Zone-down experience: active requests",
        "Requests in progress on units of the affected zone fail, and clients must retry.";
    ZONE_CONFIGURATION = S004, "S004.zone-down-configuration", "Zone-down experience: data loss",
        "Configuration changes of the last 10 seconds or so can be lost.";
    ZONE_CACHE = S004, "S004.zone-down-cache", "Zone-down experience: data loss",
        "Some or all of the built-in cache can be lost.";
    ZONE_COUNTERS = S004, "S004.zone-down-counters", "Zone-down experience: data loss",
        "Rate-limit counters in the other zones can be out of date.";
    ZONE_DOWNTIME_AUTOMATIC = S004, "S004.zone-down-downtime-automatic", "Zone-down experience: downtime",
        "Automatic with two units or more: no downtime expected; a single unit in the affected zone is unavailable until the zone recovers, unless you add units or fail over to another instance.";
    ZONE_DOWNTIME_REDUNDANT = S004, "S004.zone-down-downtime-redundant", "Zone-down experience: downtime",
        "Zone-redundant: no downtime expected.";
    ZONE_DOWNTIME_ZONAL = S004, "S004.zone-down-downtime-zonal", "Zone-down experience: downtime",
        "Zonal: the instance is unavailable until the zone recovers.";
    ZONE_TRAFFIC_AUTOMATIC = S004, "S004.zone-down-traffic-automatic", "Zone-down experience: rerouting",
        "Automatic: lost units are not replaced in another zone; you can add units.";
    ZONE_TRAFFIC_REDUNDANT = S004, "S004.zone-down-traffic-redundant", "Zone-down experience: rerouting",
        "Zone-redundant: the platform looks for replacements of the lost units and routes traffic to them.";
    ZONE_TRAFFIC_ZONAL = S004, "S004.zone-down-traffic-zonal", "Zone-down experience: rerouting",
        "Zonal: the instance is unavailable, and you route traffic to another instance.";
    NO_REPLACEMENT = RELIABILITY_2026, "reliability-2026-01.no-replacement", "Zone-down experience",
        "Automatic or zone-redundant: units of the affected zone are unavailable; you can add units, and a replacement is not guaranteed.";
    ZONE_FAILBACK = S004, "S004.zone-failback", "Availability zone support: failback",
        "Automatic and zone-redundant: when the zone recovers, the platform restores its units and routes traffic to them.";
    ZONE_FAILBACK_ZONAL = S004, "S004.zone-failback-zonal", "Availability zone support: failback",
        "Zonal: you route traffic back.";
    ZONE_TEST_AUTOMATIC = S004, "S004.zone-test-automatic", "Testing for zone failures",
        "Automatic with several units is managed by the platform, with nothing to test; the zone outage of a single unit can't be simulated.";
    ZONE_TEST_REDUNDANT = S004, "S004.zone-test-redundant", "Testing for zone failures",
        "Zone-redundant is managed by the platform, with nothing to test.";
    ZONE_TEST_ZONAL = S004, "S004.zone-test-zonal", "Testing for zone failures",
        "The zone outage of a zonal instance can't be simulated; your own gateways or load balancers can route traffic to another instance.";
    PRIMARY_HOLDS_ALL = RELIABILITY_2026, "reliability-2026-01.primary", "Availability zone support",
        "In the primary region gateway, management plane and developer portal are distributed across the zones, in a secondary region only the gateway.";
    REGIONS_HELP = S004, "S004.regions", "Multi-region support",
        "Additional regions bring the gateway closer to clients and keep the service available during a region outage.";
    REGION_SETTINGS = S004, "S004.region-settings", "Multi-region support",
        "A region is added with units, with zones if it has them, and with network settings if the others have them.";
    REGIONS_ANYWHERE = S004, "S004.region-support", "Multi-region support: region support",
        "In Premium you can add any Azure region that offers the service.";
    GATEWAY_ONLY = S004, "S004.gateway-only", "Multi-region support: considerations",
        "Additional regions have a gateway only; management plane and developer portal stay in the primary region.";
    NETWORK_IN_THE_REGION = S004, "S004.region-network", "Multi-region support: considerations",
        "The virtual network and the subnet of a secondary location are in that location's region.";
    PRIMARY_CHANGES_ADDRESS = S004, "S004.primary-address", "Multi-region support: considerations",
        "Adding, removing or enabling zones in the primary region, or selecting another subnet there, changes its VIP.";
    SECONDARY_LEAVES_PRIMARY = S004, "S004.secondary-address", "Multi-region support: considerations",
        "Adding a secondary region does not change the primary region's VIP: each region has its own.";
    REGIONAL_URLS = S004, "S004.regional-urls", "Multi-region support: considerations",
        "The gateway of each region, also the primary, has the host name https://NAME-REGION-01.regional.azure-api.net.";
    REGIONS_COST = S004, "S004.region-cost", "Multi-region support: cost",
        "More regions cost more.";
    REGIONS_CAN_CHANGE = S004, "S004.region-configure", "Configure multi-region support",
        "You can add regions to an instance and remove them.";
    OVERPROVISION_REGIONS = S004, "S004.region-capacity", "Multi-region support: capacity planning",
        "During a region outage, more units in another region are not guaranteed: provision enough beforehand.";
    SECONDARY_BY_HAND = S004, "S004.secondary-by-hand", "Multi-region support: capacity planning",
        "Autoscale works in the primary region only; scale secondary regions manually or with your own automation.";
    LOWEST_LATENCY = S004, "S004.routing", "Multi-region support: normal operations",
        "Each request is routed to the region with the lowest latency; other rules need your own Traffic Manager.";
    REGIONAL_BACKENDS = S004, "S004.regional-backends", "Multi-region support: normal operations",
        "A regional gateway sends requests to the backend: route each one to a backend that is close enough.";
    REGION_SYNC = S004, "S004.region-sync", "Multi-region support: normal operations",
        "Configuration changes reach the other regions, usually in less than 10 seconds; cache and rate-limit counters stay in their region.";
    REGION_DETECTION = S004, "S004.region-down-detection", "Region-down experience",
        "The platform detects a region outage and fails over to the gateway of another region.";
    REGION_REQUESTS = S004, "S004.region-down-requests", "Region-down experience",
        "Requests in progress in the affected region are dropped, and clients must retry.";
    REGION_DATA = S004, "S004.region-down-data", "Region-down experience",
        "The service stores configuration, a cache and counters; changes of the last 10 seconds or so can be lost with the primary region; cache and counters belong to their region.";
    REGION_DOWNTIME = S004, "S004.region-down-downtime", "Region-down experience",
        "No gateway downtime is expected; in an outage of the primary region, management plane and developer portal are unavailable, and the other regions use the latest configuration.";
    REGION_TRAFFIC = S004, "S004.region-down-traffic", "Region-down experience",
        "Requests are routed to the next closest gateway.";
    REGION_FAILBACK = S004, "S004.region-failback", "Multi-region support: failback",
        "When the primary region recovers, the platform restores its units and routes traffic to them.";
    REGION_TEST = S004, "S004.region-test", "Testing for region failures",
        "Test it regularly: routing to a regional gateway can be disabled.";
    SWITCH_OFF_GATEWAY = MULTI_REGION, "multi-region-2025-06.disable", "Disable routing to a regional gateway",
        "You can disable a location's gateway by REST, CLI or PowerShell (disableGateway), with default routing only.";
    INTERNAL_ROUTING_IS_YOURS = MULTI_REGION, "multi-region-2025-06.internal", "Virtual networking",
        "In internal mode, you build load balancing across the private VIPs of the regions; the virtual networks need not be peered.";
    TRAFFIC_MANAGER = MULTI_REGION, "multi-region-2025-06.traffic-manager", "Use custom routing",
        "With your own Traffic Manager, use geographic routing to distribute traffic and priority routing for maintenance; probe each regional URL at /status-0123456789abcdef.";
    BACKUP_CONTENT = S004, "S004.backup-content", "Backups",
        "The service stores no data; a backup contains its configuration, and can replicate it to another environment.";
    BACKUP_RUNTIME_DATA = S004, "S004.backup-runtime", "Backups (important)",
        "A backup contains users and subscriptions too, which is not always wanted.";
    BACKUP_OTHER_MEANS = S004, "S004.backup-other", "Backups",
        "For some components, APIOps or your own templates can be considered as well.";
    MAINTENANCE = S004, "S004.maintenance", "Reliability during service maintenance",
        "Azure updates the service regularly.";
    TEST_INSTANCE_FIRST = S004, "S004.maintenance-test", "Reliability during service maintenance",
        "To validate updates, configure a test instance to receive them early in the cycle and the production instance late.";
    SERVICE_LEVEL = S004, "S004.service-level", "Service-level agreement",
        "The SLA states the expected availability and its conditions.";
    SERVICE_LEVEL_RISES = S004, "S004.service-level-rises", "Service-level agreement",
        "Several zones or regions increase the uptime percentage; the page does not state a value.";
    SERVICE_LEVEL_OTHERS = S004, "S004.service-level-others", "Service-level agreement",
        "Backends and other components have their own reliability, which you must consider as well.";
    WHICH_ADDRESS = ADDRESSES, "addresses-2026-09.tiers", "IP addresses by tier",
        "Each region has one public VIP; a private VIP exists in internal mode only; Consumption and the v2 tiers have no fixed IP address.";
}

/// The seconds within which a change of configuration reaches every zone and region, as a rule.
pub const CONFIGURATION_LAG: Cited<u32> = Cited::new(10, &CONFIGURATION_SYNC);
