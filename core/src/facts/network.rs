//! What an injected instance requires of its virtual network: subnets, addresses, routes.

use super::sources::cites;
use crate::cite::Cited;
use crate::domain::{Minutes, Prefix, Tier, Vnet};

cites! {
    SUBNET_SIZE = NETWORK, "network-2025-04.size", "Subnet size",
        "Two addresses a unit (one in Developer), one more for the load balancer in internal mode, five that Azure keeps; a /29 is the smallest subnet.";
    ROOM_FOR_A_COPY = S002, "S002.option-1-space", "Option 1, prerequisites",
        "Each subnet must have room for a second copy of the instance beside the first while the migration runs.";
    DYNAMIC_ADDRESSES = NETWORK, "network-2025-04.dynamic", "Subnet size",
        "Addresses in the subnet are handed out dynamically and can be neither fixed nor foretold.";
    SAME_REGION = NETWORK, "network-2025-04.same-region", "Virtual network location",
        "Network, subnet and public address resource stand in the location's region and in the instance's subscription.";
    NO_DELEGATION = NETWORK, "network-2025-04.delegation", "Subnet options",
        "The subnet must not be delegated to any service.";
    DEDICATED = NETWORK, "network-2025-04.dedicated", "Subnet options",
        "On stv2 the subnet may hold other resources; on stv1 it had to be API Management's alone.";
    SECURITY_GROUP = NETWORK, "network-2025-04.nsg", "Network security group",
        "No subnet goes without a network security group.";
    PUBLIC_IP_RESOURCE = NETWORK, "network-2025-04.public-ip", "Public IP address",
        "A Standard IPv4 address with a DNS name label and Microsoft routing; zone-redundant where zones are planned.";
    PUBLIC_IP_OPTIONAL = PUBLIC_IP_2024, "public-ip-2024-05.optional", "Public IP resource",
        "No public address resource is needed in internal mode, and in external mode Azure brings its own if none is given.";
    PUBLIC_IP_REQUIRED_2022 = S000, "S000.public-ip", "Update VNet configuration: prerequisites",
        "A Standard public IPv4 address resource belongs to the prerequisites of a network change.";
    PUBLIC_IP_OPTION_2 = S002, "S002.option-2-public-ip", "Option 2, prerequisites",
        "For a new subnet a Standard public IPv4 address resource is optional; if given, it stands in the same region and subscription.";
    CUSTOM_DNS = NETWORK, "network-2025-04.dns", "DNS settings",
        "Servers of one's own must be set before the deployment; after a later change the network configuration must be applied anew.";
    SERVICE_ENDPOINTS = S002, "S002.option-1-endpoints", "Option 1, prerequisites",
        "The subnet needs service endpoints for Storage, SQL and Key Vault.";
    TUNNEL_ENDPOINTS = EXTERNAL, "external-2026-01.tunnel", "Force tunnel traffic",
        "Under forced tunnelling the subnet needs service endpoints for SQL, Storage, Event Hubs and Key Vault (SQL only in the primary region), and routes back to clients.";
    TUNNEL_ROUTE = S002, "S002.faq-tunnel", "FAQ: forced tunnelling",
        "The service endpoints stay enabled, the tag ApiManagement is routed to the internet instead of the firewall, and firewall rules that name the old range must name the new subnet's.";
    UPDATE_TAKES = UPDATE, "update-2026-04.takes", "Update behaviour",
        "A change of network or scale takes at least 15 minutes, longer with more units or regions; other infrastructure changes wait meanwhile, API configuration does not.";
    UPDATE_DEVELOPER = UPDATE, "update-2026-04.developer", "Update behaviour",
        "The gateway stays up during such a change, except in the Developer tier.";
    PRIVATE_ZONES = INTERNAL, "internal-2026-08.dns", "DNS configuration",
        "In internal mode DNS is the reader's: gateway, portal and management names point at the private address, best with a private zone per name.";
    LOCK_CLEARS = INTERNAL, "internal-2026-08.lock", "Reassigning to the previous subnet",
        "The network may stay locked for up to an hour after a move; a lock of the resource group takes 4 to 6 hours to clear. Earlier revisions said up to 6 hours for both.";
    SEEN_ADDRESSES = ADDRESSES, "addresses-2026-09.seen", "IP addresses in a virtual network",
        "Backends in the network see the units' own subnet addresses, not the private address of the gateway; public backends see the public address.";
    INTERNAL_PUBLIC_ADDRESS = ADDRESSES, "addresses-2026-09.internal", "IP addresses in internal mode",
        "In internal mode clients use the private address; the public one carries management traffic only.";
    ADDRESS_CHANGES = ADDRESSES, "addresses-2026-09.changes", "Changes to IP addresses",
        "The public address changes when a network is added or removed, when the mode, the subnet or the address resource changes, when zones change, and when a region is vacated and set up again; otherwise it is fixed for the instance's life.";
}

/// How long a change of network or scale takes at least.
pub const UPDATE_LEAST: Cited<Minutes> = Cited::new(15, &UPDATE_TAKES);

/// IP addresses that Azure reserves in every subnet.
pub const KEPT_BY_AZURE: u32 = 5;

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
