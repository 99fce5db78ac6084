//! Changes of the virtual network before the migration: a subnet, a network security group, rules, routes, endpoints.

use super::{ChangeId, ChangeList, ChangeSet, Draft, ROUTE, RULE, SUBNET};
use crate::capacity::CapacityAccount;
use crate::cite::by;
use crate::domain::{ClosedPorts, Firewall, Location, Owner, Phase, Subnet};
use crate::facts::ports::Direction;
use crate::facts::{migration, network, ports as facts};
use crate::migration::{Account, Family, Port, required_ports};

/// The first priority that is proposed, and the distance to the next.
const PRIORITY: (u32, u32) = (310, 10);

const ENDPOINTS: &[&str] = &["Microsoft.Storage", "Microsoft.Sql", "Microsoft.KeyVault"];
const TUNNEL_ENDPOINTS: &[&str] = &["Microsoft.Storage", "Microsoft.Sql", "Microsoft.KeyVault", "Microsoft.EventHub"];

impl ChangeList {
    /// What the subnets need before the migration.
    pub(super) fn network(&mut self, account: &Account<'_>, units: &CapacityAccount<'_>) {
        self.next_step();
        let new_subnet = match account.family {
            Family::SameSubnet => false,
            Family::NewSubnet | Family::Inject => true,
            // Without a network there is no subnet to create; while the mode is open the checklist has the condition.
            Family::Zones | Family::SideBySide => account.answers.injected() == Some(true),
            Family::InPlace => return,
        };
        if !new_subnet && account.family != Family::SameSubnet {
            return;
        }
        let required = required_ports(account.request, account.decision);
        for location in account.locations() {
            if new_subnet {
                self.create_subnet(location, account, units);
                self.rules(location, Phase::Before, required.iter());
            } else {
                let subnet = location.subnet.unwrap_or_default();
                self.associate_group(location, subnet);
                self.closed_ports(location, Phase::Before, subnet, &required);
            }
            self.routes_and_endpoints(location, account, new_subnet);
        }
    }

    /// Rules for the ports of the present subnet that are known to be closed.
    pub(super) fn closed_ports(&mut self, location: &Location, phase: Phase, subnet: Subnet, required: &[Port]) {
        let closed = subnet.closed_ports.unwrap_or_else(|| ClosedPorts::from_iter([]));
        self.rules(location, phase, required.iter().filter(|port| closed.contains(port.id)));
    }

    fn create_subnet(&mut self, location: &Location, account: &Account<'_>, units: &CapacityAccount<'_>) {
        let place = units.places.iter().find(|place| place.location.name == location.name);
        let prefix =
            place.and_then(|place| place.decided.room).and_then(|room| room.smallest_prefix(crate::decide::room::Copies::One));
        let endpoints = match account.answers.firewall {
            Some(Firewall::ForcedTunnel) => TUNNEL_ENDPOINTS,
            None | Some(Firewall::None | Firewall::Rules) => ENDPOINTS,
        };
        let after = match prefix {
            Some(prefix) => format!("A subnet of /{prefix} or larger, without delegation, with a network security group"),
            None => "A subnet without delegation, with a network security group".to_owned(),
        };
        let draft = Draft::new(ChangeId::CreateSubnet, Phase::Before, Owner::Network, SUBNET, after)
            .at(&location.name)
            .set(ChangeSet::Subnet { prefix, service_endpoints: endpoints });
        self.add(
            draft,
            "Create a subnet for the instance, and associate a network security group.",
            by![migration::OPTION_2_NEEDS, network::NO_DELEGATION, network::SUBNET_SIZE],
        );
    }

    fn associate_group(&mut self, location: &Location, subnet: Subnet) {
        if subnet.network_security_group != Some(false) {
            return;
        }
        let draft = Draft::new(
            ChangeId::AssociateNetworkSecurityGroup,
            Phase::Before,
            Owner::Network,
            SUBNET,
            "A network security group is associated with the subnet",
        )
        .before("None")
        .at(&location.name);
        self.add(
            draft,
            "Associate a network security group with the subnet.",
            by![migration::OPTION_1_NSG, network::SECURITY_GROUP],
        );
    }

    fn rules<'a>(&mut self, location: &Location, phase: Phase, ports: impl Iterator<Item = &'a Port>) {
        let directions = ports.flat_map(|port| {
            let both: &[&'static str] = match port.direction {
                Direction::In => &["Inbound"],
                Direction::Out => &["Outbound"],
                Direction::InOut => &["Inbound", "Outbound"],
            };
            both.iter().map(move |direction| (port, *direction))
        });
        for (priority, (port, direction)) in (PRIORITY.0..).step_by(PRIORITY.1 as usize).zip(directions) {
            let name: &str = port.id.into();
            let draft = Draft::new(
                ChangeId::AllowPort,
                phase,
                Owner::Network,
                RULE,
                format!("{direction} {} {} from {} to {} allowed", port.protocol, port.ports, port.source, port.destination),
            )
            .at(&location.name)
            .set(ChangeSet::NetworkRule {
                name: format!("apim-{name}"),
                port: port.id,
                direction,
                source: port.source,
                destination: port.destination,
                ports: port.ports.split(", ").collect(),
                protocol: if port.protocol == "UDP" { "Udp" } else { "Tcp" },
                priority,
            });
            self.add(
                draft,
                match &port.note {
                    Some(note) => format!("Allow {} {} for {}. {note}", port.protocol, port.ports, port.purpose),
                    None => format!("Allow {} {} for {}.", port.protocol, port.ports, port.purpose),
                },
                by![facts::REQUIRED_PORTS, facts::PORTS_WITH_FIREWALL],
            );
        }
    }

    fn routes_and_endpoints(&mut self, location: &Location, account: &Account<'_>, new_subnet: bool) {
        let subnet = if new_subnet { Subnet::default() } else { location.subnet.unwrap_or_default() };
        let tunnel = account.answers.firewall == Some(Firewall::ForcedTunnel);
        if tunnel && subnet.route_api_management != Some(true) {
            let draft =
                Draft::new(ChangeId::AddRoute, Phase::Before, Owner::Network, ROUTE, "ApiManagement to next hop Internet")
                    .at(&location.name)
                    .set(ChangeSet::Route {
                        name: "apimanagement-to-internet",
                        address_prefix: "ApiManagement",
                        next_hop: "Internet",
                    });
            self.add(
                draft,
                "Add a route for the service tag ApiManagement, next hop Internet.",
                by![network::TUNNEL_ROUTE, network::TUNNEL_ENDPOINTS],
            );
        }
        // A new subnet is created with its service endpoints.
        if new_subnet || subnet.service_endpoints == Some(true) || (subnet.service_endpoints.is_none() && !tunnel) {
            return;
        }
        let services = if tunnel { TUNNEL_ENDPOINTS } else { ENDPOINTS };
        let draft = Draft::new(
            ChangeId::EnableServiceEndpoints,
            Phase::Before,
            Owner::Network,
            SUBNET,
            format!("Service endpoints for {}", services.join(", ")),
        )
        .at(&location.name)
        .set(ChangeSet::Subnet { prefix: None, service_endpoints: services });
        self.add(
            draft,
            "Enable the service endpoints, in addition to those of the subnet.",
            by![network::SERVICE_ENDPOINTS, network::TUNNEL_ENDPOINTS],
        );
    }
}
