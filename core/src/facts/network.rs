//! What an injected instance requires of its virtual network: subnets, addresses, routes.

use super::sources::cites;
use crate::cite::Cited;
use crate::domain::{Minutes, Prefix, Tier, Vnet};

cites! {
    SUBNET_SIZE = NETWORK, "network-2025-04.size", "Subnet size",
        "Two IP addresses for each unit (one in Developer), one more for the load balancer in internal mode, and five that Azure reserves; a /29 is the smallest subnet.";
    ROOM_FOR_A_COPY = S002, "S002.option-1-space", "Option 1, prerequisites",
        "Each subnet must have room for a second copy of the instance during the migration.";
    DYNAMIC_ADDRESSES = NETWORK, "network-2025-04.dynamic", "Subnet size",
        "IP addresses in the subnet are assigned dynamically and can't be fixed or predicted.";
    SAME_REGION = NETWORK, "network-2025-04.same-region", "Virtual network location",
        "Virtual network, subnet and public IP address resource are in the location's region and in the instance's subscription.";
    NO_DELEGATION = NETWORK, "network-2025-04.delegation", "Subnet options",
        "The subnet must not be delegated to any service.";
    DEDICATED = NETWORK, "network-2025-04.dedicated", "Subnet options",
        "On stv2 the subnet can contain other resources; on stv1 it had to be dedicated to API Management.";
    SECURITY_GROUP = NETWORK, "network-2025-04.nsg", "Network security group",
        "Every subnet requires a network security group.";
    PUBLIC_IP_RESOURCE = NETWORK, "network-2025-04.public-ip", "Public IP address",
        "A Standard IPv4 address with a DNS label and Microsoft routing; zone-redundant if zones are planned.";
    PUBLIC_IP_OPTIONAL = PUBLIC_IP_2024, "public-ip-2024-05.optional", "Public IP resource",
        "In internal mode no public IP address resource is needed; in external mode Azure supplies an address if you provide none.";
    PUBLIC_IP_REQUIRED_2022 = S000, "S000.public-ip", "Update VNet configuration: prerequisites",
        "A Standard public IPv4 address resource is a prerequisite for a network change.";
    PUBLIC_IP_OPTION_2 = S002, "S002.option-2-public-ip", "Option 2, prerequisites",
        "For a new subnet, a Standard public IPv4 address resource is optional; if you provide one, it must be in the same region and subscription.";
    CUSTOM_DNS = NETWORK, "network-2025-04.dns", "DNS settings",
        "Custom DNS servers must be set before the deployment; after a later change, the network configuration must be applied again.";
    SERVICE_ENDPOINTS = S002, "S002.option-1-endpoints", "Option 1, prerequisites",
        "The subnet needs service endpoints for Storage, SQL and Key Vault.";
    TUNNEL_ENDPOINTS = EXTERNAL, "external-2026-01.tunnel", "Force tunnel traffic",
        "With forced tunneling, the subnet needs service endpoints for SQL, Storage, Event Hubs and Key Vault (SQL only in the primary region), and return routes to clients.";
    TUNNEL_ROUTE = S002, "S002.faq-tunnel", "FAQ: forced tunneling",
        "Keep the service endpoints enabled, route the service tag ApiManagement to next hop Internet instead of the firewall, and update firewall rules that list the old subnet range.";
    UPDATE_TAKES = UPDATE, "update-2026-04.takes", "Update behaviour",
        "A network or scale change takes at least 15 minutes, longer with more units or regions; other infrastructure changes are blocked meanwhile, API configuration is not.";
    UPDATE_DEVELOPER = UPDATE, "update-2026-04.developer", "Update behaviour",
        "The gateway stays available during such a change, except in the Developer tier.";
    PRIVATE_ZONES = INTERNAL, "internal-2026-08.dns", "DNS configuration",
        "In internal mode you manage DNS: the host names of gateway, portal and management point at the private VIP, preferably in one private DNS zone for each name.";
    LOCK_CLEARS = INTERNAL, "internal-2026-08.lock", "Reassigning to the previous subnet",
        "The virtual network can stay locked for up to an hour after a move; removing a lock of the resource group takes 4 to 6 hours; earlier revisions give up to 6 hours for both.";
    SEEN_ADDRESSES = ADDRESSES, "addresses-2026-09.seen", "IP addresses in a virtual network",
        "Backends in the virtual network see the IP addresses of the units, not the private VIP; public backends see the public VIP.";
    INTERNAL_PUBLIC_ADDRESS = ADDRESSES, "addresses-2026-09.internal", "IP addresses in internal mode",
        "In internal mode clients use the private VIP; the public VIP is for management traffic only.";
    ADDRESS_CHANGES = ADDRESSES, "addresses-2026-09.changes", "Changes to IP addresses",
        "The public VIP changes when virtual network, mode, subnet, public IP address resource or zones change, and when a region is removed and added again; otherwise it does not change.";
}

/// How long a change of network or scale takes at least.
pub const UPDATE_LEAST: Cited<Minutes> = Cited::new(15, &UPDATE_TAKES);

/// How long a virtual network can stay locked after a move, by earlier revisions.
pub const UNLOCKED_WITHIN_EARLIER: Cited<Minutes> = Cited::new(6 * 60, &LOCK_CLEARS);

/// IP addresses that Azure reserves in every subnet.
pub const KEPT_BY_AZURE: u32 = 5;

/// The longest time for which the virtual network stays locked after a move.
pub const UNLOCKS_WITHIN: Cited<Minutes> = Cited::new(60, &LOCK_CLEARS);

/// How long it takes to remove the lock of a resource group, shortest and longest.
pub const LOCK_REMOVAL: Cited<(Minutes, Minutes)> = Cited::new((4 * 60, 6 * 60), &LOCK_CLEARS);

/// IP addresses that one unit needs.
pub const fn addresses_per_unit(tier: Option<Tier>) -> u32 {
    match tier {
        Some(Tier::Developer) => 1,
        // An open tier counts as Premium: the larger need is the safe one.
        None
        | Some(
            Tier::Basic
            | Tier::Standard
            | Tier::Premium
            | Tier::Isolated
            | Tier::Consumption
            | Tier::BasicV2
            | Tier::StandardV2
            | Tier::PremiumV2,
        ) => 2,
    }
}

/// IP addresses that the load balancer needs.
pub const fn balancer_addresses(mode: Vnet) -> u32 {
    match mode {
        Vnet::Internal => 1,
        Vnet::External | Vnet::None => 0,
    }
}

/// Usable IP addresses of a subnet.
pub const fn usable(prefix: Prefix) -> u32 {
    // A prefix lies between 16 and 29, so the shift is 3 to 16 bits and the result at least 3.
    (1_u32 << (32 - prefix.get())) - KEPT_BY_AZURE
}
