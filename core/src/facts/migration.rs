//! The migration itself: downtime, retention, locks, durations, addresses.

use super::sources::cites;
use crate::cite::{Cited, Revision};
use crate::domain::{Minutes, Vip, Vnet};

cites! {
    EXTERNAL_PRESERVE = S002, "S002.external-preserve", "Expected downtime and compute retention",
        "External mode, address kept: no downtime, traffic on a temporary address for up to 20 minutes, the stv1 compute is not kept.";
    EXTERNAL_NEW = S002, "S002.external-new", "Expected downtime and compute retention",
        "External mode, new address: no downtime, the stv1 compute stays 15 minutes by default.";
    INTERNAL_PRESERVE = S002, "S002.internal-preserve", "Expected downtime and compute retention",
        "Internal mode, address kept: the gateway is away for about 20 minutes while the address is handed over; the stv1 compute is not kept.";
    INTERNAL_NEW = S002, "S002.internal-new", "Expected downtime and compute retention",
        "Internal mode, new address: no downtime, the stv1 compute stays 4 hours by default.";
    INTERNAL_NEW_NOVEMBER = VNET_NOVEMBER, "vnet-2024-11.internal-new", "Expected downtime and compute retention",
        "Internal mode, new address: the stv1 compute stays 15 minutes by default and up to 48 hours if set in the portal; the other three rows are as before.";
    OPTIONS = S002, "S002.options", "Migrate a VNet-injected instance",
        "An injected instance either keeps its subnet, with the address kept (recommended) or a new one, or changes to another subnet of the same or another network, which always changes the addresses and may be followed by a way back.";
    LONG_AND_FOR_GOOD = S002, "S002.caution", "Caution",
        "The migration is a long operation, and it cannot be reversed.";
    WHAT_HAPPENS = S002, "S002.what-happens", "What happens during migration",
        "A second compute is built beside the first, which takes up to 45 minutes and shows as Updating; configuration in storage is not touched.";
    WHO_MOVES_DNS = S002, "S002.who-moves-dns", "What happens during migration",
        "With a new address, default names of gateway and portal point at the new compute at once; a custom name points at the old one until its record is changed, and so do all names in internal mode, where DNS is the reader's.";
    BACKENDS_ADMIT_SUBNET = S002, "S002.backends", "What happens during migration",
        "Firewalls in front of backends must admit the subnet of the new compute.";
    OLD_COMPUTE_GOES = S002, "S002.decommissioned", "What happens during migration",
        "The old compute is removed by itself a short while after success; keeping it for 48 hours is a portal setting for injected instances only.";
    PREREQUISITES = S002, "S002.prerequisites", "Prerequisites",
        "The instance runs on stv1 and stands in a network in external or internal mode.";
    OPTION_1_NSG = S002, "S002.option-1-nsg", "Option 1, prerequisites",
        "A network security group with the rules for stv2 must be attached to each subnet.";
    OPTION_1_AUTOSCALE = S002, "S002.option-1-autoscale", "Option 1, prerequisites",
        "Autoscale of the instances in the subnet must be off: it can disturb the migration.";
    OPTION_1_SHARED = S002, "S002.option-1-shared", "Option 1, prerequisites",
        "Several instances in one subnet are migrated one after another, and promptly: two platforms in one subnet can cause trouble.";
    PRESERVE = S002, "S002.preserve", "Public IP address options",
        "Address kept: external mode stays responsive, internal mode is away for a while; configuration is locked for 45 minutes; nothing has to be configured afterwards; the stv1 compute is deleted for good at the end and cannot be kept.";
    NEW_ADDRESS = S002, "S002.new-address", "Public IP address options",
        "New address: the gateway stays responsive; configuration is locked for 30 minutes; DNS, firewall rules and networks must be changed afterwards; the stv1 compute is kept for a while to test beside.";
    PRECREATED_WHERE = S002, "S002.precreated", "Precreated IP address for migration",
        "Azure sets a public address aside for the migration; customProperties lists it under Stv2MigrationPreCreatedIps, one for each location, separated by commas.";
    PRECREATED_PRESERVE = S002, "S002.precreated-preserve", "Precreated IP address for migration",
        "With the address kept, the precreated one serves for a while: rules should admit it before and may drop it after.";
    PRECREATED_NEW = S002, "S002.precreated-new", "Precreated IP address for migration",
        "With a new address, the precreated one becomes the permanent one: DNS and rules can be prepared for it.";
    REST_MOVES_ALL = S002, "S002.rest-all", "Migration script",
        "One REST call moves every location.";
    OPTION_2 = S002, "S002.option-2", "Option 2",
        "The portal moves the instance into another subnet of the same or another network; it may move back later.";
    OPTION_2_NEEDS = S002, "S002.option-2-needs", "Option 2, prerequisites",
        "A new subnet in each region and in the instance's subscription, with a security group and the rules for stv2.";
    OPTION_2_SETTINGS = S002, "S002.option-2-settings", "Option 2, migration steps",
        "Two settings: return as soon as possible, with the stv1 compute gone about 15 minutes after the run, or stay and keep it for 48 hours.";
    OPTION_2_STATUS = S002, "S002.option-2-status", "Option 2, migration steps",
        "The status reads Updating for about 45 minutes; Online means done.";
    OPTION_2_EACH = S002, "S002.option-2-each", "Option 2, migration steps",
        "With several regions the steps are repeated for each location.";
    RETURN = S002, "S002.return", "Migrate back to original subnet",
        "Going back is another change of the network configuration, with the original subnet chosen for every location and saved once: another run of about 45 minutes, and the address changes again.";
    RETURN_LOCKS = S002, "S002.return-locks", "Migrate back to original subnet",
        "A lock on network, subnet or their resource group, or other stv1 instances in the subnet, must be gone, and its removal complete, before going back.";
    RETURN_ADDRESSES = S002, "S002.return-addresses", "Update VNet configuration",
        "Before going back, Available IPs of the original subnet must show every address free except those that Azure keeps.";
    RETURN_NEEDS = S002, "S002.return-needs", "Additional prerequisites",
        "The original subnet needs a security group and the rules for stv2; a new public address resource is optional.";
    FAQ_QUESTIONS = S002, "S002.faq-questions", "FAQ: what is needed to choose a path",
        "Network mode, custom domains, firewall, dependencies on addresses, several regions, may the instance be changed, may there be downtime, can it be done outside business hours.";
    FAQ_DOWNTIME = S002, "S002.faq-downtime", "FAQ: downtime",
        "With a new address and default names there should be no downtime if network dependencies are ready beforehand; custom names point at a compute that will be removed until they are changed.";
    FAQ_SAFE = S002, "S002.faq-safe", "FAQ: data and configuration",
        "Storage is not touched: all configuration and the system-assigned identity survive.";
    FAQ_CONFIRM = S002, "S002.faq-confirm", "FAQ: confirming success",
        "Done means: status Online, platform stv2 or stv2.1, network status green for everything required.";
    FAQ_PARALLEL = S002, "S002.faq-parallel", "FAQ: without modifying the instance",
        "A second instance beside the first, with the configuration copied over.";
    FAQ_FAILURE = S002, "S002.faq-failure", "FAQ: if the migration fails",
        "A failed run goes back to the old compute by itself and changes nothing.";
    FAQ_LOCK = S002, "S002.faq-lock", "FAQ: what is not available",
        "API requests are answered throughout; custom domains, locations and CA certificates are locked for 30 minutes.";
    FAQ_DURATION = S002, "S002.faq-duration", "FAQ: how long",
        "About 45 minutes; the status tells when it is over.";
    FAQ_TRY_NETWORK = S002, "S002.faq-try-network", "FAQ: validating the network beforehand",
        "A throwaway instance in the subnet, network and address that are planned shows by its network status whether they work; then it is removed.";
    FAQ_ROLLBACK = S002, "S002.faq-rollback", "FAQ: rolling back",
        "After success there is no way back; with a new address a short while remains in which the old gateway answers and settings can be confirmed.";
    FAQ_PRIVATE_ZONES = S002, "S002.faq-private-zones", "FAQ: custom domain and private DNS zones",
        "Internal mode with a new address: private zones must point at the new private address, on DNS servers outside Azure too; in external mode default names follow by themselves.";
    FAQ_MULTI_REGION = S002, "S002.faq-multi-region", "FAQ: several regions",
        "The portal moves each location by itself, REST all in one call; the instance counts as migrated when all locations are; regional gateways keep working throughout.";
    FAQ_SAME_SUBNET = S002, "S002.faq-same-subnet", "FAQ: upgrading to the same subnet",
        "Only REST keeps the subnet in one pass: the portal needs another subnet and a way back. The old gateway takes 15 to 45 minutes to leave a subnet; the old subnet's rules must fit stv2; addresses are handed out anew, so the private address may differ after the return.";
    FAQ_TEST = S002, "S002.faq-test", "FAQ: testing before switching",
        "Both gateways exist for 15 minutes by default, or 48 hours by setting; an entry in a hosts file leads a tester to the new one while the old one serves; names by CNAME need no change.";
    FAQ_DEFAULT_NAMES = S002, "S002.faq-default-names", "FAQ: default domain names",
        "In external mode default names move by themselves at once, and the management endpoint's name always does: whatever restricts traffic must be ready beforehand.";
    FAQ_SELF_HOSTED = S002, "S002.faq-self-hosted", "FAQ: self-hosted gateways",
        "Nothing to do in a self-hosted gateway, but its configuration endpoint may get another address: rules that name the old one must follow.";
    FAQ_PORTAL = S002, "S002.faq-developer-portal", "FAQ: developer portal",
        "No downtime; a custom name's record must follow the address, default names follow by themselves.";
    FAQ_COST = S002, "S002.faq-cost", "FAQ: cost",
        "Billing stays as it is, and nothing is added during or after the migration.";
    FAQ_RIGHTS = S002, "S002.faq-rights", "FAQ: permissions",
        "Write access to the instance, and the rights to join subnets and public IP addresses.";
    SAME_SUBNET_IN_PORTAL = VNET_NOVEMBER, "vnet-2024-11.portal", "Option 1",
        "The portal migrates in the same subnet too, with the address kept or new: choose the address, press Verify on the subnet, then Start migration.";
    LONGER = VNET_NOVEMBER, "vnet-2024-11.longer", "How long will the migration take",
        "Several regions, or more than one change of subnet, take longer overall.";
    SPECIAL = VNET_NOVEMBER, "vnet-2024-11.special", "Special conditions and scenarios",
        "Internal conditions of a network, which the portal detects, add about 1 hour of downtime to a migration in the same subnet; the portal is the preferred tool, and by REST that takes a switch that accepts the downtime.";
    SPECIAL_SHARED = VNET_NOVEMBER, "vnet-2024-11.shared", "Special conditions and scenarios",
        "Several stv1 instances in a subnet may not all fit in two copies: one after another.";
    SPECIAL_DELEGATED = VNET_NOVEMBER, "vnet-2024-11.delegated", "Special conditions and scenarios",
        "A delegated subnet cannot be kept: another subnet is needed.";
    SPECIAL_KEY_VAULT = VNET_NOVEMBER, "vnet-2024-11.key-vault", "Special conditions and scenarios",
        "Where Key Vault is blocked another subnet is needed, with a rule that admits Key Vault.";
    SPECIAL_TWO = VNET_NOVEMBER, "vnet-2024-11.two", "Special conditions and scenarios",
        "Where the same subnet is impossible, or more than one condition holds, another subnet is the way.";
    COEXIST_LATER = COEXIST, "coexist-2024-02.window", "Old and new compute side by side",
        "The revisions of this text give 15 minutes, then an hour or less as usual; both computes serve, and the overlap is not charged.";
    ASK_SUPPORT = SUPPORT, "support-2024-02.request", "Help with the migration",
        "Support takes requests under Upgrade, Scale or SKU Changes; it can neither postpone automatic migration nor extend the service level.";
    NO_VNET_PRESERVE = NO_VNET, "no-vnet-2024-03.preserve", "Migration options",
        "Address kept: up to about 15 minutes without a gateway, configuration locked for 45, nothing to do afterwards.";
    NO_VNET_NEW = NO_VNET, "no-vnet-2024-03.new", "Migration options",
        "New address: no downtime, configuration locked for 30 minutes; A records, firewall rules and networks must follow, names by CNAME do by themselves.";
    NO_VNET_SCOPE = NO_VNET, "no-vnet-2024-03.scope", "Prerequisites",
        "Developer, Basic, Standard and Premium migrate in place, in the portal or by REST; nothing else has to be prepared.";
    NO_VNET_LOCATIONS = NO_VNET, "no-vnet-2024-03.locations", "Several regions",
        "One run moves every location, in the portal as by REST.";
    NO_VNET_DURATION = NO_VNET, "no-vnet-2024-03.duration", "Status",
        "About 45 minutes; still Updating after 2 hours is a case for support.";
    NO_VNET_NAMES = NO_VNET, "no-vnet-2024-03.names", "DNS",
        "Default names of gateway and portal, and the management endpoint, move by themselves at once.";
    NO_VNET_RIGHTS = NO_VNET, "no-vnet-2024-03.rights", "Permissions",
        "Write access to the instance is enough.";
    NO_VNET_END = NO_VNET, "no-vnet-2024-03.end", "Confirming success",
        "Done means status Online, platform stv2 or stv2.1 and green network status; a failed run goes back by itself, a successful one never.";
    NO_VNET_SAFE = NO_VNET, "no-vnet-2024-03.safe", "Data",
        "Configuration and the system-assigned identity survive, and the price stays.";
    NO_VNET_OVERLAP = NO_VNET_FEBRUARY, "no-vnet-2024-02.overlap", "FAQ",
        "Both computes exist for 15 minutes; the following revision gives no figure.";
    ZONES_MOVE = S003, "S003.stv1-injected", "Existing gateway location (stv1) injected in a network",
        "Choosing zones for an injected location on stv1 needs a new subnet and puts the instance on stv2; the address resource is optional here.";
    ZONES_NO_DOWNTIME = S003, "S003.downtime", "Downtime requirements",
        "None of the zone changes needs downtime.";
    ZONES_CHANGE_ADDRESSES = S004, "S004.zone-change", "Configure availability zone support",
        "A change of zones takes 15 to 45 minutes with the gateway answering, and changes public and private addresses.";
    ZONES_NEED_ADDRESS = S004, "S004.zone-public-ip", "Considerations: IP address requirements",
        "An injected instance must be given a public address resource when zones are set; in internal mode it serves management only.";
}

