//! What holds of the instance whatever its layout: the rest of S004, where it touches the reader's instance.

use super::account::CapacityAccount;
use super::shape::Topic;
use crate::cite::{Statement, by, say};
use crate::domain::Tier;
use crate::facts::reliability as facts;
use crate::facts::tiers::{Metric, has_regions, metric};
use crate::facts::{tiers, zones};
use crate::wording::{seconds, span};

/// The topics that touch the request, in the order in which S004 has them.
pub(super) fn topics(account: &CapacityAccount<'_>) -> Vec<Topic> {
    let tier = account.tier();
    let several = account.places.len() > 1 && has_regions(tier) != Some(false);
    let mut topics = vec![transient_faults(tier)];
    topics.extend(capacity(account, several));
    topics.push(Topic { id: "cache-and-counters", title: "Cache and rate limits", statements: cache(tier, several) });
    if tier == Some(Tier::Developer) {
        topics.push(Topic {
            id: "developer-tier",
            title: "Developer tier",
            statements: vec![say(
                "Developer is not for production: it has a single unit, no zones, no further regions and no service-level agreement.",
                by![tiers::DEVELOPER_IS_FOR_TRYING, tiers::FEATURE_MATRIX],
            )],
        });
    }
    if several {
        topics.push(routing(account));
    }
    topics.push(backup(tier));
    topics.push(maintenance(tier));
    topics.push(service_level(tier));
    topics.extend(cost(account, several));
    if account.request.self_hosted_gateways != Some(false) && tiers::has_self_hosted(tier) {
        topics.push(Topic {
            id: "self-hosted-gateways",
            title: "Self-hosted gateways",
            statements: vec![say(
                "Self-hosted gateways run on your infrastructure: configure them for your reliability requirements. No layout here covers them.",
                by![facts::SELF_HOSTED_IS_YOURS],
            )],
        });
    }
    topics
}

fn transient_faults(tier: Option<Tier>) -> Topic {
    let mut statements = vec![
        say(
            "Clients must retry: every application that calls a cloud service must handle transient faults.",
            by![facts::RETRY_TRANSIENT],
        ),
        say(
            "Protect backends with retry, rate-limit and quota policies, and with backend resources that have load balancing and a circuit breaker.",
            by![facts::PROTECT_BACKENDS],
        ),
    ];
    if tier != Some(Tier::Consumption) {
        statements.push(say(
            "The platform handles failures of individual servers: the remaining units keep serving requests, with less capacity.",
            by![facts::BUILT_IN_REDUNDANCY, facts::UNITS_SHARE, facts::UNITS_ARE_CAPACITY],
        ));
    }
    Topic { id: "transient-faults", title: "Transient faults", statements }
}

fn capacity(account: &CapacityAccount<'_>, several: bool) -> Option<Topic> {
    let (low, high, window) = zones::SCALE_OUT_BAND.value;
    let measure = match metric(account.tier())? {
        Metric::Capacity => say(
            format!(
                "Measure before you size: add units when the Capacity metric stays above {low} to {high} % for {}, or above {} % with a single unit.",
                span(window),
                zones::TARGET_OF_ONE.value
            ),
            by![zones::SCALE_OUT_AT, zones::MEASURE_TO_SIZE, zones::LOW_IS_NO_PROOF],
        ),
        Metric::CpuAndMemory => say(
            "Measure before you size: use the CPU and the memory percentage of the gateway, and test with the real load.",
            by![zones::V2_METRICS, zones::MEASURE_TO_SIZE, zones::LOW_IS_NO_PROOF],
        ),
    };
    let mut statements = vec![measure];
    if tiers::tier_maximum(account.tier()).value > 1 {
        statements.push(say(
            "Over-provision: during an outage, additional units are not guaranteed.",
            by![zones::NO_PROMISE_OF_UNITS, facts::OVERPROVISION_REGIONS],
        ));
    }
    statements.push(say(
        "Documentation differs on what a gateway at its limit does: slow responses, dropped connections and time-outs, or status 429. Clients must handle both.",
        by![zones::NO_THROTTLING, zones::MAY_THROTTLE],
    ));
    if several {
        statements.push(say(
            "Autoscale works in the primary region only: set the units of the other regions manually.",
            by![facts::SECONDARY_BY_HAND, zones::AUTOSCALE_PRIMARY],
        ));
    }
    Some(Topic { id: "capacity", title: "Enough units", statements })
}

fn cache(tier: Option<Tier>, several: bool) -> Vec<Statement> {
    let mut statements = Vec::with_capacity(3);
    if tier != Some(Tier::Consumption) {
        statements.push(say(
            "The built-in cache is volatile: use an external cache for data that must persist.",
            by![facts::CACHE_IS_VOLATILE],
        ));
    }
    statements.push(say(
        format!(
            "Configuration changes normally reach all units in less than {}; rate-limit counters follow with a delay.",
            seconds(facts::CONFIGURATION_LAG.value)
        ),
        by![facts::CONFIGURATION_SYNC, facts::COUNTERS_LAG, facts::TRAFFIC_OVER_ZONES],
    ));
    if several {
        statements.push(say(
            "Each region has its own built-in cache and rate-limit counters: a limit counts for each region.",
            by![facts::REGION_SYNC],
        ));
    }
    statements
}

