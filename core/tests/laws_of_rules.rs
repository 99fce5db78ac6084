//! Security rules are read as Azure reads them: against a plain evaluator that holds every rule against concrete traffic.

use std::collections::BTreeSet;

use apim_plan::import::{Imported, PortState, import_text};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Concrete traffic of a documented rule: its port id, direction, the tags of the far end, and the port.
struct Traffic {
    id: &'static str,
    inbound: bool,
    /// What the address of the far end belongs to.
    far: &'static [&'static str],
    port: u16,
}

/// One packet of every required row, for an instance in internal mode in West Europe. The address of each far end is a public
/// one, in the region where the tag has regions.
const PACKETS: [Traffic; 9] = [
    Traffic { id: "api-management-3443-inbound", inbound: true, far: &["apimanagement", "azurecloud", "internet"], port: 3443 },
    Traffic { id: "load-balancer-6390-inbound", inbound: true, far: &["azureloadbalancer"], port: 6390 },
    Traffic { id: "internet-80-outbound", inbound: false, far: &["internet"], port: 80 },
    Traffic {
        id: "storage-443-outbound",
        inbound: false,
        far: &["storage", "storage.westeurope", "azurecloud", "azurecloud.westeurope", "internet"],
        port: 443,
    },
    Traffic { id: "sql-1433-outbound", inbound: false, far: &["sql", "sql.westeurope", "azurecloud", "internet"], port: 1433 },
    Traffic { id: "key-vault-443-outbound", inbound: false, far: &["azurekeyvault", "azurecloud", "internet"], port: 443 },
    Traffic { id: "monitor-1886-443-outbound", inbound: false, far: &["azuremonitor", "azurecloud", "internet"], port: 1886 },
    Traffic { id: "monitor-1886-443-outbound", inbound: false, far: &["azuremonitor", "azurecloud", "internet"], port: 443 },
    Traffic {
        id: "storage-443-outbound",
        inbound: false,
        far: &["storage", "storage.westeurope", "azurecloud", "internet"],
        port: 443,
    },
];

/// A rule, before it is written as JSON.
#[derive(Debug, Clone)]
struct RandomRule {
    inbound: bool,
    allow: bool,
    protocol: &'static str,
    far: Vec<&'static str>,
    near: Vec<&'static str>,
    ports: Vec<&'static str>,
    as_list: bool,
}

/// Ends that hold a far end as a whole, or not at all: with these, no rule is in doubt. The load balancer's address is in
/// doubt for `Internet` and `AzureCloud`, so such cases are left to the second law.
const FAR: [&str; 13] = [
    "*",
    "Internet",
    "AzureCloud",
    "ApiManagement",
    "AzureLoadBalancer",
    "Storage",
    "Storage.WestEurope",
    "Storage.NorthEurope",
    "Sql",
    "AzureKeyVault",
    "AzureMonitor",
    "10.0.0.0/8",
    "0.0.0.0/0",
];
/// Ends that hold the subnet 10.9.0.0/27 as a whole, or not at all.
const NEAR: [&str; 6] = ["*", "VirtualNetwork", "10.9.0.0/16", "10.9.0.0/27", "10.8.0.0/16", "192.0.2.0/24"];
const PORTS: [&str; 9] = ["*", "443", "80-1433", "3443", "6390-6391", "1433", "1886", "0-65535", "22"];

fn rule() -> impl Strategy<Value = RandomRule> {
    let some = |from: &'static [&'static str]| prop::collection::vec(prop::sample::select(from), 1..3);
    (
        any::<bool>(),
        prop::bool::weighted(0.6),
        prop::sample::select(&["*", "Tcp", "TCP", "Udp", "Icmp"][..]),
        some(&FAR),
        some(&NEAR),
        some(&PORTS),
        any::<bool>(),
    )
        .prop_map(|(inbound, allow, protocol, far, near, ports, as_list)| RandomRule {
            inbound,
            allow,
            protocol,
            far,
            near,
            ports,
            as_list,
        })
}

