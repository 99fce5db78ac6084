//! The rules that the network security group of a subnet needs, row for row.

use serde::Serialize;

use super::sources::cites;
use crate::domain::PortId;

cites! {
    REQUIRED_PORTS = PORTS, "ports-2025-06.table", "Required ports",
        "The NSG rules for a subnet with stv2, by direction, service tag and port; a network security group is mandatory because the load balancer denies inbound traffic by default.";
    MINIMUM_PORTS = S002, "S002.option-1-ports", "Option 1, prerequisites",
        "At least: outbound to Storage 443, SQL 1433 and Key Vault 443; inbound from the load balancer on 6390, from ApiManagement on 3443 and from clients on 80 or 443.";
    PORTS_WITH_FIREWALL = S002, "S002.faq-ports-with-firewall", "FAQ: forced tunneling",
        "The network security group needs the same rules with and without a firewall, and a new subnet needs them too.";
    NO_BALANCER_FOR_DEVELOPER = PORTS, "ports-2025-06.developer", "Required ports",
        "A Developer instance, which has a single unit, does not need the inbound rule for the load balancer.";
    REGIONAL_TAGS = PORTS, "ports-2025-06.regional-tags", "Regional service tags",
        "Storage, Sql and EventHub can be limited to a region; with several regions each rule must also allow the primary region's tag.";
    FURTHER_HOSTS = PORTS, "ports-2025-06.further", "DNS access, further dependencies",
        "Outbound DNS on port 53 is required; time on UDP 123, activation on 1688, diagnostics on 12000, certificate revocation lists on 80 and 443 and sign-in hosts on 443 are optional.";
    SQL_OF_THE_PRIMARY = MULTI_REGION, "multi-region-2025-06.sql", "Virtual networking",
        "In internal mode a secondary region must reach the primary region's SQL server on 1433 by its name or IP address; the service tag is not sufficient.";
    MONITOR_REQUIRED = PORTS, "ports-2025-06.monitor", "Required ports",
        "Metrics and health are sent to AzureMonitor on 1886 and 443; required since the revision of November 2023.";
    MANAGED_CERTIFICATES = BREAKING, "breaking-2026-07.managed-certificates", "Managed certificates",
        "Since January 2026, the renewal of free managed certificates needs inbound port 80.";
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
            "client traffic; 80 only for plain HTTP and managed certificates",
        ),
        row(
            PortId::ApiManagement,
            (In, Both, Required),
            ("ApiManagement", VNET),
            ("3443", "TCP"),
            "management endpoint for the portal, PowerShell and REST",
        ),
        row(
            PortId::LoadBalancer,
            (In, Both, RequiredBeyondDeveloper),
            ("AzureLoadBalancer", VNET),
            ("6390", "TCP"),
            "load balancer of the platform",
        ),
        row(
            PortId::TrafficManager,
            (In, External, RequiredForSeveralRegions),
            ("AzureTrafficManager", VNET),
            ("443", "TCP"),
            "health probes and routing between regions",
        ),
        row(
            PortId::MachineHealth,
            (In, Both, Optional),
            ("AzureLoadBalancer", VNET),
            ("6391", "TCP"),
            "health of individual virtual machines",
        ),
        row(PortId::CertificateValidation, (Out, Both, Required), (VNET, "Internet"), ("80", "TCP"), "certificate validation"),
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
            "Microsoft Entra ID, Microsoft Graph, Key Vault",
        ),
        row(PortId::Connectors, (Out, Both, Optional), (VNET, "AzureConnectors"), ("443", "TCP"), "managed connections"),
        row(PortId::EventHubs, (Out, Both, Optional), (VNET, "EventHub"), ("5671, 5672, 443", "TCP"), "logging to Event Hubs"),
        row(
            PortId::FileShare,
            (Out, Both, Optional),
            (VNET, "Storage"),
            ("445", "TCP"),
            "file share of the retired Git repository",
        ),
        row(PortId::Redis, (InOut, Both, Optional), (VNET, VNET), ("6380", "TCP"), "external Redis cache"),
        row(
            PortId::Cache,
            (InOut, Both, Optional),
            (VNET, VNET),
            ("6381-6383", "TCP"),
            "built-in cache between virtual machines",
        ),
        row(
            PortId::RateLimit,
            (InOut, Both, Optional),
            (VNET, VNET),
            ("4290", "UDP"),
            "rate-limit counters between virtual machines",
        ),
    ]
};
