//! Prerequisites of the subnets.

use super::commands::{Named, add_route, list_locks, read_instance, show_subnet, update_subnet};
use super::{CheckResult, CheckedLocation, Checker, PreflightFinding, region};
use crate::cite::{Sources, by};
use crate::domain::{Firewall, Owner, Role, Vnet};
use crate::facts::migration::{
    FAQ_TRY_NETWORK, OPTION_1_NSG, OPTION_1_SHARED, OPTION_2_NEEDS, RETURN_ADDRESSES, RETURN_LOCKS, RETURN_NEEDS,
    SPECIAL_DELEGATED, SPECIAL_SHARED,
};
use crate::facts::network::{
    NO_DELEGATION, PUBLIC_IP_OPTION_2, PUBLIC_IP_RESOURCE, ROOM_FOR_A_COPY, SECURITY_GROUP, SERVICE_ENDPOINTS, SUBNET_SIZE,
    TUNNEL_ENDPOINTS, TUNNEL_ROUTE,
};
use crate::facts::ports::SQL_OF_THE_PRIMARY;
use crate::import::is_endpoint;

/// A service with an endpoint: how Azure and how the command line spell it, and how people do.
const SERVICES: [(&str, &str); 4] = [
    ("microsoft.storage", "Microsoft.Storage"),
    ("microsoft.sql", "Microsoft.Sql"),
    ("microsoft.keyvault", "Microsoft.KeyVault"),
    ("microsoft.eventhub", "Microsoft.EventHub"),
];

