//! What holds of the instance whatever its layout: the rest of S004, where it touches the reader's instance.

use super::shape::Topic;
use crate::cite::{Statement, by, say};
use crate::decide::Decision;
use crate::domain::{PlanRequest, Tier, Vnet};
use crate::facts::reliability as facts;
use crate::facts::{tiers, zones};

/// The topics that touch the request, in the order in which S004 has them.
pub(super) fn topics(request: &PlanRequest, decision: &Decision) -> Vec<Topic> {
    let several = request.locations.len() > 1;
    let mut topics = vec![
        transient_faults(),
        capacity(request),
        Topic { id: "cache-and-counters", title: "Cache and rate limits", statements: cache(several) },
    ];
    if request.tier == Some(Tier::Developer) {
        topics.push(Topic {
            id: "developer-tier",
            title: "Developer tier",
            statements: vec![say(
                "Developer is not for production: one unit, no zones, no further regions, no service level.",
                by![tiers::DEVELOPER_IS_FOR_TRYING, tiers::FEATURE_MATRIX],
            )],
        });
    }
    if several {
        topics.push(routing(decision.capacities.mode));
    }
    topics.push(backup(request.tier));
    topics.push(maintenance(request.tier));
    topics.push(service_level(request.tier));
    topics.push(Topic {
        id: "cost",
        title: "Cost",
        statements: vec![
            say("Zones cost nothing by themselves: the units that they take do.", by![zones::ZONES_COST_UNITS]),
            say("A region costs its units.", by![facts::REGIONS_COST]),
        ],
    });
    if request.self_hosted_gateways != Some(false) && tiers::has_self_hosted(request.tier) {
        topics.push(Topic {
            id: "self-hosted-gateways",
            title: "Self-hosted gateways",
            statements: vec![say(
                "Self-hosted gateways run on your machines: making them reliable is your work, and no layout here covers them.",
                by![facts::SELF_HOSTED_IS_YOURS],
            )],
        });
    }
    topics
}

fn transient_faults() -> Topic {
    Topic {
        id: "transient-faults",
        title: "Short faults",
        statements: vec![
            say("Clients retry: whatever calls a cloud service must expect short faults.", by![facts::RETRY_TRANSIENT]),
            say(
                "Keep backends from being overrun: retry, rate-limit and quota policies, and backend pools with a circuit breaker.",
                by![facts::PROTECT_BACKENDS],
            ),
            say(
                "Single machines that break are dealt with by the platform: the other units go on, with less capacity.",
                by![facts::BUILT_IN_REDUNDANCY, facts::UNITS_SHARE, facts::UNITS_ARE_CAPACITY],
            ),
        ],
    }
}

fn capacity(request: &PlanRequest) -> Topic {
    let mut statements = vec![
        say(
            "Measure before you size: add units when the Capacity metric stays above 60 to 70 % for half an hour, above 40 % with one unit.",
            by![zones::SCALE_OUT_AT, zones::MEASURE_TO_SIZE, zones::LOW_IS_NO_PROOF],
        ),
        say(
            "Run spare units beforehand: while a zone or a region is down nobody promises more elsewhere.",
            by![zones::NO_PROMISE_OF_UNITS, facts::OVERPROVISION_REGIONS],
        ),
        say(
            "At its limit a gateway gets slow and drops connections, or answers 429: clients must cope with both.",
            by![zones::NO_THROTTLING, zones::MAY_THROTTLE],
        ),
    ];
    if request.locations.len() > 1 {
        statements.push(say(
            "Autoscale works in the primary region only: set the units of the others by hand.",
            by![facts::SECONDARY_BY_HAND, zones::AUTOSCALE_PRIMARY],
        ));
    }
    Topic { id: "capacity", title: "Enough units", statements }
}

fn cache(several: bool) -> Vec<Statement> {
    let mut statements = vec![
        say(
            "The built-in cache may vanish at any time: what must last belongs in an external cache.",
            by![facts::CACHE_IS_VOLATILE],
        ),
        say(
            "Configuration reaches every zone within 10 seconds or so; rate-limit counters follow with a delay.",
            by![facts::CONFIGURATION_SYNC, facts::COUNTERS_LAG, facts::TRAFFIC_OVER_ZONES],
        ),
    ];
    if several {
        statements.push(say(
            "Each region has a cache and rate-limit counters of its own: a limit counts per region.",
            by![facts::REGION_SYNC],
        ));
    }
    statements
}

