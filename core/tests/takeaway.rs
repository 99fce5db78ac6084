//! What people take away: the ticket, the reports, the letters. Wording by snapshots of three plans, lengths and escapes by laws.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing is to fail")]

mod common;

use apim_plan::export::{
    ExportContext, Recipient, TICKET_LENGTH, Table, csv, ics, markdown, to_html, to_json, to_letter, to_text, to_ticket,
};
use apim_plan::{Location, Plan, PlanRequest, RegionName, plan, read_request};
use common::requests;
use proptest::prelude::*;
use serde_json::{Value, json};
use strum::IntoEnumIterator;

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

#[test]
fn a_plan_becomes_a_text_for_terminals() {
    insta::assert_snapshot!("text_internal_80", to_text(&orders_prod(), 80));
    insta::assert_snapshot!("text_in_place_120", to_text(&hr_test(), 120));
    insta::assert_snapshot!("text_return_40", to_text(&partners(), 10));
}

#[test]
fn everybody_concerned_gets_a_letter() {
    let letters = |plan: &Plan| -> String {
        let written = Recipient::iter().filter_map(|recipient| to_letter(plan, recipient, &context()));
        written.collect::<Vec<_>>().join("\n----\n\n")
    };
    insta::assert_snapshot!("letters_internal", letters(&orders_prod()));
    insta::assert_snapshot!("letters_in_place", letters(&hr_test()));
    insta::assert_snapshot!("letters_return", letters(&partners()));
    let settled = planned(&json!({ "platform": "stv2" }));
    assert!(Recipient::iter().all(|recipient| to_letter(&settled, recipient, &context()).is_none()));
}

#[test]
fn a_plan_becomes_one_html_file() {
    insta::assert_snapshot!("html_in_place", to_html(&hr_test(), &context()));
    for plan in [orders_prod(), partners()] {
        let html = to_html(&plan, &context());
        plan.findings.iter().for_each(|finding| assert!(html.contains(&escaped(&finding.what)), "{}", finding.what));
        let path = plan.paths.iter().find(|path| Some(path.id) == plan.recommended).unwrap();
        path.actions.iter().for_each(|action| assert!(html.contains(&escaped(&action.text)), "{}", action.text));
        path.commands.iter().for_each(|command| assert!(html.contains(&escaped(&command.text)), "{}", command.text));
        path.dns_records.iter().for_each(|record| assert!(html.contains(&escaped(&record.name)), "{}", record.name));
        // Each number of a source leads to its place in the list.
        for (at, _) in html.match_indices("href=\"#s") {
            let id = html.split_at(at + "href=\"#".len()).1.split('"').next().unwrap();
            assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_export_says_what_it_was_made_from() {
    let (plan, context) = (orders_prod(), context());
    let start = "2026-12-10T20:00:00+01:00".parse().unwrap();
    let exports = [
        to_ticket(&plan, &context),
        markdown(&plan, &context),
        to_html(&plan, &context).replace("&amp;", "&"),
        to_json(&plan, &context).unwrap(),
        csv(&plan, Table::Paths, &context),
        csv(&plan, Table::Checklist, &context),
        ics(&plan, start, &context).unwrap().replace("\r\n ", ""),
        to_letter(&plan, Recipient::OnCall, &context).unwrap(),
        to_letter(&plan, Recipient::Dns, &context).unwrap(),
    ];
    for export in exports {
        assert!(export.contains("apim-orders-prod"), "the instance: {export}");
        assert!(export.contains("https://plan.contoso.example/#/plan?tier=premium&vnet=internal"), "the link: {export}");
        assert!(export.contains("28 Nov 2026") || export.contains("2026-11-28"), "the day: {export}");
        assert!(export.contains(env!("CARGO_PKG_VERSION")), "the version: {export}");
    }
    // Without a link, a table still has the answers.
    assert!(csv(&plan, Table::Paths, &ExportContext::default()).contains("tier=premium&platform=stv1"));
}

#[test]
fn a_link_that_is_none_is_left_out() {
    for link in ["javascript:alert(1)", "https://x.example/ y", "https://x.example/<b>", "file:///c/plan.html", ""] {
        let context = ExportContext { link: Some(link.to_owned()), ..ExportContext::default() };
        assert_eq!(to_html(&hr_test(), &context), to_html(&hr_test(), &ExportContext::default()), "{link}");
        assert_eq!(to_ticket(&hr_test(), &context), to_ticket(&hr_test(), &ExportContext::default()), "{link}");
    }
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

    #[test]
    fn no_name_becomes_markup(name in "[<>&\"'a-z/=!\\-]{0,24}", request in requests()) {
        let mut request = request;
        request.name = Some(format!("<script>{name}</script>"));
        let html = to_html(&plan(&request), &ExportContext { title: Some(name.clone()), ..context() });
        prop_assert!(!html.contains("<script"));
        prop_assert!(!html.contains(" on") || !html.contains(" onclick="));
        // Every tag is one of ours.
        for (at, _) in html.match_indices('<') {
            let tag: String = html.split_at(at + 1).1.chars().take_while(|sign| sign.is_ascii_alphanumeric() || "/!".contains(*sign)).collect();
            prop_assert!(TAGS.contains(&tag.trim_start_matches('/')), "{tag}");
        }
    }

    #[test]
    fn a_text_keeps_to_its_width(request in requests(), width in 40_usize..200) {
        let text = to_text(&plan(&request), width);
        // A word that is longer than a line stands alone.
        prop_assert!(text.lines().all(|line| line.chars().count() <= width.min(120) || !line.trim().contains(' ')), "{text}");
        let colours = text.contains(char::from(27));
        prop_assert!(!colours);
    }
}

const TAGS: [&str; 30] = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "ol", "li", "a", "sup",
    "span", "strong", "table", "thead", "tbody", "tr", "th", "td", "div", "pre", "code", "em", "!",
];