/// The rule as Resource Graph returns it.
fn written(rule: &RandomRule, priority: u32) -> Value {
    let (source, destination) = if rule.inbound { (&rule.far, &rule.near) } else { (&rule.near, &rule.far) };
    let mut properties = json!({
        "priority": priority,
        "direction": if rule.inbound { "Inbound" } else { "Outbound" },
        "access": if rule.allow { "Allow" } else { "Deny" },
        "protocol": rule.protocol,
        "sourcePortRange": "*",
    });
    let mut put = |one: &str, many: &str, values: &[&str]| {
        let single = !rule.as_list && values.len() == 1;
        if let Some(properties) = properties.as_object_mut() {
            properties.insert(one.to_owned(), if single { json!(values.first()) } else { json!("") });
            properties.insert(many.to_owned(), if single { json!([]) } else { json!(values) });
        }
    };
    put("sourceAddressPrefix", "sourceAddressPrefixes", source);
    put("destinationAddressPrefix", "destinationAddressPrefixes", destination);
    put("destinationPortRange", "destinationPortRanges", &rule.ports);
    json!({ "name": format!("rule-{priority}"), "properties": properties })
}

fn imported(rules: &[Value]) -> Option<Imported> {
    const NETWORK: &str = "/subscriptions/0/resourceGroups/net/providers/Microsoft.Network";
    let input = json!([
        {
            "type": "Microsoft.ApiManagement/service", "name": "a", "location": "West Europe",
            "sku": { "name": "Premium", "capacity": 1 },
            "properties": {
                "platformVersion": "stv1", "virtualNetworkType": "Internal",
                "virtualNetworkConfiguration": { "subnetResourceId": format!("{NETWORK}/virtualNetworks/v/subnets/s") },
            },
        },
        { "type": "Microsoft.Network/networkSecurityGroups", "id": format!("{NETWORK}/networkSecurityGroups/n"),
          "properties": { "securityRules": rules } },
        { "type": "Microsoft.Network/virtualNetworks", "id": format!("{NETWORK}/virtualNetworks/v"),
          "properties": { "subnets": [{ "name": "s", "properties": {
              "addressPrefix": "10.9.0.0/27", "networkSecurityGroup": { "id": format!("{NETWORK}/networkSecurityGroups/n") } } }] } },
    ]);
    import_text(&input.to_string()).ok()?.pop()
}

/// Whether concrete traffic passes, by going through the rules one after the other. `doubt` says how a rule is read whose
/// far end may or may not hold the address.
fn passes(rules: &[(u32, RandomRule)], packet: &Traffic, doubt: bool) -> bool {
    let mut sorted: Vec<_> = rules.iter().filter(|(_, rule)| rule.inbound == packet.inbound).collect();
    sorted.sort_by_key(|(priority, _)| *priority);
    for (_, rule) in sorted {
        let tcp = !matches!(rule.protocol, "Udp" | "Icmp");
        let port = rule.ports.iter().any(|range| match *range {
            "*" => true,
            range => {
                let (from, to) = range.split_once('-').unwrap_or((range, range));
                let within = |text: &str| text.parse::<u16>().unwrap_or_default();
                (within(from)..=within(to)).contains(&packet.port)
            }
        });
        let near = rule.near.iter().any(|end| matches!(*end, "*" | "VirtualNetwork" | "10.9.0.0/16" | "10.9.0.0/27"));
        let far = rule.far.iter().any(|end| match end.to_lowercase().as_str() {
            "*" | "0.0.0.0/0" => true,
            tag if packet.far.contains(&tag) => true,
            "internet" | "azurecloud" if packet.far == ["azureloadbalancer"] => doubt,
            // A part of the internet.
            tag if packet.far == ["internet"] => !matches!(tag, "10.0.0.0/8" | "azureloadbalancer") && doubt,
            _ => false,
        });
        if tcp && port && near && far {
            return rule.allow;
        }
    }
    match (packet.inbound, packet.far) {
        (true, far) => far.contains(&"azureloadbalancer"),
        (false, far) => far.contains(&"internet"),
    }
}

