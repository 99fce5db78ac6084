//! What to do to return to the original subnet: a second migration with names, rules and an outage of its own.

use super::{ActionId, Checklist};
use crate::cite::by;
use crate::domain::{Owner, Phase, Text, Tier};
use crate::facts::network::KEPT_BY_AZURE;
use crate::facts::{migration, network, ports};
use crate::wording::{range, span};

use Phase::WayBack;

impl Checklist<'_> {
    pub(super) fn way_back(&mut self) {
        let account = self.account;
        let Some(back) = &account.way_back else { return };
        let excluded = account.answers.subnets.delegated || account.answers.key_vault_blocked == Some(true);
        if excluded {
            self.add(
                ActionId::FreeOriginalSubnet,
                WayBack,
                Owner::Network,
                "Remove the delegation of the original subnet, and allow outbound TCP 443 to AzureKeyVault.",
                by![migration::SPECIAL_DELEGATED, migration::SPECIAL_KEY_VAULT, network::NO_DELEGATION],
            );
        }
        self.remove_locks();
        let (shortest, longest) = migration::VACATES.value;
        self.add(
            ActionId::WaitForAddresses,
            WayBack,
            Owner::Network,
            format!(
                "Wait until all but {KEPT_BY_AZURE} IP addresses of the original subnet are shown as available: usually {}, up to {}.",
                range(shortest, longest),
                span(network::UNLOCKS_WITHIN.value)
            ),
            by![migration::RETURN_ADDRESSES, migration::FAQ_SAME_SUBNET, network::LOCK_CLEARS],
        );
        self.add(
            ActionId::PrepareOriginalSubnet,
            WayBack,
            Owner::Network,
            "Associate a network security group with the required ports of stv2 with the original subnet, and update its firewall rules.",
            by![migration::RETURN_NEEDS, migration::FAQ_SAME_SUBNET, ports::REQUIRED_PORTS],
        );
        self.endpoints_and_routes(WayBack, false);
        self.add_due(
            ActionId::UpdateFirewallRules,
            WayBack,
            Owner::Network,
            Some(back.end),
            "Check that rules, backends and partners still allow the original subnet range before the return; the new public VIP is not known in advance.",
            by![migration::RETURN, migration::BACKENDS_ADMIT_SUBNET],
        );
        let takes = span(back.end - back.start);
        let why = match account.answers.tier {
            Some(Tier::Developer) => {
                format!("The return takes about {takes}; in Developer, the gateway is unavailable meanwhile.")
            }
            _ => format!("The return takes about {takes}."),
        };
        self.add(
            ActionId::StartReturn,
            WayBack,
            Owner::Apim,
            "In the portal under Network, select the original virtual network and subnet for every location, then Apply and Save.",
            by![migration::RETURN, migration::FAQ_SAME_SUBNET, network::UPDATE_DEVELOPER],
        )
        .why = Some(why.into());
        self.read_new_addresses(WayBack);
        self.allow_private_vip(WayBack);
        // No retention is documented for this change: names that the reader updates fail until then.
        self.update_names(WayBack, Some(back.end));
        self.check(WayBack);
    }

    fn remove_locks(&mut self) {
        let account = self.account;
        let locked = account.locations().any(|location| location.subnet.is_some_and(|subnet| subnet.locked == Some(true)));
        let unlocked = !locked && self.all_subnets(|subnet| subnet.locked.map(|locked| !locked));
        let shared = account.answers.subnets.shared;
        if shared {
            self.add(
                ActionId::MoveOtherInstances,
                WayBack,
                Owner::Apim,
                "Migrate the other stv1 instances, or move them to another subnet: the original subnet stays locked while they use it.",
                by![migration::RETURN_LOCKS],
            );
        }
        if unlocked {
            return;
        }
        let (from, to) = network::LOCK_REMOVAL.value;
        let wait = format!("wait until the removal is complete ({} for a resource group)", range(from, to));
        let text: Text = if locked {
            format!("Remove the resource lock of the original subnet, and {wait}.").into()
        } else {
            format!("If the original subnet has a resource lock, remove it and {wait}.").into()
        };
        self.add(
            ActionId::RemoveResourceLocks,
            WayBack,
            Owner::Network,
            text,
            by![migration::RETURN_LOCKS, network::LOCK_CLEARS],
        );
    }
}
