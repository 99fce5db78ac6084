//! The keys of an instance, in the spelling of every tool.

use super::super::node::Node;
use super::super::words;

/// The meaning of a key, independent of the tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResourceKey {
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

pub(super) const KEYS: usize = ResourceKey::Unneeded as usize;

/// The meaning of a key; names of Resource Graph columns such as `sku_name` included.
pub(super) fn key(name: &str) -> ResourceKey {
    let mut buffer = [0; 64];
    let Some(name) = words::lower(name, &mut buffer) else { return ResourceKey::Unneeded };
    let name = name.strip_prefix("properties").and_then(|rest| rest.strip_prefix(['_', '.'])).unwrap_or(name);
    // Terraform and exports of other tools spell keys with underscores.
    if name.contains('_') && name.len() > 1 {
        let mut letters = [0; 64];
        let mut length = 0;
        for (place, byte) in letters.iter_mut().zip(name.bytes().filter(|byte| *byte != b'_')) {
            *place = byte;
            length += 1;
        }
        return letters
            .get(..length)
            .and_then(|letters| std::str::from_utf8(letters).ok())
            .map_or(ResourceKey::Unneeded, meaning);
    }
    meaning(name)
}

/// The meaning of a key in lower case and without underscores.
fn meaning(name: &str) -> ResourceKey {
    match name {
        "id" | "resourceid" => ResourceKey::Id,
        "name" | "resourcename" => ResourceKey::Name,
        "type" | "resourcetype" => ResourceKey::Type,
        "location" | "region" => ResourceKey::Location,
        "resourcegroup" | "resourcegroupname" => ResourceKey::ResourceGroup,
        "subscriptionid" => ResourceKey::Subscription,
        "sku" | "sku.name" | "skuname" | "tier" | "skutype" => ResourceKey::Sku,
        "capacity" | "sku.capacity" | "skucapacity" | "skuunitcount" | "units" => ResourceKey::Capacity,
        "zones" | "zone" | "availabilityzones" => ResourceKey::Zones,
        "zoneredundant" => ResourceKey::ZoneRedundant,
        "properties" => ResourceKey::Properties,
        "platformversion" | "platform" => ResourceKey::Platform,
        "provisioningstate" => ResourceKey::State,
        "targetprovisioningstate" => ResourceKey::TargetState,
        "createdatutc" | "createdtimeutc" => ResourceKey::Created,
        "systemdata" => ResourceKey::SystemData,
        "gatewayurl" | "runtimeurl" => ResourceKey::GatewayUrl,
        "hostnameconfigurations" | "hostnameconfiguration" => ResourceKey::Hosts,
        "proxycustomhostnameconfiguration" => ResourceKey::ProxyHosts,
        "portalcustomhostnameconfiguration" => ResourceKey::PortalHosts,
        "developerportalhostnameconfiguration" | "developerportalcustomhostnameconfiguration" => {
            ResourceKey::DeveloperPortalHosts
        }
        "managementcustomhostnameconfiguration" => ResourceKey::ManagementHosts,
        "scmcustomhostnameconfiguration" => ResourceKey::ScmHosts,
        "publicipaddresses" | "staticips" => ResourceKey::PublicIps,
        "privateipaddresses" => ResourceKey::PrivateIps,
        "outboundpublicipaddresses" => ResourceKey::OutboundIps,
        "publicipaddressid" => ResourceKey::PublicIpResource,
        "virtualnetworktype" | "vpntype" => ResourceKey::Vnet,
        "virtualnetworkconfiguration" | "virtualnetworkconfigurationsubnetresourceid" | "vpnconfiguration" | "virtualnetwork" => {
            ResourceKey::Subnet
        }
        "additionallocations" | "additionallocation" | "additionalregions" => ResourceKey::Locations,
        "customproperties" => ResourceKey::CustomProperties,
        "apiversionconstraint" | "minapiversion" | "minimalcontrolplaneapiversion" => ResourceKey::MinApiVersion,
        "apiversion" => ResourceKey::ApiVersion,
        "disablegateway" | "gatewaydisabled" => ResourceKey::DisableGateway,
        "natgatewaystate" => ResourceKey::NatGateway,
        "publicnetworkaccess" | "publicnetworkaccessenabled" => ResourceKey::PublicAccess,
        "privateendpointconnections" => ResourceKey::PrivateEndpoints,
        "tags" | "tag" => ResourceKey::Tags,
        // Every instance has these, so they need not be searched for the words of `is_private`.
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
        | "releasechannel" => ResourceKey::Unneeded,
        name if is_private(name) => ResourceKey::Private,
        _ => ResourceKey::Unneeded,
    }
}

/// Keys of secrets and of names of people. The list is broad on purpose: dropping
/// a value by mistake only leaves a question open; keeping a secret by mistake can't be undone.
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

/// A value with its path inside its map.
#[derive(Clone, Copy)]
pub(super) struct KeyedValue<'n> {
    pub(super) node: &'n Node<'n>,
    pub(super) within: &'n str,
    pub(super) key: &'n str,
}

impl KeyedValue<'_> {
    pub(super) fn path(&self) -> String {
        if self.within.is_empty() { self.key.to_owned() } else { [self.within, ".", self.key].concat() }
    }
}

/// The entries of a map by their meaning.
pub(super) struct KnownFields<'n>(pub(super) [Option<KeyedValue<'n>>; KEYS]);

impl<'n> KnownFields<'n> {
    pub(super) fn get(&self, key: ResourceKey) -> Option<KeyedValue<'n>> {
        self.0.get(key as usize).copied().flatten()
    }
}
