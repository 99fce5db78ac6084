//! The port table for one request: by mode, tier and number of regions.

use super::shape::Port;
use crate::cite::{Sources, by};
use crate::decide::Decision;
use crate::domain::{PlanRequest, Text, Tier, Vnet};
use crate::facts::ports::{
    Direction, MANAGED_CERTIFICATES, MONITOR_REQUIRED, Mode, NO_BALANCER_FOR_DEVELOPER, Need, PortRule, REGIONAL_TAGS,
    REQUIRED_PORTS, SQL_OF_THE_PRIMARY, TABLE,
};

/// The rows that apply; empty outside a network. With the mode open, external's: they are the longer list.
pub(crate) fn ports(request: &PlanRequest, decision: &Decision) -> Vec<Port> {
    let answers = &decision.answers;
    // The v2 tiers have networks of another kind, and Consumption has none.
    if answers.injected() == Some(false) || answers.tier.is_some_and(|tier| !tier.is_classic()) {
        return Vec::new();
    }
    rows(request, decision)
}

/// What a subnet needs that the instance will use, injected now or not.
pub(crate) fn required_ports(request: &PlanRequest, decision: &Decision) -> Vec<Port> {
    rows(request, decision).into_iter().filter(|port| port.required).collect()
}

fn rows(request: &PlanRequest, decision: &Decision) -> Vec<Port> {
    let answers = &decision.answers;
    let internal = answers.vnet == Some(Vnet::Internal);
    let several = request.locations.len() > 1;
    let closed = |row: &PortRule| {
        let mut subnets = request.locations.iter().filter_map(|location| location.subnet?.closed_ports);
        subnets.any(|closed| closed.contains(row.id))
    };
    TABLE
        .iter()
        .filter(|row| !(internal && row.mode == Mode::External))
        .map(|row| {
            let mut port = port(row, answers.tier, several, internal);
            if closed(row) {
                port.note = Some(format!("Closed today. {}", port.note.unwrap_or_default()).trim_end().to_owned().into());
            }
            port
        })
        .collect()
}

/// Whether an instance needs a row. `several` is for two or more locations.
pub(crate) fn is_required(need: Need, tier: Option<Tier>, several: bool) -> bool {
    match need {
        Need::Required => true,
        Need::RequiredBeyondDeveloper => tier != Some(Tier::Developer),
        Need::RequiredForSeveralRegions => several,
        Need::Optional => false,
    }
}

fn port(row: &PortRule, tier: Option<Tier>, several: bool, internal: bool) -> Port {
    let required = is_required(row.need, tier, several);
    let (note, sources): (Option<Text>, _) = match (row.direction, row.destination) {
        (Direction::Out, "Sql") if internal && several => (
            Some("In a secondary region, allow the primary region's SQL server by name or IP address; the service tag is not sufficient.".into()),
            Sources::listed(by![REQUIRED_PORTS, SQL_OF_THE_PRIMARY]),
        ),
        (Direction::Out, "Sql" | "Storage" | "EventHub") if several => (
            Some("If you use a regional service tag, also allow the primary region's tag.".into()),
            Sources::listed(by![REQUIRED_PORTS, REGIONAL_TAGS]),
        ),
        (Direction::Out, "AzureMonitor") => (None, Sources::listed(by![REQUIRED_PORTS, MONITOR_REQUIRED])),
        (Direction::In, _) if row.need == Need::RequiredBeyondDeveloper => {
            (None, Sources::listed(by![REQUIRED_PORTS, NO_BALANCER_FOR_DEVELOPER]))
        }
        (Direction::In, _) if row.source == "Internet" => (None, Sources::listed(by![REQUIRED_PORTS, MANAGED_CERTIFICATES])),
        _ => (None, Sources::from(&REQUIRED_PORTS)),
    };
    Port {
        id: row.id,
        direction: row.direction,
        source: row.source,
        destination: row.destination,
        ports: row.ports,
        protocol: row.protocol,
        purpose: row.purpose,
        required,
        note,
        sources,
    }
}