proptest! {
    /// A definite answer holds however the rules in doubt are read, and two readings that differ are no definite answer.
    #[test]
    fn rules_are_read_as_azure_reads_them(
        rules in prop::collection::vec((100_u32..4_000, rule()), 0..8),
    ) {
        let mut priorities = BTreeSet::new();
        // Azure refuses two rules of one direction with one priority.
        let rules: Vec<_> = rules.into_iter().filter(|(priority, rule)| priorities.insert((rule.inbound, *priority))).collect();
        let written: Vec<_> = rules.iter().map(|(priority, rule)| written(rule, *priority)).collect();
        let read = imported(&written);
        let location = read.as_ref().and_then(|read| read.extras.locations.first());
        let network = location.and_then(|location| location.network.clone()).unwrap_or_default();
        let closed = read.as_ref().and_then(|read| read.request.locations.first()?.subnet?.closed_ports);
        prop_assert!(closed.is_some());
        for row in PACKETS.iter().map(|packet| packet.id).collect::<BTreeSet<_>>() {
            let packets: Vec<_> = PACKETS.iter().filter(|packet| packet.id == row).collect();
            let readings = [false, true].map(|doubt| packets.iter().all(|packet| passes(&rules, packet, doubt)));
            let ruling = network.ports.iter().find(|ruling| <&str>::from(ruling.port) == row);
            prop_assert!(ruling.is_some(), "{row}");
            let state = ruling.map(|ruling| ruling.state);
            match readings {
                [true, true] => prop_assert_ne!(state, Some(PortState::Closed), "{} {:?}", row, rules),
                [false, false] => prop_assert_ne!(state, Some(PortState::Open), "{} {:?}", row, rules),
                _ => prop_assert_eq!(state, Some(PortState::Unclear), "{} {:?}", row, rules),
            }
            // Only the load balancer and the internet can be in doubt here.
            if !matches!(row, "load-balancer-6390-inbound" | "internet-80-outbound") {
                let expected = if readings == [true, true] { PortState::Open } else { PortState::Closed };
                prop_assert_eq!(state, Some(expected), "{} {:?}", row, rules);
            }
            let is_closed = closed.is_some_and(|closed| closed.iter().any(|port| <&str>::from(port) == row));
            prop_assert_eq!(is_closed, state == Some(PortState::Closed));
        }
    }
}

/// Default rules alone: the platform's load balancer comes in, everything goes out, nothing else comes in.
#[test]
fn a_group_without_rules_allows_what_the_default_rules_do() {
    let read = imported(&[]).unwrap_or_default();
    let closed = read.request.locations.first().and_then(|location| location.subnet?.closed_ports);
    let ids: Vec<_> = closed.iter().flat_map(|closed| closed.iter()).map(<&str>::from).collect();
    assert_eq!(ids, ["api-management-3443-inbound"]);
}

/// A rule that cannot be read leaves the group open: nothing is guessed about what it denies.
#[test]
fn a_rule_that_cannot_be_read_leaves_its_group_unknown() {
    let read =
        imported(&[json!({ "name": "x", "properties": { "priority": 100, "direction": "Sideways" } })]).unwrap_or_default();
    let subnet = read.request.locations.first().and_then(|location| location.subnet).unwrap_or_default();
    assert_eq!((subnet.network_security_group, subnet.closed_ports), (Some(true), None));
}

/// Rules that name a part of a tag by its addresses decide nothing.
#[test]
fn addresses_of_a_service_are_not_guessed() {
    let rule = |access: &str, source: &str, priority: u32| {
        json!({ "name": format!("r{priority}"), "properties": {
            "priority": priority, "direction": "Inbound", "access": access, "protocol": "*", "sourceAddressPrefix": source,
            "sourcePortRange": "*", "destinationAddressPrefix": "*", "destinationPortRange": "*" } })
    };
    let state = |rules: &[Value]| {
        let read = imported(rules).unwrap_or_default();
        let ports = read.extras.locations.first().and_then(|location| location.network.clone()).unwrap_or_default().ports;
        ports.iter().find(|port| <&str>::from(port.port) == "api-management-3443-inbound").map(|port| port.state)
    };
    assert_eq!(state(&[rule("Allow", "203.0.113.0/24", 100)]), Some(PortState::Unclear));
    assert_eq!(state(&[rule("Deny", "203.0.113.0/24", 100), rule("Allow", "ApiManagement", 200)]), Some(PortState::Unclear));
    assert_eq!(state(&[rule("Deny", "192.168.0.0/16", 100), rule("Allow", "ApiManagement", 200)]), Some(PortState::Open));
    assert_eq!(state(&[rule("Deny", "*", 100), rule("Allow", "ApiManagement", 200)]), Some(PortState::Closed));
}
