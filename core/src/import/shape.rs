//! The result of reading descriptions.

use serde::{Deserialize, Serialize};

use super::surroundings::{AutoscaleSetting, LocationNetwork, PublicIpFacts, RelatedResource};
use crate::domain::{PlanRequest, Text, object, whole};

/// One instance, as described.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Imported {
    /// The answers that the description gives.
    #[serde(deserialize_with = "object::required")]
    pub request: PlanRequest,
    /// The kind of the description, in words: `az apim list`, `Resource Graph`.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub source: Text,
    /// The position of the instance in the input: `data[3]`, `line 7`; empty if it is the whole input.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub at: String,
    /// What was not read, and why: first what is unreadable, then what is private, then what a plan does not need.
    #[serde(default, deserialize_with = "object::list")]
    pub not_read: Vec<NotRead>,
    /// What to check before relying on the answers.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub warnings: Vec<Text>,
    /// The fields that were read.
    #[serde(default, deserialize_with = "object::list")]
    pub read: Vec<ReadField>,
    /// What the description says beyond the questionnaire.
    #[serde(default, deserialize_with = "object::or_default")]
    pub extras: Extras,
}

/// Something in the input that was not read. It never contains a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotRead {
    /// The position in the input: `data[3].properties.zones`.
    pub path: String,
    /// The reason, as a sentence.
    pub why: Text,
    /// The kind of the reason.
    pub kind: NotReadKind,
}

/// Why something was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum NotReadKind {
    /// It would be an answer, but can't be read.
    Unreadable,
    /// A secret or the name of a person. It is dropped without being read.
    Private,
    /// A plan does not need it.
    Unneeded,
}

/// One answer and its position in the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadField {
    /// The field of the request: `tier`, `locations[0].units`.
    pub field: Text,
    /// The position in the input: `data[3].sku.name`.
    pub from: String,
    /// The answer, as in the request.
    pub value: Text,
    /// Whether it is the default value of a template parameter: the deployed value may differ.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_default: bool,
}

/// What a description says beyond the questionnaire. Absent means "not stated".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Extras {
    /// The environment of the instance, by its tags or its name. The tags themselves are dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// `provisioningState`, as Azure spells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioning_state: Option<Text>,
    /// `...Service.Disabled`: whether every endpoint is blocked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoints_blocked: Option<bool>,
    /// Whether endpoints are blocked and no virtual network is stated, which indicates that the instance lost its virtual network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_removed: Option<bool>,
    /// The host names, default ones included.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub hosts: Vec<Host>,
    /// What is stated about each location, in the order of the locations in the request.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub locations: Vec<LocationExtras>,
    /// Precreated IP addresses that could not be assigned to locations, because their number differs.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub precreated_ips: Vec<String>,
    /// Retired protocols and ciphers that are enabled: `Gateway.Security.Protocols.Tls10`.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub retired_protocols: Vec<Text>,
    /// Whether the gateway is no longer a trusted service: `...DisableOverPrivilegedAccess`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trusted_access_given_up: Option<bool>,
    /// `apiVersionConstraint.minApiVersion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_api_version: Option<String>,
    /// The version of the REST API that a template uses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// Whether `publicNetworkAccess` is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_network_access: Option<bool>,
    /// The number of private endpoint connections.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole::optional")]
    pub private_endpoints: Option<u32>,
    /// The autoscale setting of the instance.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub autoscale: Option<AutoscaleSetting>,
    /// The names of the locks on the instance, its resource group, or its subscription.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub locks: Vec<String>,
    /// Whether one of these locks is read-only, so that nothing can be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_only_lock: Option<bool>,
    /// The other resources of the input that gave answers.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub resources: Vec<RelatedResource>,
}

/// The environment of an instance.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Environment {
    /// Development and experiments.
    Development,
    /// Test, acceptance, staging.
    Test,
    /// Production traffic.
    Production,
}

/// A host name of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Host {
    /// Its type, as Azure spells it: `Proxy`, `DeveloperPortal`, …; absent for another type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// The name; absent if a template calculates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is a custom domain, not the default host name.
    pub custom: bool,
}

/// What a description says about one location beyond the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LocationExtras {
    /// Its public IP addresses.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub public_ips: Vec<String>,
    /// Its private IP addresses.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub private_ips: Vec<String>,
    /// The public IP addresses of its outbound connections.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub outbound_ips: Vec<String>,
    /// The resource id of its subnet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet: Option<String>,
    /// The resource id of its own public IP address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_ip_resource: Option<String>,
    /// Whether its gateway is disabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gateway_disabled: Option<bool>,
    /// Whether outbound connections use a NAT gateway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nat_gateway: Option<bool>,
    /// What its public IP address resource is like.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub public_ip_facts: Option<PublicIpFacts>,
    /// Its network, if other resources of the input describe it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub network: Option<LocationNetwork>,
}

/// First what is unreadable, then what is private, then what a plan does not need; each in the order of the input.
pub(super) fn gravest_first(entries: &mut Vec<NotRead>) {
    let all = std::mem::take(entries);
    let (unreadable, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|entry| entry.kind == NotReadKind::Unreadable);
    let (private, unneeded): (Vec<_>, Vec<_>) = rest.into_iter().partition(|entry| entry.kind == NotReadKind::Private);
    *entries = unreadable;
    entries.extend(private);
    entries.extend(unneeded);
}

/// Everything that was read from an input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The instances, in the order of the input.
    pub instances: Vec<Imported>,
    /// Rows and resources that are not an instance or could not be read.
    pub skipped: Vec<NotRead>,
}

impl Reading {
    /// The instances alone. The first of them lists what was skipped, so
    /// that nothing is lost if only a list can be shown.
    pub fn into_instances(mut self) -> Vec<Imported> {
        if let Some(first) = self.instances.first_mut() {
            first.not_read.append(&mut self.skipped);
            gravest_first(&mut first.not_read);
        }
        self.instances
    }
}

/// An input that could not be read: what it looks like, and what to do.
///
/// Displays as one text, with the position of the mistake first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[error("{}{message}", place(*.line, *.column))]
pub struct ImportError {
    /// What is the matter, then what to do, as sentences without the position.
    pub message: String,
    /// The line of a mistake, from 1.
    pub line: Option<usize>,
    /// Its column in characters, from 1.
    pub column: Option<usize>,
}

impl ImportError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), line: None, column: None }
    }
}

fn place(line: Option<usize>, column: Option<usize>) -> String {
    match (line, column) {
        (Some(line), Some(column)) => format!("Line {line}, column {column}: "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Imported;
    use crate::domain::{lists_accepted, read_json};

    #[test]
    fn a_list_is_refused_wherever_an_object_is_expected() {
        let imported = json!({
            "request": { "tier": "premium" },
            "notRead": [{ "path": "tags", "why": "private", "kind": "private" }],
            "read": [{ "field": "tier", "from": "sku.name", "value": "premium" }],
            "extras": {
                "hosts": [{ "name": "api.contoso.com", "custom": true }],
                "locations": [{ "publicIps": ["203.0.113.1"] }],
            },
        });
        assert_eq!(lists_accepted(&imported, read_json::<Imported>), Vec::<String>::new());
    }

    #[test]
    fn null_is_not_stated() {
        let null = json!({
            "request": {}, "source": null, "at": null, "notRead": null, "warnings": null, "read": null,
            "extras": { "hosts": null, "locations": null, "precreatedIps": null, "retiredProtocols": null },
        });
        assert_eq!(read_json(&null.to_string()), Ok(Imported::default()));
    }
}
