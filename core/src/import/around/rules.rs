//! What the rules of a network security group allow.
//!
//! The rules are read in order of priority, and the first that matches decides, as Azure documents it:
//! <https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview>. A service tag stands for addresses
//! that change every week, so a rule that names addresses may match a part of a tag: such a rule decides nothing by itself.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use super::super::node::Node;
use super::super::words;
use super::value::{ResourceView, numbers, texts};

/// A rule, as far as it matters here.
#[derive(Debug, Clone)]
pub(super) struct SecurityRule {
    pub(super) name: String,
    pub(super) priority: u32,
    pub(super) inbound: bool,
    pub(super) allows: bool,
    tcp: bool,
    source: Vec<Peer>,
    destination: Vec<Peer>,
    source_ports: Vec<(u16, u16)>,
    destination_ports: Vec<(u16, u16)>,
}

/// One end of the traffic that a rule names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Peer {
    Any,
    Addresses(Ipv4Net),
    /// A service tag in lower case.
    Tag(String),
    /// Addresses that the instance can't have, and that no service tag here has: IPv6, application security groups.
    Elsewhere,
}

/// How much of the traffic a rule matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    None,
    /// A part, or possibly none.
    Maybe,
    All,
}

/// Traffic between the subnet and what a service tag stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flow<'f> {
    pub(super) inbound: bool,
    /// The service tag in lower case.
    pub(super) tag: &'f str,
    /// The part of the tag in one region, if the tag has regions.
    pub(super) region: Option<&'f str>,
    pub(super) port: u16,
    /// The addresses of the subnet; empty if they are not known.
    pub(super) subnet: &'f [Ipv4Net],
}

/// What the rules say of traffic, and the rule that says it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ruling<'r> {
    Allowed(&'r SecurityRule),
    Denied(&'r SecurityRule),
    /// The rule may match a part of the traffic, and the rules after it say otherwise.
    Unclear(&'r SecurityRule),
}

/// The address that the tag `AzureLoadBalancer` stands for.
const LOAD_BALANCER: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);

/// The priority of the first default rule; rules of one's own come before.
pub(super) const FIRST_DEFAULT: u32 = 65_000;

/// The default rules at the end of every group, which can't be removed.
pub(super) fn default_rules() -> Vec<SecurityRule> {
    let rule = |name: &str, priority, inbound, allows, source: Peer, destination: Peer| SecurityRule {
        name: name.to_owned(),
        priority,
        inbound,
        allows,
        tcp: true,
        source: vec![source],
        destination: vec![destination],
        source_ports: vec![ALL_PORTS],
        destination_ports: vec![ALL_PORTS],
    };
    let tag = |name: &str| Peer::Tag(name.to_owned());
    vec![
        rule("AllowVnetInBound", FIRST_DEFAULT, true, true, tag("virtualnetwork"), tag("virtualnetwork")),
        rule("AllowAzureLoadBalancerInBound", 65_001, true, true, tag("azureloadbalancer"), Peer::Any),
        rule("DenyAllInBound", 65_500, true, false, Peer::Any, Peer::Any),
        rule("AllowVnetOutBound", FIRST_DEFAULT, false, true, tag("virtualnetwork"), tag("virtualnetwork")),
        rule("AllowInternetOutBound", 65_001, false, true, Peer::Any, tag("internet")),
        rule("DenyAllOutBound", 65_500, false, false, Peer::Any, Peer::Any),
    ]
}

const ALL_PORTS: (u16, u16) = (0, u16::MAX);

/// Reads a rule. `None` if a part of it can't be read: then nothing is known of its group.
pub(super) fn read(node: &Node<'_>) -> Option<SecurityRule> {
    let part = ResourceView(node);
    let word = |key: &str| part.get(key).and_then(|node| Some(node.text()?.trim().to_ascii_lowercase()));
    let inbound = match word("direction")?.as_str() {
        "inbound" => true,
        "outbound" => false,
        _ => return None,
    };
    let allows = match word("access")?.as_str() {
        "allow" => true,
        "deny" => false,
        _ => return None,
    };
    let tcp = match word("protocol")?.as_str() {
        "*" | "any" | "tcp" => true,
        "udp" | "icmp" | "icmpv6" | "esp" | "ah" => false,
        _ => return None,
    };
    let name = part.get("name").and_then(Node::text).and_then(words::name).unwrap_or("(unnamed rule)");
    let ends = |which: &str| {
        let listed = [format!("{which}AddressPrefix"), format!("{which}AddressPrefixes")];
        let mut peers = Vec::new();
        for key in &listed {
            for text in part.get(key).map(texts).unwrap_or_default() {
                peers.push(peer(&text)?);
            }
        }
        if part.get(&format!("{which}ApplicationSecurityGroups")).is_some_and(|groups| !groups.is_blank())
            || part.get(&format!("{which}ApplicationSecurityGroupIds")).is_some_and(|groups| !groups.is_blank())
        {
            peers.push(Peer::Elsewhere);
        }
        (!peers.is_empty()).then_some(peers)
    };
    let ports = |which: &str| {
        let listed = [format!("{which}PortRange"), format!("{which}PortRanges")];
        let mut ranges = Vec::new();
        for key in &listed {
            for text in part.get(key).map(texts).unwrap_or_default() {
                ranges.push(port_range(&text)?);
            }
        }
        (!ranges.is_empty()).then_some(ranges)
    };
    Some(SecurityRule {
        name: name.to_owned(),
        priority: part.get("priority").and_then(numbers)?,
        inbound,
        allows,
        tcp,
        source: ends("source")?,
        destination: ends("destination")?,
        // A rule that names no source ports has all of them.
        source_ports: ports("source").unwrap_or_else(|| vec![ALL_PORTS]),
        destination_ports: ports("destination")?,
    })
}

fn peer(text: &str) -> Option<Peer> {
    let text = text.trim();
    if text == "*" || text.eq_ignore_ascii_case("any") {
        return Some(Peer::Any);
    }
    if let Ok(network) = text.parse::<Ipv4Net>() {
        return Some(if network.prefix_len() == 0 { Peer::Any } else { Peer::Addresses(network.trunc()) });
    }
    if let Ok(address) = text.parse::<Ipv4Addr>() {
        return Some(Peer::Addresses(Ipv4Net::from(address)));
    }
    if text.contains(':') {
        return Some(Peer::Elsewhere);
    }
    // Tags are words such as `Storage.WestEurope`.
    let is_tag = text.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && text.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '.' || sign == '-' || sign == '_');
    is_tag.then(|| Peer::Tag(text.to_ascii_lowercase()))
}

