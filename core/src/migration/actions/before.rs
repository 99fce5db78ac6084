//! What to do before the migration starts. Whatever restricts traffic is due before the minute at which traffic moves.

use super::super::account::{Account, Family};
use super::super::ports::is_required;
use super::{ActionId, Checklist, Cites};
use crate::cite::by;
use crate::decide::subnet;
use crate::domain::{Autoscale, Certainty, Firewall, Owner, Phase, Status, Text, Tier, Units, Vnet};
use crate::facts::network::{KEPT_BY_AZURE, addresses_per_unit, balancer_addresses, usable};
use crate::facts::{migration, network, platform, ports, side_by_side, specification};
use crate::wording::{addresses, region, span};

use Phase::Before;

impl Checklist<'_> {
    pub(super) fn before(&mut self) {
        let account = self.account;
        if account.decision.status == Status::Unknown || account.decision.platform.certainty == Certainty::Uncertain {
            self.add(
                ActionId::LookUpPlatform,
                Before,
                Owner::Apim,
                "Look up platformVersion: this plan applies to stv1.",
                by![platform::READ_THE_PROPERTY, platform::PROPERTY_ON_OVERVIEW],
            );
        }
        if account.in_a_network() {
            self.add(
                ActionId::GrantJoinPermissions,
                Before,
                Owner::Security,
                "Assign write access to the instance and the actions Microsoft.Network/virtualNetworks/subnets/join/action and Microsoft.Network/publicIPAddresses/join/action.",
                by![migration::FAQ_RIGHTS, side_by_side::CONTRIBUTOR],
            );
            self.prepare_network();
        } else {
            self.add(
                ActionId::GrantWriteAccess,
                Before,
                Owner::Security,
                "Assign write access to the instance.",
                by![migration::NO_VNET_RIGHTS, side_by_side::CONTRIBUTOR],
            );
        }
        if account.family == Family::SameSubnet {
            self.prepare_same_subnet();
        }
        if account.family == Family::SideBySide {
            return;
        }
        self.allow_addresses();
        if account.dns_by_hand() {
            let ttl: Text = match account.dns_window() {
                Some(minutes) => format!(
                    "Lower the TTL of the records to update, at least one current TTL ahead, so that change and TTL fit into {}.",
                    span(minutes)
                )
                .into(),
                None => "Lower the TTL of the records to update, at least one current TTL ahead: how long the old VIP still answers is not documented.".into(),
            };
            self.add(ActionId::LowerDnsTtl, Before, Owner::Dns, ttl, by![migration::WHO_MOVES_DNS, migration::FAQ_DOWNTIME]);
        }
        self.pause_pipelines();
        self.schedule();
    }

    /// Names the required ports that the answers say are closed; a new subnet starts with none of them.
    fn allow_ports(&self, new_subnet: bool) -> Text {
        let account = self.account;
        let is_closed = |row: &&ports::PortRule| {
            is_required(row.need, account.answers.tier, account.several())
                && account.locations().filter_map(|location| location.subnet?.closed_ports).any(|closed| closed.contains(row.id))
        };
        let closed: Vec<String> = ports::TABLE
            .iter()
            .filter(|_| !new_subnet)
            .filter(is_closed)
            .map(|row| match row.direction {
                ports::Direction::In => format!("inbound {} from {}", row.ports, row.source),
                ports::Direction::Out => format!("outbound {} to {}", row.ports, row.destination),
                ports::Direction::InOut => format!("{} within {}", row.ports, row.source),
            })
            .collect();
        // The table of ports marks every one of them.
        let closed = match closed.as_slice() {
            [] => return "Allow the required ports of stv2 in the network security group, and outbound DNS on port 53.".into(),
            [only] => format!("closed today: {only}"),
            several => format!("{} are closed today", several.len()),
        };
        format!("Allow the required ports of stv2 in the network security group ({closed}), and outbound DNS on port 53.").into()
    }

    fn prepare_network(&mut self) {
        let account = self.account;
        let new_subnet = account.family != Family::SameSubnet;
        if new_subnet {
            let subnet: Text = match (account.family, account.several()) {
                (Family::SideBySide, _) => {
                    "Provide a subnet for the second instance in each of its regions, in the same subscription.".into()
                }
                (_, true) => {
                    "Provide another subnet in each region of the instance, in the same subscription, without delegation.".into()
                }
                (_, false) => "Provide another subnet in the instance's region and subscription, without delegation.".into(),
            };
            self.add(
                ActionId::PrepareNewSubnet,
                Before,
                Owner::Network,
                subnet,
                by![migration::OPTION_2_NEEDS, network::SAME_REGION, network::NO_DELEGATION],
            )
            .why = subnet_advice(account);
            self.provide_public_ip();
        }
        let attached = !new_subnet && self.all_subnets(|subnet| subnet.network_security_group);
        if !attached {
            let text = match (new_subnet, account.several()) {
                (true, _) => "Associate a network security group with the new subnet.",
                (false, true) => "Associate a network security group with every subnet that has none.",
                (false, false) => "Associate a network security group with the subnet, if it has none.",
            };
            self.add(
                ActionId::AttachNsg,
                Before,
                Owner::Network,
                text,
                by![migration::OPTION_1_NSG, network::SECURITY_GROUP, ports::REQUIRED_PORTS],
            )
            .why = Some("The load balancer of stv2 denies inbound traffic until a network security group allows it.".into());
        }
        self.add(
            ActionId::AllowRequiredPorts,
            Before,
            Owner::Network,
            self.allow_ports(new_subnet),
            by![
                ports::REQUIRED_PORTS,
                ports::MINIMUM_PORTS,
                ports::PORTS_WITH_FIREWALL,
                ports::FURTHER_HOSTS,
                network::CUSTOM_DNS
            ],
        );
        self.endpoints_and_routes(Before, new_subnet);
        if new_subnet {
            self.add(
                ActionId::AllowSubnetAtBackends,
                Before,
                Owner::Network,
                "Allow the whole new subnet range in the firewalls of your backends, not individual IP addresses.",
                by![migration::BACKENDS_ADMIT_SUBNET, network::SEEN_ADDRESSES, network::DYNAMIC_ADDRESSES],
            )
            .why = Some("Backends see the addresses of the units, which Azure assigns dynamically.".into());
        }
        if matches!(account.family, Family::NewSubnet | Family::Zones | Family::Inject) {
            self.add(
                ActionId::TryNetworkFirst,
                Before,
                Owner::Network,
                "Deploy a temporary instance with the planned virtual network, subnet and IP address, check that its network status is green, and delete it.",
                by![migration::FAQ_TRY_NETWORK],
            );
        }
    }

    fn provide_public_ip(&mut self) {
        let (text, sources): (Text, Cites) = if self.account.family == Family::Zones {
            (
                "Create a Standard public IP address with a DNS label for each location: documentation differs on whether it is required.".into(),
                by![migration::ZONES_NEED_ADDRESS, migration::ZONES_MOVE, network::PUBLIC_IP_RESOURCE],
            )
        } else {
            (
                "To select the public IP address yourself, create a Standard public IP address with a DNS label in the location's region and subscription.".into(),
                by![migration::OPTION_2_NEEDS, network::PUBLIC_IP_OPTION_2, network::PUBLIC_IP_OPTIONAL, network::PUBLIC_IP_RESOURCE],
            )
        };
        self.add(ActionId::ProvidePublicIp, Before, Owner::Network, text, sources);
    }

    /// Service endpoints and routes of a subnet that the instance will use: the current one, another one, or the original one
    /// when the instance returns.
    pub(super) fn endpoints_and_routes(&mut self, phase: Phase, new_subnet: bool) {
        let account = self.account;
        let tunnel = account.answers.firewall;
        let which = match (new_subnet, account.several()) {
            (true, false) => "the new subnet",
            (true, true) => "each new subnet",
            (false, false) => "the subnet",
            (false, true) => "each subnet",
        };
        let has_them = !new_subnet && self.all_subnets(|subnet| subnet.service_endpoints) && tunnel == Some(Firewall::None);
        let endpoints: Option<(String, Cites)> = match (tunnel, new_subnet) {
            (Some(Firewall::ForcedTunnel), _) => Some((
                format!("Enable service endpoints for Storage, SQL, Key Vault and Event Hubs on {which}."),
                by![network::SERVICE_ENDPOINTS, network::TUNNEL_ENDPOINTS, network::TUNNEL_ROUTE],
            )),
            (_, false) if has_them => None,
            (_, false) => Some((
                format!("Enable service endpoints for Storage, SQL and Key Vault on {which}."),
                by![network::SERVICE_ENDPOINTS],
            )),
            (None, true) => Some((
                format!(
                    "If outbound traffic is force-tunneled, enable service endpoints for Storage, SQL, Key Vault and Event Hubs on {which}."
                ),
                by![network::TUNNEL_ENDPOINTS, network::TUNNEL_ROUTE],
            )),
            (Some(Firewall::None | Firewall::Rules), true) => None,
        };
        if let Some((text, sources)) = endpoints {
            self.add(ActionId::EnableServiceEndpoints, phase, Owner::Network, text, sources);
        }
        if matches!(tunnel, Some(Firewall::None | Firewall::Rules)) {
            return;
        }
        let is_forced = tunnel == Some(Firewall::ForcedTunnel);
        let add = |condition: &str| if condition.is_empty() { "Add".to_owned() } else { format!("{condition}, add") };
        let service = add(if is_forced { "" } else { "If outbound traffic is force-tunneled" });
        let sources = by![network::TUNNEL_ROUTE, network::TUNNEL_ENDPOINTS];
        self.add(
            ActionId::RouteApimanagementToInternet,
            phase,
            Owner::Network,
            format!("{service} a route for the service tag ApiManagement, next hop Internet, to the route table of {which}."),
            sources,
        );
        // In external mode answers to clients must not go through the firewall.
        let clients = match (is_forced, account.internal()) {
            (_, Some(true)) => return,
            (true, Some(false)) => "",
            (true, None) => "In external mode",
            (false, Some(false)) => "If outbound traffic is force-tunneled",
            (false, None) => "If outbound traffic is force-tunneled in external mode",
        };
        self.add(
            ActionId::RouteClientRanges,
            phase,
            Owner::Network,
            format!("{} routes for client IP ranges, next hop Internet, to the route table of {which}.", add(clients)),
            sources,
        );
    }

    fn prepare_same_subnet(&mut self) {
        let account = self.account;
        self.add(
            ActionId::CheckSubnetSpace,
            Before,
            Owner::Network,
            space(account),
            by![network::ROOM_FOR_A_COPY, network::SUBNET_SIZE],
        )
        .why = Some(
            "A second copy of the instance runs in the subnet during the migration. Twice the IP addresses is our arithmetic."
                .into(),
        );
        let shared = account.answers.subnets.shared;
        let autoscale: Option<Text> = match account.request.autoscale {
            _ if shared => Some("Disable autoscale of every API Management instance in the subnet.".into()),
            Some(Autoscale::Limits(_)) => Some("Disable autoscale.".into()),
            Some(Autoscale::Off) => None,
            None if !account.may_autoscale() => None,
            None => Some("If autoscale is configured, disable it.".into()),
        };
        if let Some(text) = autoscale {
            self.add(ActionId::TurnOffAutoscale, Before, Owner::Apim, text, by![migration::OPTION_1_AUTOSCALE]);
        }
        if shared {
            self.add(
                ActionId::MigrateSharedSubnetInSequence,
                Before,
                Owner::Apim,
                "Agree on the order of the instances that share the subnet: migrate them one after another and promptly.",
                by![migration::OPTION_1_SHARED, migration::SPECIAL_SHARED],
            );
        }
    }

    /// Rules, allowlists and backends that list addresses: the public VIP is known in advance, a private VIP is not.
    fn allow_addresses(&mut self) {
        let account = self.account;
        let due = account.traffic_moves_at();
        let lists = account.lists_addresses();
        if account.uses_precreated_ip() {
            self.add(
                ActionId::ReadPrecreatedIps,
                Before,
                Owner::Apim,
                if account.several() {
                    "Read the precreated IP addresses, one for each location."
                } else {
                    "Read the precreated IP address."
                },
                by![migration::PRECREATED_WHERE, specification::PRECREATED_ANY],
            );
            self.allow_precreated_ip(lists);
        }
        if !account.changes_vip() {
            return;
        }
        let new_subnet = account.family != Family::SameSubnet && account.family != Family::InPlace;
        let firewall: Option<Text> = match (account.answers.firewall, new_subnet) {
            (Some(Firewall::None), _) => None,
            (Some(Firewall::ForcedTunnel), true) => {
                Some("In the firewall for outbound traffic, allow the new subnet range in addition to the current one.".into())
            }
            (Some(Firewall::ForcedTunnel), false) => Some("Check that the firewall for outbound traffic allows the whole subnet range.".into()),
            (Some(Firewall::Rules), true) => {
                Some("Add the new subnet range and, if known, the new public IP address to firewall rules that list the current ones.".into())
            }
            (Some(Firewall::Rules), false) => Some("In firewall rules, add the new public IP address, and allow the whole subnet range instead of individual private IPs.".into()),
            (None, _) => Some("If firewall rules list the current IP addresses or subnet, add the new ones to them.".into()),
        };
        if let Some(text) = firewall {
            self.add_due(
                ActionId::UpdateFirewallRules,
                Before,
                Owner::Network,
                due,
                text,
                by![migration::FAQ_DEFAULT_NAMES, migration::NEW_ADDRESS, network::TUNNEL_ROUTE, network::SEEN_ADDRESSES],
            );
        }
        let lists: Option<Text> = match account.answers.ip_dependencies {
            Some(true) => {
                Some("Ask every partner, backend and client that lists the current IP addresses to add the new ones.".into())
            }
            None => Some(
                "Ask partners, backends and clients whether they list the current IP addresses, and to add the new ones.".into(),
            ),
            Some(false) => None,
        };
        if let Some(text) = lists {
            self.add_due(
                ActionId::UpdateIpDependencies,
                Before,
                Owner::Clients,
                due,
                text,
                by![network::ADDRESS_CHANGES, migration::NEW_ADDRESS],
            );
        }
        if account.may_have_self_hosted_gateways() {
            let condition =
                if account.request.self_hosted_gateways == Some(true) { "A" } else { "If you run self-hosted gateways, a" };
            self.add_due(
                ActionId::UpdateSelfHostedGatewayRules,
                Before,
                Owner::Network,
                due,
                format!("{condition}dd the new IP address of the configuration endpoint to firewall rules of the self-hosted gateways."),
                by![migration::FAQ_SELF_HOSTED, side_by_side::SELF_HOSTED_RULES],
            );
        }
    }

    fn allow_precreated_ip(&mut self, lists: Option<bool>) {
        let account = self.account;
        let known: Vec<&str> = account.locations().filter_map(|location| location.precreated_ip.as_deref()).collect();
        let address = if known.is_empty() {
            "the precreated IP address".to_owned()
        } else {
            format!("the precreated {}", known.join(", "))
        };
        let serves = match (account.changes_vip(), account.figures.downtime.temporary_address_minutes) {
            (true, _) => "it becomes the public VIP",
            (false, Some(_)) => "traffic is served on it during the migration",
            // No traffic on it is documented here.
            (false, None) => "documentation assigns it to stv2 compute during the migration",
        };
        let sources: Cites =
            if account.changes_vip() { by![migration::PRECREATED_NEW] } else { by![migration::PRECREATED_PRESERVE] };
        let text = match lists {
            Some(true) => format!("Add {address} to rules that list the current public VIP: {serves}."),
            None => format!("If rules list the current public VIP, add {address} to them: {serves}."),
            Some(false) => return,
        };
        self.add_due(ActionId::AllowPrecreatedIp, Before, Owner::Network, account.traffic_moves_at(), text, sources);
    }

    fn pause_pipelines(&mut self) {
        self.add(
            ActionId::PausePipelines,
            Before,
            Owner::Apim,
            "Pause pipelines that deploy the instance's infrastructure until the migration is complete.",
            by![network::UPDATE_TAKES],
        );
    }

    pub(super) fn schedule(&mut self) {
        let account = self.account;
        let downtime = account.figures.downtime.minutes != Some(0) && account.family != Family::SideBySide;
        let text: Text = match (downtime, account.request.non_business_hours) {
            (true, Some(true)) => "Schedule the migration outside business hours: the gateway is unavailable for part of it.".into(),
            (true, Some(false)) => "Agree on the window with everyone affected: the gateway is unavailable for part of the migration, inside business hours.".into(),
            (true, None) => "Agree on a window, preferably outside business hours: the gateway is unavailable for part of the migration.".into(),
            (false, Some(true)) => "Schedule the migration outside business hours: anything that depends on IP addresses or DNS can still fail.".into(),
            (false, Some(false) | None) => "Select a window in which Network and DNS are available: anything that depends on IP addresses or DNS can still fail.".into(),
        };
        self.add(ActionId::ScheduleTheRun, Before, Owner::Apim, text, by![migration::FAQ_QUESTIONS, migration::FAQ_DURATION]);
        let sources: Cites = match account.family {
            Family::InPlace => by![migration::NO_VNET_PRESERVE, migration::NO_VNET_NEW],
            Family::SideBySide => by![side_by_side::PARALLEL, side_by_side::NEW_IDENTITY],
            Family::SameSubnet | Family::NewSubnet | Family::Zones | Family::Inject => by![migration::FAQ_DOWNTIME],
        };
        self.add(ActionId::TellClients, Before, Owner::Clients, announcement(account, downtime), sources);
    }
}

