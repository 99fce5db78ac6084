//! What people take away: the ticket, the reports, the letters. Wording by snapshots of three plans, lengths and escapes by laws.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing is to fail")]

mod common;

use apim_plan::export::{ExportContext, TICKET_LENGTH, to_ticket};
use apim_plan::{Location, Plan, PlanRequest, RegionName, plan, read_request};
use common::requests;
use proptest::prelude::*;
use serde_json::{Value, json};

fn planned(request: &Value) -> Plan {
    plan(&read_request(&request.to_string()).unwrap())
}

/// Internal, two regions, downtime not acceptable, a slow DNS change, and a goal that comes later.
fn orders_prod() -> Plan {
    planned(&json!({
        "name": "apim-orders-prod", "resourceGroup": "rg-orders-prod", "platform": "stv1", "tier": "premium", "vnet": "internal",
        "customDomains": true, "customDomainRecord": "a", "dnsChangeMinutes": 25, "firewall": "forcedTunnel", "ipDependencies": true,
        "modifyInstance": true, "downtimeAllowed": false, "newSubnet": true, "goals": { "surviveZoneLoss": true },
        "locations": [
            { "name": "West Europe", "units": 4, "subnet": { "prefix": 27, "availableAddresses": 18 } },
            { "name": "North Europe", "units": 2, "subnet": { "prefix": 28, "availableAddresses": 11 } }
        ]
    }))
}

/// Not in a virtual network, and little is answered.
fn hr_test() -> Plan {
    planned(
        &json!({ "name": "apim-hr-test", "tier": "standard", "platform": "stv1", "vnet": "none", "locations": [{ "name": "westeurope", "units": 1 }] }),
    )
}

/// To another subnet and back, with the platform not answered.
fn partners() -> Plan {
    planned(&json!({
        "tier": "premium", "vnet": "external", "newSubnet": true, "returnToOriginalSubnet": true, "keyVaultBlocked": true,
        "customDomains": true, "customDomainRecord": "a", "locations": [{ "name": "eastus", "units": 3 }]
    }))
}

fn context() -> ExportContext {
    ExportContext {
        link: Some("https://plan.contoso.example/#/plan?tier=premium&vnet=internal".to_owned()),
        date: Some("2026-11-28".parse().unwrap()),
        title: None,
    }
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

#[test]
fn a_plan_becomes_a_ticket() {
    insta::assert_snapshot!("ticket_internal", to_ticket(&orders_prod(), &context()));
    insta::assert_snapshot!("ticket_in_place", to_ticket(&hr_test(), &ExportContext::default()));
    insta::assert_snapshot!("ticket_return", to_ticket(&partners(), &context()));
}

#[test]
fn a_ticket_without_a_migration_is_short() {
    let settled = planned(&json!({ "name": "orders", "platform": "stv2", "tier": "premium", "vnet": "none" }));
    insta::assert_snapshot!("ticket_settled", to_ticket(&settled, &context()));
    insta::assert_snapshot!(
        "ticket_undecided",
        to_ticket(&planned(&json!({ "tier": "premium", "platform": "stv1" })), &context())
    );
}

/// As large as a request can be.
fn enormous(request: &PlanRequest, locations: usize, sign: &str) -> PlanRequest {
    let mut large = request.clone();
    let first = request.locations.first().cloned().unwrap_or_else(|| Location::new(RegionName::new("westeurope").unwrap()));
    large.locations = (0..locations)
        .map(|at| {
            let name = RegionName::new(&format!("averylongregionname{at:03}")).unwrap();
            Location { name, precreated_ip: Some("203.0.113.200".to_owned()), ..first.clone() }
        })
        .collect();
    large.name = Some(sign.repeat(3_000));
    large.resource_group = Some(sign.repeat(3_000));
    large
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_ticket_is_never_too_long(request in requests(), locations in 0_usize..100, sign in prop::sample::select(vec!["|", "a", "🚀", "\n# "])) {
        let made = plan(&request);
        for context in [context(), ExportContext { link: Some(format!("https://x.example/#/plan?{}", "a".repeat(90_000))), title: Some(sign.repeat(5_000)), ..context() }] {
            let text = to_ticket(&made, &context);
            prop_assert!(utf16(&text) <= TICKET_LENGTH, "{}", utf16(&text));
            prop_assert!(text.contains("\n## Basis\n"), "nothing was cut by force: {text}");
            let text = to_ticket(&plan(&enormous(&request, locations, sign)), &context);
            prop_assert!(utf16(&text) <= TICKET_LENGTH, "{}", utf16(&text));
            prop_assert!(text.contains("\n## Basis\n"), "nothing was cut by force: {text}");
            prop_assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count(), 1);
        }
    }
}
