//! The network of one location: subnet, security group, route table, addresses and locks.

use super::join::{Joiner, note, related, word};
use super::network::{Attached, GroupResource, SubnetResource, shown};
use super::rules::{self, SecurityRule};
use super::{LocationLinks, Reference, ports};
use crate::decide::subnet::addresses;
use crate::domain::{Firewall, PlanRequest, PortId, Prefix, Subnet, Text};
use crate::facts::network::usable;
use crate::import::shape::Imported;
use crate::import::surroundings::{LocationNetwork, PublicIpFacts};

/// The services whose endpoints the migration page asks for.
const ENDPOINTS: [&str; 3] = ["microsoft.storage", "microsoft.sql", "microsoft.keyvault"];

impl Joiner<'_> {
    pub(super) fn location(&self, imported: &mut Imported, index: usize, links: &LocationLinks) {
        if let Some(address) = links.public_ip.as_ref().and_then(|wanted| self.addresses.one(wanted)) {
            related(imported, "microsoft.network/publicipaddresses", shown(&address.own), &address.at);
            if let Some(extras) = imported.extras.locations.get_mut(index) {
                extras.public_ip_facts = Some(PublicIpFacts {
                    name: shown(&address.own),
                    standard: address.standard,
                    label: address.label,
                    zones: u32::try_from(address.zones).unwrap_or(0),
                });
            }
        } else {
            self.own_address(imported, index);
        }
        let Some(wanted) = &links.subnet else { return };
        let subnet = self.subnets.one(wanted);
        let mut network = LocationNetwork { subnet: shown(wanted), ..LocationNetwork::default() };
        let mut answers = imported.request.locations.get(index).and_then(|location| location.subnet).unwrap_or_default();
        let before = answers;
        if let Some(subnet) = subnet {
            related(imported, "microsoft.network/virtualnetworks/subnets", shown(&subnet.own), &subnet.at);
            Self::addresses(imported, index, subnet, &mut answers, &mut network);
            if let Some(delegations) = &subnet.delegations {
                let delegated = !delegations.value.is_empty();
                answers.delegated = Some(delegated);
                note(imported, format!("locations[{index}].subnet.delegated"), &delegations.from, word(delegated));
                network.delegations = Some(delegations.value.clone());
            }
            if let Some(endpoints) = &subnet.endpoints {
                let has = |service: &str| endpoints.value.iter().any(|known| is_endpoint(known, service));
                let all = ENDPOINTS.iter().all(|service| has(service));
                answers.service_endpoints = Some(all);
                note(imported, format!("locations[{index}].subnet.serviceEndpoints"), &endpoints.from, word(all));
                network.service_endpoints = Some(endpoints.value.clone());
            }
        }
        if answers.other_instances.is_none() && self.around.is_complete("resources", wanted) {
            answers.other_instances = Some(0);
            note(imported, format!("locations[{index}].subnet.otherInstances"), "the list of instances", "0");
        }
        self.group(imported, index, wanted, subnet, &mut answers, &mut network);
        self.table(imported, index, wanted, subnet, &mut answers, &mut network);
        self.locks(imported, index, wanted, &mut answers, &mut network);
        if answers != before
            && let Some(location) = imported.request.locations.get_mut(index)
        {
            location.subnet = Some(answers);
        }
        let told = LocationNetwork { subnet: network.subnet.clone(), ..LocationNetwork::default() };
        if network != told
            && let Some(extras) = imported.extras.locations.get_mut(index)
        {
            extras.network = Some(network);
        }
    }

    /// An address of the location that belongs to a resource of the input.
    fn own_address(&self, imported: &mut Imported, index: usize) {
        let Some(extras) = imported.extras.locations.get(index) else { return };
        let known = extras.public_ips.iter().find_map(|own| self.by_address.get(own.as_str()));
        let Some(address) = known.filter(|address| address.standard != Some(false)) else { return };
        let Some(location) = imported.request.locations.get_mut(index).filter(|location| location.public_ip.is_none()) else {
            return;
        };
        location.public_ip = Some(true);
        note(imported, format!("locations[{index}].publicIp"), &address.at, "true");
        related(imported, "microsoft.network/publicipaddresses", shown(&address.own), &address.at);
    }

    fn addresses(
        imported: &mut Imported,
        index: usize,
        subnet: &SubnetResource,
        answers: &mut Subnet,
        network: &mut LocationNetwork,
    ) {
        let Some(prefixes) = &subnet.prefixes else { return };
        let [range] = prefixes.value.as_slice() else { return };
        network.range = Some(range.to_string());
        let Some(prefix) = Prefix::new(u32::from(range.prefix_len())) else { return };
        answers.prefix = Some(prefix);
        note(imported, format!("locations[{index}].subnet.prefix"), &prefixes.from, prefix.get().to_string());
        let Some(used) = &subnet.used else { return };
        let own = own_addresses(&imported.request, index);
        // A list without the addresses of the instance itself does not show what is free.
        if own.is_some_and(|own| used.value < own) {
            return;
        }
        network.used_addresses = Some(used.value);
        let free = usable(prefix).saturating_sub(used.value);
        answers.available_addresses = Some(free);
        note(imported, format!("locations[{index}].subnet.availableAddresses"), &used.from, free.to_string());
        let alone = answers.other_instances.is_none_or(|others| others == 0);
        if let Some(own) = own.filter(|_| alone) {
            let others = used.value - own;
            answers.used_by_others = Some(others);
            note(imported, format!("locations[{index}].subnet.usedByOthers"), &used.from, others.to_string());
        }
    }

    fn group(
        &self,
        imported: &mut Imported,
        index: usize,
        wanted: &Reference,
        subnet: Option<&SubnetResource>,
        answers: &mut Subnet,
        network: &mut LocationNetwork,
    ) {
        let stated = subnet.map(|subnet| (&subnet.group.value, subnet.group.from.as_str()));
        let attached = || self.attached.all(wanted).find(|to| to.kind() == "microsoft.network/networksecuritygroups");
        let (group, from) = match stated {
            Some((Attached::To(reference), from)) => (Some(reference), Some(from)),
            Some((Attached::Unnamed, from)) => (None, Some(from)),
            Some((Attached::Nothing, from)) => {
                answers.network_security_group = Some(false);
                note(imported, format!("locations[{index}].subnet.networkSecurityGroup"), from, "false");
                return;
            }
            Some((Attached::NotStated, _)) | None => (attached(), None),
        };
        let known = match group {
            Some(reference) => self.groups.one(reference),
            None if from.is_none() => self.groups_of.one(wanted),
            None => None,
        };
        let Some(from) = from.or_else(|| known.map(|group| group.at.as_str())).or_else(|| group.map(|_| "the attachment")) else {
            return;
        };
        answers.network_security_group = Some(true);
        note(imported, format!("locations[{index}].subnet.networkSecurityGroup"), from, "true");
        let reference = group.or_else(|| known.map(|group| &group.own));
        network.security_group = reference.and_then(shown);
        network.security_group_in = reference.and_then(Reference::whole).and_then(super::load::group_of);
        let Some(rules) = self.rules_of(known, reference) else { return };
        let first = || reference.and_then(|reference| self.rules.all(reference).next()).map(|(at, _)| at.as_str());
        let at = known.map(|group| group.at.as_str()).or_else(first).unwrap_or_default();
        if let Some(group) = known {
            related(imported, "microsoft.network/networksecuritygroups", shown(&group.own), &group.at);
        }
        for (at, rule) in reference.into_iter().flat_map(|reference| self.rules.all(reference)) {
            let name = rule.as_ref().map(|rule| rule.name.clone());
            related(imported, "microsoft.network/networksecuritygroups/securityrules", name, at);
        }
        let ranges = subnet.and_then(|subnet| subnet.prefixes.as_ref()).map_or(&[][..], |prefixes| prefixes.value.as_slice());
        let own =
            |inbound: bool| rules.iter().filter(move |rule| rule.inbound == inbound && rule.priority < rules::FIRST_DEFAULT);
        network.inbound_priorities = own(true).map(|rule| rule.priority).collect();
        network.outbound_priorities = own(false).map(|rule| rule.priority).collect();
        network.ports = ports::rulings(&rules, ranges, &imported.request, index);
        let closed: Vec<PortId> = ports::closed(&network.ports, &imported.request);
        let ids: Vec<&str> = closed.iter().map(|port| <&str>::from(*port)).collect();
        let value = if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
        answers.closed_ports = Some(closed.into_iter().collect());
        note(imported, format!("locations[{index}].subnet.closedPorts"), at, value);
    }

    /// The rules of a group in order of priority; `None` if they are not known.
    fn rules_of(&self, group: Option<&GroupResource>, reference: Option<&Reference>) -> Option<Vec<SecurityRule>> {
        let mut all = group.map_or_else(|| Some(Vec::new()), |group| group.rules.clone())?;
        let mut further = reference.map(|reference| self.rules.all(reference).collect::<Vec<_>>()).unwrap_or_default();
        if group.is_none_or(|group| !group.lists_rules) && further.is_empty() {
            return None;
        }
        for (_, rule) in further.drain(..) {
            all.push(rule.clone()?);
        }
        all.extend(rules::default_rules());
        all.sort_by_key(|rule| rule.priority);
        Some(all)
    }

    fn table(
        &self,
        imported: &mut Imported,
        index: usize,
        wanted: &Reference,
        subnet: Option<&SubnetResource>,
        answers: &mut Subnet,
        network: &mut LocationNetwork,
    ) {
        let attached = || self.attached.all(wanted).find(|to| to.kind() == "microsoft.network/routetables");
        let reference = match subnet.map(|subnet| &subnet.table.value) {
            Some(Attached::To(reference)) => Some(reference),
            Some(Attached::Unnamed | Attached::Nothing) => return,
            Some(Attached::NotStated) | None => attached(),
        };
        let table = match reference {
            Some(reference) => self.tables.one(reference),
            None => self.tables_of.one(wanted),
        };
        let reference = reference.or_else(|| table.map(|table| &table.own));
        network.route_table = reference.and_then(shown);
        network.route_table_in = reference.and_then(Reference::whole).and_then(super::load::group_of);
        let Some(table) = table else { return };
        related(imported, "microsoft.network/routetables", shown(&table.own), &table.at);
        let routes: Vec<_> = table.routes.iter().chain(self.routes.all(&table.own)).collect();
        for route in self.routes.all(&table.own) {
            related(imported, "microsoft.network/routetables/routes", Some(route.prefix.clone()), &route.at);
        }
        let tagged = routes.iter().find(|route| route.prefix == "apimanagement");
        let internet = tagged.is_some_and(|route| route.hop == "Internet");
        answers.route_api_management = Some(internet);
        let from = tagged.map_or(table.at.as_str(), |route| route.at.as_str());
        note(imported, format!("locations[{index}].subnet.routeApiManagement"), from, word(internet));
        let default = routes.iter().find(|route| route.prefix == "0.0.0.0/0");
        network.default_route = default.map(|route| Text::from(route.hop));
        if let Some(route) = default.filter(|route| matches!(route.hop, "VirtualAppliance" | "VirtualNetworkGateway"))
            && imported.request.firewall.is_none()
        {
            imported.request.firewall = Some(Firewall::ForcedTunnel);
            note(imported, "firewall".to_owned(), &route.at, "forcedTunnel");
        }
    }

    fn locks(
        &self,
        imported: &mut Imported,
        index: usize,
        wanted: &Reference,
        answers: &mut Subnet,
        network: &mut LocationNetwork,
    ) {
        let Some(id) = wanted.whole() else { return };
        let found = self.locks_on(id);
        if let Some(first) = found.first() {
            answers.locked = Some(true);
            note(imported, format!("locations[{index}].subnet.locked"), &first.at, "true");
            network.locks = found.iter().map(|lock| lock.name.clone()).collect();
            for lock in &found {
                related(imported, "microsoft.authorization/locks", Some(lock.name.clone()), &lock.at);
            }
        } else if self.around.is_complete("locks", wanted) {
            answers.locked = Some(false);
            note(imported, format!("locations[{index}].subnet.locked"), "the list of locks", "false");
        }
    }

    /// The locks on a resource, and on everything that it is a part of.
    pub(super) fn locks_on(&self, id: &str) -> Vec<&super::LockResource> {
        let ends = id.match_indices('/').map(|(end, _)| end).chain([id.len()]);
        ends.filter_map(|end| self.locks.get(id.get(..end)?)).flatten().copied().collect()
    }
}

/// Whether this is the endpoint of a service: `Microsoft.Storage.Global` is one for storage as well.
pub(crate) fn is_endpoint(known: &str, service: &str) -> bool {
    let known = known.to_ascii_lowercase();
    known.strip_prefix(service).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The IP addresses that the instance itself needs in the subnet.
fn own_addresses(request: &PlanRequest, index: usize) -> Option<u32> {
    let units = request.locations.get(index)?.units?;
    Some(addresses(units.get(), request.tier, request.vnet.filter(|vnet| vnet.is_injected())?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Location, RegionName, Tier, Vnet};

    #[test]
    fn the_instance_needs_two_addresses_for_each_unit_and_one_for_the_balancer() {
        let mut location = RegionName::new("westeurope").map(Location::new);
        if let Some(location) = &mut location {
            location.units = crate::domain::Units::new(2);
        }
        let request = PlanRequest {
            tier: Some(Tier::Premium),
            vnet: Some(Vnet::Internal),
            locations: location.into_iter().collect(),
            ..PlanRequest::default()
        };
        assert_eq!(own_addresses(&request, 0), Some(5));
    }
}
