//! Locations: units, zones, addresses and subnets.

use std::net::IpAddr;

use crate::domain::{GatewayState, Location, RegionName, Text, Units, ZoneCount, ZoneLayout};

use super::super::around::{LocationLinks, Reference, reference_of};
use super::super::node::Node;
use super::super::shape::LocationExtras;
use super::super::words;
use super::UNKNOWN_REGION;
use super::keys::{KeyedValue, KnownFields, ResourceKey};
use super::{ServiceReader, StatedValue};

impl ServiceReader {
    pub(super) fn locations(&mut self, fields: &KnownFields<'_>) {
        let additional = fields.get(ResourceKey::Locations);
        let stated = self.stated(additional);
        let has_more = stated.is_some();
        self.location(fields, has_more);
        let (Some(slot), Some(stated)) = (additional, stated) else { return };
        let path = slot.path();
        for (index, item) in stated.node.items().iter().enumerate() {
            let tail = format!("{path}[{index}]");
            let Some(StatedValue { node, .. }) = self.stated_at(item, &tail) else { continue };
            if node.entries().is_empty() {
                self.unreadable(&tail, "a location was expected here");
                continue;
            }
            self.prefix = format!("{tail}.");
            let fields = self.fields(node.entries());
            self.location(&fields, true);
            self.prefix.clear();
        }
    }

    /// Reads one location. If only the region is not stated, the location
    /// gets another name, so that its units and zones are kept. A location
    /// without any stated value is left out, unless others follow it.
    pub(super) fn location(&mut self, fields: &KnownFields<'_>, keep: bool) {
        let index = self.out.request.locations.len();
        if index == Location::MOST {
            let place = self.prefix.trim_end_matches('.').to_owned();
            self.unreadable(&place, "an instance has at most one location in each region, and there are fewer regions");
            return;
        }
        let noted = self.out.read.len();
        let field = |name: &str| ["locations[", &index.to_string(), "].", name].concat();
        let additional = !self.prefix.is_empty();

        let name = self.word(fields.get(ResourceKey::Location), words::region, "not the name of a region");
        let named = name.is_some();
        if let Some((name, tail, by_default)) = &name {
            self.found(field("name"), tail, name.to_string(), *by_default);
        }
        let Some(name) = name.map(|(name, ..)| name).or_else(|| self.unnamed()) else { return };
        let mut location = Location::new(name);
        if let Some((units, tail, by_default)) = self.units(fields) {
            self.found(field("units"), &tail, units.get().to_string(), by_default);
            location.units = Some(units);
        }
        if let Some((zones, tail, by_default)) = self.zones(fields) {
            let words = match zones {
                ZoneLayout::Redundant { zones } => format!("{} zones", zones.get()).into(),
                ZoneLayout::Zonal {} => Text::from("one zone"),
                ZoneLayout::Automatic {} => Text::from("automatic"),
            };
            self.found(field("zones"), &tail, words, by_default);
            location.zones = Some(zones);
        }
        if let Some(slot) = fields.get(ResourceKey::ZoneRedundant)
            && self.switch(slot.node, &slot.path()) == Some(true)
        {
            self.unreadable(&slot.path(), "it states that the units are in several zones, but not in which");
        }
        if additional && let Some((platform, tail, by_default)) = self.platform(fields) {
            self.found(field("platform"), &tail, platform.as_str(), by_default);
            location.platform = Some(platform);
        }
        let mut extras = LocationExtras::default();
        self.public_ip(fields, &mut location, &mut extras, field("publicIp"));
        extras.public_ips = self.addresses(fields.get(ResourceKey::PublicIps));
        extras.private_ips = self.addresses(fields.get(ResourceKey::PrivateIps));
        extras.outbound_ips = self.addresses(fields.get(ResourceKey::OutboundIps));
        extras.subnet = self.subnet(fields);
        if let Some(slot) = fields.get(ResourceKey::DisableGateway) {
            extras.gateway_disabled = self.switch(slot.node, &slot.path());
            location.gateway =
                extras.gateway_disabled.map(|off| if off { GatewayState::Disabled } else { GatewayState::Enabled });
            if let Some(gateway) = location.gateway {
                self.found(field("gateway"), &slot.path(), <&str>::from(gateway), slot.node.plain().1);
            }
        }
        if let Some(slot) = fields.get(ResourceKey::NatGateway) {
            extras.nat_gateway = self.switch(slot.node, &slot.path());
        }
        if !keep && !named && self.out.read.len() == noted && extras == LocationExtras::default() {
            return;
        }
        if !named {
            let name = location.name.clone();
            self.out.warnings.push(
                format!("The region of a location is not stated or not readable; it is called {name} here. Select the region.")
                    .into(),
            );
        }
        let refers = |key: ResourceKey| fields.get(key).and_then(|slot| refers(slot.node));
        self.links
            .locations
            .push(LocationLinks { subnet: refers(ResourceKey::Subnet), public_ip: refers(ResourceKey::PublicIpResource) });
        self.out.request.locations.push(location);
        self.out.extras.locations.push(extras);
    }