/// Downtime and retention of a migration in the same subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutover {
    /// Gateway downtime.
    pub downtime: Minutes,
    /// Time on a temporary VIP.
    pub temporary_address: Minutes,
    /// Time for which the stv1 compute is retained.
    pub retention: Minutes,
    /// Retention that a setting can extend to, where documented.
    pub extendable_to: Option<Minutes>,
}

/// The row of the table "Expected downtime and compute retention"; `None` outside a network.
pub const fn same_subnet(mode: Vnet, vip: Vip) -> Option<Cited<Cutover>> {
    const fn row(downtime: Minutes, temporary_address: Minutes, retention: Minutes) -> Cutover {
        Cutover { downtime, temporary_address, retention, extendable_to: None }
    }
    Some(match (mode, vip) {
        (Vnet::External, Vip::Preserve) => Cited::new(row(0, 20, 0), &EXTERNAL_PRESERVE),
        (Vnet::External, Vip::New) => Cited::new(row(0, 0, 15), &EXTERNAL_NEW),
        (Vnet::Internal, Vip::Preserve) => Cited::new(row(20, 0, 0), &INTERNAL_PRESERVE),
        (Vnet::Internal, Vip::New) => Cited { value: row(0, 0, 4 * 60), by: &INTERNAL_NEW, later: &[LATER] },
        (Vnet::None, Vip::Preserve | Vip::New) => return None,
    })
}