/// What API consumers see of the path.
fn announcement(account: &Account<'_>, downtime: bool) -> Text {
    if account.family == Family::SideBySide {
        return match account.answers.custom_domains {
            Some(true) => "Announce the change to API consumers: no action for the custom domain; anyone who uses the default host name or an IP address must switch.",
            Some(false) => "Announce the change to API consumers: host name and IP address change, and everyone must switch to the host name of the second instance.",
            None => "Announce the change to API consumers: default host name and IP address change, and only custom domains can be redirected.",
        }
        .into();
    }
    match (downtime, account.changes_vip()) {
        (true, true) => "Announce the window in which the gateway is unavailable: anyone who connects by IP must switch to the new VIP.".into(),
        (true, false) => "Announce the window in which the gateway is unavailable: host names and VIPs do not change.".into(),
        (false, true) => "Announce the change to API consumers: no action if they call the host name; anyone who connects by IP must switch to the new VIP.".into(),
        (false, false) => "Announce the change to API consumers: host names and VIPs do not change.".into(),
    }
}

/// The room for a second copy, in the reader's own numbers.
fn space(account: &Account<'_>) -> Text {
    let (tier, mode) = (account.answers.tier, account.answers.vnet.unwrap_or(Vnet::Internal));
    let rooms: Vec<String> = account
        .locations()
        .filter_map(|location| {
            let one = subnet::addresses(location.units.map(Units::get)?, tier, mode);
            let subnet = location.subnet?;
            let others = subnet.other_instances.is_some_and(|others| others > 0);
            Some(match (subnet.available_addresses, subnet.prefix) {
                (Some(free), _) => format!("{one} of {free} available in {}", region(&location.name)),
                (None, Some(_)) if others => {
                    format!("{one} available in {}, in addition to those of the other instances", region(&location.name))
                }
                (None, Some(prefix)) => {
                    format!("{} of {} usable in {}", one.saturating_mul(2), usable(prefix), region(&location.name))
                }
                (None, None) => format!("{one} available in {}", region(&location.name)),
            })
        })
        .collect();
    if rooms.is_empty() {
        let balancer = balancer_addresses(Vnet::Internal);
        return match tier {
            Some(Tier::Developer) => format!(
                "Check that the subnet has as many available IP addresses as the instance uses: {} for each unit, and {} in internal mode.",
                addresses_per_unit(tier),
                addresses(balancer)
            ),
            _ => format!(
                "Check that each subnet has as many available IP addresses as the instance uses: {} for each unit, {} more in internal mode.",
                addresses_per_unit(Some(Tier::Premium)),
                addresses(balancer)
            ),
        }
        .into();
    }
    format!("Check the available IP addresses: {}.", rooms.join(", ")).into()
}

/// What another subnet must hold, in the reader's own numbers: the present units or the recommended ones, whichever is more.
fn subnet_advice(account: &Account<'_>) -> Option<Text> {
    let present = account.locations().filter_map(|location| location.units).max()?.get();
    let best = account
        .decision
        .capacities
        .locations
        .iter()
        .filter_map(|location| location.choices.recommended())
        .map(|best| best.units)
        .max();
    let units = best.unwrap_or(present).max(present);
    let needed = subnet::addresses(units, account.answers.tier, account.answers.vnet.unwrap_or(Vnet::Internal));
    let prefix = subnet::smallest_prefix(needed)?;
    Some(
        format!(
            "{} use {}, and Azure reserves {}: /{prefix} is the smallest subnet with enough IP addresses.",
            crate::wording::units(units),
            addresses(needed),
            KEPT_BY_AZURE
        )
        .into(),
    )
}