    /// A name for a location without one, different from the other names.
    fn unnamed(&self) -> Option<RegionName> {
        let taken =
            self.out.request.locations.iter().filter(|location| location.name.as_str().starts_with(UNKNOWN_REGION)).count();
        let number = if taken == 0 { String::new() } else { (taken + 1).to_string() };
        RegionName::new(&format!("{UNKNOWN_REGION}{number}"))
    }

    pub(super) fn units(&mut self, fields: &KnownFields<'_>) -> Option<(Units, String, bool)> {
        let (node, tail) = match fields.get(ResourceKey::Sku) {
            Some(sku) if sku.node.get("capacity").is_some() => (sku.node.get("capacity")?, format!("{}.capacity", sku.path())),
            // Terraform has the units behind the tier: `Premium_2`.
            sku => fields.get(ResourceKey::Capacity).or(sku).map(|slot| (slot.node, slot.path()))?,
        };
        let written_with_tier = fields.get(ResourceKey::Capacity).is_none();
        let outer = fields.get(ResourceKey::Sku).is_some_and(|sku| sku.node.plain().1);
        let stated = self.stated_at(node, &tail)?;
        let number = match stated.node {
            Node::Int(number) => u32::try_from(*number).ok(),
            Node::Map(_) => return None,
            other => {
                let text = other.text()?.trim();
                match text.split_once('_') {
                    Some((_, units)) => units.parse().ok(),
                    // A tier alone says nothing about units.
                    None if written_with_tier && words::tier(text).is_some() => return None,
                    None => text.parse().ok(),
                }
            }
        };
        // Consumption has the capacity 0: it has no units.
        if number == Some(0) {
            return None;
        }
        let units = number.and_then(Units::new);
        if units.is_none() {
            self.unreadable(&tail, "not a number of units");
        }
        Some((units?, tail, stated.by_default || outer))
    }

    pub(super) fn zones(&mut self, fields: &KnownFields<'_>) -> Option<(ZoneLayout, String, bool)> {
        let slot = fields.get(ResourceKey::Zones)?;
        let tail = slot.path();
        let stated = self.stated(Some(slot))?;
        let mut named = [false; 3];
        let mut clear = true;
        let mut name = |text: &str| {
            let zone = text.trim().parse::<usize>().ok().and_then(|zone| zone.checked_sub(1));
            match zone.and_then(|zone| named.get_mut(zone)) {
                Some(place) => *place = true,
                None => clear = false,
            }
        };
        let mut by_default = stated.by_default;
        for item in stated.node.items() {
            let (item, default) = item.plain();
            by_default |= default;
            match item {
                Node::Int(zone) => name(&zone.to_string()),
                Node::Text(text) => text.split(',').for_each(&mut name),
                _ => name(""),
            }
        }
        let count = named.iter().filter(|named| **named).count();
        let layout = match u32::try_from(count) {
            Ok(1) => Some(ZoneLayout::Zonal {}),
            Ok(count) => ZoneCount::new(count).map(|zones| ZoneLayout::Redundant { zones }),
            Err(_) => None,
        };
        if !clear || layout.is_none() {
            self.unreadable(&tail, "not a list of zones 1 to 3");
            return None;
        }
        Some((layout?, tail, by_default))
    }

    fn public_ip(&mut self, fields: &KnownFields<'_>, location: &mut Location, extras: &mut LocationExtras, field: String) {
        let Some(slot) = fields.get(ResourceKey::PublicIpResource) else { return };
        let tail = slot.path();
        // A template names the resource by a function: the resource exists, but its name is not known.
        if let (Node::Unread(unread), by_default) = slot.node.plain()
            && unread.something
        {
            self.found(field, &tail, "true", by_default);
            location.public_ip = Some(true);
            return;
        }
        let Some(stated) = self.stated(Some(slot)) else { return };
        let Some(id) = stated.node.text() else {
            self.unreadable(&tail, "not the resource ID of a public IP address");
            return;
        };
        self.found(field, &tail, "true", stated.by_default);
        location.public_ip = Some(true);
        extras.public_ip_resource = words::resource_id(id).map(str::to_owned);
    }

