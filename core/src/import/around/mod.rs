//! What stands around an instance: networks, rules, routes, addresses, autoscale, locks, DNS records, measured load.
//!
//! The resources of one input arrive in any order. They are read when they are met and joined when all are known.

mod join;
mod load;
mod location;
mod network;
mod ports;
mod reference;
mod rules;
mod value;

use std::collections::BTreeSet;
use std::ops::Bound;

use super::node::Node;
use super::shape::Imported;
use super::words;
use load::{AutoscaleResource, LoadReading, StatusReading};
pub(crate) use location::is_endpoint;
use network::{AddressResource, Attached, GroupResource, SubnetResource, TableResource};
pub(super) use reference::Reference;
use rules::SecurityRule;
use value::{ResourceView, id_of};

/// What the output of `collect` says of itself: a list of this kind is complete for a scope.
pub(super) const COLLECTED: &str = "apim-plan/collected";

/// The references of one instance, which its answers do not hold.
#[derive(Debug, Clone, Default)]
pub(super) struct InstanceLinks {
    pub(super) own: Option<Reference>,
    /// One for each location of the request.
    pub(super) locations: Vec<LocationLinks>,
}

/// The references of one location.
#[derive(Debug, Clone, Default)]
pub(super) struct LocationLinks {
    pub(super) subnet: Option<Reference>,
    pub(super) public_ip: Option<Reference>,
}

/// Everything around the instances of an input.
#[derive(Debug, Default)]
pub(super) struct Around {
    subnets: Vec<SubnetResource>,
    groups: Vec<GroupResource>,
    /// Rules that are resources of their own, with the group that they belong to.
    rules: Vec<(Reference, String, Option<SecurityRule>)>,
    tables: Vec<TableResource>,
    /// Routes that are resources of their own, with the table that they belong to.
    routes: Vec<(Reference, network::RouteEntry)>,
    addresses: Vec<AddressResource>,
    autoscale: Vec<AutoscaleResource>,
    locks: Vec<LockResource>,
    records: Vec<RecordResource>,
    loads: Vec<LoadReading>,
    statuses: Vec<StatusReading>,
    /// The instances that a self-hosted gateway belongs to, and its position.
    gateways: Vec<(Reference, String)>,
    /// Attachments that are resources of their own, as in Terraform: a subnet, and its group or table.
    attached: Vec<(Reference, Reference)>,
    /// Lists that are complete: their kind, and the scope in lower case.
    complete: Vec<(String, String)>,
    /// The resources that were read: their positions and their types.
    read: Vec<(String, String)>,
}

/// A resource lock.
#[derive(Debug)]
struct LockResource {
    name: String,
    /// What is locked, in lower case: a resource, a group or a subscription.
    scope: String,
    read_only: bool,
    at: String,
}

/// A DNS record set.
#[derive(Debug)]
struct RecordResource {
    /// The host name in lower case.
    host: String,
    /// An A record, in contrast to a CNAME record.
    address: bool,
    at: String,
}

/// Whether an absent key means that there is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// Azure lists what is there.
    IsNone,
    /// Another resource may say it, as in Terraform.
    SaysNothing,
}

impl Around {
    /// Reads a resource of a known type; false for every other.
    pub(super) fn take(&mut self, kind: &str, node: &Node<'_>, at: &str, silence: Silence) -> bool {
        let mut buffer = [0; 80];
        let spelled = kind;
        let Some(kind) = words::lower(kind, &mut buffer) else { return false };
        let own = reference(kind, node);
        let known = match kind {
            "microsoft.network/virtualnetworks" => own.is_some_and(|own| self.network(&own, node, at, silence)),
            "microsoft.network/virtualnetworks/subnets" => own.is_some_and(|own| {
                self.subnets.push(SubnetResource::read(own, node, at.to_owned(), silence));
                true
            }),
            "microsoft.network/networksecuritygroups" => own.is_some_and(|own| {
                self.groups.push(GroupResource::read(own, node, at.to_owned()));
                true
            }),
            "microsoft.network/networksecuritygroups/securityrules" => own.and_then(|own| own.parent()).is_some_and(|group| {
                self.rules.push((group, at.to_owned(), rules::read(node)));
                true
            }),
            "microsoft.network/routetables" => own.is_some_and(|own| {
                self.tables.push(TableResource::read(own, node, at.to_owned()));
                true
            }),
            "microsoft.network/routetables/routes" => own.and_then(|own| own.parent()).is_some_and(|table| {
                self.routes.extend(network::route(node, at).map(|route| (table, route)));
                true
            }),
            "microsoft.network/publicipaddresses" => own.is_some_and(|own| {
                self.addresses.push(AddressResource::read(own, node, at.to_owned()));
                true
            }),
            "microsoft.insights/autoscalesettings" => {
                let read = AutoscaleResource::read(own.as_ref(), node, at);
                let known = read.is_some();
                self.autoscale.extend(read);
                known
            }
            "microsoft.authorization/locks" => self.lock(node, at),
            "microsoft.insights/metrics" => {
                let read = LoadReading::read(node, at);
                let known = read.is_some();
                self.loads.extend(read);
                known
            }
            "microsoft.apimanagement/service/gateways" => own.and_then(|own| own.parent()).is_some_and(|instance| {
                self.gateways.push((instance, at.to_owned()));
                true
            }),
            kind => match kind.strip_prefix("microsoft.network/").and_then(|kind| kind.split_once('/')) {
                Some(("privatednszones" | "dnszones", "a")) => self.record(node, at, true),
                Some(("privatednszones" | "dnszones", "cname")) => self.record(node, at, false),
                // Without a host name there is nothing to join, but the type is a known one.
                Some(("privatednszones" | "dnszones", _)) => true,
                _ => matches!(kind, "microsoft.network/privatednszones" | "microsoft.network/dnszones"),
            },
        };
        if known {
            self.read.push((at.to_owned(), spelled.to_owned()));
        }
        known
    }

