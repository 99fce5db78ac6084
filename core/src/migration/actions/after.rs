//! What to do after the migration, and after the return to the original subnet.

use super::{ActionId, Checklist, Cites, Family, family};
use crate::cite::by;
use crate::decide::changes_address;
use crate::domain::{Autoscale, Firewall, Minutes, Owner, Phase, Text, Tier};
use crate::facts::{migration, network, platform, side_by_side, specification};

impl Checklist<'_> {
    /// What follows a run. The way back follows its own run with the same work.
    pub(super) fn after(&mut self, phase: Phase) {
        let path = self.path;
        let answers = *self.answers();
        let changes = changes_address(path);
        let deadline = self.deadline(phase);
        if changes {
            let text = match self.internal() {
                Some(true) => "Read the new private and public address of each location.",
                Some(false) => "Read the new public address of each location.",
                None => "Read the new addresses of each location.",
            };
            self.add(
                ActionId::ReadNewAddresses,
                phase,
                Owner::Apim,
                text,
                by![specification::READ_SERVICE, network::DYNAMIC_ADDRESSES],
            );
            if phase == Phase::After && self.figures.retention.plan_for_minutes.is_some() && answers.custom_domains != Some(false)
            {
                self.add(
                    ActionId::ValidateWithHostsFile,
                    phase,
                    Owner::Apim,
                    "Try the new gateway before others do: enter its address for the custom name in a tester's hosts file, while the old compute serves everybody else.",
                    by![migration::FAQ_TEST],
                )
                .by_minute = deadline;
            }
        }
        if changes {
            self.names_follow(phase, deadline);
        }
        if changes {
            self.rules_follow(phase, deadline);
        }
        let (end, network): (Cites, Cites) = if family(path) == Family::InPlace {
            (by![migration::NO_VNET_END, platform::READ_THE_PROPERTY], by![migration::NO_VNET_END])
        } else {
            (by![migration::FAQ_CONFIRM, migration::FAQ_MULTI_REGION, platform::READ_THE_PROPERTY], by![migration::FAQ_CONFIRM])
        };
        let text = if self.several() {
            "Check that every location reads stv2 or stv2.1 and the status is Online."
        } else {
            "Check that platformVersion reads stv2 or stv2.1 and the status is Online."
        };
        self.add(ActionId::VerifyPlatformVersion, phase, Owner::Apim, text, end);
        self.add(
            ActionId::CheckNetworkStatus,
            phase,
            Owner::Apim,
            "Check that the network status is green for everything required.",
            network,
        );
        if phase != Phase::After {
            return;
        }
        if family(path) == Family::SameSubnet {
            match self.request.autoscale {
                Some(Autoscale::Limits(_)) => {
                    self.add(
                        ActionId::RestoreAutoscale,
                        phase,
                        Owner::Apim,
                        "Turn autoscale back on.",
                        by![migration::OPTION_1_AUTOSCALE],
                    );
                }
                None if answers.tier != Some(Tier::Developer) => {
                    self.add(
                        ActionId::RestoreAutoscale,
                        phase,
                        Owner::Apim,
                        "If you turned autoscale off, turn it back on.",
                        by![migration::OPTION_1_AUTOSCALE],
                    );
                }
                Some(Autoscale::Off) | None => {}
            }
        }
        let asked = self.actions.iter().any(|action| action.id == ActionId::AllowPrecreatedIp);
        if changes {
            self.add(
                ActionId::RemoveOldAddresses,
                phase,
                Owner::Network,
                "Take the old addresses out of all rules once nobody uses them.",
                by![network::ADDRESS_CHANGES],
            );
        } else if asked {
            self.add(
                ActionId::RemovePrecreatedIp,
                phase,
                Owner::Network,
                "Take the precreated address out of the rules again.",
                by![migration::PRECREATED_PRESERVE],
            );
        }
    }

    /// The minute by which clients must have followed, on the clock of the first run.
    fn deadline(&self, phase: Phase) -> Option<Minutes> {
        let end = self.figures.duration.typical?;
        let kept = self.figures.retention.plan_for_minutes?;
        (phase == Phase::After).then_some(end + kept)
    }

    fn names_follow(&mut self, phase: Phase, deadline: Option<Minutes>) {
        let answers = *self.answers();
        let internal = self.internal();
        if answers.custom_domains != Some(false) {
            let text: Option<Text> = if internal == Some(true) {
                Some("Point the records of your custom names at the new private address of each location.".into())
            } else if answers.has_a_record() {
                Some("Point the A records of your custom names at the new public address, the developer portal's too.".into())
            } else if answers.has_no_a_record() {
                None
            } else if answers.custom_domains == Some(true) {
                Some("Where custom names point at the address by A record, the developer portal's too, change the record; names by CNAME follow by themselves.".into())
            } else {
                Some(
                    "If custom names point at the address by A record, change the record; names by CNAME follow by themselves."
                        .into(),
                )
            };
            if let Some(text) = text {
                self.add(
                    ActionId::UpdateCustomDomainRecords,
                    phase,
                    Owner::Dns,
                    text,
                    by![migration::WHO_MOVES_DNS, migration::FAQ_TEST, migration::FAQ_PORTAL],
                )
                .by_minute = deadline;
            }
        }
        let text: Text = match internal {
            Some(true) => "Point the private zones at the new private address, for gateway, portal and management names, on DNS servers outside Azure too.".into(),
            None => "In internal mode, point the private zones at the new private address, on DNS servers outside Azure too.".into(),
            Some(false) => return,
        };
        self.add(
            ActionId::UpdatePrivateDnsZones,
            phase,
            Owner::Dns,
            text,
            by![migration::FAQ_PRIVATE_ZONES, network::PRIVATE_ZONES],
        )
        .by_minute = deadline;
    }

    pub(super) fn rules_follow(&mut self, phase: Phase, deadline: Option<Minutes>) {
        let answers = *self.answers();
        let new_subnet = matches!(family(self.path), Family::NewSubnet | Family::Zones | Family::Inject);
        let firewall: Option<Text> = match (answers.firewall, new_subnet) {
            (Some(Firewall::None), _) => None,
            (Some(Firewall::Rules | Firewall::ForcedTunnel), true) => {
                Some("Replace today's addresses and the old subnet's range in firewall rules by the new ones.".into())
            }
            (Some(Firewall::Rules | Firewall::ForcedTunnel), false) => {
                Some("Replace today's addresses in firewall rules by the new ones; name the whole subnet instead of single private addresses.".into())
            }
            (None, _) => Some("If firewall rules name today's addresses or subnet, replace them by the new ones.".into()),
        };
        if let Some(text) = firewall {
            self.add(
                ActionId::UpdateFirewallRules,
                phase,
                Owner::Network,
                text,
                by![migration::NEW_ADDRESS, network::TUNNEL_ROUTE, network::SEEN_ADDRESSES],
            )
            .by_minute = deadline;
        }
        let pins: Option<Text> = match answers.ip_dependencies {
            Some(true) => Some("Have every partner, backend and client that pins today's addresses replace them.".into()),
            None => {
                Some("Ask partners, backends and clients whether anything pins today's addresses, and have it replaced.".into())
            }
            Some(false) => None,
        };
        if let Some(text) = pins {
            self.add(
                ActionId::UpdateIpDependencies,
                phase,
                Owner::Clients,
                text,
                by![network::ADDRESS_CHANGES, migration::NEW_ADDRESS],
            )
            .by_minute = deadline;
        }
        let gateways: Option<Text> = match self.request.self_hosted_gateways {
            // Self-hosted gateways belong to Developer and Premium.
            _ if matches!(answers.tier, Some(Tier::Basic | Tier::Standard)) => None,
            Some(true) => Some("Replace the old address of the configuration endpoint in the rules around your self-hosted gateways; in the gateways themselves nothing changes.".into()),
            None => {
                Some("If you run self-hosted gateways, replace the old address of the configuration endpoint in the rules around them.".into())
            }
            Some(false) => None,
        };
        if let Some(text) = gateways {
            self.add(
                ActionId::UpdateSelfHostedGatewayRules,
                phase,
                Owner::Network,
                text,
                by![migration::FAQ_SELF_HOSTED, side_by_side::SELF_HOSTED_RULES],
            );
        }
    }
}