    fn addresses(&mut self, slot: Option<KeyedValue<'_>>) -> Vec<String> {
        let Some(stated) = self.stated(slot) else { return Vec::new() };
        let tail = slot.map(|slot| slot.path()).unwrap_or_default();
        let mut addresses = Vec::new();
        let mut clear = true;
        for item in stated.node.items() {
            // PowerShell writes a list as one text.
            for text in item.text().unwrap_or_default().split([',', ' ']).filter(|text| !text.is_empty()) {
                match text.parse::<IpAddr>() {
                    Ok(address) => addresses.push(address.to_string()),
                    Err(_) => clear = false,
                }
            }
        }
        if !clear {
            self.unreadable(&tail, "not an IP address");
        }
        addresses
    }

    pub(super) fn subnet(&mut self, fields: &KnownFields<'_>) -> Option<String> {
        let slot = fields.get(ResourceKey::Subnet)?;
        let stated = self.stated(Some(slot))?;
        // Terraform writes a block as a list of one.
        let inner = match stated.node {
            Node::List(items) => items.first()?,
            other => other,
        };
        let (node, tail) = match inner {
            Node::Map(_) => {
                let (node, key) = subnet_of(inner)?;
                (node, format!("{}.{key}", slot.path()))
            }
            _ => (stated.node, slot.path()),
        };
        let stated = self.stated_at(node, &tail)?;
        let id = stated.node.text().and_then(words::resource_id);
        if id.is_none() {
            self.unreadable(&tail, "not the resource ID of a subnet");
        }
        id.map(str::to_owned)
    }

    pub(super) fn network(&mut self, fields: &KnownFields<'_>) {
        if let Some((vnet, tail, by_default)) = self.word(fields.get(ResourceKey::Vnet), words::vnet, "not a network mode") {
            self.found("vnet", &tail, <&str>::from(vnet), by_default);
            self.out.request.vnet = Some(vnet);
        }
    }

    /// The precreated IP addresses: a list in one text, one for each location.
    pub(super) fn precreated(&mut self, node: &Node<'_>, tail: &str) {
        let Some(stated) = self.stated_at(node, tail) else { return };
        let texts = stated.node.text().unwrap_or_default().split([',', ';']).map(str::trim).filter(|text| !text.is_empty());
        let addresses: Option<Vec<_>> = texts.map(|text| text.parse::<IpAddr>().ok()).collect();
        let Some(addresses) = addresses.filter(|addresses| !addresses.is_empty()) else {
            self.unreadable(tail, "not a list of IP addresses");
            return;
        };
        let by_default = stated.by_default;
        let count = self.out.request.locations.len();
        if addresses.len() != count {
            self.out.warnings.push(
                format!(
                    "{} precreated IP addresses for {count} locations: which address belongs to which location is not stated.",
                    addresses.len()
                )
                .into(),
            );
            self.out.extras.precreated_ips = addresses.iter().map(ToString::to_string).collect();
            return;
        }
        if count > 1 {
            self.out.warnings.push(
                "The precreated IP addresses are assigned to the locations in their order; Azure does not state which belongs to which.".into(),
            );
        }
        for (index, address) in addresses.iter().enumerate() {
            self.found(format!("locations[{index}].precreatedIp"), tail, address.to_string(), by_default);
            if let Some(location) = self.out.request.locations.get_mut(index) {
                location.precreated_ip = Some(address.to_string());
            }
        }
    }
}

/// The subnet inside of a network configuration, and its key.
fn subnet_of<'n>(node: &'n Node<'n>) -> Option<(&'n Node<'n>, &'static str)> {
    ["subnetResourceId", "subnet_id"].into_iter().find_map(|key| Some((node.get(key)?, key)))
}

/// The resource that a value names by its id, or a template by `resourceId()`.
fn refers(node: &Node<'_>) -> Option<Reference> {
    let node = node.items().first().unwrap_or(node);
    reference_of(subnet_of(node).map_or(node, |(node, _)| node))
}