/// `*`, `443`, `6381-6383`.
pub(super) fn port_range(text: &str) -> Option<(u16, u16)> {
    let text = text.trim();
    if text == "*" || text.eq_ignore_ascii_case("any") {
        return Some(ALL_PORTS);
    }
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (from <= to).then_some((from, to))
}

/// What the rules, in order of priority, say of this traffic.
pub(super) fn ruling<'r>(rules: &'r [SecurityRule], flow: &Flow<'_>) -> Option<Ruling<'r>> {
    let mut in_doubt: [Option<&SecurityRule>; 2] = [None, None];
    for rule in rules.iter().filter(|rule| rule.inbound == flow.inbound) {
        let [allowed, denied] = &mut in_doubt;
        match matched(rule, flow) {
            Match::None => {}
            Match::Maybe if rule.allows => {
                let _ = allowed.get_or_insert(rule);
            }
            Match::Maybe => {
                let _ = denied.get_or_insert(rule);
            }
            Match::All if rule.allows => return Some(denied.map_or(Ruling::Allowed(rule), Ruling::Unclear)),
            Match::All => return Some(allowed.map_or(Ruling::Denied(rule), Ruling::Unclear)),
        }
    }
    None
}

/// Whether clients can reach the port. Which clients there are is not known, so any rule that allows some of them is enough;
/// `internal` counts those of the virtual network.
pub(super) fn ruling_for_clients<'r>(rules: &'r [SecurityRule], flow: &Flow<'_>, internal: bool) -> Option<Ruling<'r>> {
    let is_client = |peer: &Peer| match peer {
        Peer::Any | Peer::Addresses(_) => true,
        Peer::Tag(tag) => match tag.split('.').next().unwrap_or_default() {
            "virtualnetwork" => internal,
            "azureloadbalancer" | "apimanagement" | "azuretrafficmanager" => false,
            _ => true,
        },
        Peer::Elsewhere => false,
    };
    let is_everybody = |peer: &Peer| match peer {
        Peer::Any => true,
        Peer::Tag(tag) => !internal && tag == "internet",
        Peer::Addresses(_) | Peer::Elsewhere => false,
    };
    for rule in rules.iter().filter(|rule| rule.inbound) {
        if without_remote(rule, flow) == Match::None {
            continue;
        }
        if rule.allows && rule.source.iter().any(is_client) {
            return Some(Ruling::Allowed(rule));
        }
        if !rule.allows && without_remote(rule, flow) == Match::All && rule.source.iter().any(is_everybody) {
            return Some(Ruling::Denied(rule));
        }
    }
    None
}

