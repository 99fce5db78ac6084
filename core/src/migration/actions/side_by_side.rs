//! What to do to replace the instance by a second one. Its host names and addresses are others, for everybody.

use super::{ActionId, Checklist};
use crate::cite::by;
use crate::domain::{Firewall, Owner, Phase, Text};
use crate::facts::{migration, network, platform, side_by_side};

impl Checklist<'_> {
    pub(super) fn side_by_side(&mut self) {
        use Phase::Before;
        let account = self.account;
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
            "Copy the configuration by backup and restore, APIOps or your own templates.",
            by![side_by_side::BACKUP_RULES, side_by_side::BACKUP_STORAGE, side_by_side::BACKUP_TIERS, migration::FAQ_PARALLEL],
        );
        self.add(
            ActionId::RecreateWhatBackupLeavesOut,
            Before,
            Owner::Apim,
            "Configure what a backup does not contain: certificates of custom domains, CA certificates and virtual network settings.",
            by![side_by_side::BACKUP_LACKS],
        );
        self.add(
            ActionId::CopyDeveloperPortal,
            Before,
            Owner::Apim,
            "Copy the developer portal's content with its script, which deletes the target's content first.",
            by![side_by_side::PORTAL_SCRIPT, side_by_side::BACKUP_LACKS],
        );
        if account.several() {
            self.add(
                ActionId::RecreateLocations,
                Before,
                Owner::Apim,
                "Add the secondary locations with their units to the second instance.",
                by![side_by_side::PARALLEL],
            );
        }
        self.add(
            ActionId::ReassignIdentity,
            Before,
            Owner::Security,
            "Assign the roles of the first instance's managed identity to the second instance's, in Key Vault, storage and backends.",
            by![side_by_side::NEW_IDENTITY],
        );
        self.add(
            ActionId::TestParallelInstance,
            Before,
            Owner::Apim,
            "Test the second instance by its own default host name, or with a custom domain in a hosts file.",
            by![side_by_side::PARALLEL, migration::FAQ_TEST],
        );
        self.add(
            ActionId::LowerDnsTtl,
            Before,
            Owner::Dns,
            "Lower the TTL of the records to update, at least one current TTL ahead.",
            by![side_by_side::PARALLEL],
        );
        self.allow_second_instance();
        self.schedule();
        self.switch();
        self.finish();
    }

    fn switch(&mut self) {
        use Phase::During;
        let account = self.account;
        self.add(
            ActionId::SwitchTraffic,
            During,
            Owner::Dns,
            "Switch traffic to the second instance: DNS and everything in front of the gateway, such as Application Gateway, Front Door or private endpoints.",
            by![side_by_side::PARALLEL],
        );
        self.move_names();
        if account.may_have_self_hosted_gateways() {
            let text: Text = if account.request.self_hosted_gateways == Some(true) {
                "Deploy the self-hosted gateways again with the configuration endpoint and token of the second instance.".into()
            } else {
                "If you run self-hosted gateways, deploy them again with the configuration endpoint and token of the second instance.".into()
            };
            self.add(ActionId::RedeploySelfHostedGateways, During, Owner::Apim, text, by![side_by_side::NEW_IDENTITY]);
        }
    }

    fn finish(&mut self) {
        use Phase::After;
        self.add(
            ActionId::VerifyPlatformVersion,
            After,
            Owner::Apim,
            "Check that platformVersion of the second instance is stv2 or stv2.1.",
            by![migration::FAQ_CONFIRM, platform::READ_THE_PROPERTY],
        );
        self.add(
            ActionId::CheckNetworkStatus,
            After,
            Owner::Apim,
            "Check that its network status is green for every required dependency.",
            by![migration::FAQ_CONFIRM],
        );
        self.add(
            ActionId::UpdateInfrastructureCode,
            After,
            Owner::Apim,
            "Update Bicep, Terraform and pipelines to the second instance before their next run.",
            by![side_by_side::PARALLEL],
        );
        self.add(
            ActionId::RemoveOldInstance,
            After,
            Owner::Apim,
            "Delete the first instance when validation is complete; until then you can roll back, and you pay for both.",
            by![side_by_side::PARALLEL, side_by_side::PARALLEL_WAY_BACK],
        );
    }

    /// Its addresses are known as soon as it is created, long before traffic is switched.
    fn allow_second_instance(&mut self) {
        let account = self.account;
        let firewall: Option<Text> = match account.answers.firewall {
            Some(Firewall::None) => None,
            Some(Firewall::Rules | Firewall::ForcedTunnel) => Some(
                "Add the IP addresses and the subnet range of the second instance to firewall rules, in addition to the current ones."
                    .into(),
            ),
            None => Some("If firewall rules list the current IP addresses or subnet, add those of the second instance.".into()),
        };
        if let Some(text) = firewall {
            self.add(
                ActionId::UpdateFirewallRules,
                Phase::Before,
                Owner::Network,
                text,
                by![side_by_side::PARALLEL, network::SEEN_ADDRESSES],
            );
        }
        let lists: Option<Text> = match account.answers.ip_dependencies {
            Some(true) => Some("Ask every partner, backend and client that lists the current IP addresses to add those of the second instance.".into()),
            None => Some("Ask partners, backends and clients whether they list the current IP addresses, and to add those of the second instance.".into()),
            Some(false) => None,
        };
        if let Some(text) = lists {
            self.add(ActionId::UpdateIpDependencies, Phase::Before, Owner::Clients, text, by![side_by_side::PARALLEL]);
        }
    }

    fn move_names(&mut self) {
        let account = self.account;
        if account.answers.custom_domains != Some(false) {
            let lead = if account.answers.custom_domains == Some(true) { "Update" } else { "If you use custom domains, update" };
            self.add(
                ActionId::UpdateCustomDomainRecords,
                Phase::During,
                Owner::Dns,
                format!(
                    "{lead} the records of the custom domains to the second instance; CNAME records need its default host name."
                ),
                by![side_by_side::PARALLEL, side_by_side::NEW_IDENTITY],
            );
        }
        if account.internal() != Some(false) {
            let lead = if account.internal() == Some(true) { "Create" } else { "In internal mode, create" };
            self.add(
                ActionId::UpdatePrivateDnsZones,
                Phase::During,
                Owner::Dns,
                format!("{lead} private DNS zones for the host names of the second instance, on DNS servers outside Azure too."),
                by![network::PRIVATE_ZONES],
            );
        }
    }
}
