//! What somebody has to do, by path: before, during, after, and on the way back.
//!
//! An answer that is open gives the action with its condition written out; only
//! a "no" leaves it away.

use serde::Serialize;

use super::figures::Figures;
use super::shape::Action;
use crate::cite::{Citation, Sources, by};
use crate::decide::{Answers, Decision, changes_address, dns_by_hand, subnet, to_move};
use crate::domain::{
    Autoscale, Certainty, Firewall, Location, Minutes, Owner, PathId, Phase, PlanRequest, Status, Text, Tier, Units, Vnet,
};
use crate::facts::network::{self, usable};
use crate::facts::{migration, platform, ports, side_by_side, specification};
use crate::wording::span;

/// The actions by name. A name is never given to another action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ActionId {
    /// Read the platform off the instance.
    LookUpPlatform,
    /// Give whoever runs it write access.
    GrantWriteAccess,
    /// Give whoever runs it write access and the right to join subnets and addresses.
    GrantJoinPermissions,
    /// Attach a network security group.
    AttachNsg,
    /// Open the required ports.
    AllowRequiredPorts,
    /// Enable service endpoints.
    EnableServiceEndpoints,
    /// Route the service's own tag past the firewall.
    RouteApimanagementToInternet,
    /// Check the room for a second copy.
    CheckSubnetSpace,
    /// Provide another subnet.
    PrepareNewSubnet,
    /// Provide a public address resource.
    ProvidePublicIp,
    /// Try subnet, network and address with a throwaway instance.
    TryNetworkFirst,
    /// Backends must admit the new subnet.
    AllowSubnetAtBackends,
    /// Turn autoscale off.
    TurnOffAutoscale,
    /// One instance of a shared subnet after another.
    MigrateSharedSubnetInSequence,
    /// Read the addresses that Azure has set aside.
    ReadPrecreatedIps,
    /// Rules admit the address that Azure has set aside.
    AllowPrecreatedIp,
    /// Make DNS changes fast.
    LowerDnsTtl,
    /// Choose the hour.
    ScheduleTheRun,
    /// Tell callers.
    TellClients,
    /// Build the parallel instance.
    CreateParallelInstance,
    /// Carry the configuration over.
    CopyConfiguration,
    /// Carry over what a backup leaves out.
    RecreateWhatBackupLeavesOut,
    /// Carry the developer portal over.
    CopyDeveloperPortal,
    /// Set the further locations up again.
    RecreateLocations,
    /// Grant to the new identity what the old one could.
    ReassignIdentity,
    /// Try the parallel instance.
    TestParallelInstance,
    /// Start the migration.
    StartMigration,
    /// Choose how long the old compute is kept.
    ChooseRetention,
    /// Name zones, which moves the location.
    NameZones,
    /// Put the instance into a network, which moves it.
    InjectInstance,
    /// Repeat for every location.
    MigrateEachLocation,
    /// Leave the configuration alone.
    LeaveConfigurationAlone,
    /// Follow the status.
    WatchStatus,
    /// Read the new addresses.
    ReadNewAddresses,
    /// Try the new gateway before anybody else does.
    ValidateWithHostsFile,
    /// Point custom names at the new address.
    UpdateCustomDomainRecords,
    /// Point private zones at the new address.
    UpdatePrivateDnsZones,
    /// Replace addresses in firewall rules.
    UpdateFirewallRules,
    /// Replace addresses wherever else they are pinned.
    UpdateIpDependencies,
    /// Rules of self-hosted gateways follow the configuration endpoint.
    UpdateSelfHostedGatewayRules,
    /// Move traffic to the parallel instance.
    SwitchTraffic,
    /// Point self-hosted gateways at the parallel instance.
    RedeploySelfHostedGateways,
    /// Check the platform.
    VerifyPlatformVersion,
    /// Check the network.
    CheckNetworkStatus,
    /// Turn autoscale back on.
    RestoreAutoscale,
    /// Take the precreated address out of the rules again.
    RemovePrecreatedIp,
    /// Take the old addresses out of all rules.
    RemoveOldAddresses,
    /// Remove the old instance.
    RemoveOldInstance,
    /// Take locks off the original subnet.
    RemoveResourceLocks,
    /// Free the original subnet of what excluded it.
    FreeOriginalSubnet,
    /// Wait until the original subnet is empty.
    WaitForAddresses,
    /// Fit the original subnet's rules to stv2.
    PrepareOriginalSubnet,
    /// Go back.
    StartReturn,
}

