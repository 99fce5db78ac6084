//! Subnets, security groups, route tables and public addresses.

use ipnet::Ipv4Net;

use super::super::node::Node;
use super::super::words;
use super::rules::{self, SecurityRule};
use super::value::{ResourceView, id_of, texts};
use super::{Reference, Silence, attached, joined, reference_of};

/// What is attached to a subnet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Attached {
    NotStated,
    Nothing,
    /// Something whose id can't be read.
    Unnamed,
    To(Reference),
}

/// A value and its position in the input.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) from: String,
}

/// A subnet.
#[derive(Debug)]
pub(super) struct SubnetResource {
    pub(super) own: Reference,
    pub(super) at: String,
    pub(super) prefixes: Option<Placed<Vec<Ipv4Net>>>,
    pub(super) group: Placed<Attached>,
    pub(super) table: Placed<Attached>,
    /// The services with an endpoint: `Microsoft.Storage`.
    pub(super) endpoints: Option<Placed<Vec<String>>>,
    pub(super) delegations: Option<Placed<Vec<String>>>,
    /// The number of addresses in use.
    pub(super) used: Option<Placed<u32>>,
}

impl SubnetResource {
    pub(super) fn read(own: Reference, node: &Node<'_>, at: String, silence: Silence) -> Self {
        let view = ResourceView(node);
        let place = |key: &str| joined(&at, &view.path(key));
        let prefix_key = ["addressPrefixes", "addressPrefix"].into_iter().find(|key| view.get(key).is_some());
        let prefixes = prefix_key.and_then(|key| {
            // The prefixes of IPv6 hold no address of the instance.
            let found = texts(view.get(key)?).iter().filter_map(|text| text.parse().ok()).collect::<Vec<Ipv4Net>>();
            (!found.is_empty()).then(|| Placed { value: found, from: place(key) })
        });
        let services = |keys: [&str; 2], within: [&str; 2]| {
            let key = keys.into_iter().find(|key| view.has(key));
            let Some(key) = key.filter(|key| view.get(key).is_some()) else {
                let stated = key.is_some() || silence == Silence::IsNone;
                return stated.then(|| Placed { value: Vec::new(), from: place(key.unwrap_or(keys[0])) });
            };
            let names = view.get(key).map(Node::items).unwrap_or_default().iter().map(|item| {
                let named = within.into_iter().find_map(|key| ResourceView(item).get(key));
                // Terraform has a block inside of the block.
                let named = named.and_then(|node| node.items().first()).map(|node| node.get("name").unwrap_or(node));
                let text = named.or(Some(item)).and_then(Node::text);
                text.and_then(service).unwrap_or("another service").to_owned()
            });
            Some(Placed { value: names.collect(), from: place(key) })
        };
        let used = view
            .get("ipConfigurations")
            .map(|list| Placed { value: u32::try_from(list.items().len()).unwrap_or(u32::MAX), from: place("ipConfigurations") });
        Self {
            prefixes,
            group: Placed { value: attached(view.get("networkSecurityGroup"), silence), from: place("networkSecurityGroup") },
            table: Placed { value: attached(view.get("routeTable"), silence), from: place("routeTable") },
            endpoints: services(["serviceEndpoints", "service_endpoints"], ["service", "service"]),
            delegations: services(["delegations", "delegation"], ["serviceName", "service_delegation"]),
            used,
            own,
            at,
        }
    }
}

/// The name of a service such as `Microsoft.Storage`, which may be shown.
fn service(text: &str) -> Option<&str> {
    let fits = text.len() <= 100 && text.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '/'));
    fits.then_some(text).filter(|text| !text.is_empty())
}

/// A network security group.
#[derive(Debug)]
pub(super) struct GroupResource {
    pub(super) own: Reference,
    pub(super) at: String,
    /// Its own rules; `None` if one of them can't be read.
    pub(super) rules: Option<Vec<SecurityRule>>,
    /// Whether it lists its rules, even none.
    pub(super) lists_rules: bool,
    /// The subnets that it says it is attached to.
    pub(super) subnets: Vec<Reference>,
}