    /// The resources that gave no instance an answer.
    pub(super) fn unused<'a>(&'a self, instances: &[Imported]) -> impl Iterator<Item = &'a str> {
        let used: BTreeSet<String> =
            instances.iter().flat_map(|imported| &imported.extras.resources).map(|resource| resource.at.clone()).collect();
        self.read
            .iter()
            .filter(move |(at, _)| {
                // A part of a resource, such as one of its subnets, is a use of it.
                let next = used.range::<str, _>((Bound::Included(at.as_str()), Bound::Unbounded)).next();
                !next.is_some_and(|place| {
                    place.strip_prefix(at.as_str()).is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit()))
                })
            })
            .map(|(_, kind)| kind.as_str())
    }

    /// Whether nothing was read.
    fn is_empty(&self) -> bool {
        self.read.is_empty() && self.statuses.is_empty() && self.attached.is_empty() && self.complete.is_empty()
    }

    /// The network status of an instance, which names no type and no instance.
    pub(super) fn status(&mut self, of: Option<&Reference>, node: &Node<'_>, at: &str) -> bool {
        let read = StatusReading::read(of.cloned(), node, at);
        let known = read.is_some();
        self.statuses.extend(read);
        known
    }

    /// A list of `collect` with its kind and its scope: what is not in it does not exist.
    pub(super) fn completed(&mut self, kind: &str, scope: &str) {
        let known = ["resources", "around", "locks", "gateways"].contains(&kind);
        if known && words::resource_id(scope).is_some() {
            self.complete.push((kind.to_owned(), scope.trim_end_matches('/').to_ascii_lowercase()));
        }
    }

    /// An attachment that is a resource of its own.
    pub(super) fn attach(&mut self, subnet: Reference, to: Reference) {
        self.attached.push((subnet, to));
    }

    fn network(&mut self, own: &Reference, node: &Node<'_>, at: &str, silence: Silence) -> bool {
        let view = ResourceView(node);
        let Some(subnets) = view.get("subnets") else { return true };
        let path = view.path("subnets");
        for (index, subnet) in subnets.items().iter().enumerate() {
            let by_id = subnet.get("id").and_then(reference_of);
            let by_name = || own.child("subnets", subnet.get("name")?.text()?);
            let Some(reference) = by_id.or_else(by_name) else { continue };
            let at = joined(at, &format!("{path}[{index}]"));
            self.subnets.push(SubnetResource::read(reference, subnet, at, silence));
        }
        true
    }

    fn lock(&mut self, node: &Node<'_>, at: &str) -> bool {
        let view = ResourceView(node);
        let Some(id) = view.get("id").and_then(Node::text).and_then(words::resource_id) else { return false };
        let id = id.to_ascii_lowercase();
        let Some((scope, name)) = id.split_once("/providers/microsoft.authorization/locks/") else { return false };
        let level = view.get("level").and_then(Node::text).unwrap_or_default();
        self.locks.push(LockResource {
            name: view.get("name").and_then(Node::text).and_then(words::name).unwrap_or(name).to_owned(),
            scope: scope.to_owned(),
            read_only: level.eq_ignore_ascii_case("ReadOnly"),
            at: at.to_owned(),
        });
        true
    }

    fn record(&mut self, node: &Node<'_>, at: &str, address: bool) -> bool {
        let view = ResourceView(node);
        let named = view.get("fqdn").and_then(Node::text).map(|name| name.trim_end_matches('.').to_owned());
        let by_id = || {
            let (zone, name) =
                reference_of(view.get("id")?)?.names().split_once('/').map(|(zone, name)| (zone.to_owned(), name.to_owned()))?;
            Some(format!("{name}.{zone}"))
        };
        let by_zone = || Some(format!("{}.{}", view.get("name")?.text()?, view.get("zone_name")?.text()?));
        let Some(host) = named.or_else(by_id).or_else(by_zone) else { return false };
        let Some(host) = words::host(&host).map(str::to_ascii_lowercase) else { return false };
        self.records.push(RecordResource { host, address, at: at.to_owned() });
        true
    }
}

/// The reference of a resource: its id, otherwise its type and its name.
fn reference(kind: &str, node: &Node<'_>) -> Option<Reference> {
    let id = node.get("id").filter(|id| !id.is_blank()).or_else(|| node.get("resourceId"));
    id.and_then(reference_of).or_else(|| {
        let name = node.get("name")?.text()?;
        Reference::of_names(kind, name.split('/'))
    })
}

/// The resource that a value names: an id, or what `resourceId()` says of one.
pub(super) fn reference_of(node: &Node<'_>) -> Option<Reference> {
    match node.plain().0 {
        Node::Unread(unread) => unread.refers.clone(),
        other => Reference::of_id(other.text()?),
    }
}

/// The resource that a value or its `id` names.
fn attached(node: Option<&Node<'_>>, silence: Silence) -> Attached {
    match node {
        None if silence == Silence::SaysNothing => Attached::NotStated,
        None => Attached::Nothing,
        Some(node) => reference_of(id_of(node)).map_or(Attached::Unnamed, Attached::To),
    }
}

fn joined(at: &str, tail: &str) -> String {
    if at.is_empty() { tail.to_owned() } else { format!("{at}.{tail}") }
}
