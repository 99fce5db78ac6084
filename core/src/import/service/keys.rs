//! The keys of an instance, whatever tool spelled them.

use super::super::node::Node;
use super::super::words;

/// What a key means, in whichever tool's spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Id,
    Name,
    Type,
    Location,
    ResourceGroup,
    Subscription,
    Sku,
    Capacity,
    Zones,
    ZoneRedundant,
    Properties,
    Platform,
    State,
    TargetState,
    Created,
    SystemData,
    GatewayUrl,
    Hosts,
    ProxyHosts,
    PortalHosts,
    DeveloperPortalHosts,
    ManagementHosts,
    ScmHosts,
    PublicIps,
    PrivateIps,
    OutboundIps,
    PublicIpResource,
    Vnet,
    Subnet,
    Locations,
    CustomProperties,
    MinApiVersion,
    ApiVersion,
    DisableGateway,
    NatGateway,
    PublicAccess,
    PrivateEndpoints,
    Tags,
    Private,
    Unneeded,
}

pub(super) const KEYS: usize = Key::Unneeded as usize;

/// The meaning of a key; names of Resource Graph columns such as `sku_name` included.
pub(super) fn key(name: &str) -> Key {
    let mut buffer = [0; 64];
    let Some(name) = words::lower(name, &mut buffer) else { return Key::Unneeded };
    let name = name.strip_prefix("properties").and_then(|rest| rest.strip_prefix(['_', '.'])).unwrap_or(name);
    match name {
        "id" | "resourceid" => Key::Id,
        "name" | "resourcename" => Key::Name,
        "type" | "resourcetype" => Key::Type,
        "location" | "region" => Key::Location,
        "resourcegroup" | "resourcegroupname" => Key::ResourceGroup,
        "subscriptionid" => Key::Subscription,
        "sku" | "sku_name" | "sku.name" | "skuname" | "tier" | "skutype" => Key::Sku,
        "capacity" | "sku_capacity" | "sku.capacity" | "skucapacity" | "skuunitcount" | "units" => Key::Capacity,
        "zones" | "zone" | "availabilityzones" => Key::Zones,
        "zoneredundant" => Key::ZoneRedundant,
        "properties" => Key::Properties,
        "platformversion" | "platform" => Key::Platform,
        "provisioningstate" => Key::State,
        "targetprovisioningstate" => Key::TargetState,
        "createdatutc" | "createdtimeutc" => Key::Created,
        "systemdata" => Key::SystemData,
        "gatewayurl" | "runtimeurl" => Key::GatewayUrl,
        "hostnameconfigurations" => Key::Hosts,
        "proxycustomhostnameconfiguration" => Key::ProxyHosts,
        "portalcustomhostnameconfiguration" => Key::PortalHosts,
        "developerportalhostnameconfiguration" | "developerportalcustomhostnameconfiguration" => Key::DeveloperPortalHosts,
        "managementcustomhostnameconfiguration" => Key::ManagementHosts,
        "scmcustomhostnameconfiguration" => Key::ScmHosts,
        "publicipaddresses" | "staticips" => Key::PublicIps,
        "privateipaddresses" => Key::PrivateIps,
        "outboundpublicipaddresses" => Key::OutboundIps,
        "publicipaddressid" => Key::PublicIpResource,
        "virtualnetworktype" | "vpntype" => Key::Vnet,
        "virtualnetworkconfiguration" | "vpnconfiguration" | "virtualnetwork" => Key::Subnet,
        "additionallocations" | "additionalregions" => Key::Locations,
        "customproperties" => Key::CustomProperties,
        "apiversionconstraint" | "minimalcontrolplaneapiversion" => Key::MinApiVersion,
        "apiversion" => Key::ApiVersion,
        "disablegateway" => Key::DisableGateway,
        "natgatewaystate" => Key::NatGateway,
        "publicnetworkaccess" => Key::PublicAccess,
        "privateendpointconnections" => Key::PrivateEndpoints,
        "tags" | "tag" => Key::Tags,
        // Every instance has these; the words of `is_private` need not be looked for in them.
        "etag"
        | "kind"
        | "managedby"
        | "plan"
        | "tenantid"
        | "identity"
        | "scale"
        | "extendedlocation"
        | "additionalproperties"
        | "gatewayregionalurl"
        | "portalurl"
        | "developerportalurl"
        | "managementapiurl"
        | "scmurl"
        | "enableclientcertificate"
        | "restore"
        | "legacyportalstatus"
        | "developerportalstatus"
        | "configurationapi"
        | "releasechannel" => Key::Unneeded,
        name if is_private(name) => Key::Private,
        _ => Key::Unneeded,
    }
}

/// Names of secrets and of people. Wide on purpose: what is dropped by mistake
/// answers nothing, what is kept by mistake cannot be taken back.
fn is_private(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "password",
        "secret",
        "certificate",
        "email",
        "mail",
        "token",
        "key",
        "credential",
        "publisher",
        "signature",
        "createdby",
        "owner",
    ];
    WORDS.iter().any(|word| name.contains(word))
}

/// A value with the path to it inside of its map.
#[derive(Clone, Copy)]
pub(super) struct Slot<'n> {
    pub(super) node: &'n Node<'n>,
    pub(super) within: &'n str,
    pub(super) key: &'n str,
}

impl Slot<'_> {
    pub(super) fn path(&self) -> String {
        if self.within.is_empty() { self.key.to_owned() } else { [self.within, ".", self.key].concat() }
    }
}

/// The entries of a map by what they mean.
pub(super) struct Fields<'n>(pub(super) [Option<Slot<'n>>; KEYS]);

impl<'n> Fields<'n> {
    pub(super) fn get(&self, key: Key) -> Option<Slot<'n>> {
        self.0.get(key as usize).copied().flatten()
    }
}
