//! What to do to return to the original subnet.

use super::{ActionId, Checklist};
use crate::cite::by;
use crate::domain::{Owner, Phase, Text};
use crate::facts::{migration, network};

impl Checklist<'_> {
    pub(super) fn way_back(&mut self) {
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
}