impl GroupResource {
    pub(super) fn read(own: Reference, node: &Node<'_>, at: String) -> Self {
        let view = ResourceView(node);
        let key = if view.has("securityRules") { "securityRules" } else { "security_rule" };
        // Without the key, the rules are resources of their own, or not known.
        let rules = if view.has(key) {
            view.get(key).map(Node::items).unwrap_or_default().iter().map(rules::read).collect()
        } else {
            Some(Vec::new())
        };
        Self { rules, lists_rules: view.has(key), subnets: subnets(view), at, own }
    }
}

/// A route table.
#[derive(Debug)]
pub(super) struct TableResource {
    pub(super) own: Reference,
    pub(super) at: String,
    pub(super) routes: Vec<RouteEntry>,
    pub(super) subnets: Vec<Reference>,
}

/// A route.
#[derive(Debug, Clone)]
pub(super) struct RouteEntry {
    /// An address prefix or a service tag, in lower case.
    pub(super) prefix: String,
    /// The type of the next hop, as Azure spells it.
    pub(super) hop: &'static str,
    pub(super) at: String,
}

impl TableResource {
    pub(super) fn read(own: Reference, node: &Node<'_>, at: String) -> Self {
        let view = ResourceView(node);
        let key = if view.has("routes") { "routes" } else { "route" };
        let path = view.path(key);
        let items = view.get(key).map(Node::items).unwrap_or_default().iter().enumerate();
        let routes = items.filter_map(|(index, item)| route(item, &joined(&at, &format!("{path}[{index}]")))).collect();
        Self { routes, subnets: subnets(view), at, own }
    }
}

/// Reads a route; `None` without a prefix or a known next hop.
pub(super) fn route(node: &Node<'_>, at: &str) -> Option<RouteEntry> {
    const HOPS: [&str; 5] = ["VirtualNetworkGateway", "VnetLocal", "Internet", "VirtualAppliance", "None"];
    let view = ResourceView(node);
    let hop = view.get("nextHopType")?.text()?;
    Some(RouteEntry {
        prefix: view.get("addressPrefix")?.text()?.trim().to_ascii_lowercase(),
        hop: HOPS.into_iter().find(|known| known.eq_ignore_ascii_case(hop.trim()))?,
        at: at.to_owned(),
    })
}

/// A public IP address resource.
#[derive(Debug)]
pub(super) struct AddressResource {
    pub(super) own: Reference,
    pub(super) at: String,
    /// The address, once Azure has given it one.
    pub(super) address: Option<String>,
    pub(super) standard: Option<bool>,
    /// Whether it has a DNS name label.
    pub(super) label: bool,
    pub(super) zones: usize,
}

impl AddressResource {
    pub(super) fn read(own: Reference, node: &Node<'_>, at: String) -> Self {
        let view = ResourceView(node);
        let address = view.get("ipAddress").and_then(Node::text).and_then(|text| text.trim().parse::<std::net::IpAddr>().ok());
        let sku = node.get("sku").and_then(|sku| sku.get("name").unwrap_or(sku).text());
        let label = view.get("dnsSettings").and_then(|settings| settings.get("domainNameLabel"));
        let label = label.or_else(|| view.get("domainNameLabel"));
        Self {
            own,
            at,
            address: address.map(|address| address.to_string()),
            standard: sku.map(|sku| sku.eq_ignore_ascii_case("Standard")),
            label: label.is_some_and(|label| !label.is_blank()),
            zones: node.get("zones").map_or(0, |zones| zones.items().len()),
        }
    }
}

/// The subnets that a group or a table says it is attached to.
fn subnets(view: ResourceView<'_>) -> Vec<Reference> {
    view.get("subnets").map(Node::items).unwrap_or_default().iter().filter_map(|subnet| reference_of(id_of(subnet))).collect()
}

/// The name of a resource that may be shown: `vnet-a/apim`.
pub(super) fn shown(own: &Reference) -> Option<String> {
    let names = own.names();
    names.split('/').all(|name| words::name(name).is_some()).then_some(names)
}
