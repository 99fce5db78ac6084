//! What to do while the migration runs.

use super::{ActionId, Checklist, Cites, Family, family};
use crate::cite::by;
use crate::domain::{Owner, PathId, Phase, Text};
use crate::facts::{migration, network, platform};

impl Checklist<'_> {
    pub(super) fn during(&mut self) {
        use Phase::During;
        let path = self.path;
        match path {
            PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start the migration: one REST call moves every location. In the portal: Platform migration, choose the address, press Verify on the subnet, then Start migration.",
                    by![migration::REST_MOVES_ALL, migration::SAME_SUBNET_IN_PORTAL],
                );
            }
            PathId::InPlacePreserveVip | PathId::InPlaceNewVip => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start the migration, by one REST call or in the portal under Platform migration: either moves every location.",
                    by![migration::NO_VNET_SCOPE, migration::NO_VNET_LOCATIONS],
                );
            }
            PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => {
                self.add(
                    ActionId::StartMigration,
                    During,
                    Owner::Apim,
                    "Start in the portal under Platform migration: choose location, network, subnet and, if you have one, public address.",
                    by![migration::OPTION_2, migration::OPTION_2_SETTINGS],
                );
                let setting = if path == PathId::NewSubnetKeep48h {
                    "Choose to stay in the new subnet and keep the stv1 compute for 48 hours."
                } else {
                    "Choose to return to the original subnet as soon as possible: the stv1 compute is gone about 15 minutes after the run."
                };
                self.add(ActionId::ChooseRetention, During, Owner::Apim, setting, by![migration::OPTION_2_SETTINGS]);
            }
            PathId::EnableZoneRedundancy => {
                let (text, sources): (Text, Cites) = if self.in_a_network() {
                    ("In the portal under Locations, choose the location, units that the zones can share evenly, the zones, the new subnet and the public address; then Apply and Save.".into(), by![migration::ZONES_MOVE])
                } else {
                    ("In the portal under Locations, choose the location, units that the zones can share evenly, and the zones; then Apply and Save.".into(), by![migration::ZONES_MOVE])
                };
                self.add(ActionId::NameZones, During, Owner::Apim, text, sources);
            }
            PathId::InjectIntoVnet => {
                self.add(
                    ActionId::InjectInstance,
                    During,
                    Owner::Apim,
                    "In the portal under Network, choose external or internal mode, then network, subnet and, if you have one, public address for each location; then Apply and Save.",
                    by![platform::OPTIONS, platform::VNET_UPDATE],
                );
            }
            PathId::SideBySide => {}
        }
        let each = matches!(path, PathId::NewSubnetKeep48h | PathId::NewSubnetReturn | PathId::EnableZoneRedundancy);
        if each && self.several() {
            self.add(
                ActionId::MigrateEachLocation,
                During,
                Owner::Apim,
                "Repeat for each location: the portal moves one at a time, and the instance counts as migrated when all are on stv2.",
                by![migration::OPTION_2_EACH, migration::FAQ_MULTI_REGION],
            );
        }
        if let Some(lock) = self.figures.lock {
            let text =
                format!("Leave custom domains, locations and CA certificates alone for {} minutes: they are locked.", lock.value);
            self.add(ActionId::LeaveConfigurationAlone, During, Owner::Apim, text, by![]).sources = lock.sources();
        } else {
            self.add(
                ActionId::LeaveConfigurationAlone,
                During,
                Owner::Apim,
                "Leave infrastructure settings alone until the status is Online again; APIs and policies can be changed.",
                by![network::UPDATE_TAKES],
            );
        }
        let (text, sources): (Text, Cites) = if family(path) == Family::InPlace {
            (
                "Watch the status: Updating, then Online. Still Updating after 2 hours: ask support.".into(),
                by![migration::NO_VNET_DURATION, migration::ASK_SUPPORT],
            )
        } else {
            ("Watch the status: Updating, then Online. If it is Online and still on stv1, the run failed and nothing has changed. The page for instances outside a network sends a run of more than 2 hours to support.".into(), by![migration::OPTION_2_STATUS, migration::FAQ_FAILURE, migration::NO_VNET_DURATION])
        };
        self.add(ActionId::WatchStatus, During, Owner::Apim, text, sources);
    }
}
