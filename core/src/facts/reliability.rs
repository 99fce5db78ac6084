//! What happens in an outage, and what to do beforehand: S004 without the requirements of zones.

use super::sources::cites;
use crate::cite::Cited;

cites! {
    UNITS_ARE_CAPACITY = S004, "S004.units", "Reliability architecture overview",
        "Capacity comes in units; each holds what it takes to serve requests.";
    BUILT_IN_REDUNDANCY = S004, "S004.built-in", "Reliability architecture overview",
        "Within one datacenter the service deals with broken machines and network parts by itself; zones and regions go further.";
    UNITS_SHARE = S004, "S004.units-share", "Reliability architecture overview",
        "The units of an instance share the requests; when one fails the others go on, with less capacity.";
    SELF_HOSTED_IS_YOURS = S004, "S004.self-hosted", "Reliability architecture overview (note)",
        "Self-hosted gateways run on the reader's machines, so their reliability is the reader's to build.";
    WELL_ARCHITECTED = S004, "S004.production", "Production deployment recommendations",
        "How reliability bears on the rest of an architecture stands in the Well-Architected guide for the service.";
    RETRY_TRANSIENT = S004, "S004.transient", "Transient faults",
        "Everything that calls a cloud service must expect short faults and retry.";
    PROTECT_BACKENDS = S004, "S004.transient-policies", "Transient faults",
        "Retry, rate-limit and quota policies keep backends from being overrun; backend resources add load balancing and a circuit breaker.";
    TRAFFIC_OVER_ZONES = S004, "S004.normal-traffic", "Availability zone support: normal operations",
        "While all is well, requests go to all units in all zones.";
    CONFIGURATION_SYNC = S004, "S004.normal-configuration", "Availability zone support: normal operations",
        "Configuration reaches all zones, usually within 10 seconds.";
    CACHE_IS_VOLATILE = S004, "S004.normal-cache", "Availability zone support: normal operations",
        "The built-in cache lies spread over zones and may vanish; what must last belongs in an external cache.";
    COUNTERS_LAG = S004, "S004.normal-counters", "Availability zone support: normal operations",
        "Rate-limit counters travel between zones with a delay.";
    ZONE_DETECTION_AUTOMATIC = S004, "S004.zone-down-detection-automatic", "Zone-down experience: detection",
        "Automatic with several units: the platform notices and acts. With a single unit the reader must notice, and add units or fail over to another instance.";
    ZONE_DETECTION_REDUNDANT = S004, "S004.zone-down-detection-redundant", "Zone-down experience: detection",
        "Zone-redundant: the platform notices and acts.";
    ZONE_DETECTION_ZONAL = S004, "S004.zone-down-detection-zonal", "Zone-down experience: detection",
        "Zonal: the reader must notice, and fail over to an instance that they run in another zone.";
    ZONE_REQUESTS = S004, "S004.zone-down-requests", "Zone-down experience: active requests",
        "Requests in progress on units of the lost zone end and must be repeated.";
    ZONE_CONFIGURATION = S004, "S004.zone-down-configuration", "Zone-down experience: data loss",
        "Changes of configuration of the last 10 seconds or so may be lost.";
    ZONE_CACHE = S004, "S004.zone-down-cache", "Zone-down experience: data loss",
        "Some or all of the built-in cache may be lost.";
    ZONE_COUNTERS = S004, "S004.zone-down-counters", "Zone-down experience: data loss",
        "Rate-limit counters in the other zones may lag behind.";
    ZONE_DOWNTIME_AUTOMATIC = S004, "S004.zone-down-downtime-automatic", "Zone-down experience: downtime",
        "Automatic with two units or more: no downtime expected. A single unit in the lost zone is away until the zone is back, unless units are added or another instance takes over.";
    ZONE_DOWNTIME_REDUNDANT = S004, "S004.zone-down-downtime-redundant", "Zone-down experience: downtime",
        "Zone-redundant: no downtime expected.";
    ZONE_DOWNTIME_ZONAL = S004, "S004.zone-down-downtime-zonal", "Zone-down experience: downtime",
        "Zonal: the instance is away until the zone is back.";
    ZONE_TRAFFIC_AUTOMATIC = S004, "S004.zone-down-traffic-automatic", "Zone-down experience: rerouting",
        "Automatic: lost units are not set up in another zone; the reader can add units.";
    ZONE_TRAFFIC_REDUNDANT = S004, "S004.zone-down-traffic-redundant", "Zone-down experience: rerouting",
        "Zone-redundant: the platform looks for replacements of the lost units and sends traffic to them.";
    ZONE_TRAFFIC_ZONAL = S004, "S004.zone-down-traffic-zonal", "Zone-down experience: rerouting",
        "Zonal: the instance is away, and traffic to an instance elsewhere is the reader's to route.";
    NO_REPLACEMENT = RELIABILITY_2026, "reliability-2026-01.no-replacement", "Zone-down experience",
        "Automatic or zone-redundant, units of a lost zone are unavailable; more can be added by hand, and no replacement is promised.";
    ZONE_FAILBACK = S004, "S004.zone-failback", "Availability zone support: failback",
        "Automatic and zone-redundant: when the zone is back the platform restores its units and their traffic.";
    ZONE_FAILBACK_ZONAL = S004, "S004.zone-failback-zonal", "Availability zone support: failback",
        "Zonal: sending traffic back is the reader's work.";
    ZONE_TEST_AUTOMATIC = S004, "S004.zone-test-automatic", "Testing for zone failures",
        "Automatic with several units is managed: nothing to start or to check. The loss of a single unit's zone cannot be simulated.";
    ZONE_TEST_REDUNDANT = S004, "S004.zone-test-redundant", "Testing for zone failures",
        "Zone-redundant is managed: nothing to start or to check.";
    ZONE_TEST_ZONAL = S004, "S004.zone-test-zonal", "Testing for zone failures",
        "The loss of the zone of a zonal instance cannot be simulated; the reader's own gateways or balancers can send traffic to another instance.";
    PRIMARY_HOLDS_ALL = RELIABILITY_2026, "reliability-2026-01.primary", "Availability zone support",
        "In the primary region gateway, management and portal are spread over the zones, in a secondary only the gateway.";
    REGIONS_HELP = S004, "S004.regions", "Multi-region support",
        "Further regions bring the gateway closer to callers and keep the service up when a region is lost.";
    REGION_SETTINGS = S004, "S004.region-settings", "Multi-region support",
        "A region is added with units, with zones if it has them, and with network settings if the others have them.";
    REGIONS_ANYWHERE = S004, "S004.region-support", "Multi-region support: region support",
        "Any Azure region that offers the service can be added in Premium.";
    GATEWAY_ONLY = S004, "S004.gateway-only", "Multi-region support: considerations",
        "Only the gateway is repeated in further regions; management and developer portal stay in the primary.";
    NETWORK_IN_THE_REGION = S004, "S004.region-network", "Multi-region support: considerations",
        "The network and the subnet of a secondary location stand in that location's region.";
    PRIMARY_CHANGES_ADDRESS = S004, "S004.primary-address", "Multi-region support: considerations",
        "Zones added, removed or enabled in the primary, or another subnet there, change its address.";
    SECONDARY_LEAVES_PRIMARY = S004, "S004.secondary-address", "Multi-region support: considerations",
        "Adding a secondary leaves the primary's address: each region has one of its own.";
    REGIONAL_URLS = S004, "S004.regional-urls", "Multi-region support: considerations",
        "Each region's gateway, the primary's too, answers at https://NAME-REGION-01.regional.azure-api.net.";
    REGIONS_COST = S004, "S004.region-cost", "Multi-region support: cost",
        "More regions cost more.";
    REGIONS_CAN_CHANGE = S004, "S004.region-configure", "Configure multi-region support",
        "Regions can be added to an instance and removed from it.";
    OVERPROVISION_REGIONS = S004, "S004.region-capacity", "Multi-region support: capacity planning",
        "When a region is down nobody promises more units in another: run enough beforehand.";
    SECONDARY_BY_HAND = S004, "S004.secondary-by-hand", "Multi-region support: capacity planning",
        "Autoscale works in the primary region only; secondary regions are scaled by hand or by other means of the reader.";
    LOWEST_LATENCY = S004, "S004.routing", "Multi-region support: normal operations",
        "A request goes to the region with the lowest latency for its caller; other rules take a Traffic Manager of the reader's.";
    REGIONAL_BACKENDS = S004, "S004.regional-backends", "Multi-region support: normal operations",
        "From a regional gateway a request goes on to the backend: the reader must route it to one that is near enough.";
    REGION_SYNC = S004, "S004.region-sync", "Multi-region support: normal operations",
        "Configuration reaches the other regions, usually in less than 10 seconds; cache and rate-limit counters stay in their region.";
    REGION_DETECTION = S004, "S004.region-down-detection", "Region-down experience",
        "The platform notices a lost region and fails over to the gateway of another.";
    REGION_REQUESTS = S004, "S004.region-down-requests", "Region-down experience",
        "Requests in progress in the lost region are dropped; clients must repeat them.";
    REGION_DATA = S004, "S004.region-down-data", "Region-down experience",
        "The service stores configuration, a cache and counters. Changes of the last 10 seconds or so may be lost with the primary; cache and counters belong to their region.";
    REGION_DOWNTIME = S004, "S004.region-down-downtime", "Region-down experience",
        "No gateway downtime is expected. Without the primary, management and developer portal are away, and the other regions go on with the last configuration.";
    REGION_TRAFFIC = S004, "S004.region-down-traffic", "Region-down experience",
        "Requests are routed around the lost region to the next nearest gateway.";
    REGION_FAILBACK = S004, "S004.region-failback", "Multi-region support: failback",
        "When the primary is back the platform restores its units and its traffic.";
    REGION_TEST = S004, "S004.region-test", "Testing for region failures",
        "Practise it regularly: routing to a regional gateway can be switched off.";
    SWITCH_OFF_GATEWAY = MULTI_REGION, "multi-region-2025-06.disable", "Disable routing to a regional gateway",
        "A location's gateway is switched off by REST, command line or PowerShell (disableGateway), with default routing only.";
    INTERNAL_ROUTING_IS_YOURS = MULTI_REGION, "multi-region-2025-06.internal", "Virtual networking",
        "In internal mode, load balancing across the regions' private addresses is the reader's to build; the networks need not be peered.";
    TRAFFIC_MANAGER = MULTI_REGION, "multi-region-2025-06.traffic-manager", "Use custom routing",
        "With a Traffic Manager of one's own, route by geography to spread and by priority for maintenance; probe each regional URL at /status-0123456789abcdef.";
    BACKUP_CONTENT = S004, "S004.backup-content", "Backups",
        "The service stores no data; a backup holds its configuration, and can carry it to another environment.";
    BACKUP_RUNTIME_DATA = S004, "S004.backup-runtime", "Backups (important)",
        "A backup contains users and subscriptions too, which is not always wanted.";
    BACKUP_OTHER_MEANS = S004, "S004.backup-other", "Backups",
        "For some parts, APIOps or templates of the reader's own can be considered as well.";
    MAINTENANCE = S004, "S004.maintenance", "Reliability during service maintenance",
        "Azure updates the service regularly.";
    TEST_INSTANCE_FIRST = S004, "S004.maintenance-test", "Reliability during service maintenance",
        "To see an update before it reaches production, let a test instance have it early in the cycle and production late.";
    SERVICE_LEVEL = S004, "S004.service-level", "Service-level agreement",
        "The agreement says what availability to expect and on what conditions: read them.";
    SERVICE_LEVEL_RISES = S004, "S004.service-level-rises", "Service-level agreement",
        "Several zones or regions raise the percentage. The page names no figure.";
    SERVICE_LEVEL_OTHERS = S004, "S004.service-level-others", "Service-level agreement",
        "Backends and other parts have reliabilities of their own, which count as well.";
    WHICH_ADDRESS = ADDRESSES, "addresses-2026-09.tiers", "IP addresses by tier",
        "Each region has one public address; a private one exists in internal mode only; Consumption and the v2 tiers have no fixed address.";
}

/// The seconds within which a change of configuration reaches every zone and region, as a rule.
pub const CONFIGURATION_LAG: Cited<u32> = Cited::new(10, &CONFIGURATION_SYNC);
