//! What a change is made of. The names are the contract's: they are only ever added to.

use serde::Serialize;

use crate::cite::Sources;
use crate::domain::{Layout, Minutes, Owner, Phase, PortId, RegionName, Text, Vip, Vnet};

/// One thing that is sent or edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlannedChange {
    /// Which kind of change; kebab-case.
    pub id: ChangeId,
    /// Changes with one number are made together, in the order of the numbers; the first is 1.
    pub step: u32,
    /// When.
    pub phase: Phase,
    /// Who.
    pub owner: Owner,
    /// Where, if the change concerns one location only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<RegionName>,
    /// The minute of the migration at which the change is made, or by which it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minute: Option<Minutes>,
    /// The type of the resource that is changed, such as `Microsoft.ApiManagement/service`.
    pub resource: &'static str,
    /// What is changed: a full sentence.
    pub text: Text,
    /// What is there now, in words; absent where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Text>,
    /// What is there afterwards, in words.
    pub after: Text,
    /// What is set, with the values; absent where a person decides in the portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<ChangeSet>,
    /// Where it stands.
    pub sources: Sources,
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ChangeId {
    /// The present state is recorded, and code is kept from replacing the instance.
    GuardInstance,
    /// A subnet for the instance.
    CreateSubnet,
    /// A network security group for a subnet that has none.
    AssociateNetworkSecurityGroup,
    /// A rule for a port that is closed.
    AllowPort,
    /// The route of the tag `ApiManagement` to the internet.
    AddRoute,
    /// Service endpoints of a subnet.
    EnableServiceEndpoints,
    /// A Standard public IP address.
    CreatePublicIpAddress,
    /// Autoscale off for the migration.
    DisableAutoscale,
    /// The migration.
    Migrate,
    /// Code follows what the migration has changed.
    RefreshCode,
    /// A DNS record that waits for the reader.
    UpdateDnsRecord,
    /// A resource lock that holds the original subnet.
    RemoveLock,
    /// The return to the original subnet.
    ReturnToSubnet,
    /// Autoscale on again.
    EnableAutoscale,
    /// The number of units.
    SetUnits,
    /// Zones and units.
    SetZones,
    /// A location that is added.
    AddLocation,
    /// Limits of autoscale that fit the layout.
    SetAutoscale,
    /// A second instance.
    CreateInstance,
}

/// The values of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ChangeSet {
    /// An operation of the instance, which no property starts.
    Operation {
        /// `migrateToStv2`.
        operation: &'static str,
        /// Whether the VIP is preserved.
        vip: Vip,
        /// The IP mode as the REST specification spells it.
        mode: &'static str,
        /// The version of the REST API that has it.
        api_version: &'static str,
        /// The call accepts downtime under special conditions.
        with_downtime: bool,
        /// The portal is to be preferred: only there the retention can be extended to so many minutes.
        #[serde(skip_serializing_if = "Option::is_none")]
        portal_retention: Option<Minutes>,
    },
    /// Units, zones and network of a location.
    Location {
        /// Scale units; absent where they stay.
        #[serde(skip_serializing_if = "Option::is_none")]
        units: Option<u32>,
        /// How the units are distributed; absent where that stays.
        #[serde(skip_serializing_if = "Option::is_none")]
        layout: Option<Layout>,
        /// Availability zones; empty = automatic.
        zones: &'static [&'static str],
        /// A public IP address resource that is not attached to anything is selected.
        public_ip: bool,
        /// Another subnet is selected.
        subnet: bool,
    },
    /// Network mode and subnet of the instance.
    Network {
        /// The network mode; absent where it stays.
        #[serde(skip_serializing_if = "Option::is_none")]
        vnet: Option<Vnet>,
    },
    /// A subnet.
    Subnet {
        /// The length of the smallest prefix that holds the instance; absent where the units are not known.
        #[serde(skip_serializing_if = "Option::is_none")]
        prefix: Option<u32>,
        /// Service endpoints that are enabled.
        service_endpoints: &'static [&'static str],
    },
    /// A rule of a network security group.
    NetworkRule {
        /// Its name.
        name: String,
        /// The row of the table of required ports.
        port: PortId,
        /// `Inbound` or `Outbound`.
        direction: &'static str,
        /// Service tag that the traffic comes from.
        source: &'static str,
        /// Service tag that it goes to.
        destination: &'static str,
        /// Port numbers and ranges.
        ports: Vec<&'static str>,
        /// `Tcp` or `Udp`.
        protocol: &'static str,
        /// A proposal: it must be free, and below the rules that deny the traffic.
        priority: u32,
    },
    /// A route of a route table.
    Route {
        /// Its name.
        name: &'static str,
        /// A service tag.
        address_prefix: &'static str,
        /// `Internet`.
        next_hop: &'static str,
    },
    /// A public IP address.
    PublicIp {
        /// Availability zones of the address.
        zones: &'static [&'static str],
    },
    /// Autoscale of the primary location.
    Autoscale {
        /// Whether it scales.
        enabled: bool,
        /// Fewest units, where the limits change.
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum: Option<u32>,
        /// Most units, where the limits change.
        #[serde(skip_serializing_if = "Option::is_none")]
        maximum: Option<u32>,
        /// Units that come or go at a time, where the limits change.
        #[serde(skip_serializing_if = "Option::is_none")]
        step: Option<u32>,
    },
    /// A DNS record.
    DnsRecord {
        /// The host name.
        host: String,
        /// The host name is a custom domain: its zone is the reader's.
        custom: bool,
        /// The record is in a private DNS zone.
        private: bool,
        /// The record gets the private VIP, not the public one.
        private_vip: bool,
        /// The location whose VIP it gets is the primary one.
        primary: bool,
    },
}
