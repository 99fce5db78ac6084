//! The documented ports, held against the rules of a security group.

use ipnet::Ipv4Net;

use super::rules::{self, Flow, Ruling, SecurityRule};
use crate::domain::{PlanRequest, PortId, Vnet};
use crate::facts::ports::{Direction, Mode, Need, PortRule, TABLE};
use crate::import::surroundings::{PortRuling, PortState};
use crate::migration::is_required;

/// What the rules say of every row of the table that an instance needs, and of its clients.
pub(super) fn rulings(rules: &[SecurityRule], subnet: &[Ipv4Net], request: &PlanRequest, index: usize) -> Vec<PortRuling> {
    let several = request.locations.len() > 1;
    let region = |at: usize| request.locations.get(at).map(|location| location.name.as_str());
    let mut regions: Vec<&str> = region(index).into_iter().chain(region(0)).collect();
    regions.dedup();
    let rows = TABLE.iter().filter(|row| row.need != Need::Optional && is_required(row.need, request.tier, several));
    rows.filter(|row| row.id == PortId::Clients || row.mode == Mode::Both || request.vnet != Some(Vnet::Internal))
        .filter_map(|row| of_row(rules, row, subnet, &regions, request))
        .collect()
}

fn of_row(
    rules: &[SecurityRule],
    row: &PortRule,
    subnet: &[Ipv4Net],
    regions: &[&str],
    request: &PlanRequest,
) -> Option<PortRuling> {
    let inbound = match row.direction {
        Direction::In => true,
        Direction::Out => false,
        Direction::InOut => return None,
    };
    let tag = if inbound { row.source } else { row.destination }.to_ascii_lowercase();
    // Regional tags are documented for these services; each region needs its own and that of the primary.
    let regional = matches!(tag.as_str(), "storage" | "sql" | "eventhub");
    let pieces: Vec<Option<&str>> =
        if regional && !regions.is_empty() { regions.iter().copied().map(Some).collect() } else { vec![None] };
    let mut worst: Option<(PortState, &SecurityRule)> = None;
    let mut decided: Vec<String> = Vec::new();
    for text in row.ports.split(',').map(str::trim) {
        let port = rules::port_range(text)?.0;
        // Port 80 is for plain HTTP and managed certificates; clients can do without.
        if row.id == PortId::Clients && port == 80 {
            continue;
        }
        let mut of_port: Option<(PortState, &SecurityRule)> = None;
        for region in &pieces {
            let flow = Flow { inbound, tag: &tag, region: *region, port, subnet };
            let ruling = if row.id == PortId::Clients {
                rules::ruling_for_clients(rules, &flow, request.vnet == Some(Vnet::Internal))
            } else {
                rules::ruling(rules, &flow)
            };
            let this = match ruling? {
                Ruling::Allowed(rule) => (PortState::Open, rule),
                Ruling::Unclear(rule) => (PortState::Unclear, rule),
                Ruling::Denied(rule) => (PortState::Closed, rule),
            };
            if of_port.is_none_or(|(state, _)| state < this.0) {
                of_port = Some(this);
            }
        }
        let (state, rule) = of_port?;
        if worst.is_none_or(|(known, _)| known < state) {
            worst = Some((state, rule));
            decided.clear();
        }
        if worst.is_some_and(|(known, _)| known == state) {
            decided.push(text.to_owned());
        }
    }
    let (state, rule) = worst?;
    Some(PortRuling { port: row.id, state, rule: rule.name.clone(), priority: rule.priority, ports: decided })
}

/// The ports that the instance needs and that a rule denies. In internal mode clients are no row of the table.
pub(super) fn closed(ports: &[PortRuling], request: &PlanRequest) -> Vec<PortId> {
    let internal = request.vnet == Some(Vnet::Internal);
    let denied = ports.iter().filter(|ruling| ruling.state == PortState::Closed).map(|ruling| ruling.port);
    denied.filter(|port| !(internal && *port == PortId::Clients)).collect()
}