fn matched(rule: &SecurityRule, flow: &Flow<'_>) -> Match {
    let remote = if rule.inbound { &rule.source } else { &rule.destination };
    let remote = remote.iter().map(|peer| of_tag(peer, flow)).max().unwrap_or(Match::None);
    remote.min(without_remote(rule, flow))
}

/// Protocol, ports and the end that is the subnet.
fn without_remote(rule: &SecurityRule, flow: &Flow<'_>) -> Match {
    let local = if rule.inbound { &rule.destination } else { &rule.source };
    let port = rule.destination_ports.iter().any(|(from, to)| (*from..=*to).contains(&flow.port));
    if !rule.tcp || !port {
        return Match::None;
    }
    let source_port = if rule.source_ports.contains(&ALL_PORTS) { Match::All } else { Match::Maybe };
    local.iter().map(|peer| of_subnet(peer, flow.subnet)).max().unwrap_or(Match::None).min(source_port)
}

/// How much of the subnet this is.
fn of_subnet(peer: &Peer, subnet: &[Ipv4Net]) -> Match {
    match peer {
        Peer::Any => Match::All,
        Peer::Addresses(_) if subnet.is_empty() => Match::Maybe,
        Peer::Addresses(network) if subnet.iter().all(|part| network.contains(part)) => Match::All,
        Peer::Addresses(network) if subnet.iter().any(|part| part.contains(network) || network.contains(part)) => Match::Maybe,
        Peer::Tag(tag) if tag == "virtualnetwork" => Match::All,
        Peer::Addresses(_) | Peer::Tag(_) | Peer::Elsewhere => Match::None,
    }
}

/// How much of the addresses of the flow's tag this is.
fn of_tag(peer: &Peer, flow: &Flow<'_>) -> Match {
    let balancer = flow.tag == "azureloadbalancer";
    match peer {
        Peer::Any => Match::All,
        Peer::Elsewhere => Match::None,
        Peer::Addresses(network) if balancer => {
            if network.contains(&LOAD_BALANCER) {
                Match::All
            } else {
                Match::None
            }
        }
        Peer::Addresses(network) if is_private(*network) => Match::None,
        Peer::Addresses(_) => Match::Maybe,
        Peer::Tag(tag) if tag == flow.tag => Match::All,
        Peer::Tag(tag) => match tag.split_once('.').map_or((tag.as_str(), None), |(tag, region)| (tag, Some(region))) {
            // Whether the address of the load balancer belongs to these is not documented.
            ("internet" | "azurecloud" | "virtualnetwork", _) if balancer => Match::Maybe,
            ("virtualnetwork", _) => Match::None,
            ("internet", _) => Match::All,
            ("azurecloud", None) => {
                if flow.tag == "internet" {
                    Match::Maybe
                } else {
                    Match::All
                }
            }
            ("azurecloud", Some(region)) => match flow.region {
                Some(own) if own == region => Match::All,
                Some(_) => Match::None,
                None => Match::Maybe,
            },
            (family, Some(region)) if family == flow.tag => match flow.region {
                Some(own) if own == region => Match::All,
                Some(_) => Match::None,
                None => Match::Maybe,
            },
            // Every tag is a part of the internet; tags of different services share no address.
            _ if flow.tag == "internet" => Match::Maybe,
            _ => Match::None,
        },
    }
}

/// Addresses that no public service has.
fn is_private(network: Ipv4Net) -> bool {
    const PRIVATE: [Ipv4Net; 5] = [
        Ipv4Net::new_assert(Ipv4Addr::new(10, 0, 0, 0), 8),
        Ipv4Net::new_assert(Ipv4Addr::new(172, 16, 0, 0), 12),
        Ipv4Net::new_assert(Ipv4Addr::new(192, 168, 0, 0), 16),
        Ipv4Net::new_assert(Ipv4Addr::new(100, 64, 0, 0), 10),
        Ipv4Net::new_assert(Ipv4Addr::new(169, 254, 0, 0), 16),
    ];
    PRIVATE.iter().any(|block| block.contains(&network))
}
