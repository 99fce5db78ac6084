//! What to do after the migration.

use super::super::account::{ChangedBy, Family, NameKind, TestWindow};
use super::{ActionId, Checklist, Cites};
use crate::cite::by;
use crate::domain::{Autoscale, Minutes, Owner, Phase, Text};
use crate::facts::{migration, network, platform, reliability, specification};

use Phase::After;

impl Checklist<'_> {
    pub(super) fn after(&mut self) {
        let account = self.account;
        if account.changes_vip() {
            self.read_new_addresses(After);
            self.test_first();
            self.allow_private_vip(After);
            self.update_names(After, account.dns_due_at());
        }
        self.check(After);
        self.restore_autoscale();
        self.clean_up();
        self.add(
            ActionId::UpdateInfrastructureCode,
            After,
            Owner::Apim,
            if account.changes_vip() {
                "Update Bicep, Terraform and pipelines before their next run: old subnet, IP addresses or API version could undo the change."
            } else {
                "Check Bicep, Terraform and pipelines before their next run: an old API version can't describe an instance on stv2."
            },
            by![platform::UPDATE_MOVES, network::ADDRESS_CHANGES],
        );
    }

    pub(super) fn read_new_addresses(&mut self, phase: Phase) {
        let text = match self.account.internal() {
            Some(true) => "Read the new private and public VIP of each location.",
            Some(false) => "Read the new public VIP of each location.",
            None => "Read the new VIPs of each location.",
        };
        self.add(
            ActionId::ReadNewAddresses,
            phase,
            Owner::Apim,
            text,
            by![specification::READ_SERVICE, network::DYNAMIC_ADDRESSES],
        );
    }

    /// Only where stv1 compute serves live traffic meanwhile.
    fn test_first(&mut self) {
        let account = self.account;
        let text: Text = match account.test {
            TestWindow::For(_) => {
                "Before you update DNS, test the new gateway: add its VIP with your host name to a tester's hosts file.".into()
            }
            TestWindow::Perhaps(_) => {
                format!("You can test the new gateway before you update DNS {}: use a hosts file.", account.test_condition())
                    .into()
            }
            TestWindow::None | TestWindow::Unlimited => return,
        };
        self.add_due(ActionId::ValidateWithHostsFile, After, Owner::Apim, account.dns_due_at(), text, by![migration::FAQ_TEST]);
    }

    /// A private VIP is known only now, and traffic reaches it when the reader updates DNS.
    pub(super) fn allow_private_vip(&mut self, phase: Phase) {
        let account = self.account;
        if account.internal() == Some(false) || account.lists_addresses() == Some(false) {
            return;
        }
        let lead = match (account.internal(), account.lists_addresses()) {
            (Some(true), Some(true)) => "Add",
            (Some(true), _) => "If rules or clients list the private VIP, add",
            (Some(false) | None, _) => "In internal mode, add",
        };
        self.add(
            ActionId::AllowPrivateVip,
            phase,
            Owner::Network,
            format!("{lead} the new private VIP to rules that list the old one, before you update DNS."),
            by![migration::FAQ_PRIVATE_ZONES, network::DYNAMIC_ADDRESSES],
        );
    }

    /// The names that wait for the reader.
    pub(super) fn update_names(&mut self, phase: Phase, due: Option<Minutes>) {
        let account = self.account;
        let internal = account.internal();
        let by_hand = account.names().iter().any(|name| name.kind == NameKind::Custom && name.changed_by == ChangedBy::You);
        let custom: Option<Text> = match (internal, account.answers.custom_domains) {
            (_, Some(false)) => None,
            (Some(true), _) => Some("Update the A records of your custom domains to the new private VIP of each location.".into()),
            _ if account.answers.has_a_record() => {
                Some("Update the A records of your custom domains, including the developer portal's, to the new public VIP.".into())
            }
            _ if account.answers.has_no_a_record() => None,
            (_, Some(true)) if by_hand => Some("If custom domains use A records, including the developer portal's, update them to the new VIP; CNAME records follow.".into()),
            _ => Some("If custom domains use A records, update them to the new VIP; CNAME records follow.".into()),
        };
        if let Some(text) = custom {
            self.add_due(
                ActionId::UpdateCustomDomainRecords,
                phase,
                Owner::Dns,
                due,
                text,
                by![migration::WHO_MOVES_DNS, migration::FAQ_TEST, migration::FAQ_PORTAL],
            );
        }
        let text: Text = match internal {
            Some(true) => {
                "Update the private DNS zones to the new private VIP of each location, on DNS servers outside Azure too.".into()
            }
            None => {
                "In internal mode, update the private DNS zones to the new private VIP, on DNS servers outside Azure too.".into()
            }
            Some(false) => return,
        };
        self.add_due(
            ActionId::UpdatePrivateDnsZones,
            phase,
            Owner::Dns,
            due,
            text,
            by![migration::FAQ_PRIVATE_ZONES, network::PRIVATE_ZONES],
        );
        // In internal mode Azure balances nothing between regions.
        if internal == Some(true) && account.request.locations.len() > 1 {
            self.add_due(
                ActionId::UpdateLoadBalancing,
                phase,
                Owner::Network,
                due,
                "Update your load balancing between the regions to the new private VIPs.",
                by![reliability::INTERNAL_ROUTING_IS_YOURS],
            );
        }
    }

    pub(super) fn check(&mut self, phase: Phase) {
        let account = self.account;
        let (end, status): (Cites, Cites) = if account.family == Family::InPlace {
            (by![migration::NO_VNET_END, platform::READ_THE_PROPERTY], by![migration::NO_VNET_END])
        } else {
            (by![migration::FAQ_CONFIRM, migration::FAQ_MULTI_REGION, platform::READ_THE_PROPERTY], by![migration::FAQ_CONFIRM])
        };
        let text = if account.several() {
            "Check that platformVersion is stv2 or stv2.1 in every location and the status is Online."
        } else {
            "Check that platformVersion is stv2 or stv2.1 and the status is Online."
        };
        self.add(ActionId::VerifyPlatformVersion, phase, Owner::Apim, text, end);
        self.add(
            ActionId::CheckNetworkStatus,
            phase,
            Owner::Apim,
            "Check that the network status is green for every required dependency.",
            status,
        );
    }

    fn restore_autoscale(&mut self) {
        let account = self.account;
        if account.family != Family::SameSubnet || !account.may_autoscale() {
            return;
        }
        let text = match account.request.autoscale {
            Some(Autoscale::Limits(_)) => "Enable autoscale.",
            Some(Autoscale::Off) | None => "If you disabled autoscale, enable it again.",
        };
        self.add(ActionId::RestoreAutoscale, After, Owner::Apim, text, by![migration::OPTION_1_AUTOSCALE]);
    }

    fn clean_up(&mut self) {
        let allowed = self.actions.iter().any(|action| action.id == ActionId::AllowPrecreatedIp);
        if self.account.changes_vip() {
            self.add(
                ActionId::RemoveOldAddresses,
                After,
                Owner::Network,
                "Remove the old IP addresses from all rules when stv1 compute is deleted and nothing uses them.",
                by![network::ADDRESS_CHANGES],
            );
        } else if allowed {
            self.add(
                ActionId::RemovePrecreatedIp,
                After,
                Owner::Network,
                "Remove the precreated IP address from the rules.",
                by![migration::PRECREATED_PRESERVE],
            );
        }
    }
}
