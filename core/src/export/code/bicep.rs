//! Bicep: modules that refer to what is there with `existing`. The instance itself is not deployed: a deployment replaces
//! all of its properties, and the plan does not know them.

use std::fmt::Write;

use super::body::{LocationValues, ServiceValues, sku, unknown, vip_note, zones_note};
use super::{Context, comment};
use crate::change::{ChangeId, ChangeSet, PlannedChange};
use crate::domain::{RegionName, Text};
use crate::facts::specification::API_VERSION;
use crate::quote;

const NETWORK: &str = "2024-05-01";
const PRIVATE_DNS: &str = "2020-06-01";
const DNS: &str = "2018-05-01";

fn word(text: &str) -> String {
    quote::bicep(text)
}

/// The name of a location as part of an identifier.
fn label(location: Option<&RegionName>) -> String {
    quote::identifier(location.map_or("primary", RegionName::as_str), "location")
}

/// The code of a step, and what to know before it is deployed.
pub(super) fn part(context: &Context<'_>) -> (String, Option<Text>) {
    let mut out = String::new();
    let note: Option<Text> = match context.changes.first().map(|first| first.id) {
        Some(ChangeId::Migrate) if ServiceValues::of(context.changes, context.request).is_none() => {
            comment(
                &mut out,
                "//",
                "Not in Bicep: the migration is an operation, which no property starts. Start it in the portal, by az CLI or by PowerShell.",
            );
            None
        }
        Some(ChangeId::ReturnToSubnet) => {
            comment(
                &mut out,
                "//",
                "Not in Bicep: return in the portal, under Network. Then set the original subnet in your template.",
            );
            None
        }
        Some(ChangeId::GuardInstance) => {
            comment(
                &mut out,
                "//",
                "Do not deploy the template of the instance until the migration is complete. These modules refer to the instance with existing, so that no deployment changes it.",
            );
            Some("A deployment of the instance replaces every property: one that omits virtualNetworkType resets the network mode to None.".into())
        }
        Some(ChangeId::RefreshCode) => {
            refresh(context, &mut out);
            None
        }
        Some(ChangeId::DisableAutoscale | ChangeId::EnableAutoscale | ChangeId::SetAutoscale) => {
            autoscale(context, &mut out);
            Some("A deployment of the autoscale setting replaces its profiles: set the values in your own template, or use az CLI or PowerShell.".into())
        }
        Some(ChangeId::UpdateDnsRecord) if context.repeats.is_some() => {
            let step = context.repeats.unwrap_or_default();
            comment(&mut out, "//", &format!("Deploy the records of step {step} again: they read the VIPs from the instance."));
            None
        }
        Some(ChangeId::UpdateDnsRecord) => {
            records(context, &mut out);
            Some("Deploy to the resource group of the DNS zones. The deployment replaces the record, TTL included.".into())
        }
        Some(_) | None => match ServiceValues::of(context.changes, context.request) {
            Some(values) => {
                service(context, &values, &mut out);
                Some(if context.is_for_second() {
                    "Values for your template of the second instance: this file deploys nothing.".into()
                } else {
                    format!(
                        "Values for your template of the instance: this file deploys nothing. Keep every other property. {}{}",
                        vip_note(&values),
                        zones_note(&values)
                    )
                    .into()
                })
            }
            None => network(context, &mut out),
        },
    };
    if out.is_empty() {
        comment(&mut out, "//", "Nothing to change in Bicep.");
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    (out, note)
}

/// Network resources of every location, in its own resource group.
fn network(context: &Context<'_>, out: &mut String) -> Option<Text> {
    let mut note: Option<Text> = None;
    for of_place in context.changes.chunk_by(|one, next| one.location == next.location) {
        let Some(first) = of_place.first() else { continue };
        let at = first.location.as_ref();
        let name = at.map_or("primary", RegionName::as_str);
        let label = label(at);
        comment(out, "//", &format!("network-{name}.bicep: deploy to the resource group of the network in {name}."));
        let has = |id| of_place.iter().any(|change| change.id == id);
        if has(ChangeId::AllowPort) || has(ChangeId::CreateSubnet) {
            let _ = writeln!(
                out,
                "resource nsg_{label} 'Microsoft.Network/networkSecurityGroups@{NETWORK}' existing = {{\n  name: {}\n}}\n",
                word(&unknown(context.group_of(first), name))
            );
        }
        if has(ChangeId::AllowPort) {
            note = Some(super::bash::rules_note(context).into());
        }
        if has(ChangeId::AddRoute) {
            let _ = writeln!(
                out,
                "resource routeTable_{label} 'Microsoft.Network/routeTables@{NETWORK}' existing = {{\n  name: {}\n}}\n",
                word(&unknown("route-table", name))
            );
        }
        for change in of_place {
            resource(change, &label, name, out);
        }
    }
    note
}

fn resource(change: &PlannedChange, label: &str, at: &str, out: &mut String) {
    let _ = match &change.set {
        Some(ChangeSet::Subnet { prefix, service_endpoints }) if change.id == ChangeId::CreateSubnet => {
            let endpoints: Vec<String> =
                service_endpoints.iter().map(|service| format!("      {{ service: '{service}' }}\n")).collect();
            writeln!(
                out,
                "resource vnet_{label} 'Microsoft.Network/virtualNetworks@{NETWORK}' existing = {{\n  name: {}\n}}\n\n// Add the subnet to your template of the virtual network as well: a deployment of the network removes subnets that it omits.\nresource subnet_{label} 'Microsoft.Network/virtualNetworks/subnets@{NETWORK}' = {{\n  parent: vnet_{label}\n  name: {}\n  properties: {{\n    addressPrefix: {}\n    networkSecurityGroup: {{ id: nsg_{label}.id }}\n    serviceEndpoints: [\n{}    ]\n  }}\n}}\n",
                word(&unknown("vnet", at)),
                word(&unknown("new-subnet", at)),
                word(&super::bash::range(*prefix)),
                endpoints.concat()
            )
        }
        Some(ChangeSet::Subnet { service_endpoints, .. }) => {
            comment(
                out,
                "//",
                &format!(
                    "In your template of the virtual network, add to serviceEndpoints of the subnet: {}. A module that deploys the subnet alone would drop its other properties.",
                    service_endpoints.join(", ")
                ),
            );
            Ok(())
        }
        None if change.id == ChangeId::AssociateNetworkSecurityGroup => {
            comment(
                out,
                "//",
                "In your template of the virtual network, set networkSecurityGroup of the subnet. A module that deploys the subnet alone would drop its other properties.",
            );
            Ok(())
        }
        None if change.id == ChangeId::RemoveLock => {
            comment(
                out,
                "//",
                "Not in Bicep: remove the lock from the subnet, its virtual network or their resource group in the portal.",
            );
            Ok(())
        }
        Some(ChangeSet::NetworkRule { name, direction, source, destination, ports, protocol, priority, .. }) => {
            let ports: Vec<String> = ports.iter().map(|port| format!("'{port}'")).collect();
            writeln!(
                out,
                "resource {}_{label} 'Microsoft.Network/networkSecurityGroups/securityRules@{NETWORK}' = {{\n  parent: nsg_{label}\n  name: '{name}'\n  properties: {{\n    priority: {priority}\n    direction: '{direction}'\n    access: 'Allow'\n    protocol: '{protocol}'\n    sourceAddressPrefix: '{source}'\n    sourcePortRange: '*'\n    destinationAddressPrefix: '{destination}'\n    destinationPortRanges: [{}]\n  }}\n}}\n",
                quote::identifier(name, "rule"),
                ports.join(", ")
            )
        }
        Some(ChangeSet::Route { name, address_prefix, next_hop }) => writeln!(
            out,
            "resource toInternet_{label} 'Microsoft.Network/routeTables/routes@{NETWORK}' = {{\n  parent: routeTable_{label}\n  name: '{name}'\n  properties: {{\n    addressPrefix: '{address_prefix}'\n    nextHopType: '{next_hop}'\n  }}\n}}\n"
        ),
        Some(ChangeSet::PublicIp { zones }) => writeln!(
            out,
            "resource publicIp_{label} 'Microsoft.Network/publicIPAddresses@{NETWORK}' = {{\n  name: {}\n  location: {}\n  sku: {{ name: 'Standard' }}\n  zones: {}\n  properties: {{\n    publicIPAddressVersion: 'IPv4'\n    publicIPAllocationMethod: 'Static'\n    dnsSettings: {{ domainNameLabel: {} }}\n  }}\n}}\n",
            word(&unknown("public-ip", at)),
            word(at),
            list(zones),
            word(&unknown("dns-label", at))
        ),
        Some(
            ChangeSet::Operation { .. }
            | ChangeSet::Location { .. }
            | ChangeSet::Network { .. }
            | ChangeSet::Autoscale { .. }
            | ChangeSet::DnsRecord { .. },
        )
        | None => Ok(()),
    };
}

fn list(zones: &[&str]) -> String {
    let zones: Vec<String> = zones.iter().map(|zone| format!("'{zone}'")).collect();
    format!("[{}]", zones.join(", "))
}

fn refresh(context: &Context<'_>, out: &mut String) {
    let after = context.changes.first().map_or("", |change| &*change.after);
    comment(out, "//", &format!("{after}."));
    if context.has_moved() {
        comment(out, "//", "First name the new subnet in virtualNetworkConfiguration of your template.");
    }
    comment(
        out,
        "//",
        "Compare your template of the instance with the instance before its next deployment: az deployment group what-if. If it shows a change of virtualNetworkType, virtualNetworkConfiguration or zones, do not deploy.",
    );
}

fn autoscale(context: &Context<'_>, out: &mut String) {
    for change in context.changes {
        if let Some(ChangeSet::Autoscale { enabled, minimum, maximum, step }) = &change.set {
            comment(out, "//", &format!("In your template of the autoscale setting, set properties.enabled to {enabled}."));
            if let (Some(minimum), Some(maximum), Some(step)) = (minimum, maximum, step) {
                comment(
                    out,
                    "//",
                    &format!(
                        "In each profile, set capacity.minimum to '{minimum}' and capacity.maximum to '{maximum}', and scaleAction.value of its rules to '{step}'."
                    ),
                );
            }
        }
    }
}

/// Values of the instance, as variables to copy: a file that deploys nothing can reset nothing.
fn service(context: &Context<'_>, values: &ServiceValues, out: &mut String) {
    let tier = word(sku(context.request.tier));
    if let Some(mode) = values.mode {
        let _ = writeln!(out, "// properties.virtualNetworkType\nvar virtualNetworkType = {}\n", word(mode));
    }
    if let Some(primary) = values.primary() {
        if let Some(units) = primary.units {
            let _ = writeln!(out, "// sku\nvar sku = {{\n  name: {tier}\n  capacity: {units}\n}}\n");
        }
        if let Some(zones) = primary.zones {
            let _ = writeln!(out, "// zones\nvar zones = {}\n", list(zones));
        }
        if primary.public_ip {
            let _ = writeln!(out, "// properties.publicIpAddressId\nvar publicIpAddressId = {}\n", public_ip_id(primary));
        }
        if let Some(id) = subnet_id(primary) {
            let _ = writeln!(
                out,
                "// properties.virtualNetworkConfiguration\nvar virtualNetworkConfiguration = {{\n  subnetResourceId: {id}\n}}\n"
            );
        }
    }
    if values.others().next().is_none() {
        return;
    }
    out.push_str("// properties.additionalLocations: these entries change. Keep the others, and every property that is not named here.\nvar additionalLocations = [\n");
    for other in values.others() {
        let _ = writeln!(out, "  {{\n    location: {}", word(&other.name));
        if let Some(units) = other.units {
            let _ = writeln!(out, "    sku: {{ name: {tier}, capacity: {units} }}");
        }
        if let Some(zones) = other.zones {
            let _ = writeln!(out, "    zones: {}", list(zones));
        }
        if other.public_ip {
            let _ = writeln!(out, "    publicIpAddressId: {}", public_ip_id(other));
        }
        if let Some(id) = subnet_id(other) {
            let _ = writeln!(out, "    virtualNetworkConfiguration: {{ subnetResourceId: {id} }}");
        }
        out.push_str("  }\n");
    }
    out.push_str("]\n");
}

fn public_ip_id(location: &LocationValues) -> String {
    format!(
        "resourceId({}, 'Microsoft.Network/publicIPAddresses', {})",
        word(&unknown("network-resource-group", &location.name)),
        word(&unknown("public-ip", &location.name))
    )
}

fn subnet_id(location: &LocationValues) -> Option<String> {
    let subnet = location.subnet?;
    Some(format!(
        "resourceId({}, 'Microsoft.Network/virtualNetworks/subnets', {}, {})",
        word(&unknown("network-resource-group", &location.name)),
        word(&unknown("vnet", &location.name)),
        word(&unknown(subnet, &location.name))
    ))
}

/// Records, grouped by the location whose VIP they get.
fn records(context: &Context<'_>, out: &mut String) {
    let instance = context.instance();
    let name = instance.name.as_deref().filter(|name| !name.is_empty()).unwrap_or("<name>");
    let group = instance.resource_group.as_deref().filter(|name| !name.is_empty()).unwrap_or("<resource-group>");
    let _ = writeln!(
        out,
        "// dns.bicep\n@description('TTL of the records in seconds: the present one')\nparam ttl int = 300\n\nresource apim 'Microsoft.ApiManagement/service@{API_VERSION}' existing = {{\n  name: {}\n  scope: resourceGroup({})\n}}\n",
        word(name),
        word(group)
    );
    for of_place in context.changes.chunk_by(|one, next| one.location == next.location) {
        let Some((first, location)) = of_place.first().map(|first| (first, first.location.as_ref())) else { continue };
        let Some(ChangeSet::DnsRecord { private_vip, primary, .. }) = &first.set else { continue };
        let label = label(location);
        let addresses = if *private_vip { "privateIPAddresses" } else { "publicIPAddresses" };
        let _ = match location.filter(|_| !primary) {
            None => writeln!(out, "var vip_{label} = apim.properties.{addresses}[0]\n"),
            Some(location) => writeln!(
                out,
                "var place_{label} = filter(apim.properties.additionalLocations, place => toLower(replace(place.location, ' ', '')) == {})\nvar vip_{label} = place_{label}[0].{addresses}[0]\n",
                word(location.as_str())
            ),
        };
        let defaults: Vec<String> = of_place
            .iter()
            .filter_map(|change| match &change.set {
                Some(ChangeSet::DnsRecord { host, custom: false, .. }) => Some(format!("  {}\n", word(host))),
                _ => None,
            })
            .collect();
        if !defaults.is_empty() {
            let _ = writeln!(
                out,
                "var zoneNames_{label} = [\n{}]\n\nresource zones_{label} 'Microsoft.Network/privateDnsZones@{PRIVATE_DNS}' existing = [for name in zoneNames_{label}: {{\n  name: name\n}}]\n\nresource records_{label} 'Microsoft.Network/privateDnsZones/A@{PRIVATE_DNS}' = [for (name, i) in zoneNames_{label}: {{\n  parent: zones_{label}[i]\n  name: '@'\n  properties: {{\n    ttl: ttl\n    aRecords: [\n      {{ ipv4Address: vip_{label} }}\n    ]\n  }}\n}}]\n",
                defaults.concat()
            );
        }
        for change in of_place {
            let Some(ChangeSet::DnsRecord { custom: true, private, .. }) = change.set else { continue };
            let (kind, version, records) =
                if private { ("privateDnsZones", PRIVATE_DNS, "aRecords") } else { ("dnsZones", DNS, "ARecords") };
            let _ = writeln!(
                out,
                "resource customZone_{label} 'Microsoft.Network/{kind}@{version}' existing = {{\n  name: '<zone-of-the-custom-domain>'\n}}\n\nresource customRecord_{label} 'Microsoft.Network/{kind}/A@{version}' = {{\n  parent: customZone_{label}\n  name: '<record-of-the-custom-domain>'\n  properties: {{\n    {}: ttl\n    {records}: [\n      {{ ipv4Address: vip_{label} }}\n    ]\n  }}\n}}\n",
                if private { "ttl" } else { "TTL" }
            );
        }
    }
}