/// The families that share their work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    SameSubnet,
    NewSubnet,
    InPlace,
    Zones,
    Inject,
    SideBySide,
}

const fn family(path: PathId) -> Family {
    match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => Family::SameSubnet,
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => Family::NewSubnet,
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => Family::InPlace,
        PathId::EnableZoneRedundancy => Family::Zones,
        PathId::InjectIntoVnet => Family::Inject,
        PathId::SideBySide => Family::SideBySide,
    }
}

type Cites = &'static [&'static Citation];

/// Collects the actions of one path.
struct List<'a> {
    path: PathId,
    request: &'a PlanRequest,
    decision: &'a Decision,
    figures: &'a Figures,
    actions: Vec<Action>,
}

/// The actions of a path, in order.
pub(super) fn actions(path: PathId, request: &PlanRequest, decision: &Decision, figures: &Figures) -> Vec<Action> {
    let mut list = List { path, request, decision, figures, actions: Vec::with_capacity(24) };
    list.before();
    match family(path) {
        Family::SideBySide => list.side_by_side(),
        Family::SameSubnet | Family::NewSubnet | Family::InPlace | Family::Zones | Family::Inject => {
            list.during();
            list.after(Phase::After);
            if path == PathId::NewSubnetReturn {
                list.way_back();
            }
        }
    }
    list.actions
}

