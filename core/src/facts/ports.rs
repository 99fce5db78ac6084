//! The rules that the network security group of a subnet needs, row for row.

use serde::Serialize;

use super::sources::cites;
use crate::domain::PortId;

cites! {
    REQUIRED_PORTS = PORTS, "ports-2025-06.table", "Required ports",
        "The rules for a subnet with stv2, by direction, service tag and port; a security group is mandatory because the load balancer refuses inbound traffic by default.";
    MINIMUM_PORTS = S002, "S002.option-1-ports", "Option 1, prerequisites",
        "At least: out to Storage 443, SQL 1433 and Key Vault 443; in from the load balancer 6390, from ApiManagement 3443 and from clients 80 or 443.";
    PORTS_WITH_FIREWALL = S002, "S002.faq-ports-with-firewall", "FAQ: forced tunnelling",
        "The security group needs the same rules whether or not a firewall is in the path, and a new subnet needs them too.";
    NO_BALANCER_FOR_DEVELOPER = PORTS, "ports-2025-06.developer", "Required ports",
        "A Developer instance with its single unit does not need the load balancer's inbound rule.";
    REGIONAL_TAGS = PORTS, "ports-2025-06.regional-tags", "Regional service tags",
        "Storage, Sql and EventHub may be narrowed to a region; with several regions each must also admit the primary region's.";
    FURTHER_HOSTS = PORTS, "ports-2025-06.further", "DNS access, further dependencies",
        "DNS on 53 must get out; time on UDP 123, activation on 1688, diagnostics on 12000, certificate lists on 80 and 443 and sign-in hosts on 443 are optional.";
    SQL_OF_THE_PRIMARY = MULTI_REGION, "multi-region-2025-06.sql", "Virtual networking",
        "In internal mode a secondary region must reach the primary region's SQL server on 1433 by its name or address; the service tag does not do.";
    MONITOR_REQUIRED = PORTS, "ports-2025-06.monitor", "Required ports",
        "Metrics and health leave by AzureMonitor on 1886 and 443; required since the revision of November 2023.";
    MANAGED_CERTIFICATES = BREAKING, "breaking-2026-07.managed-certificates", "Managed certificates",
        "Since January 2026 the renewal of free managed certificates needs port 80 inbound.";
}

/// The direction of the traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// To the instance.
    In,
    /// From the instance.
    Out,
    /// To and from the instance.
    InOut,
}

/// In which network mode a rule is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// In external and internal mode.
    Both,
    /// In external mode only.
    External,
}

/// When a rule is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Required,
    /// Always, except in Developer with its single unit.
    RequiredBeyondDeveloper,
    /// With two or more locations.
    RequiredForSeveralRegions,
    /// For a feature that many instances do not use.
    Optional,
}

/// A row of the documented table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortRule {
    /// Its name.
    pub id: PortId,
    /// The direction of the traffic.
    pub direction: Direction,
    /// The service tag of the source.
    pub source: &'static str,
    /// The service tag of the destination.
    pub destination: &'static str,
    /// Ports.
    pub ports: &'static str,
    /// Protocol.
    pub protocol: &'static str,
    /// The purpose of the rule.
    pub purpose: &'static str,
    /// The network mode that needs the rule.
    pub mode: Mode,
    /// When the rule is needed.
    pub need: Need,
}

const fn row(
    id: PortId,
    (direction, mode, need): (Direction, Mode, Need),
    (source, destination): (&'static str, &'static str),
    (ports, protocol): (&'static str, &'static str),
    purpose: &'static str,
) -> PortRule {
    PortRule { id, direction, source, destination, ports, protocol, purpose, mode, need }
}

/// Every row, inbound first, in the order of the documentation.
pub static TABLE: &[PortRule] = &{
    use Direction::{In, InOut, Out};
    use Mode::{Both, External};
    use Need::{Optional, Required, RequiredBeyondDeveloper, RequiredForSeveralRegions};
    const VNET: &str = "VirtualNetwork";
    [
        row(
            PortId::Clients,
            (In, External, Required),
            ("Internet", VNET),
            ("80, 443", "TCP"),
            "calls by clients; 80 only for plain HTTP and managed certificates",
        ),
        row(
            PortId::ApiManagement,
            (In, Both, Required),
            ("ApiManagement", VNET),
            ("3443", "TCP"),
            "management by portal, PowerShell and REST",
        ),
        row(
            PortId::LoadBalancer,
            (In, Both, RequiredBeyondDeveloper),
            ("AzureLoadBalancer", VNET),
            ("6390", "TCP"),
            "the platform's load balancer",
        ),
        row(
            PortId::TrafficManager,
            (In, External, RequiredForSeveralRegions),
            ("AzureTrafficManager", VNET),
            ("443", "TCP"),
            "probes and routing between regions",
        ),
        row(
            PortId::MachineHealth,
            (In, Both, Optional),
            ("AzureLoadBalancer", VNET),
            ("6391", "TCP"),
            "health of single machines",
        ),
        row(
            PortId::CertificateValidation,
            (Out, Both, Required),
            (VNET, "Internet"),
            ("80", "TCP"),
            "validation of certificates",
        ),
        row(PortId::Storage, (Out, Both, Required), (VNET, "Storage"), ("443", "TCP"), "core dependency"),
        row(PortId::Sql, (Out, Both, Required), (VNET, "Sql"), ("1433", "TCP"), "core dependency"),
        row(PortId::KeyVault, (Out, Both, Required), (VNET, "AzureKeyVault"), ("443", "TCP"), "core dependency"),
        row(
            PortId::Monitor,
            (Out, Both, Required),
            (VNET, "AzureMonitor"),
            ("1886, 443", "TCP"),
            "diagnostics, metrics and health",
        ),
        row(
            PortId::EntraId,
            (Out, Both, Optional),
            (VNET, "AzureActiveDirectory"),
            ("443", "TCP"),
            "sign-in with Microsoft Entra ID, Graph, Key Vault",
        ),
        row(PortId::Connectors, (Out, Both, Optional), (VNET, "AzureConnectors"), ("443", "TCP"), "managed connections"),
        row(PortId::EventHubs, (Out, Both, Optional), (VNET, "EventHub"), ("5671, 5672, 443", "TCP"), "logging to Event Hubs"),
        row(
            PortId::FileShare,
            (Out, Both, Optional),
            (VNET, "Storage"),
            ("445", "TCP"),
            "file share of the former Git repository",
        ),
        row(PortId::Redis, (InOut, Both, Optional), (VNET, VNET), ("6380", "TCP"), "external Redis cache"),
        row(PortId::Cache, (InOut, Both, Optional), (VNET, VNET), ("6381-6383", "TCP"), "built-in cache between machines"),
        row(PortId::RateLimit, (InOut, Both, Optional), (VNET, VNET), ("4290", "UDP"), "rate-limit counters between machines"),
    ]
};
