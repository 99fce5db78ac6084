//! What to do while the migration runs.

use super::super::account::Family;
use super::{ActionId, Checklist, Cites};
use crate::cite::by;
use crate::domain::{Owner, PathId, Phase, Scope, Text};
use crate::facts::{migration, network, platform};
use crate::wording::span;

use Phase::During;

impl Checklist<'_> {
    pub(super) fn during(&mut self) {
        self.start();
        let account = self.account;
        // Only the portal offers a longer retention, and the portal migrates one location at a time.
        let in_the_portal = account.figures.scope.rest.is_none() || account.safe_setting().is_some();
        if account.several() && in_the_portal && account.figures.scope.portal == Some(Scope::OneLocationAtATime) {
            self.add(
                ActionId::MigrateEachLocation,
                During,
                Owner::Apim,
                "Repeat the migration for each location; the instance is migrated when all locations are on stv2.",
                by![migration::OPTION_2_EACH, migration::FAQ_MULTI_REGION],
            );
        }
        if let Some(lock) = account.figures.lock {
            self.add_sourced(
                ActionId::LeaveConfigurationAlone,
                During,
                Owner::Apim,
                format!("Don't change custom domains, locations or CA certificates for {}: they are locked.", span(lock.value)),
                lock.sources(),
            );
        } else {
            self.add(
                ActionId::LeaveConfigurationAlone,
                During,
                Owner::Apim,
                "Don't change infrastructure settings until the status is Online again; APIs and policies can be changed.",
                by![network::UPDATE_TAKES],
            );
        }
        self.watch();
    }

    fn start(&mut self) {
        let account = self.account;
        match account.family {
            Family::SameSubnet => {
                let special = account.answers.special_vnet_conditions == Some(true);
                let text: Text = match account.safe_setting() {
                    Some(longest) => format!(
                        "Start the migration in the portal and set a retention of {}; if the portal does not offer the setting, stop.",
                        span(longest)
                    )
                    .into(),
                    None if special => "Start the migration, preferably in the portal: select the IP option, then Verify, then Start migration.".into(),
                    None => "Start the migration: by REST for all locations at once, or in the portal, where you select Verify first.".into(),
                };
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    text,
                    by![migration::REST_MOVES_ALL, migration::SAME_SUBNET_IN_PORTAL],
                );
                if let Some(longest) = account.safe_setting() {
                    self.add(
                        ActionId::ChooseRetention,
                        During,
                        Owner::Apim,
                        format!("Select a retention of {}: your DNS change may take longer than the default.", span(longest)),
                        by![migration::INTERNAL_NEW_NOVEMBER],
                    );
                }
            }
            Family::InPlace => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start the migration by REST or in the portal under Platform migration; both migrate every location.",
                    by![migration::NO_VNET_SCOPE, migration::NO_VNET_LOCATIONS],
                );
            }
            Family::NewSubnet => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start the migration in the portal under Platform migration: select location, virtual network, subnet and, optionally, public IP address.",
                    by![migration::OPTION_2, migration::OPTION_2_SETTINGS],
                );
                let kept = account.figures.retention.minutes.map(span).unwrap_or_default();
                let setting = if account.path == PathId::NewSubnetReturn {
                    format!("Select to return to the original subnet: stv1 compute is deleted about {kept} after the migration.")
                } else {
                    format!("Select to stay in the new subnet and retain stv1 compute for {kept}.")
                };
                self.add(ActionId::ChooseRetention, During, Owner::Apim, setting, by![migration::OPTION_2_SETTINGS]);
            }
            Family::Zones => {
                let network = if account.in_a_network() { ", the new subnet and the public IP address" } else { "" };
                self.add(
                    ActionId::NameZones,
                    During,
                    Owner::Apim,
                    format!(
                        "In the portal under Locations, select the location, its units, the zones{network}, then Apply and Save."
                    ),
                    by![migration::ZONES_MOVE],
                );
            }
            Family::Inject => {
                self.add(
                    ActionId::InjectInstance,
                    During,
                    Owner::Apim,
                    "In the portal under Network, select the mode and, for each location, virtual network and subnet, then Apply and Save.",
                    by![platform::OPTIONS, platform::VNET_UPDATE],
                );
            }
            Family::SideBySide => {}
        }
    }

    fn watch(&mut self) {
        let account = self.account;
        let support = span(migration::SUPPORT_AFTER.value);
        let in_place = account.family == Family::InPlace;
        let sources: Cites = if in_place {
            by![migration::NO_VNET_DURATION, migration::ASK_SUPPORT]
        } else {
            by![migration::OPTION_2_STATUS, migration::FAQ_FAILURE, migration::NO_VNET_DURATION]
        };
        let text = format!(
            "Watch the status change from Updating to Online; if it is Updating for more than {support}, contact support."
        );
        let action = self.add(ActionId::WatchStatus, During, Owner::Apim, text, sources);
        if !in_place {
            action.why = Some("Online on stv1 means that the migration failed: it rolled back and changed nothing.".into());
        }
    }
}
