//! What to do to replace the instance by a second one.

use super::{ActionId, Checklist};
use crate::cite::by;
use crate::domain::{Owner, Phase, Text, Tier};
use crate::facts::{migration, network, platform, side_by_side};

impl Checklist<'_> {
    pub(super) fn side_by_side(&mut self) {
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
}
