//! What reading a description gives.

use serde::{Deserialize, Serialize};

use crate::domain::{PlanRequest, Text, object, whole};

/// One instance as a description tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Imported {
    /// The answers that the description gives.
    #[serde(deserialize_with = "object::required")]
    pub request: PlanRequest,
    /// What the description was read as, in words: `az apim list`, `Resource Graph`.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub source: Text,
    /// Where in the input the instance stands: `data[3]`, `line 7`; empty when it is the whole input.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub at: String,
    /// What was not read, and why: the unreadable first, then the private, then what a plan has no use for.
    #[serde(default, deserialize_with = "object::list")]
    pub not_read: Vec<NotRead>,
    /// What to know before relying on what was read.
    #[serde(default, deserialize_with = "object::null_as_default")]
    pub warnings: Vec<Text>,
    /// What was read, field by field.
    #[serde(default, deserialize_with = "object::list")]
    pub read: Vec<ReadField>,
    /// What the description tells beyond the questionnaire.
    #[serde(default, deserialize_with = "object::or_default")]
    pub extras: Extras,
}

/// Something in the input that was not read. Never carries a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotRead {
    /// Where in the input: `data[3].properties.zones`.
    pub path: String,
    /// Why not.
    pub why: Text,
    /// What kind of reason it is.
    pub kind: NotReadKind,
}

/// Why something was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum NotReadKind {
    /// It would have answered something, but cannot be made out.
    Unreadable,
    /// A secret or somebody's name: it is dropped unseen.
    Private,
    /// It answers nothing that a plan asks.
    Unneeded,
}

/// One answer and where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadField {
    /// The field of the request: `tier`, `locations[0].units`.
    pub field: Text,
    /// Where in the input: `data[3].sku.name`.
    pub from: String,
    /// The answer as the request writes it.
    pub value: Text,
    /// It is the default of a template's parameter: what was deployed may be another.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_default: bool,
}

/// What a description tells beyond the questionnaire. Absent means "not stated".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Extras {
    /// What the instance serves, by its tags or its name. The tags themselves are dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// `provisioningState`, as Azure spells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioning_state: Option<Text>,
    /// `...Service.Disabled`: every endpoint is blocked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoints_blocked: Option<bool>,
    /// Endpoints are blocked and no network is stated: the sign of a network taken away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_removed: Option<bool>,
    /// The host names, default ones included.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub hosts: Vec<Host>,
    /// What is stated of each location, in the order of the request's locations.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::list")]
    pub locations: Vec<LocationExtras>,
    /// Addresses set aside for the migration that could not be given to locations: their number differs.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub precreated_ips: Vec<String>,
    /// Retired protocols and ciphers that are switched on: `Gateway.Security.Protocols.Tls10`.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub retired_protocols: Vec<Text>,
    /// The gateway no longer passes as a trusted service: `...DisableOverPrivilegedAccess`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trusted_access_given_up: Option<bool>,
    /// `apiVersionConstraint.minApiVersion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_api_version: Option<String>,
    /// The version of the REST interface that a template is written for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// `publicNetworkAccess` is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_network_access: Option<bool>,
    /// How many private endpoint connections there are.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole::optional")]
    pub private_endpoints: Option<u32>,
}

/// What an instance serves.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Environment {
    /// Building and trying out.
    Development,
    /// Testing, acceptance, rehearsal.
    Test,
    /// Real traffic.
    Production,
}

/// A host name of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Host {
    /// What it is for, as Azure spells it: `Proxy`, `DeveloperPortal`, …; absent when it says something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// The name; absent when a template works it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// It is the owner's, not the platform's default.
    pub custom: bool,
}

/// What a description tells of one location beyond the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LocationExtras {
    /// Its public addresses.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub public_ips: Vec<String>,
    /// Its private addresses.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub private_ips: Vec<String>,
    /// The public addresses it calls out from.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "object::null_as_default")]
    pub outbound_ips: Vec<String>,
    /// The resource id of its subnet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet: Option<String>,
    /// The resource id of its own public IP address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_ip_resource: Option<String>,
    /// Its gateway is switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gateway_disabled: Option<bool>,
    /// It calls out through a NAT gateway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nat_gateway: Option<bool>,
}

/// The unreadable first, then the private, then what a plan has no use for; each kind in the order of the input.
pub(super) fn gravest_first(entries: &mut Vec<NotRead>) {
    let all = std::mem::take(entries);
    let (unreadable, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|entry| entry.kind == NotReadKind::Unreadable);
    let (private, unneeded): (Vec<_>, Vec<_>) = rest.into_iter().partition(|entry| entry.kind == NotReadKind::Private);
    *entries = unreadable;
    entries.extend(private);
    entries.extend(unneeded);
}

/// Everything that reading an input gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The instances, in the order of the input.
    pub instances: Vec<Imported>,
    /// Rows and resources that are no instance or could not be read.
    pub skipped: Vec<NotRead>,
}

impl Reading {
    /// The instances alone. What was skipped is told by the first of them, so
    /// that nothing is lost where only a list can be shown.
    pub fn into_instances(mut self) -> Vec<Imported> {
        if let Some(first) = self.instances.first_mut() {
            first.not_read.append(&mut self.skipped);
            gravest_first(&mut first.not_read);
        }
        self.instances
    }
}

/// An input that could not be read at all: what it looks like, and what to do.
///
/// Displays as one text for the reader, the place of the mistake first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[error("{}{message}", place(*.line, *.column))]
pub struct ImportError {
    /// What is the matter, then what to do: sentences for the reader, without the place.
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
