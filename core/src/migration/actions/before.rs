//! What to do before the migration starts.

use super::{ActionId, Checklist, Cites, Family, family};
use crate::cite::by;
use crate::decide::{changes_address, dns_by_hand, subnet};
use crate::domain::{Autoscale, Certainty, Firewall, Owner, Phase, Status, Text, Tier, Units, Vnet};
use crate::facts::network::usable;
use crate::facts::{migration, network, platform, ports, side_by_side, specification};
use crate::wording::span;

impl Checklist<'_> {
    pub(super) fn before(&mut self) {
        use Phase::Before;
        let (path, family, answers) = (self.path, family(self.path), *self.answers());
        if self.decision.status == Status::Unknown || self.decision.platform.certainty == Certainty::Uncertain {
            self.add(
                ActionId::LookUpPlatform,
                Before,
                Owner::Apim,
                "Look up platformVersion: this plan holds for stv1.",
                by![platform::READ_THE_PROPERTY, platform::PROPERTY_ON_OVERVIEW],
            );
        }
        if self.in_a_network() {
            self.add(
                ActionId::GrantJoinPermissions,
                Before,
                Owner::Security,
                "Give whoever runs it write access to the instance, and the rights Microsoft.Network/virtualNetworks/subnets/join/action and Microsoft.Network/publicIPAddresses/join/action.",
                by![migration::FAQ_RIGHTS, side_by_side::CONTRIBUTOR],
            );
        } else {
            self.add(
                ActionId::GrantWriteAccess,
                Before,
                Owner::Security,
                "Give whoever runs it write access to the instance.",
                by![migration::NO_VNET_RIGHTS, side_by_side::CONTRIBUTOR],
            );
        }
        if self.in_a_network() {
            self.prepare_network();
        }
        if matches!(family, Family::SameSubnet) {
            self.prepare_same_subnet();
        }
        if family == Family::SideBySide {
            return;
        }
        self.prepare_addresses();
        if dns_by_hand(path, &answers) {
            let ttl: Text = match (self.figures.retention.plan_for_minutes, answers.vnet) {
                (Some(minutes), _) => format!(
                    "Lower the TTL of the records that will change, one old TTL ahead, so that change and TTL fit into {}.",
                    span(minutes)
                )
                .into(),
                (None, _) => "Lower the TTL of the records that will change, one old TTL ahead: no page says how long the old address still answers.".into(),
            };
            self.add(ActionId::LowerDnsTtl, Before, Owner::Dns, ttl, by![migration::WHO_MOVES_DNS, migration::FAQ_DOWNTIME]);
        }
        self.schedule();
    }

    fn prepare_network(&mut self) {
        use Phase::Before;
        let family = family(self.path);
        let new_subnet = family != Family::SameSubnet;
        let many = self.several();
        if new_subnet {
            let where_: Text = match (family, many) {
                (Family::SideBySide, _) => "Provide a subnet for the second instance in each region it will serve, in the same subscription, with nothing of stv1 in it.".into(),
                (_, true) => "Provide another subnet in each region of the instance, in the same subscription and not delegated to any service.".into(),
                (_, false) => "Provide another subnet in the instance's region and subscription, not delegated to any service.".into(),
            };
            self.add(
                ActionId::PrepareNewSubnet,
                Before,
                Owner::Network,
                where_,
                by![migration::OPTION_2_NEEDS, network::SAME_REGION, network::NO_DELEGATION],
            )
            .why = self.subnet_advice();
            let public: (Text, Cites) = match family {
                Family::Zones => (
                    "Provide a Standard public IPv4 address with a DNS name label for each location: pages disagree whether it is required, and this plan counts it as required.".into(),
                    by![migration::ZONES_NEED_ADDRESS, migration::ZONES_MOVE, network::PUBLIC_IP_RESOURCE],
                ),
                Family::SameSubnet | Family::NewSubnet | Family::InPlace | Family::Inject | Family::SideBySide => (
                    "If you want to choose the public address yourself, provide a Standard IPv4 address resource with a DNS name label in the location's region and the instance's subscription; without one Azure supplies an address.".into(),
                    by![migration::OPTION_2_NEEDS, network::PUBLIC_IP_OPTION_2, network::PUBLIC_IP_OPTIONAL, network::PUBLIC_IP_RESOURCE],
                ),
            };
            self.add(ActionId::ProvidePublicIp, Before, Owner::Network, public.0, public.1);
        }
        let attached = !new_subnet && self.all_subnets(|subnet| subnet.network_security_group);
        if !attached {
            let text: Text = if new_subnet {
                "Attach a network security group to the new subnet.".into()
            } else if many {
                "Attach a network security group to every subnet that has none.".into()
            } else {
                "Attach a network security group to the subnet, if it has none.".into()
            };
            self.add(
                ActionId::AttachNsg,
                Before,
                Owner::Network,
                text,
                by![migration::OPTION_1_NSG, network::SECURITY_GROUP, ports::REQUIRED_PORTS],
            )
            .why = Some("The load balancer of stv2 refuses inbound traffic until a security group allows it.".into());
        }
        self.add(
            ActionId::AllowRequiredPorts,
            Before,
            Owner::Network,
            "Open the required ports in the security group, the full set of stv2.",
            by![ports::REQUIRED_PORTS, ports::MINIMUM_PORTS, ports::PORTS_WITH_FIREWALL],
        );
        self.endpoints_and_routes(new_subnet);
        if new_subnet {
            self.add(
                ActionId::AllowSubnetAtBackends,
                Before,
                Owner::Network,
                "Let the firewalls of your backends admit the whole new subnet: backends see the units' own addresses, which nobody can foretell.",
                by![migration::BACKENDS_ADMIT_SUBNET, network::SEEN_ADDRESSES, network::DYNAMIC_ADDRESSES],
            );
        }
        if matches!(family, Family::NewSubnet | Family::Zones | Family::Inject) {
            self.add(
                ActionId::TryNetworkFirst,
                Before,
                Owner::Network,
                "Try it first: deploy a throwaway instance with the network, subnet and address you plan, check that its network status is green, and remove it again.",
                by![migration::FAQ_TRY_NETWORK],
            );
        }
    }

    fn endpoints_and_routes(&mut self, new_subnet: bool) {
        use Phase::Before;
        let tunnel = self.answers().firewall;
        let has_them = !new_subnet && self.all_subnets(|subnet| subnet.service_endpoints) && tunnel == Some(Firewall::None);
        let endpoints: Option<(Text, Cites)> = match (tunnel, new_subnet) {
            (Some(Firewall::ForcedTunnel), _) => Some((
                "Enable service endpoints for Storage, SQL, Key Vault and Event Hubs on the subnet.".into(),
                by![network::SERVICE_ENDPOINTS, network::TUNNEL_ENDPOINTS, network::TUNNEL_ROUTE],
            )),
            (_, false) if has_them => None,
            (_, false) => Some((
                "Enable service endpoints for Storage, SQL and Key Vault on the subnet.".into(),
                by![network::SERVICE_ENDPOINTS],
            )),
            (None, true) => Some((
                "If outbound traffic is forced through a firewall, enable service endpoints for Storage, SQL, Key Vault and Event Hubs on the new subnet.".into(),
                by![network::TUNNEL_ENDPOINTS, network::TUNNEL_ROUTE],
            )),
            (Some(Firewall::None | Firewall::Rules), true) => None,
        };
        if let Some((text, sources)) = endpoints {
            self.add(ActionId::EnableServiceEndpoints, Before, Owner::Network, text, sources);
        }
        let route: Option<Text> = match tunnel {
            Some(Firewall::ForcedTunnel) => {
                Some("Route the service tag ApiManagement to the internet, not to the firewall, in the subnet's route table.".into())
            }
            None => Some(
                "If outbound traffic is forced through a firewall, route the service tag ApiManagement to the internet in the subnet's route table."
                    .into(),
            ),
            Some(Firewall::None | Firewall::Rules) => None,
        };
        if let Some(text) = route {
            self.add(
                ActionId::RouteApimanagementToInternet,
                Before,
                Owner::Network,
                text,
                by![network::TUNNEL_ROUTE, network::TUNNEL_ENDPOINTS],
            );
        }
    }

    fn prepare_same_subnet(&mut self) {
        use Phase::Before;
        let space = self.space();
        self.add(ActionId::CheckSubnetSpace, Before, Owner::Network, space, by![network::ROOM_FOR_A_COPY, network::SUBNET_SIZE]).why =
            Some("While the migration runs a second copy stands beside the first; two copies at once is our arithmetic from the page's figures.".into());
        let autoscale: Option<Text> = match self.request.autoscale {
            Some(Autoscale::Limits(_)) => Some("Turn autoscale off.".into()),
            Some(Autoscale::Off) => None,
            None if self.answers().tier == Some(Tier::Developer) => None,
            None => Some("If autoscale is set, turn it off.".into()),
        };
        if let Some(text) = autoscale {
            self.add(ActionId::TurnOffAutoscale, Before, Owner::Apim, text, by![migration::OPTION_1_AUTOSCALE]);
        }
        if self.answers().subnets.shared {
            self.add(
                ActionId::MigrateSharedSubnetInSequence,
                Before,
                Owner::Apim,
                "Agree on an order for the instances that share a subnet: one after another, and all of them promptly.",
                by![migration::OPTION_1_SHARED, migration::SPECIAL_SHARED],
            );
        }
    }

    /// Rules that name addresses: what they must admit before the run.
    fn prepare_addresses(&mut self) {
        use Phase::Before;
        let family = family(self.path);
        // Only the migration operation uses the address set aside; a change of network or zones brings another.
        if !matches!(family, Family::SameSubnet | Family::InPlace) {
            return;
        }
        self.add(
            ActionId::ReadPrecreatedIps,
            Before,
            Owner::Apim,
            if self.several() {
                "Read the public addresses that Azure has set aside, one for each location."
            } else {
                "Read the public address that Azure has set aside."
            },
            by![migration::PRECREATED_WHERE, specification::PRECREATED_ANY],
        );
        let answers = *self.answers();
        let pinned = match (answers.firewall, answers.ip_dependencies) {
            (Some(Firewall::Rules | Firewall::ForcedTunnel), _) | (_, Some(true)) => Some(true),
            (Some(Firewall::None), Some(false)) => None,
            (None | Some(Firewall::None), None) | (None, Some(false)) => Some(false),
        };
        let known: Vec<&str> = self.locations().filter_map(|location| location.precreated_ip.as_deref()).collect();
        let address: Text = if known.is_empty() {
            "the precreated address".into()
        } else {
            format!("the precreated {}", known.join(", ")).into()
        };
        let (text, sources): (String, Cites) = if changes_address(self.path) {
            (
                format!("{address} wherever a rule names today's public address: it becomes the permanent one."),
                by![migration::PRECREATED_NEW],
            )
        } else {
            (
                format!("{address} wherever a rule names today's public address: it serves for a while during the run."),
                by![migration::PRECREATED_PRESERVE],
            )
        };
        let text = match pinned {
            Some(true) => format!("Allow {text}"),
            Some(false) => format!("If rules name addresses, allow {text}"),
            None => return,
        };
        self.add(ActionId::AllowPrecreatedIp, Before, Owner::Network, text, sources);
    }

    pub(super) fn schedule(&mut self) {
        use Phase::Before;
        let takes = self.answers().takes_gateway(self.path);
        let text: Text = match (takes, self.request.non_business_hours) {
            (Some(true), Some(true)) => "Set the run outside business hours: the gateway is away for a part of it.".into(),
            (Some(true), Some(false)) => "Agree on the hour with those who will notice: the gateway is away for a part of the run, and it cannot wait for the evening.".into(),
            (Some(true), None) => "Agree on an hour, best outside business hours: the gateway is away for a part of the run.".into(),
            (Some(false) | None, Some(true)) => "Set the run outside business hours: what depends on addresses or DNS can still fail.".into(),
            (Some(false) | None, Some(false) | None) => "Choose an hour at which network and DNS people are at hand: what depends on addresses or DNS can still fail.".into(),
        };
        self.add(ActionId::ScheduleTheRun, Before, Owner::Apim, text, by![migration::FAQ_QUESTIONS, migration::FAQ_DURATION]);
        let text: Text = match (takes, changes_address(self.path)) {
            (Some(true), _) => "Tell callers the window in which the gateway does not answer.".into(),
            (Some(false) | None, true) => {
                "Tell callers the day: those who use the host name have nothing to do, those who use the address must change it."
                    .into()
            }
            (Some(false) | None, false) => "Tell callers the day: host name and address stay.".into(),
        };
        let sources: Cites = match family(self.path) {
            Family::InPlace => by![migration::NO_VNET_PRESERVE, migration::NO_VNET_NEW],
            Family::SameSubnet | Family::NewSubnet | Family::Zones | Family::Inject | Family::SideBySide => {
                by![migration::FAQ_DOWNTIME]
            }
        };
        self.add(ActionId::TellClients, Before, Owner::Clients, text, sources);
    }

    /// What the room for a second copy comes to, in the reader's own numbers.
    fn space(&self) -> Text {
        let mode = self.answers().vnet.unwrap_or(Vnet::Internal);
        let rooms: Vec<String> = self
            .locations()
            .filter_map(|location| {
                let one = subnet::addresses(location.units.map(Units::get)?, self.answers().tier, mode);
                let subnet = location.subnet?;
                Some(match (subnet.available_addresses, subnet.prefix) {
                    (Some(free), _) => format!("{one} of {free} free in {}", location.name),
                    (None, Some(prefix)) => {
                        format!("{} of {} usable in {}", one.saturating_mul(2), usable(prefix), location.name)
                    }
                    (None, None) => format!("{one} free in {}", location.name),
                })
            })
            .collect();
        if rooms.is_empty() {
            "Check that each subnet has as many free addresses as the instance uses: two a unit, one in Developer, one more in internal mode.".into()
        } else {
            format!("Check the free addresses: {}.", rooms.join(", ")).into()
        }
    }

    /// What another subnet must hold, in the reader's own numbers.
    fn subnet_advice(&self) -> Option<Text> {
        let units = self.locations().filter_map(|location| location.units).max()?.get();
        let needed = subnet::addresses(units, self.answers().tier, self.answers().vnet.unwrap_or(Vnet::Internal));
        let prefix = subnet::smallest_prefix(needed)?;
        Some(
            format!("{units} units take {needed} addresses and Azure keeps five: a /{prefix} is the smallest that holds them.")
                .into(),
        )
    }
}