impl List<'_> {
    fn add(&mut self, id: ActionId, phase: Phase, owner: Owner, text: impl Into<Text>, sources: Cites) -> &mut Action {
        let at = self.actions.len();
        self.actions.push(Action {
            id,
            phase,
            owner,
            location: None,
            text: text.into(),
            why: None,
            by_minute: None,
            sources: Sources::listed(sources),
        });
        // The index is of the element just pushed.
        #[expect(clippy::indexing_slicing, reason = "the element was pushed two lines above")]
        &mut self.actions[at]
    }

    fn answers(&self) -> &Answers {
        &self.decision.answers
    }

    /// The network mode, where the path itself settles that there is a network.
    fn internal(&self) -> Option<bool> {
        match self.answers().vnet {
            Some(Vnet::Internal) => Some(true),
            Some(Vnet::None) if self.path == PathId::InjectIntoVnet => None,
            Some(Vnet::External | Vnet::None) => Some(false),
            None if family(self.path) == Family::InPlace => Some(false),
            None => None,
        }
    }

    /// The instance stands in a network before or after the path.
    fn in_a_network(&self) -> bool {
        match family(self.path) {
            Family::SameSubnet | Family::NewSubnet | Family::Inject => true,
            Family::InPlace => false,
            Family::Zones | Family::SideBySide => self.answers().injected() != Some(false),
        }
    }

    fn locations(&self) -> impl Iterator<Item = &Location> {
        to_move(self.request, self.decision.platform)
    }

    fn several(&self) -> bool {
        self.locations().nth(1).is_some()
    }

    fn before(&mut self) {
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

    fn schedule(&mut self) {
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

    fn during(&mut self) {
        use Phase::During;
        let path = self.path;
        match path {
            PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start the migration: one REST call moves every location. In the portal: Platform migration, choose the address, press Verify on the subnet, then Start migration.",
                    by![migration::REST_MOVES_ALL, migration::SAME_SUBNET_IN_PORTAL],
                );
            }
            PathId::InPlacePreserveVip | PathId::InPlaceNewVip => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start the migration, by one REST call or in the portal under Platform migration: either moves every location.",
                    by![migration::NO_VNET_SCOPE, migration::NO_VNET_LOCATIONS],
                );
            }
            PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start in the portal under Platform migration: choose location, network, subnet and, if you have one, public address.",
                    by![migration::OPTION_2, migration::OPTION_2_SETTINGS],
                );
                let setting = if path == PathId::NewSubnetKeep48h {
                    "Choose to stay in the new subnet and keep the stv1 compute for 48 hours."
                } else {
                    "Choose to return to the original subnet as soon as possible: the stv1 compute is gone about 15 minutes after the run."
                };
                self.add(ActionId::ChooseRetention, During, Owner::Apim, setting, by![migration::OPTION_2_SETTINGS]);
            }
            PathId::EnableZoneRedundancy => {
                let (text, sources): (Text, Cites) = if self.in_a_network() {
                    ("In the portal under Locations, choose the location, units that the zones can share evenly, the zones, the new subnet and the public address; then Apply and Save.".into(), by![migration::ZONES_MOVE])
                } else {
                    ("In the portal under Locations, choose the location, units that the zones can share evenly, and the zones; then Apply and Save.".into(), by![migration::ZONES_MOVE])
                };
                self.add(ActionId::NameZones, During, Owner::Apim, text, sources);
            }
            PathId::InjectIntoVnet => {
                self.add(
                    ActionId::InjectInstance,
                    During,
                    Owner::Apim,
                    "In the portal under Network, choose external or internal mode, then network, subnet and, if you have one, public address for each location; then Apply and Save.",
                    by![platform::OPTIONS, platform::VNET_UPDATE],
                );
            }
            PathId::SideBySide => {}
        }
        let each = matches!(path, PathId::NewSubnetKeep48h | PathId::NewSubnetReturn | PathId::EnableZoneRedundancy);
        if each && self.several() {
            self.add(
                ActionId::MigrateEachLocation,
                During,
                Owner::Apim,
                "Repeat for each location: the portal moves one at a time, and the instance counts as migrated when all are on stv2.",
                by![migration::OPTION_2_EACH, migration::FAQ_MULTI_REGION],
            );
        }
        if let Some(lock) = self.figures.lock {
            let text =
                format!("Leave custom domains, locations and CA certificates alone for {} minutes: they are locked.", lock.value);
            self.add(ActionId::LeaveConfigurationAlone, During, Owner::Apim, text, by![]).sources = lock.sources();
        } else {
            self.add(
                ActionId::LeaveConfigurationAlone,
                During,
                Owner::Apim,
                "Leave infrastructure settings alone until the status is Online again; APIs and policies can be changed.",
                by![network::UPDATE_TAKES],
            );
        }
        let (text, sources): (Text, Cites) = if family(path) == Family::InPlace {
            (
                "Watch the status: Updating, then Online. Still Updating after 2 hours: ask support.".into(),
                by![migration::NO_VNET_DURATION, migration::ASK_SUPPORT],
            )
        } else {
            ("Watch the status: Updating, then Online. If it is Online and still on stv1, the run failed and nothing has changed. The page for instances outside a network sends a run of more than 2 hours to support.".into(), by![migration::OPTION_2_STATUS, migration::FAQ_FAILURE, migration::NO_VNET_DURATION])
        };
        self.add(ActionId::WatchStatus, During, Owner::Apim, text, sources);
    }

    /// What follows a run. The way back follows its own run with the same work.
    fn after(&mut self, phase: Phase) {
        let path = self.path;
        let answers = *self.answers();
        let changes = changes_address(path);
        let deadline = self.deadline(phase);
        if changes {
            let text = match self.internal() {
                Some(true) => "Read the new private and public address of each location.",
                Some(false) => "Read the new public address of each location.",
                None => "Read the new addresses of each location.",
            };
            self.add(
                ActionId::ReadNewAddresses,
                phase,
                Owner::Apim,
                text,
                by![specification::READ_SERVICE, network::DYNAMIC_ADDRESSES],
            );
            if phase == Phase::After && self.figures.retention.plan_for_minutes.is_some() && answers.custom_domains != Some(false)
            {
                self.add(
                    ActionId::ValidateWithHostsFile,
                    phase,
                    Owner::Apim,
                    "Try the new gateway before others do: enter its address for the custom name in a tester's hosts file, while the old compute serves everybody else.",
                    by![migration::FAQ_TEST],
                )
                .by_minute = deadline;
            }
        }
        if changes {
            self.names_follow(phase, deadline);
        }
        if changes {
            self.rules_follow(phase, deadline);
        }
        let (end, network): (Cites, Cites) = if family(path) == Family::InPlace {
            (by![migration::NO_VNET_END, platform::READ_THE_PROPERTY], by![migration::NO_VNET_END])
        } else {
            (by![migration::FAQ_CONFIRM, migration::FAQ_MULTI_REGION, platform::READ_THE_PROPERTY], by![migration::FAQ_CONFIRM])
        };
        let text = if self.several() {
            "Check that every location reads stv2 or stv2.1 and the status is Online."
        } else {
            "Check that platformVersion reads stv2 or stv2.1 and the status is Online."
        };
        self.add(ActionId::VerifyPlatformVersion, phase, Owner::Apim, text, end);
        self.add(
            ActionId::CheckNetworkStatus,
            phase,
            Owner::Apim,
            "Check that the network status is green for everything required.",
            network,
        );
        if phase != Phase::After {
            return;
        }
        if family(path) == Family::SameSubnet {
            match self.request.autoscale {
                Some(Autoscale::Limits(_)) => {
                    self.add(
                        ActionId::RestoreAutoscale,
                        phase,
                        Owner::Apim,
                        "Turn autoscale back on.",
                        by![migration::OPTION_1_AUTOSCALE],
                    );
                }
                None if answers.tier != Some(Tier::Developer) => {
                    self.add(
                        ActionId::RestoreAutoscale,
                        phase,
                        Owner::Apim,
                        "If you turned autoscale off, turn it back on.",
                        by![migration::OPTION_1_AUTOSCALE],
                    );
                }
                Some(Autoscale::Off) | None => {}
            }
        }
        let asked = self.actions.iter().any(|action| action.id == ActionId::AllowPrecreatedIp);
        if changes {
            self.add(
                ActionId::RemoveOldAddresses,
                phase,
                Owner::Network,
                "Take the old addresses out of all rules once nobody uses them.",
                by![network::ADDRESS_CHANGES],
            );
        } else if asked {
            self.add(
                ActionId::RemovePrecreatedIp,
                phase,
                Owner::Network,
                "Take the precreated address out of the rules again.",
                by![migration::PRECREATED_PRESERVE],
            );
        }
    }

    /// The minute by which clients must have followed, on the clock of the first run.
    fn deadline(&self, phase: Phase) -> Option<Minutes> {
        let end = self.figures.duration.typical?;
        let kept = self.figures.retention.plan_for_minutes?;
        (phase == Phase::After).then_some(end + kept)
    }

    fn names_follow(&mut self, phase: Phase, deadline: Option<Minutes>) {
        let answers = *self.answers();
        let internal = self.internal();
        if answers.custom_domains != Some(false) {
            let text: Option<Text> = if internal == Some(true) {
                Some("Point the records of your custom names at the new private address of each location.".into())
            } else if answers.has_a_record() {
                Some("Point the A records of your custom names at the new public address, the developer portal's too.".into())
            } else if answers.has_no_a_record() {
                None
            } else if answers.custom_domains == Some(true) {
                Some("Where custom names point at the address by A record, the developer portal's too, change the record; names by CNAME follow by themselves.".into())
            } else {
                Some(
                    "If custom names point at the address by A record, change the record; names by CNAME follow by themselves."
                        .into(),
                )
            };
            if let Some(text) = text {
                self.add(
                    ActionId::UpdateCustomDomainRecords,
                    phase,
                    Owner::Dns,
                    text,
                    by![migration::WHO_MOVES_DNS, migration::FAQ_TEST, migration::FAQ_PORTAL],
                )
                .by_minute = deadline;
            }
        }
        let text: Text = match internal {
            Some(true) => "Point the private zones at the new private address, for gateway, portal and management names, on DNS servers outside Azure too.".into(),
            None => "In internal mode, point the private zones at the new private address, on DNS servers outside Azure too.".into(),
            Some(false) => return,
        };
        self.add(
            ActionId::UpdatePrivateDnsZones,
            phase,
            Owner::Dns,
            text,
            by![migration::FAQ_PRIVATE_ZONES, network::PRIVATE_ZONES],
        )
        .by_minute = deadline;
    }

    fn rules_follow(&mut self, phase: Phase, deadline: Option<Minutes>) {
        let answers = *self.answers();
        let new_subnet = matches!(family(self.path), Family::NewSubnet | Family::Zones | Family::Inject);
        let firewall: Option<Text> = match (answers.firewall, new_subnet) {
            (Some(Firewall::None), _) => None,
            (Some(Firewall::Rules | Firewall::ForcedTunnel), true) => {
                Some("Replace today's addresses and the old subnet's range in firewall rules by the new ones.".into())
            }
            (Some(Firewall::Rules | Firewall::ForcedTunnel), false) => {
                Some("Replace today's addresses in firewall rules by the new ones; name the whole subnet instead of single private addresses.".into())
            }
            (None, _) => Some("If firewall rules name today's addresses or subnet, replace them by the new ones.".into()),
        };
        if let Some(text) = firewall {
            self.add(
                ActionId::UpdateFirewallRules,
                phase,
                Owner::Network,
                text,
                by![migration::NEW_ADDRESS, network::TUNNEL_ROUTE, network::SEEN_ADDRESSES],
            )
            .by_minute = deadline;
        }
        let pins: Option<Text> = match answers.ip_dependencies {
            Some(true) => Some("Have every partner, backend and client that pins today's addresses replace them.".into()),
            None => {
                Some("Ask partners, backends and clients whether anything pins today's addresses, and have it replaced.".into())
            }
            Some(false) => None,
        };
        if let Some(text) = pins {
            self.add(
                ActionId::UpdateIpDependencies,
                phase,
                Owner::Clients,
                text,
                by![network::ADDRESS_CHANGES, migration::NEW_ADDRESS],
            )
            .by_minute = deadline;
        }
        let gateways: Option<Text> = match self.request.self_hosted_gateways {
            // Self-hosted gateways belong to Developer and Premium.
            _ if matches!(answers.tier, Some(Tier::Basic | Tier::Standard)) => None,
            Some(true) => Some("Replace the old address of the configuration endpoint in the rules around your self-hosted gateways; in the gateways themselves nothing changes.".into()),
            None => {
                Some("If you run self-hosted gateways, replace the old address of the configuration endpoint in the rules around them.".into())
            }
            Some(false) => None,
        };
        if let Some(text) = gateways {
            self.add(
                ActionId::UpdateSelfHostedGatewayRules,
                phase,
                Owner::Network,
                text,
                by![migration::FAQ_SELF_HOSTED, side_by_side::SELF_HOSTED_RULES],
            );
        }
    }

    fn way_back(&mut self) {
        use Phase::WayBack;
        let excluded = self.answers().subnets.delegated || self.answers().key_vault_blocked == Some(true);
        if excluded {
            self.add(
                ActionId::FreeOriginalSubnet,
                WayBack,
                Owner::Network,
                "Free the original subnet of what excluded it: end its delegation, and let it reach Key Vault.",
                by![migration::SPECIAL_DELEGATED, migration::SPECIAL_KEY_VAULT, network::NO_DELEGATION],
            );
        }
        let locked = self.locations().any(|location| location.subnet.is_some_and(|subnet| subnet.locked == Some(true)));
        let free = !locked && self.all_subnets(|subnet| subnet.locked.map(|locked| !locked)) && !self.answers().subnets.shared;
        if !free {
            let text: Text = if locked {
                "Take the lock off the original subnet, its network or their resource group, and wait until that is complete: 4 to 6 hours after a lock of a resource group.".into()
            } else {
                "If a lock holds the original subnet, its network or their resource group, or other stv1 instances stand in it, take it off and wait until that is complete: 4 to 6 hours after a lock of a resource group.".into()
            };
            self.add(
                ActionId::RemoveResourceLocks,
                WayBack,
                Owner::Network,
                text,
                by![migration::RETURN_LOCKS, network::LOCK_CLEARS],
            );
        }
        self.add(
            ActionId::WaitForAddresses,
            WayBack,
            Owner::Network,
            "Wait until Available IPs of the original subnet shows every address free but the five that Azure keeps: 15 to 45 minutes as a rule, up to an hour.",
            by![migration::RETURN_ADDRESSES, migration::FAQ_SAME_SUBNET, network::LOCK_CLEARS],
        );
        self.add(
            ActionId::PrepareOriginalSubnet,
            WayBack,
            Owner::Network,
            "Fit security group and firewall of the original subnet to stv2.",
            by![migration::RETURN_NEEDS, migration::FAQ_SAME_SUBNET],
        );
        self.add(
            ActionId::StartReturn,
            WayBack,
            Owner::Apim,
            "In the portal under Network, choose the original network and subnet for every location, then Apply and Save: another run of about 45 minutes, and the addresses change again.",
            by![migration::RETURN, migration::FAQ_SAME_SUBNET],
        );
        self.after(WayBack);
    }

    fn side_by_side(&mut self) {
        use Phase::{After, Before, During};
        let answers = *self.answers();
        self.add(
            ActionId::CreateParallelInstance,
            Before,
            Owner::Apim,
            "Create a second instance on stv2, in the same tier if you will restore a backup into it.",
            by![side_by_side::PARALLEL, side_by_side::BACKUP_RULES],
        );
        self.add(
            ActionId::CopyConfiguration,
            Before,
            Owner::Apim,
            "Copy the configuration by backup and restore, or by APIOps or your own templates; change nothing while a backup or restore runs, and restore within 30 days.",
            by![side_by_side::BACKUP_RULES, side_by_side::BACKUP_STORAGE, side_by_side::BACKUP_TIERS, migration::FAQ_PARALLEL],
        );
        self.add(
            ActionId::RecreateWhatBackupLeavesOut,
            Before,
            Owner::Apim,
            "Set up again what a backup leaves out: certificates of custom names, CA certificates, network settings.",
            by![side_by_side::BACKUP_LACKS],
        );
        self.add(
            ActionId::CopyDeveloperPortal,
            Before,
            Owner::Apim,
            "Copy the content of the developer portal with its script, which empties the target first.",
            by![side_by_side::PORTAL_SCRIPT, side_by_side::BACKUP_LACKS],
        );
        if self.several() {
            self.add(
                ActionId::RecreateLocations,
                Before,
                Owner::Apim,
                "Add the further locations with their units to the second instance.",
                by![side_by_side::PARALLEL],
            );
        }
        self.add(
            ActionId::ReassignIdentity,
            Before,
            Owner::Security,
            "Grant to the second instance's identity what the first one's may do in Key Vault, storage and backends.",
            by![side_by_side::NEW_IDENTITY],
        );
        self.add(
            ActionId::TestParallelInstance,
            Before,
            Owner::Apim,
            "Test the second instance by its own default name, or by a hosts file with the custom name.",
            by![side_by_side::PARALLEL, migration::FAQ_TEST],
        );
        self.add(
            ActionId::LowerDnsTtl,
            Before,
            Owner::Dns,
            "Lower the TTL of the records that will change, one old TTL ahead.",
            by![side_by_side::PARALLEL],
        );
        self.schedule();
        self.add(
            ActionId::SwitchTraffic,
            During,
            Owner::Dns,
            "Move traffic to the second instance: DNS, and whatever stands in front, such as Application Gateway, Front Door or private endpoints.",
            by![side_by_side::PARALLEL],
        );
        self.names_follow_parallel();
        self.rules_follow(During, None);
        if self.request.self_hosted_gateways != Some(false) && !matches!(answers.tier, Some(Tier::Basic | Tier::Standard)) {
            let text: Text = if self.request.self_hosted_gateways == Some(true) {
                "Deploy your self-hosted gateways anew against the second instance's configuration endpoint.".into()
            } else {
                "If you run self-hosted gateways, deploy them anew against the second instance's configuration endpoint.".into()
            };
            self.add(ActionId::RedeploySelfHostedGateways, During, Owner::Apim, text, by![side_by_side::NEW_IDENTITY]);
        }
        self.add(
            ActionId::VerifyPlatformVersion,
            After,
            Owner::Apim,
            "Check that the second instance reads stv2 or stv2.1.",
            by![migration::FAQ_CONFIRM, platform::READ_THE_PROPERTY],
        );
        self.add(
            ActionId::CheckNetworkStatus,
            After,
            Owner::Apim,
            "Check that its network status is green for everything required.",
            by![migration::FAQ_CONFIRM],
        );
        self.add(
            ActionId::RemoveOldInstance,
            After,
            Owner::Apim,
            "Keep the first instance until you are satisfied, then remove it: until then it is the way back, and until then you pay for both.",
            by![side_by_side::PARALLEL, side_by_side::PARALLEL_WAY_BACK],
        );
    }

    fn names_follow_parallel(&mut self) {
        if self.answers().custom_domains != Some(false) {
            self.add(
                ActionId::UpdateCustomDomainRecords,
                Phase::During,
                Owner::Dns,
                "Point custom names at the second instance, by A record or CNAME: its default name is another one.",
                by![side_by_side::PARALLEL, side_by_side::NEW_IDENTITY],
            );
        }
        if self.internal() != Some(false) {
            self.add(
                ActionId::UpdatePrivateDnsZones,
                Phase::During,
                Owner::Dns,
                "In internal mode, give the second instance's names their private zones, on DNS servers outside Azure too.",
                by![network::PRIVATE_ZONES],
            );
        }
    }

    /// Every location names a subnet, and of each the property is known to hold.
    fn all_subnets(&self, property: impl Fn(&crate::domain::Subnet) -> Option<bool>) -> bool {
        let mut any = false;
        let all = self.locations().all(|location| {
            any = true;
            location.subnet.as_ref().and_then(&property) == Some(true)
        });
        any && all
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
