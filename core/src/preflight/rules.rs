//! The required ports, held against the rules of each subnet.

use super::commands::{Named, allow_port, show_group};
use super::{CheckResult, CheckedLocation, Checker, PreflightFinding};
use crate::cite::{Sources, by};
use crate::domain::{Owner, PortId, Vnet};
use crate::facts::ports::{
    Direction, MINIMUM_PORTS, MONITOR_REQUIRED, NO_BALANCER_FOR_DEVELOPER, PortRule, REGIONAL_TAGS, REQUIRED_PORTS, TABLE,
};
use crate::facts::sources::{PORTS, S002};
use crate::import::{PortRuling, PortState};

impl Checker<'_> {
    /// One check for each port that the instance needs, and one for its clients.
    pub(super) fn ports(&mut self) {
        let internal = self.request().vnet == Some(Vnet::Internal);
        for row in TABLE {
            let listed = self.plan.ports.iter().any(|port| port.id == row.id && port.required);
            if listed || internal && row.id == PortId::Clients {
                self.port(row);
            }
        }
    }

    fn port(&mut self, row: &'static PortRule) {
        let id: &str = row.id.into();
        let mut taken: Vec<(Option<String>, u32)> = Vec::new();
        let found: Vec<_> = self.places().map(|place| self.port_at(row, place, &mut taken)).collect();
        let check = self.add(format!("port-{id}"), (true, Owner::Network), title(row), found, sources(row));
        if let Some(check) = check.filter(|_| row.id == PortId::Monitor) {
            check.differs = Some(
                format!(
                    "Documentation differs: the virtual network reference of {} requires the rule; the migration page of {} does not list it.",
                    PORTS.dated, S002.dated
                )
                .into(),
            );
        }
    }

    fn port_at(&self, row: &PortRule, place: CheckedLocation<'_>, taken: &mut Vec<(Option<String>, u32)>) -> PreflightFinding {
        let network = place.network();
        let group = Named {
            name: network.and_then(|network| network.security_group.as_deref()),
            group: network.and_then(|network| network.security_group_in.as_deref()),
            subscription: self.request().subscription_id.as_deref(),
        };
        let answers = place.location.subnet.unwrap_or_default();
        let ruling = network.and_then(|network| network.ports.iter().find(|ruling| ruling.port == row.id));
        let listed = answers.closed_ports.is_some_and(|closed| closed.contains(row.id));
        let inbound = row.direction == Direction::In;
        match ruling {
            Some(ruling) if ruling.state == PortState::Open => {
                place.finding(CheckResult::Passed, format!("{}, priority {}", rule_in(ruling, group.name), ruling.priority))
            }
            Some(ruling) if ruling.state == PortState::Unclear => place
                .finding(
                    CheckResult::NotKnown,
                    format!("{} names addresses that may be a part of {}", rule_in(ruling, group.name), far(row)),
                )
                .instead(format!("Check whether {} is allowed, or name the service tag in the rule.", far(row)))
                .commands(show_group(group)),
            Some(ruling) => {
                let used =
                    network.map(|network| if inbound { &network.inbound_priorities } else { &network.outbound_priorities });
                let free = free_priority(used.map_or(&[][..], Vec::as_slice), ruling.priority, group.name, taken);
                let direction = if inbound { "Inbound" } else { "Outbound" };
                place
                    .finding(
                        CheckResult::Failed,
                        format!("{}, priority {}, denies the traffic", rule_in(ruling, group.name), ruling.priority),
                    )
                    .instead(format!("Add an allow rule with a priority below {}.", ruling.priority))
                    .commands(allow_port(group, row, free))
                    .portal(format!(
                        "Open {} and select {direction} security rules, Add. Source: service tag {}. Destination: service tag {}, ports {}, protocol TCP, action Allow.",
                        group.name.unwrap_or("the network security group"),
                        row.source,
                        row.destination,
                        row.ports
                    ))
            }
            // Answered by hand: no rule is known.
            None if listed => place
                .finding(CheckResult::Failed, "the rules are known not to allow the traffic")
                .instead("Add an allow rule.")
                .commands(allow_port(group, row, None)),
            None if answers.network_security_group == Some(false) && inbound => place
                .finding(
                    CheckResult::Failed,
                    "no network security group is attached, and the load balancer denies inbound traffic",
                )
                .instead("Attach a network security group with this rule."),
            None if answers.network_security_group == Some(false) => {
                place.finding(CheckResult::Passed, "no network security group is attached, so no rule denies the traffic")
            }
            None if answers.closed_ports.is_some() && row.id != PortId::Clients => {
                place.finding(CheckResult::Passed, "the rules are known to allow the traffic")
            }
            None => place
                .finding(CheckResult::NotKnown, "the rules are not in the description")
                .instead("Paste the network security group together with the instance.")
                .commands(show_group(group)),
        }
    }
}

/// A priority that no rule has, before the one that denies. Azure starts at 100.
fn free_priority(used: &[u32], denies: u32, group: Option<&str>, taken: &mut Vec<(Option<String>, u32)>) -> Option<u32> {
    /// The last priority that a rule of one's own can have.
    const LAST: u32 = 4_096;
    let group = group.map(str::to_owned);
    let is_free = |priority: &u32| !used.contains(priority) && !taken.contains(&(group.clone(), *priority));
    let free = (100..denies.min(LAST + 1)).step_by(10).find(is_free)?;
    taken.push((group, free));
    Some(free)
}

fn rule_in(ruling: &PortRuling, group: Option<&str>) -> String {
    match group {
        Some(group) => format!("rule {} in {group}", ruling.rule),
        None => format!("rule {}", ruling.rule),
    }
}

/// The end of the traffic that is not the subnet.
fn far(row: &PortRule) -> &'static str {
    match row.direction {
        Direction::In => row.source,
        Direction::Out | Direction::InOut => row.destination,
    }
}

fn title(row: &PortRule) -> String {
    let ports = row.ports.split(',').map(str::trim).collect::<Vec<_>>();
    let ports = crate::wording::joined(&ports);
    match row.direction {
        // Port 80 is for plain HTTP and managed certificates only.
        Direction::In if row.id == PortId::Clients => "Inbound TCP 443 from clients".to_owned(),
        Direction::In => format!("Inbound {} {ports} from {}", row.protocol, row.source),
        Direction::Out | Direction::InOut => format!("Outbound {} {ports} to {}", row.protocol, row.destination),
    }
}

fn sources(row: &PortRule) -> Sources {
    match row.id {
        PortId::Monitor => Sources::listed(by![MONITOR_REQUIRED, REQUIRED_PORTS]),
        PortId::LoadBalancer => Sources::listed(by![MINIMUM_PORTS, REQUIRED_PORTS, NO_BALANCER_FOR_DEVELOPER]),
        PortId::Storage | PortId::Sql => Sources::listed(by![MINIMUM_PORTS, REQUIRED_PORTS, REGIONAL_TAGS]),
        PortId::Clients | PortId::ApiManagement | PortId::KeyVault => Sources::listed(by![MINIMUM_PORTS, REQUIRED_PORTS]),
        PortId::TrafficManager
        | PortId::MachineHealth
        | PortId::CertificateValidation
        | PortId::EntraId
        | PortId::Connectors
        | PortId::EventHubs
        | PortId::FileShare
        | PortId::Redis
        | PortId::Cache
        | PortId::RateLimit => Sources::from(&REQUIRED_PORTS),
    }
}