fn routing(vnet: Option<Vnet>) -> Topic {
    let mut statements = vec![
        say("Azure sends each caller to the region with the lowest latency.", by![facts::LOWEST_LATENCY]),
        say(
            "Other rules take a Traffic Manager of your own: by geography to spread, by priority for maintenance, probing /status-0123456789abcdef.",
            by![facts::LOWEST_LATENCY, facts::TRAFFIC_MANAGER],
        ),
        say(
            "Each region answers at https://NAME-REGION-01.regional.azure-api.net too, the primary included.",
            by![facts::REGIONAL_URLS],
        ),
        say(
            "Give each regional gateway a backend that is near: otherwise requests cross the world after all.",
            by![facts::REGIONAL_BACKENDS],
        ),
        say("Management and developer portal run in the primary only.", by![facts::GATEWAY_ONLY]),
        say(
            "Practise the loss of a region: switch a regional gateway off and watch the others carry its load.",
            by![facts::REGION_TEST, facts::SWITCH_OFF_GATEWAY],
        ),
    ];
    if vnet == Some(Vnet::Internal) {
        statements.push(say(
            "In internal mode, balancing over the regions' private addresses is yours to build; the networks need not be peered.",
            by![facts::INTERNAL_ROUTING_IS_YOURS],
        ));
    }
    Topic { id: "routing", title: "Between regions", statements }
}

fn backup(tier: Option<Tier>) -> Topic {
    let can = match tiers::backs_up(tier) {
        Some(true) => say("Your tier can be backed up.", by![tiers::BACKUP_TIERS]),
        Some(false) => say(
            "Your tier has no backup: keep the configuration in templates or APIOps.",
            by![tiers::BACKUP_TIERS, facts::BACKUP_OTHER_MEANS],
        ),
        None => say("Backup works in Developer, Basic, Standard and Premium.", by![tiers::BACKUP_TIERS]),
    };
    Topic {
        id: "backup",
        title: "Backup",
        statements: vec![
            can,
            say(
                "A backup holds the configuration, and can carry it to another environment; the service stores nothing else.",
                by![facts::BACKUP_CONTENT],
            ),
            say("It holds users and subscriptions too, which you may not want elsewhere.", by![facts::BACKUP_RUNTIME_DATA]),
            say("Some parts are better kept by APIOps or templates.", by![facts::BACKUP_OTHER_MEANS]),
        ],
    }
}

fn maintenance(tier: Option<Tier>) -> Topic {
    let mut statements = vec![say("Azure updates the service regularly.", by![facts::MAINTENANCE])];
    match tiers::chooses_updates(tier) {
        Some(true) => statements.extend([
            say(
                "You can set how early in a cycle the instance is updated, and at what time of day.",
                by![tiers::UPDATE_SETTINGS],
            ),
            say(
                "To see an update first, let a test instance have it early and production late.",
                by![facts::TEST_INSTANCE_FIRST],
            ),
        ]),
        Some(false) => statements.push(say(
            "Your tier does not let you choose when: classic Basic, Standard and Premium do.",
            by![tiers::UPDATE_SETTINGS],
        )),
        None => statements.push(say(
            "In classic Basic, Standard and Premium you can set how early in a cycle, and at what time of day.",
            by![tiers::UPDATE_SETTINGS],
        )),
    }
    Topic { id: "maintenance", title: "Updates", statements }
}

fn service_level(tier: Option<Tier>) -> Topic {
    let mut statements = Vec::with_capacity(4);
    if tier == Some(Tier::Developer) {
        statements.push(say("Developer has no service level.", by![tiers::FEATURE_MATRIX]));
    }
    statements.extend([
        say("Several zones or regions raise the agreed uptime. The page names no figure.", by![facts::SERVICE_LEVEL_RISES]),
        say("The agreement has conditions: read them before you rely on a percentage.", by![facts::SERVICE_LEVEL]),
        say(
            "Backends and everything else have reliabilities of their own, which count as well.",
            by![facts::SERVICE_LEVEL_OTHERS, facts::WELL_ARCHITECTED],
        ),
    ]);
    Topic { id: "service-level", title: "Service level", statements }
}