const LATER: Revision<Cutover> = Revision {
    value: Cutover { downtime: 0, temporary_address: 0, retention: 15, extendable_to: Some(48 * 60) },
    by: &INTERNAL_NEW_NOVEMBER,
};

/// Duration of a migration in place or to another subnet.
pub const RUN: Cited<Minutes> = Cited::new(45, &FAQ_DURATION);
/// Gateway downtime outside a virtual network if the VIP is preserved.
pub const IN_PLACE_DOWNTIME: Cited<Minutes> = Cited::new(15, &NO_VNET_PRESERVE);
/// Gateway downtime that special conditions add.
pub const SPECIAL_EXTRA: Cited<Minutes> = Cited::new(60, &SPECIAL);
/// Retention of the stv1 compute after a migration to another subnet that stays there.
pub const KEEP_48H: Cited<Minutes> = Cited::new(48 * 60, &OPTION_2_SETTINGS);
/// Retention of the stv1 compute after a migration to another subnet that returns.
pub const KEEP_TO_RETURN: Cited<Minutes> = Cited::new(15, &OPTION_2_SETTINGS);
/// Time for which infrastructure configuration is locked if the VIP is preserved.
pub const LOCK_PRESERVE: Cited<Minutes> = Cited::new(45, &PRESERVE);
/// Time for which infrastructure configuration is locked if the VIP changes.
pub const LOCK_NEW: Cited<Minutes> = Cited::new(30, &NEW_ADDRESS);
/// The same for another subnet, which only the FAQ documents.
pub const LOCK_NEW_SUBNET: Cited<Minutes> = Cited::new(30, &FAQ_LOCK);
/// Outside a virtual network, VIP preserved.
pub const LOCK_IN_PLACE_PRESERVE: Cited<Minutes> = Cited::new(45, &NO_VNET_PRESERVE);
/// Outside a virtual network, new VIP.
pub const LOCK_IN_PLACE_NEW: Cited<Minutes> = Cited::new(30, &NO_VNET_NEW);
/// If the status is still `Updating` after this time, support can help.
pub const SUPPORT_AFTER: Cited<Minutes> = Cited::new(120, &NO_VNET_DURATION);
/// Duration of a change of zones or network mode: from, to.
pub const ZONE_CHANGE: Cited<(Minutes, Minutes)> = Cited::new((15, 45), &ZONES_CHANGE_ADDRESSES);
/// Time until the stv1 gateway has released a subnet: from, to.
pub const VACATES: Cited<(Minutes, Minutes)> = Cited::new((15, 45), &FAQ_SAME_SUBNET);
