//! What other resources of an input say about an instance, beyond its answers.

use serde::{Deserialize, Serialize};

use crate::domain::{PortId, Text, object, whole};

/// A resource that was joined to an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RelatedResource {
    /// Its type in lower case: `microsoft.network/routetables`.
    pub kind: Text,
    /// Its name: `rt-apim`, `vnet-a/apim` for a subnet; absent if it can't be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its position in the input: `data[3]`.
    pub at: String,
}

/// The network of a location, as other resources of the input describe it. Absent means "not stated".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LocationNetwork {
    /// The subnet: `vnet-a/apim`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet: Option<String>,
    /// Its address range: `10.9.0.0/27`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<String>,
    /// The name of its network security group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_group: Option<String>,
    /// The resource group of the network security group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_group_in: Option<String>,
    /// What the rules say of each documented port; empty if the rules are not known.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub ports: Vec<PortRuling>,
    /// The priorities of its inbound rules.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub inbound_priorities: Vec<u32>,
    /// The priorities of its outbound rules.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub outbound_priorities: Vec<u32>,
    /// The name of its route table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route_table: Option<String>,
    /// The resource group of the route table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route_table_in: Option<String>,
    /// The type of the next hop of the default route: `VirtualAppliance`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_route: Option<Text>,
    /// The services with a service endpoint: `Microsoft.Storage`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_endpoints: Option<Vec<String>>,
    /// The services that the subnet is delegated to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegations: Option<Vec<String>>,
    /// The number of IP addresses in use.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole::optional")]
    pub used_addresses: Option<u32>,
    /// The names of the locks on the subnet, its virtual network, or their resource group.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub locks: Vec<String>,
    /// The dependencies in the network status, as Azure last saw them.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub dependencies: Vec<Dependency>,
}

/// What the rules of a network security group say of one documented port rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortRuling {
    /// The row of the table of ports.
    pub port: PortId,
    /// Whether the traffic is allowed.
    pub state: PortState,
    /// The rule that decides.
    pub rule: String,
    /// Its priority.
    #[serde(deserialize_with = "whole::required")]
    pub priority: u32,
    /// The ports that the rule decides on: `1886`.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub ports: Vec<String>,
}

/// Whether rules allow traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PortState {
    /// A rule allows it.
    Open,
    /// A rule names addresses that may be a part of the service tag.
    Unclear,
    /// A rule denies it.
    Closed,
}

/// A dependency in the network status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dependency {
    /// Its type, as Azure spells it: `SqlDatabase`.
    pub kind: Text,
    /// Whether the instance reaches it.
    pub reached: bool,
    /// Whether the instance runs without it.
    pub optional: bool,
}

/// An autoscale setting of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutoscaleSetting {
    /// Its name; absent if it can't be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its resource group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_group: Option<String>,
    /// Whether it is enabled.
    pub enabled: bool,
}

/// A public IP address resource of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicIpFacts {
    /// Its name; absent if it can't be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether its SKU is Standard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<bool>,
    /// Whether it has a DNS name label.
    pub label: bool,
    /// The number of its availability zones.
    #[serde(deserialize_with = "whole::required")]
    pub zones: u32,
}
