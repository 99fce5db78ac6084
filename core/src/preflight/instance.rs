//! Prerequisites of the instance as a whole.

use super::commands::{Named, disable_autoscale, list_autoscale, list_locks, list_roles, read_instance};
use super::{CheckResult, Checker, PreflightFinding, Prerequisites, region};
use crate::cite::Sources;
use crate::decide::platform;
use crate::domain::{Autoscale, Certainty, Owner, PlatformVersion};
use crate::facts::migration::{FAQ_RIGHTS, NO_VNET_RIGHTS, OPTION_1_AUTOSCALE, PRECREATED_WHERE, SPECIAL, SPECIAL_KEY_VAULT};
use crate::facts::platform::READ_THE_PROPERTY;
use crate::facts::tiers::autoscales;

impl Checker<'_> {
    pub(super) fn instance(&mut self, prerequisites: Prerequisites) {
        self.platform();
        self.state();
        self.autoscale(prerequisites);
        self.locked();
        if prerequisites == Prerequisites::SameSubnet {
            self.special_conditions();
            self.key_vault();
        }
        self.rights(prerequisites);
    }

    fn platform(&mut self) {
        let of_instance = self.decision.platform;
        let found = self.places().map(|place| {
            let own = platform::of_location(place.location, of_instance);
            let stated = own.certainty == Certainty::Stated;
            match own.version.filter(|_| stated || own.certainty == Certainty::Inferred) {
                Some(version @ PlatformVersion::Stv1) => {
                    place.finding(CheckResult::Passed, format!("platformVersion {}", version.as_str()))
                }
                Some(version) => place.finding(
                    CheckResult::Passed,
                    format!("platformVersion {}: nothing is left to migrate here", version.as_str()),
                ),
                None => place
                    .finding(CheckResult::NotKnown, "platformVersion is not stated")
                    .instead("Read platformVersion first: it decides whether there is anything to migrate.")
                    .commands(read_instance(self.request(), "Read platformVersion", "", Some("properties.platformVersion"))),
            }
        });
        let mut found: Vec<PreflightFinding> = found.collect();
        if found.is_empty() {
            found.push(match of_instance.version.filter(|_| of_instance.certainty == Certainty::Stated) {
                Some(version) => PreflightFinding::new(CheckResult::Passed, format!("platformVersion {}", version.as_str())),
                None => PreflightFinding::new(CheckResult::NotKnown, "platformVersion is not stated")
                    .instead("Read platformVersion first: it decides whether there is anything to migrate.")
                    .commands(read_instance(self.request(), "Read platformVersion", "", Some("properties.platformVersion"))),
            });
        }
        let _ = self.add("platform", (true, Owner::Apim), "The instance runs on stv1", found, Sources::from(&READ_THE_PROPERTY));
    }

    fn state(&mut self) {
        let finding = match self.imported.extras.provisioning_state.as_deref() {
            Some("Succeeded") => PreflightFinding::new(CheckResult::Passed, "provisioningState Succeeded"),
            Some(state) => PreflightFinding::new(CheckResult::Failed, format!("provisioningState {state}"))
                .instead("Wait until the status is Online. If the status stays Failed, ask support before you migrate."),
            None => PreflightFinding::new(CheckResult::NotKnown, "the status is not in the description")
                .instead("Read the status of the instance: it must be Online.")
                .commands(read_instance(self.request(), "Read the status", "", Some("properties.provisioningState"))),
        };
        let _ = self.add("status", (true, Owner::Apim), "No other change is in progress", vec![finding], Sources::NONE);
    }

    fn autoscale(&mut self, prerequisites: Prerequisites) {
        let request = self.request();
        // Outside a virtual network the page asks for nothing.
        if !autoscales(request.tier) || prerequisites == Prerequisites::InPlace {
            return;
        }
        let setting = self.imported.extras.autoscale.as_ref();
        let name = setting.and_then(|setting| setting.name.as_deref());
        let finding = match request.autoscale {
            Some(Autoscale::Off) => PreflightFinding::new(CheckResult::Passed, "no autoscale setting is enabled"),
            Some(Autoscale::Limits(limits)) => {
                let named = Named {
                    name,
                    group: setting.and_then(|setting| setting.resource_group.as_deref()).or(request.resource_group.as_deref()),
                    subscription: request.subscription_id.as_deref(),
                };
                let setting = name.map_or_else(|| "autoscale".to_owned(), |name| format!("setting {name}"));
                PreflightFinding::new(
                    CheckResult::Failed,
                    format!("{setting} is enabled, {} to {} units", limits.minimum.get(), limits.maximum.get()),
                )
                .instead("Disable autoscale when the migration window starts, and enable it after the migration.")
                .commands(disable_autoscale(named))
            }
            None => PreflightFinding::new(CheckResult::NotKnown, "autoscale settings are not in the description")
                .instead("Check whether an autoscale setting targets the instance.")
                .commands([list_autoscale(request)]),
        };
        let sources = Sources::from(&OPTION_1_AUTOSCALE);
        let _ = self.add("autoscale", (false, Owner::Apim), "Autoscale is disabled during the migration", vec![finding], sources);
    }

    /// A read-only lock stops every change; other locks do not stop the migration.
    fn locked(&mut self) {
        let extras = &self.imported.extras;
        if extras.read_only_lock == Some(true) {
            let names = extras.locks.join(", ");
            let finding = PreflightFinding::new(CheckResult::Failed, format!("read-only lock: {names}"))
                .instead("Remove the read-only lock: with it, no property of the instance can be changed.")
                .commands([list_locks(self.request())]);
            let title = "No read-only lock holds the instance";
            let _ = self.add("read-only-lock", (true, Owner::Security), title, vec![finding], Sources::NONE);
        }
    }

    fn special_conditions(&mut self) {
        let finding = match self.request().special_vnet_conditions {
            Some(false) => PreflightFinding::new(CheckResult::Passed, "Verify in the portal found none"),
            Some(true) => PreflightFinding::new(CheckResult::Failed, "Verify in the portal found special conditions")
                .instead("Plan for the longer downtime, or use another subnet."),
            None => PreflightFinding::new(CheckResult::NotKnown, "only Verify in the portal finds special conditions").portal(
                format!(
                    "Open {} and select Settings, Platform migration. Select the location and the subnet, then select Verify. Nothing is changed.",
                    self.request().name.as_deref().unwrap_or("the instance")
                ),
            ),
        };
        let title = "The virtual network has no special conditions";
        let _ = self.add("special-conditions", (false, Owner::Apim), title, vec![finding], Sources::from(&SPECIAL));
    }

    fn key_vault(&mut self) {
        let finding = match self.request().key_vault_blocked {
            Some(false) => PreflightFinding::new(CheckResult::Passed, "the network status shows a connection"),
            Some(true) => PreflightFinding::new(CheckResult::Failed, "Key Vault is not reachable from the subnet")
                .instead("Allow Key Vault in the subnet's rules and at the firewall; otherwise another subnet is required."),
            None => PreflightFinding::new(
                CheckResult::NotKnown,
                "rules and service endpoints do not tell: a firewall or the vault's own network rules can deny",
            )
            .commands(read_instance(self.request(), "Show the network status", "/networkstatus", None)),
        };
        let title = "Key Vault is reachable from the subnet";
        let _ = self.add("key-vault", (false, Owner::Network), title, vec![finding], Sources::from(&SPECIAL_KEY_VAULT));
    }

    fn rights(&mut self, prerequisites: Prerequisites) {
        let (title, sources) = if prerequisites == Prerequisites::InPlace {
            ("The person who migrates has write access", Sources::from(&NO_VNET_RIGHTS))
        } else {
            ("The person who migrates has write access and the join actions", Sources::from(&FAQ_RIGHTS))
        };
        let finding = PreflightFinding::new(CheckResult::NotKnown, "role assignments are not read: they hold names of people")
            .instead("Check the roles of the person who starts the migration.")
            .commands([list_roles()]);
        let _ = self.add("rights", (false, Owner::Security), title, vec![finding], sources);
    }

    /// The precreated addresses, which rules elsewhere should allow beforehand.
    pub(super) fn precreated(&mut self) {
        let found: Vec<_> = self
            .places()
            .map(|place| match place.location.precreated_ip.as_deref() {
                Some(address) => place.finding(CheckResult::Passed, format!("precreated IP address {address}")),
                None => place
                    .finding(CheckResult::NotKnown, "no precreated IP address is stated")
                    .instead(format!("Read the precreated IP address of {}.", region(&place.location.name)))
                    .commands(read_instance(
                        self.request(),
                        "Read the custom properties",
                        "",
                        Some("properties.customProperties"),
                    )),
            })
            .collect();
        let title = "The precreated IP address is known";
        let _ = self.add("precreated-ip", (false, Owner::Apim), title, found, Sources::from(&PRECREATED_WHERE));
    }
}
