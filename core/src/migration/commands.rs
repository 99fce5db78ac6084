//! Commands to copy, filled in with the reader's names.

use super::shape::{Command, CommandId};
use crate::cite::{Sources, by};
use crate::decide::Decision;
use crate::domain::{PathId, PlanRequest, Vip};
use crate::facts::specification::{self, API_VERSION, API_VERSION_WITH_DOWNTIME, mode};
use crate::facts::{migration, platform};

/// The commands of a path: the migration itself where REST can start it, and what to read before and after.
///
/// `instance` is [`instance`], which is the same for every path. Texts are joined and not formatted: that takes their
/// length once, where a formatter grows with each part.
pub(super) fn commands(path: PathId, instance: &str, decision: &Decision) -> Vec<Command> {
    let vip = match path {
        PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip => Some(Vip::Preserve),
        PathId::SameSubnetNewVip | PathId::InPlaceNewVip => Some(Vip::New),
        // The portal's alone.
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn | PathId::EnableZoneRedundancy | PathId::InjectIntoVnet => None,
        // There is no single instance to name.
        PathId::SideBySide => return Vec::new(),
    };
    let read = [instance, "\naz rest --method get --uri \"$APIM?api-version=", API_VERSION, "\" "].concat();
    let mut commands = Vec::with_capacity(4);
    if let Some(vip) = vip {
        let special = decision.answers.special_vnet_conditions == Some(true) && path == PathId::SameSubnetPreserveVip;
        commands.push(Command {
            id: CommandId::ReadPrecreatedIps,
            title: "Read the precreated public addresses".into(),
            text: [
                &read,
                "--output tsv \\\n  --query 'properties.customProperties.\"Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps\"'",
            ]
            .concat()
            .into(),
            note: Some("One address for each location, separated by commas.".into()),
            sources: Sources::listed(by![migration::PRECREATED_WHERE, specification::READ_SERVICE]),
        });
        commands.push(migrate(instance, vip, special));
    }
    commands.push(Command {
        id: CommandId::Watch,
        title: "Watch until the status is no longer Updating".into(),
        text: [
            instance,
            "\nwhile state=$(az rest --method get --uri \"$APIM?api-version=",
            API_VERSION,
            "\" --query properties.provisioningState --output tsv); do\n  printf '%s %s\\n' \"$(date +%T)\" \"$state\"\n  [ \"$state\" = Updating ] || break\n  sleep 60\ndone",
        ]
        .concat()
        .into(),
        note: Some("The interface says Succeeded where the portal says Online.".into()),
        sources: Sources::listed(by![migration::OPTION_2_STATUS, specification::READ_SERVICE]),
    });
    commands.push(Command {
        id: CommandId::Verify,
        title: "Check platform, addresses and network status".into(),
        text: [
            &read,
            "--query 'properties.{state: provisioningState,\n  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,\n  others: additionalLocations[].{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}'\naz rest --method get --uri \"$APIM/networkstatus?api-version=",
            API_VERSION,
            "\" \\\n  --query \"[].{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}\"",
        ]
        .concat()
        .into(),
        note: Some("Done means: platform stv2 or stv2.1 everywhere, and nothing required among the failing.".into()),
        sources: Sources::listed(by![migration::FAQ_CONFIRM, platform::READ_THE_PROPERTY, specification::READ_SERVICE]),
    });
    commands
}

fn migrate(instance: &str, vip: Vip, special: bool) -> Command {
    let (version, switch) = if special { (API_VERSION_WITH_DOWNTIME, "&migrateWithDowntime=true") } else { (API_VERSION, "") };
    let (title, note) = match vip {
        Vip::Preserve => (
            "Start the migration and keep the address",
            "There is no way back once it succeeds. The mode is written out, although keeping the address is the default.",
        ),
        Vip::New => (
            "Start the migration and take a new address",
            "There is no way back once it succeeds. Without the mode the platform keeps the address, and may take the gateway away for it.",
        ),
    };
    Command {
        id: CommandId::Migrate,
        title: title.into(),
        text: [
            instance,
            "\naz rest --method post --uri \"$APIM/migrateToStv2?api-version=",
            version,
            switch,
            "\" \\\n  --body '{\"mode\": \"",
            mode(vip),
            "\"}'",
        ]
        .concat()
        .into(),
        note: Some(note.into()),
        sources: if special {
            Sources::listed(by![specification::WITH_DOWNTIME, specification::OPERATION, migration::SPECIAL])
        } else {
            Sources::listed(by![specification::OPERATION, specification::PAGE_COMMANDS, migration::LONG_AND_FOR_GOOD])
        },
    }
}

/// A line that names the instance: every command starts with it, so that each can be copied by itself.
pub(super) fn instance(request: &PlanRequest) -> String {
    let name = quoted(request.name.as_deref(), "<name>");
    let group = quoted(request.resource_group.as_deref(), "<resource-group>");
    let subscription = match &request.subscription_id {
        Some(id) => format!(" --subscription {}", quoted(Some(id), "")),
        None => String::new(),
    };
    format!("APIM=$(az apim show --name {name} --resource-group {group}{subscription} --query id --output tsv)")
}

/// Text as one word of Bash, whatever is in it: single quotes end only at a
/// single quote, which is written as `'\''`. A NUL cannot stand in a command
/// line, and Bash would drop it.
fn quoted(text: Option<&str>, placeholder: &str) -> String {
    let text = text.filter(|text| !text.is_empty()).unwrap_or(placeholder);
    format!("'{}'", text.replace('\0', "").replace('\'', r"'\''"))
}