fn routing(account: &CapacityAccount<'_>) -> Topic {
    let mut statements = if account.internal() {
        vec![say(
            "In internal mode, build your own load balancing across the private VIPs of the regions. The virtual networks need not be peered.",
            by![facts::INTERNAL_ROUTING_IS_YOURS],
        )]
    } else {
        vec![
            say("Azure routes each request to the region with the lowest latency.", by![facts::LOWEST_LATENCY]),
            say(
                "For other routing, use your own Traffic Manager: geographic routing to distribute, priority routing for maintenance, probing /status-0123456789abcdef.",
                by![facts::LOWEST_LATENCY, facts::TRAFFIC_MANAGER],
            ),
            say(
                "Test region outages: disable routing to a regional gateway, and watch the others.",
                by![facts::REGION_TEST, facts::SWITCH_OFF_GATEWAY],
            ),
        ]
    };
    statements.extend([
        say(
            "Each region, also the primary, has a regional host name: https://NAME-REGION-01.regional.azure-api.net.",
            by![facts::REGIONAL_URLS],
        ),
        say(
            "Route each regional gateway to a backend that is close enough for your performance requirements.",
            by![facts::REGIONAL_BACKENDS],
        ),
        say("Management plane and developer portal run in the primary region only.", by![facts::GATEWAY_ONLY]),
    ]);
    Topic { id: "routing", title: "Between regions", statements }
}

fn backup(tier: Option<Tier>) -> Topic {
    let other = || say("For some components, APIOps or templates can be considered as well.", by![facts::BACKUP_OTHER_MEANS]);
    let holds = [
        say(
            "A backup contains the configuration, and can replicate it to another environment; the service stores no other data.",
            by![facts::BACKUP_CONTENT],
        ),
        say("A backup also contains users and subscriptions, which is not always wanted.", by![facts::BACKUP_RUNTIME_DATA]),
    ];
    let mut statements = Vec::with_capacity(4);
    match tiers::backs_up(tier) {
        Some(true) => {
            statements.push(say("This tier can be backed up.", by![tiers::BACKUP_TIERS]));
            statements.extend(holds);
            statements.push(other());
        }
        Some(false) => statements.push(say(
            "This tier has no backup: keep the configuration in templates or APIOps.",
            by![tiers::BACKUP_TIERS, facts::BACKUP_OTHER_MEANS],
        )),
        None => {
            statements.push(say("Developer, Basic, Standard and Premium can be backed up.", by![tiers::BACKUP_TIERS]));
            statements.extend(holds);
            statements.push(other());
        }
    }
    Topic { id: "backup", title: "Backup", statements }
}

fn maintenance(tier: Option<Tier>) -> Topic {
    let mut statements = vec![say("Azure updates the service regularly.", by![facts::MAINTENANCE])];
    match tiers::chooses_updates(tier) {
        Some(true) => statements.extend([
            say(
                "Select how early in the update process the instance is updated, and a maintenance window.",
                by![tiers::UPDATE_SETTINGS],
            ),
            say(
                "To validate updates, have a test instance receive them early and the production instance late.",
                by![facts::TEST_INSTANCE_FIRST],
            ),
        ]),
        Some(false) => statements.push(say(
            "Update settings are documented for classic Basic, Standard and Premium only.",
            by![tiers::UPDATE_SETTINGS],
        )),
        None => statements.push(say(
            "In classic Basic, Standard and Premium, select how early the instance is updated, and a maintenance window.",
            by![tiers::UPDATE_SETTINGS],
        )),
    }
    Topic { id: "maintenance", title: "Updates", statements }
}

fn service_level(tier: Option<Tier>) -> Topic {
    let mut statements = Vec::with_capacity(4);
    if tier == Some(Tier::Developer) {
        statements.push(say("Developer has no service-level agreement.", by![tiers::FEATURE_MATRIX]));
    } else {
        if has_regions(tier) != Some(false) {
            statements.push(say(
                "Several zones or regions increase the uptime percentage of the service-level agreement; the value is not documented.",
                by![facts::SERVICE_LEVEL_RISES],
            ));
        }
        statements.push(say(
            "The service-level agreement has conditions: read them before you rely on a percentage.",
            by![facts::SERVICE_LEVEL],
        ));
    }
    statements.push(say(
        "Account for the reliability of backends and other components as well.",
        by![facts::SERVICE_LEVEL_OTHERS, facts::WELL_ARCHITECTED],
    ));
    Topic { id: "service-level", title: "Service-level agreement", statements }
}

fn cost(account: &CapacityAccount<'_>, several: bool) -> Option<Topic> {
    let mut statements = Vec::with_capacity(3);
    if tiers::tier_maximum(account.tier()).value > 1 {
        statements.push(say("More units cost more, whatever the zone layout.", by![zones::ZONES_COST_UNITS]));
    }
    if several {
        statements.push(say("More regions cost more.", by![facts::REGIONS_COST]));
    }
    if let (Some(price), false) = (account.price(), account.places.is_empty()) {
        let after = price.of(account.units_after());
        let text = match account.units_now() {
            Some(now) => format!("By your price of a unit: {after} a month with the recommended units, {} now.", price.of(now)),
            None => format!("By your price of a unit: {after} a month with the recommended units."),
        };
        statements.push(say(text, by![zones::ZONES_COST_UNITS]));
    }
    (!statements.is_empty()).then_some(Topic { id: "cost", title: "Cost", statements })
}