impl Checker<'_> {
    pub(super) fn same_subnet(&mut self) {
        self.group();
        self.ports();
        self.endpoints();
        self.room();
        self.delegation();
        self.neighbours();
        self.route();
        self.sql_of_the_primary();
        self.precreated();
        self.public_ip();
    }

    pub(super) fn new_subnet(&mut self, returns: bool) {
        let finding = match self.request().new_subnet {
            Some(true) => PreflightFinding::new(
                CheckResult::NotKnown,
                "another subnet can be provided; its settings are not in the description",
            )
            .instead("Create the subnet with a network security group and the required rules before the migration window."),
            Some(false) => PreflightFinding::new(CheckResult::Failed, "no other subnet can be provided")
                .instead("Provide a subnet in each region, or keep the current subnet."),
            None => PreflightFinding::new(CheckResult::NotKnown, "whether another subnet can be provided is not answered")
                .instead("Provide a subnet in each region with a network security group and the required rules."),
        };
        let sources = Sources::listed(by![OPTION_2_NEEDS, PUBLIC_IP_OPTION_2, FAQ_TRY_NETWORK]);
        let _ = self.add("new-subnet", (true, Owner::Network), "A new subnet is prepared in each region", vec![finding], sources);
        if returns {
            self.locks();
            self.group();
            self.ports();
            self.emptied();
        }
        self.route();
        self.public_ip();
    }

    /// The virtual network of a location, and the name of its subnet.
    fn network_of<'n>(&'n self, place: CheckedLocation<'n>) -> (Named<'n>, Option<&'n str>) {
        let id = place.extras.and_then(|extras| extras.subnet.as_deref()).unwrap_or_default();
        let parts: Vec<&str> = id.split('/').collect();
        let after = |key: &str| {
            let at = parts.iter().position(|part| part.eq_ignore_ascii_case(key))?;
            parts.get(at + 1).copied()
        };
        let network = Named {
            name: after("virtualNetworks"),
            group: after("resourceGroups"),
            subscription: after("subscriptions").or(self.request().subscription_id.as_deref()),
        };
        (network, after("subnets"))
    }

    /// A check of each subnet, from what is known of it.
    fn each(&self, of: impl Fn(&Self, CheckedLocation<'_>) -> PreflightFinding) -> Vec<PreflightFinding> {
        self.places().map(|place| of(self, place)).collect()
    }

    fn unknown(&self, place: CheckedLocation<'_>, what: &'static str) -> PreflightFinding {
        let (network, subnet) = self.network_of(place);
        place
            .finding(CheckResult::NotKnown, what)
            .instead("Paste the virtual network together with the instance.")
            .commands(show_subnet(network, subnet))
    }

    fn group(&mut self) {
        let found = self.each(|this, place| {
            let answers = place.location.subnet.unwrap_or_default();
            match answers.network_security_group {
                Some(true) => {
                    let name = place.network().and_then(|network| network.security_group.clone());
                    place.finding(CheckResult::Passed, name.unwrap_or_else(|| "a network security group is attached".to_owned()))
                }
                Some(false) => {
                    let (network, subnet) = this.network_of(place);
                    place
                        .finding(CheckResult::Failed, "no network security group is attached")
                        .instead("Create a network security group with the required rules and attach it to the subnet.")
                        .commands([update_subnet(network, subnet, "Attach the NSG", "--network-security-group '<nsg-id>'")])
                        .portal("Open the virtual network, select Subnets and the subnet, and select the network security group.")
                }
                None => this.unknown(place, "the subnet is not in the description"),
            }
        });
        let sources = Sources::listed(by![OPTION_1_NSG, SECURITY_GROUP]);
        let title = "A network security group is attached to the subnet";
        let _ = self.add("network-security-group", (true, Owner::Network), title, found, sources);
    }

    fn endpoints(&mut self) {
        let tunnel = self.request().firewall == Some(Firewall::ForcedTunnel);
        let found = self.each(|this, place| {
            let stated = place.location.subnet.and_then(|subnet| subnet.service_endpoints);
            let known = place.network().and_then(|network| network.service_endpoints.as_deref());
            let Some(known) = known else {
                return match stated {
                    Some(true) => place.finding(CheckResult::Passed, "service endpoints are enabled"),
                    Some(false) => place
                        .finding(CheckResult::Failed, "a service endpoint is missing")
                        .instead("Enable the service endpoints for Storage, SQL and Key Vault on the subnet."),
                    None => this.unknown(place, "the subnet is not in the description"),
                };
            };
            // Event Hubs counts only where traffic is forced through a firewall.
            let wanted = SERVICES.iter().take(if tunnel { 4 } else { 3 });
            let missing: Vec<&str> = wanted
                .filter(|(service, _)| !known.iter().any(|known| is_endpoint(known, service)))
                .map(|(_, spelled)| *spelled)
                .collect();
            if missing.is_empty() {
                return place.finding(CheckResult::Passed, format!("{} service endpoints are enabled", known.len()));
            }
            let (network, subnet) = this.network_of(place);
            let all: Vec<&str> = known
                .iter()
                .map(String::as_str)
                .filter(|known| SERVICES.iter().any(|(service, _)| is_endpoint(known, service)))
                .chain(missing.iter().copied())
                .collect();
            place
                .finding(CheckResult::Failed, format!("no service endpoint for {}", crate::wording::joined(&missing)))
                .instead("Enable the missing service endpoints on the subnet. Keep the endpoints that other services need.")
                .commands([update_subnet(
                    network,
                    subnet,
                    "Enable the service endpoints",
                    &format!("--service-endpoints {}", all.join(" ")),
                )])
                .portal(
                    "Open the virtual network, select Subnets and the subnet, and select the services under Service endpoints.",
                )
        });
        let sources =
            if tunnel { Sources::listed(by![SERVICE_ENDPOINTS, TUNNEL_ENDPOINTS]) } else { Sources::from(&SERVICE_ENDPOINTS) };
        let title = if tunnel {
            "Service endpoints for Storage, SQL, Key Vault and Event Hubs are enabled"
        } else {
            "Service endpoints for Storage, SQL and Key Vault are enabled"
        };
        let check = self.add("service-endpoints", (true, Owner::Network), title, found, sources);
        if let Some(check) = check.filter(|_| tunnel) {
            check.differs = Some("Documentation differs: only the page on forced tunneling lists Event Hubs.".into());
        }
    }

    fn room(&mut self) {
        let plan = self.plan;
        let found = self.each(|this, place| {
            let planned = plan.capacity.locations.get(place.index).and_then(|location| location.subnet.as_ref());
            let during = planned.and_then(|planned| planned.during_migration);
            let answers = place.location.subnet.unwrap_or_default();
            let copy =
                during.zip(planned).map(|(during, planned)| during.addresses_needed.saturating_sub(planned.addresses_needed));
            let what = match (copy, answers.available_addresses, planned.and_then(|planned| planned.usable)) {
                (Some(copy), Some(free), Some(usable)) => {
                    format!("{copy} IP addresses needed for the copy, {free} of {usable} are free")
                }
                (Some(copy), None, Some(usable)) => {
                    format!("{copy} IP addresses needed for the copy, {usable} usable in the subnet")
                }
                _ => "the size of the subnet or the number of units is not in the description".to_owned(),
            };
            match during.and_then(|during| during.fits) {
                Some(true) => place.finding(CheckResult::Passed, what),
                Some(false) => place
                    .finding(CheckResult::Failed, what)
                    .instead("Release IP addresses in the subnet, or migrate to another subnet."),
                None => this.unknown(place, "").with(what),
            }
        });
        let sources = Sources::listed(by![ROOM_FOR_A_COPY, SUBNET_SIZE]);
        let title = "The subnet has room for a copy of the instance";
        let _ = self.add("room-for-copy", (true, Owner::Network), title, found, sources);
    }

    fn delegation(&mut self) {
        let found = self.each(|this, place| match place.location.subnet.and_then(|subnet| subnet.delegated) {
            Some(false) => place.finding(CheckResult::Passed, "no delegation"),
            Some(true) => {
                let to = place.network().and_then(|network| network.delegations.as_deref()).unwrap_or_default();
                let what =
                    if to.is_empty() { "the subnet is delegated".to_owned() } else { format!("delegated to {}", to.join(", ")) };
                let (network, subnet) = this.network_of(place);
                place
                    .finding(CheckResult::Failed, what)
                    .instead("Remove the delegation if no other service uses the subnet; otherwise another subnet is required.")
                    .commands([update_subnet(network, subnet, "Remove the delegation", "--remove delegations")])
            }
            None => this.unknown(place, "the subnet is not in the description"),
        });
        let sources = Sources::listed(by![SPECIAL_DELEGATED, NO_DELEGATION]);
        let _ = self.add("no-delegation", (true, Owner::Network), "The subnet is not delegated", found, sources);
    }

    fn neighbours(&mut self) {
        let found = self.each(|this, place| match place.location.subnet.and_then(|subnet| subnet.other_instances) {
            Some(0) => place.finding(CheckResult::Passed, "none"),
            Some(others) => {
                let what =
                    if others == 1 { "1 other instance on stv1".to_owned() } else { format!("{others} other instances on stv1") };
                place
                    .finding(CheckResult::Failed, what)
                    .instead("Migrate the instances of the subnet one after another, without a long pause.")
            }
            None => place
                .finding(CheckResult::NotKnown, "the other instances of the subscription are not in the description")
                .instead("Paste the list of all instances of the subscription.")
                .commands([super::commands::list_instances(this.request())]),
        });
        let sources = Sources::listed(by![OPTION_1_SHARED, SPECIAL_SHARED]);
        let title = "No other API Management instance is in the subnet";
        let _ = self.add("other-instances", (false, Owner::Apim), title, found, sources);
    }

    /// Only where traffic is forced through a firewall; with the answer open, only where the route table is not known.
    fn route(&mut self) {
        let firewall = self.request().firewall;
        if matches!(firewall, Some(Firewall::None | Firewall::Rules)) {
            return;
        }
        let found: Vec<_> = self
            .places()
            .filter_map(|place| {
                let network = place.network();
                let default = network.and_then(|network| network.default_route.as_deref());
                let stated = place.location.subnet.and_then(|subnet| subnet.route_api_management);
                let table = Named {
                    name: network.and_then(|network| network.route_table.as_deref()),
                    group: network.and_then(|network| network.route_table_in.as_deref()),
                    subscription: self.request().subscription_id.as_deref(),
                };
                match (stated, firewall) {
                    (Some(true), _) => Some(place.finding(CheckResult::Passed, "route for ApiManagement with next hop Internet")),
                    // The default route of Azure leads to the internet.
                    (Some(false), None) if default.is_none() => None,
                    (Some(false), _) => {
                        let what = match default {
                            Some(hop) => format!(
                                "{} sends 0.0.0.0/0 to {hop}; no route for ApiManagement",
                                table.name.unwrap_or("the route table")
                            ),
                            None => "no route for ApiManagement with next hop Internet".to_owned(),
                        };
                        Some(
                            place
                                .finding(CheckResult::Failed, what)
                                .instead("Add a route for the service tag; the default route stays unchanged.")
                                .commands(add_route(table))
                                .portal(format!(
                                    "Open {} and select Routes, Add. Destination type Service Tag, tag ApiManagement, next hop type Internet.",
                                    table.name.unwrap_or("the route table")
                                )),
                        )
                    }
                    (None, Some(_)) => Some(self.unknown(place, "the route table is not in the description")),
                    (None, None) if network.is_some_and(|network| network.subnet.is_some() && network.range.is_some() && network.route_table.is_none()) => {
                        None
                    }
                    (None, None) => Some(self.unknown(place, "whether a route table forces traffic through a firewall is not in the description")),
                }
            })
            .collect();
        let sources = Sources::listed(by![TUNNEL_ROUTE, TUNNEL_ENDPOINTS]);
        let title = "The service tag ApiManagement has a route with next hop Internet";
        let _ = self.add("route-api-management", (true, Owner::Network), title, found, sources);
    }

    /// In internal mode, secondary locations need the SQL server of the primary by name or address.
    fn sql_of_the_primary(&mut self) {
        if self.request().vnet != Some(Vnet::Internal) {
            return;
        }
        let found: Vec<_> = self
            .places()
            .filter(|place| place.index > 0)
            .map(|place| {
                let status = place.network().map(|network| network.dependencies.as_slice()).unwrap_or_default();
                let sql = status.iter().find(|dependency| dependency.kind.to_ascii_lowercase().contains("sql"));
                match sql {
                    Some(sql) if sql.reached => place.finding(CheckResult::Passed, "the network status shows a connection"),
                    Some(_) => place
                        .finding(CheckResult::Failed, "the network status shows no connection")
                        .instead("Allow outbound TCP 1433 to the SQL server of the primary location by name or address."),
                    None => place
                        .finding(
                            CheckResult::NotKnown,
                            "the network status is not in the description; the service tag Sql is not enough",
                        )
                        .commands(read_instance(self.request(), "Show the network status", "/networkstatus", None)),
                }
            })
            .collect();
        let primary = self.request().locations.first().map(|location| region(&location.name));
        let title =
            format!("The {} locations reach the SQL server of {}", <&str>::from(Role::Secondary), primary.unwrap_or_default());
        let _ = self.add("sql-of-primary", (true, Owner::Network), title, found, Sources::from(&SQL_OF_THE_PRIMARY));
    }

    /// Only where a public IP address resource of the instance is known.
    fn public_ip(&mut self) {
        let found: Vec<_> = self
            .places()
            .filter_map(|place| {
                let facts = place.extras?.public_ip_facts.as_ref()?;
                let name = facts.name.as_deref().unwrap_or("the public IP address");
                Some(if facts.standard == Some(false) {
                    place
                        .finding(CheckResult::Failed, format!("{name} has the Basic SKU"))
                        .instead("Use a Standard public IP address.")
                } else if facts.label {
                    place.finding(CheckResult::Passed, format!("{name}, Standard, with a DNS name label"))
                } else {
                    place
                        .finding(CheckResult::Failed, format!("{name} has no DNS name label"))
                        .instead("Set a DNS name label on the public IP address.")
                })
            })
            .collect();
        let title = "The public IP address has the Standard SKU and a DNS name label";
        let _ = self.add("public-ip", (false, Owner::Network), title, found, Sources::from(&PUBLIC_IP_RESOURCE));
    }

    fn locks(&mut self) {
        let found = self.each(|this, place| match place.location.subnet.and_then(|subnet| subnet.locked) {
            Some(false) => place.finding(CheckResult::Passed, "no lock"),
            Some(true) => {
                let names = place.network().map(|network| network.locks.join(", ")).filter(|names| !names.is_empty());
                place
                    .finding(
                        CheckResult::Failed,
                        names.map_or_else(|| "a resource lock".to_owned(), |names| format!("lock {names}")),
                    )
                    .instead("Remove the lock before the way back, and wait until the removal is complete.")
                    .commands([list_locks(this.request())])
            }
            None => place
                .finding(CheckResult::NotKnown, "resource locks are not in the description")
                .commands([list_locks(this.request())]),
        });
        let title = "No resource lock holds the original subnet";
        let _ = self.add("subnet-lock", (false, Owner::Security), title, found, Sources::from(&RETURN_LOCKS));
    }

    fn emptied(&mut self) {
        let found = self.each(|this, place| match place.location.subnet.and_then(|subnet| subnet.used_by_others) {
            Some(0) => place.finding(CheckResult::Passed, "no other resource uses the subnet"),
            Some(used) => place
                .finding(CheckResult::Failed, format!("{} used by other resources", crate::wording::addresses(used)))
                .instead("Free the IP addresses before the way back."),
            None => this.unknown(place, "the number of used IP addresses is not in the description"),
        });
        let sources = Sources::listed(by![RETURN_ADDRESSES, RETURN_NEEDS]);
        let _ = self.add("subnet-emptied", (false, Owner::Network), "The original subnet can be emptied", found, sources);
    }
}

impl PreflightFinding {
    fn with(mut self, what: String) -> Self {
        self.what = what.into();
        self
    }
}
