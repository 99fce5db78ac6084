use std::fmt;

use enumset::{EnumSet, EnumSetType};
use serde::de::Deserializer;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr, VariantNames};

use super::word::Word;

/// The rows of the table of required ports, by stable names: `plan.ports[].id`.
#[derive(Debug, PartialOrd, Ord, Hash, EnumSetType, Serialize, Deserialize, EnumIter, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[enumset(serialize_repr = "list")]
pub enum PortId {
    /// Calls by clients.
    #[serde(rename = "clients-80-443-inbound")]
    #[strum(serialize = "clients-80-443-inbound")]
    Clients,
    /// Management by portal, PowerShell and REST.
    #[serde(rename = "api-management-3443-inbound")]
    #[strum(serialize = "api-management-3443-inbound")]
    ApiManagement,
    /// The platform's load balancer.
    #[serde(rename = "load-balancer-6390-inbound")]
    #[strum(serialize = "load-balancer-6390-inbound")]
    LoadBalancer,
    /// Probes and routing between regions.
    #[serde(rename = "traffic-manager-443-inbound")]
    #[strum(serialize = "traffic-manager-443-inbound")]
    TrafficManager,
    /// Health of single machines.
    #[serde(rename = "load-balancer-6391-inbound")]
    #[strum(serialize = "load-balancer-6391-inbound")]
    MachineHealth,
    /// Validation of certificates.
    #[serde(rename = "internet-80-outbound")]
    #[strum(serialize = "internet-80-outbound")]
    CertificateValidation,
    /// Azure Storage.
    #[serde(rename = "storage-443-outbound")]
    #[strum(serialize = "storage-443-outbound")]
    Storage,
    /// Azure SQL.
    #[serde(rename = "sql-1433-outbound")]
    #[strum(serialize = "sql-1433-outbound")]
    Sql,
    /// Azure Key Vault.
    #[serde(rename = "key-vault-443-outbound")]
    #[strum(serialize = "key-vault-443-outbound")]
    KeyVault,
    /// Diagnostics, metrics and health.
    #[serde(rename = "monitor-1886-443-outbound")]
    #[strum(serialize = "monitor-1886-443-outbound")]
    Monitor,
    /// Microsoft Entra ID.
    #[serde(rename = "entra-id-443-outbound")]
    #[strum(serialize = "entra-id-443-outbound")]
    EntraId,
    /// Managed connections.
    #[serde(rename = "connectors-443-outbound")]
    #[strum(serialize = "connectors-443-outbound")]
    Connectors,
    /// Azure Event Hubs.
    #[serde(rename = "event-hubs-5671-5672-443-outbound")]
    #[strum(serialize = "event-hubs-5671-5672-443-outbound")]
    EventHubs,
    /// The file share of the former Git repository.
    #[serde(rename = "storage-445-outbound")]
    #[strum(serialize = "storage-445-outbound")]
    FileShare,
    /// An external Redis cache.
    #[serde(rename = "redis-6380-in-out")]
    #[strum(serialize = "redis-6380-in-out")]
    Redis,
    /// The built-in cache between machines.
    #[serde(rename = "cache-6381-6383-in-out")]
    #[strum(serialize = "cache-6381-6383-in-out")]
    Cache,
    /// Rate-limit counters between machines.
    #[serde(rename = "rate-limit-4290-in-out")]
    #[strum(serialize = "rate-limit-4290-in-out")]
    RateLimit,
}

/// Required ports that the rules of a subnet are known not to allow. Written as a list of their ids.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct ClosedPorts(EnumSet<PortId>);

impl<'de> Deserialize<'de> for ClosedPorts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ports = Vec::<Word<PortId>>::deserialize(deserializer)?;
        Ok(ports.into_iter().map(|Word(port)| port).collect())
    }
}

impl ClosedPorts {
    /// In the order of the table.
    pub fn iter(self) -> impl Iterator<Item = PortId> {
        self.0.iter()
    }

    /// Whether this port is among them.
    pub fn contains(self, port: PortId) -> bool {
        self.0.contains(port)
    }

    /// None is known to be closed.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<PortId> for ClosedPorts {
    fn from_iter<I: IntoIterator<Item = PortId>>(ports: I) -> Self {
        Self(ports.into_iter().collect())
    }
}

impl fmt::Debug for ClosedPorts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ClosedPorts {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ClosedPorts".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let id = generator.subschema_for::<PortId>();
        schemars::json_schema!({ "type": "array", "items": id })
    }
}
