//! The migration itself: downtime, retention, locks, durations, addresses.

use super::sources::cites;
use crate::cite::{Cited, Revision};
use crate::domain::{Minutes, Vip, Vnet};

cites! {
    EXTERNAL_PRESERVE = S002, "S002.external-preserve", "Expected downtime and compute retention",
        "External mode with the VIP preserved: no gateway downtime, traffic on a temporary address for up to 20 minutes; stv1 compute is not retained.";
    EXTERNAL_NEW = S002, "S002.external-new", "Expected downtime and compute retention",
        "External mode with a new VIP: no gateway downtime; stv1 compute is retained for 15 minutes by default.";
    INTERNAL_PRESERVE = S002, "S002.internal-preserve", "Expected downtime and compute retention",
        "Internal mode with the VIP preserved: about 20 minutes of gateway downtime while the VIP is moved; stv1 compute is not retained.";
    INTERNAL_NEW = S002, "S002.internal-new", "Expected downtime and compute retention",
        "Internal mode with a new VIP: no gateway downtime; stv1 compute is retained for 4 hours by default.";
    INTERNAL_NEW_NOVEMBER = VNET_NOVEMBER, "vnet-2024-11.internal-new", "Expected downtime and compute retention",
        "Internal mode with a new VIP: stv1 compute is retained for 15 minutes by default, up to 48 hours if set in the portal; the other three rows are unchanged.";
    OPTIONS = S002, "S002.options", "Migrate a VNet-injected instance",
        "An injected instance migrates in its subnet, with the VIP preserved (recommended) or a new VIP; or to another subnet, which changes the VIPs and can be followed by a return.";
    LONG_AND_FOR_GOOD = S002, "S002.caution", "Caution",
        "The migration is a long-running operation and can't be reversed.";
    WHAT_HAPPENS = S002, "S002.what-happens", "What happens during migration",
        "stv2 compute is created in parallel, which takes up to 45 minutes with the status Updating; the stored configuration is not changed.";
    WHO_MOVES_DNS = S002, "S002.who-moves-dns", "What happens during migration",
        "With a new VIP, default host names of gateway and portal point at stv2 compute at once; custom domains, and all host names in internal mode, point at stv1 compute until you update DNS.";
    BACKENDS_ADMIT_SUBNET = S002, "S002.backends", "What happens during migration",
        "Firewalls in front of backends must allow the subnet of stv2 compute.";
    OLD_COMPUTE_GOES = S002, "S002.decommissioned", "What happens during migration",
        "stv1 compute is deleted automatically shortly after the migration succeeds; a portal setting retains it for 48 hours, for injected instances only.";
    PREREQUISITES = S002, "S002.prerequisites", "Prerequisites",
        "The instance runs on stv1 and is injected in a virtual network in external or internal mode.";
    OPTION_1_NSG = S002, "S002.option-1-nsg", "Option 1, prerequisites",
        "A network security group with the rules for stv2 must be associated with each subnet.";
    OPTION_1_AUTOSCALE = S002, "S002.option-1-autoscale", "Option 1, prerequisites",
        "Autoscale of the instances in the subnet must be disabled: it can interfere with the migration.";
    OPTION_1_SHARED = S002, "S002.option-1-shared", "Option 1, prerequisites",
        "Several instances in one subnet must be migrated one after another and promptly: two platforms in one subnet can cause issues.";
    PRESERVE = S002, "S002.preserve", "Public IP address options",
        "VIP preserved: in external mode the gateway stays available, in internal mode it is unavailable for a while; configuration is locked for 45 minutes; nothing has to be configured afterwards; stv1 compute is deleted permanently and can't be retained.";
    NEW_ADDRESS = S002, "S002.new-address", "Public IP address options",
        "New VIP: the gateway stays available; configuration is locked for 30 minutes; DNS, firewall rules and networks must be updated afterwards; stv1 compute is retained for a while for validation.";
    PRECREATED_WHERE = S002, "S002.precreated", "Precreated IP address for migration",
        "Azure precreates a public IP address for the migration; customProperties lists it under Stv2MigrationPreCreatedIps, one for each location, separated by commas.";
    PRECREATED_PRESERVE = S002, "S002.precreated-preserve", "Precreated IP address for migration",
        "With the VIP preserved, traffic is served on the precreated IP address for a while: add it to rules before the migration, and remove it afterwards.";
    PRECREATED_NEW = S002, "S002.precreated-new", "Precreated IP address for migration",
        "With a new VIP, the precreated IP address becomes permanent: DNS and rules can be prepared for it.";
    REST_MOVES_ALL = S002, "S002.rest-all", "Migration script",
        "One REST request migrates all locations.";
    OPTION_2 = S002, "S002.option-2", "Option 2",
        "The portal migrates the instance to another subnet of the same or another virtual network; it can return later.";
    OPTION_2_NEEDS = S002, "S002.option-2-needs", "Option 2, prerequisites",
        "A new subnet in each region and in the instance's subscription, with a network security group and the rules for stv2.";
    OPTION_2_SETTINGS = S002, "S002.option-2-settings", "Option 2, migration steps",
        "Two settings: return as soon as possible, with stv1 compute deleted about 15 minutes after the migration, or stay and retain it for 48 hours.";
    OPTION_2_STATUS = S002, "S002.option-2-status", "Option 2, migration steps",
        "The status is Updating for about 45 minutes; Online means that the migration is complete.";
    OPTION_2_EACH = S002, "S002.option-2-each", "Option 2, migration steps",
        "With several regions, the steps are repeated for each location.";
    RETURN = S002, "S002.return", "Migrate back to original subnet",
        "The return is another network update: select the original subnet for every location and save once; it takes about 45 minutes, and the VIP changes again.";
    RETURN_LOCKS = S002, "S002.return-locks", "Migrate back to original subnet",
        "Before the return, remove resource locks on the virtual network, subnet or resource group, and other stv1 instances from the subnet; the removal must be complete.";
    RETURN_ADDRESSES = S002, "S002.return-addresses", "Update VNet configuration",
        "Before the return, Available IPs of the original subnet must show every address free except those that Azure reserves.";
    RETURN_NEEDS = S002, "S002.return-needs", "Additional prerequisites",
        "The original subnet needs a network security group and the rules for stv2; a new public IP address resource is optional.";
    FAQ_QUESTIONS = S002, "S002.faq-questions", "FAQ: what is needed to choose a path",
        "Clarify network mode, custom domains, firewall, dependencies on the VIP and regions; whether the instance can be modified, downtime is acceptable, and the migration can be outside business hours.";
    FAQ_DOWNTIME = S002, "S002.faq-downtime", "FAQ: downtime",
        "With a new VIP and default host names, no downtime is expected if network dependencies are prepared; custom domains point at compute that will be deleted until their records are updated.";
    FAQ_SAFE = S002, "S002.faq-safe", "FAQ: data and configuration",
        "Storage is not changed: all configuration and the system-assigned managed identity are preserved.";
    FAQ_CONFIRM = S002, "S002.faq-confirm", "FAQ: confirming success",
        "The migration is complete with status Online, platform stv2 or stv2.1, and a green network status for every required dependency.";
    FAQ_PARALLEL = S002, "S002.faq-parallel", "FAQ: without modifying the instance",
        "Deploy a second instance side by side and copy the configuration.";
    FAQ_FAILURE = S002, "S002.faq-failure", "FAQ: if the migration fails",
        "A failed migration rolls back to stv1 automatically and changes nothing.";
    FAQ_LOCK = S002, "S002.faq-lock", "FAQ: what is not available",
        "The gateway serves API requests throughout; custom domains, locations and CA certificates are locked for 30 minutes.";
    FAQ_DURATION = S002, "S002.faq-duration", "FAQ: how long",
        "About 45 minutes; the status shows when the migration is complete.";
    FAQ_TRY_NETWORK = S002, "S002.faq-try-network", "FAQ: validating the network beforehand",
        "A test instance with the planned virtual network, subnet and IP address shows by its network status whether the network works; then delete it.";
    FAQ_ROLLBACK = S002, "S002.faq-rollback", "FAQ: rolling back",
        "A completed migration can't be rolled back; with a new VIP, the old gateway is available for a short time so that you can confirm the settings.";
    FAQ_PRIVATE_ZONES = S002, "S002.faq-private-zones", "FAQ: custom domain and private DNS zones",
        "Internal mode with a new VIP: update private DNS zones to the new private VIP, on DNS servers outside Azure too; in external mode default host names are updated automatically.";
    FAQ_MULTI_REGION = S002, "S002.faq-multi-region", "FAQ: several regions",
        "The portal migrates each location separately, REST migrates all in one request; the instance is migrated when all locations are; regional gateways stay available throughout.";
    FAQ_SAME_SUBNET = S002, "S002.faq-same-subnet", "FAQ: upgrading to the same subnet",
        "Only REST migrates in the same subnet in one step, the portal needs another subnet and a return; the old gateway takes 15 to 45 minutes to leave a subnet; the rules of the original subnet must fit stv2; IP addresses are assigned dynamically, so the private VIP can differ after the return.";
    FAQ_TEST = S002, "S002.faq-test", "FAQ: testing before switching",
        "Both gateways exist for 15 minutes by default, or 48 hours if set; a hosts file entry sends a tester to the new gateway while the old one serves traffic; CNAME records need no change.";
    FAQ_DEFAULT_NAMES = S002, "S002.faq-default-names", "FAQ: default domain names",
        "In external mode default host names point at the new VIP at once, and the management endpoint does so in every mode: firewall rules must be ready beforehand.";
    FAQ_SELF_HOSTED = S002, "S002.faq-self-hosted", "FAQ: self-hosted gateways",
        "Self-hosted gateways need no change, but the IP address of their configuration endpoint can change: rules that list the old address must be updated.";
    FAQ_PORTAL = S002, "S002.faq-developer-portal", "FAQ: developer portal",
        "The developer portal has no downtime; the record of its custom domain must be updated, default host names are updated automatically.";
    FAQ_COST = S002, "S002.faq-cost", "FAQ: cost",
        "Cost does not change: nothing is added during or after the migration.";
    FAQ_RIGHTS = S002, "S002.faq-rights", "FAQ: permissions",
        "Write access to the instance, and the join actions for subnets and public IP addresses.";
    SAME_SUBNET_IN_PORTAL = VNET_NOVEMBER, "vnet-2024-11.portal", "Option 1",
        "The portal also migrates in the same subnet, with the VIP preserved or a new VIP: select the IP option, select Verify for the subnet, then Start migration.";
    LONGER = VNET_NOVEMBER, "vnet-2024-11.longer", "How long will the migration take",
        "Several regions, or more than one subnet change, take longer overall.";
    SPECIAL = VNET_NOVEMBER, "vnet-2024-11.special", "Special conditions and scenarios",
        "Special conditions of a virtual network, which the portal detects, add about 1 hour of downtime to a migration in the same subnet; the portal is the preferred tool, and REST needs a switch that accepts the downtime.";
    SPECIAL_SHARED = VNET_NOVEMBER, "vnet-2024-11.shared", "Special conditions and scenarios",
        "Several stv1 instances in a subnet may not all fit with a second copy: migrate one after another.";
    SPECIAL_DELEGATED = VNET_NOVEMBER, "vnet-2024-11.delegated", "Special conditions and scenarios",
        "A delegated subnet can't be used for the migration: another subnet is required.";
    SPECIAL_KEY_VAULT = VNET_NOVEMBER, "vnet-2024-11.key-vault", "Special conditions and scenarios",
        "If Key Vault is blocked, another subnet is required, with a rule that allows Key Vault.";
    SPECIAL_TWO = VNET_NOVEMBER, "vnet-2024-11.two", "Special conditions and scenarios",
        "If the same subnet is not possible, or more than one condition applies, migrate to another subnet.";
    COEXIST_LATER = COEXIST, "coexist-2024-02.window", "Old and new compute side by side",
        "Revisions of this text give 15 minutes, then usually an hour or less; both computes serve traffic, and the time is not charged.";
    ASK_SUPPORT = SUPPORT, "support-2024-02.request", "Help with the migration",
        "Open a support request with problem subtype Upgrade, Scale or SKU Changes; support can neither postpone automatic migration nor extend the SLA.";
    NO_VNET_PRESERVE = NO_VNET, "no-vnet-2024-03.preserve", "Migration options",
        "VIP preserved: up to about 15 minutes of gateway downtime, configuration locked for 45 minutes, nothing to do afterwards.";
    NO_VNET_NEW = NO_VNET, "no-vnet-2024-03.new", "Migration options",
        "New VIP: no downtime, configuration locked for 30 minutes; A records, firewall rules and networks must be updated, CNAME records need no change.";
    NO_VNET_SCOPE = NO_VNET, "no-vnet-2024-03.scope", "Prerequisites",
        "Developer, Basic, Standard and Premium migrate in place, in the portal or by REST; no other preparation is required.";
    NO_VNET_LOCATIONS = NO_VNET, "no-vnet-2024-03.locations", "Several regions",
        "One migration covers every location, in the portal and by REST.";
    NO_VNET_DURATION = NO_VNET, "no-vnet-2024-03.duration", "Status",
        "About 45 minutes; if the status is Updating for more than 2 hours, contact support.";
    NO_VNET_NAMES = NO_VNET, "no-vnet-2024-03.names", "DNS",
        "Default host names of gateway, portal and management endpoint point at the new VIP automatically and at once.";
    NO_VNET_RIGHTS = NO_VNET, "no-vnet-2024-03.rights", "Permissions",
        "Write access to the instance is sufficient.";
    NO_VNET_END = NO_VNET, "no-vnet-2024-03.end", "Confirming success",
        "The migration is complete with status Online, platform stv2 or stv2.1 and green network status; a failed migration rolls back automatically, a completed one can't be reversed.";
    NO_VNET_SAFE = NO_VNET, "no-vnet-2024-03.safe", "Data",
        "Configuration and the system-assigned managed identity are preserved, and the cost does not change.";
    NO_VNET_OVERLAP = NO_VNET_FEBRUARY, "no-vnet-2024-02.overlap", "FAQ",
        "Both computes exist for 15 minutes; the next revision does not state a duration.";
    ZONES_MOVE = S003, "S003.stv1-injected", "Existing gateway location (stv1) injected in a network",
        "Configuring zones for an injected location on stv1 requires a new subnet and moves the instance to stv2; the public IP address resource is optional here.";
    ZONES_NO_DOWNTIME = S003, "S003.downtime", "Downtime requirements",
        "No change of zones requires downtime.";
    ZONES_CHANGE_ADDRESSES = S004, "S004.zone-change", "Configure availability zone support",
        "A change of zones takes 15 to 45 minutes, the gateway stays available, and the public and private VIP change.";
    ZONES_NEED_ADDRESS = S004, "S004.zone-public-ip", "Considerations: IP address requirements",
        "An injected instance needs a public IP address resource when zones are configured; in internal mode it is used for management only.";
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
        (Vnet::Internal, Vip::New) => INTERNAL_NEW_ROW,
        (Vnet::None, Vip::Preserve | Vip::New) => return None,
    })
}

/// The row of internal mode with a new VIP, the only one in which two revisions differ.
pub const INTERNAL_NEW_ROW: Cited<Cutover> = Cited {
    value: Cutover { downtime: 0, temporary_address: 0, retention: 4 * 60, extendable_to: None },
    by: &INTERNAL_NEW,
    later: &[LATER],
};

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
/// How long both computes exist by default.
pub const COEXISTS_BY_DEFAULT: Cited<Minutes> = Cited::new(15, &FAQ_TEST);
/// The same by a shared text: in its first revision, and as the usual longest time in a later one.
pub const COEXISTS: Cited<(Minutes, Minutes)> = Cited::new((15, 60), &COEXIST_LATER);
/// The same outside a virtual network, by an earlier revision; the next one gives no figure.
pub const COEXISTS_OUTSIDE: Cited<Minutes> = Cited::new(15, &NO_VNET_OVERLAP);
