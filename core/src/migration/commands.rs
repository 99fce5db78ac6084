//! Commands to copy, filled in with the reader's names, each in Bash and in PowerShell.

use super::account::{Account, Family};
use super::shape::{Command, CommandId, Shell};
use crate::cite::{Sources, by};
use crate::domain::{PlanRequest, Text, Vip};
use crate::facts::specification::{self, API_VERSION, API_VERSION_WITH_DOWNTIME, mode};
use crate::facts::{migration, platform};
use crate::quote::{bash, powershell};

/// A command in both shells: what each of them adds to the line that names the instance.
struct CommandText {
    id: CommandId,
    title: &'static str,
    bash: String,
    powershell: String,
    note: &'static str,
    sources: Sources,
}

/// The commands of a path: the migration itself where REST can start it, and what to read before and after. None for a
/// second instance: there is no single instance to name.
pub(super) fn commands(account: &Account<'_>) -> Vec<Command> {
    let vip = match account.family {
        Family::SideBySide => return Vec::new(),
        Family::SameSubnet | Family::InPlace => Some(if account.changes_vip() { Vip::New } else { Vip::Preserve }),
        // In the portal only.
        Family::NewSubnet | Family::Zones | Family::Inject => None,
    };
    let special = account.answers.special_vnet_conditions == Some(true) && account.family == Family::SameSubnet;
    let mut drafts = Vec::with_capacity(4);
    if let Some(vip) = vip {
        drafts.push(read_precreated_ips());
        drafts.push(migrate(vip, special, account.safe_setting().is_some()));
    }
    drafts.push(watch());
    drafts.push(verify());
    let (bash, powershell) = (bash_instance(account.request), powershell_instance(account.request));
    drafts
        .into_iter()
        .flat_map(|draft| {
            let of = |shell, text: String| Command {
                id: draft.id,
                shell,
                title: draft.title.into(),
                text: Text::Owned(text),
                note: Some(draft.note.into()),
                sources: draft.sources.clone(),
            };
            [
                of(Shell::Bash, format!("{bash}\n{}", draft.bash)),
                of(Shell::Powershell, format!("{powershell}\n{}", draft.powershell)),
            ]
        })
        .collect()
}

const PRECREATED: &str = "Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps";

fn read_precreated_ips() -> CommandText {
    CommandText {
        id: CommandId::ReadPrecreatedIps,
        title: "Read the precreated IP addresses",
        bash: format!(
            "az rest --method get --uri \"$APIM?api-version={API_VERSION}\" --output tsv \\\n  --query 'properties.customProperties.\"{PRECREATED}\"'"
        ),
        powershell: format!("{}\n$service.properties.customProperties.'{PRECREATED}'", powershell_read()),
        note: "One address for each location, separated by commas.",
        sources: Sources::listed(by![migration::PRECREATED_WHERE, specification::READ_SERVICE]),
    }
}

fn migrate(vip: Vip, special: bool, needs_the_portal: bool) -> CommandText {
    let (version, switch) = if special { (API_VERSION_WITH_DOWNTIME, "&migrateWithDowntime=true") } else { (API_VERSION, "") };
    let mode = mode(vip);
    let (title, note) = match vip {
        Vip::Preserve => (
            "Start the migration and preserve the VIP",
            "A completed migration can't be reversed. The mode is stated, although preserving the VIP is the default.",
        ),
        // Only the portal offers the longer retention.
        Vip::New if needs_the_portal => (
            "Start the migration with a new VIP, with the default retention only",
            "Your DNS change may not fit into the default retention: start the migration in the portal, which can extend it.",
        ),
        Vip::New => (
            "Start the migration with a new VIP",
            "A completed migration can't be reversed. Without the mode the platform preserves the VIP, which can cost gateway downtime.",
        ),
    };
    CommandText {
        id: CommandId::Migrate,
        title,
        bash: format!(
            "az rest --method post --uri \"$APIM/migrateToStv2?api-version={version}{switch}\" \\\n  --body '{{\"mode\": \"{mode}\"}}'"
        ),
        powershell: format!(
            "Invoke-AzRestMethod -Method POST -Path \"$apim/migrateToStv2?api-version={version}{switch}\" `\n  -Payload '{{\"mode\": \"{mode}\"}}'"
        ),
        note,
        sources: if special {
            Sources::listed(by![specification::WITH_DOWNTIME, specification::OPERATION, migration::SPECIAL])
        } else {
            Sources::listed(by![specification::OPERATION, specification::PAGE_COMMANDS, migration::LONG_AND_FOR_GOOD])
        },
    }
}

fn watch() -> CommandText {
    CommandText {
        id: CommandId::Watch,
        title: "Wait until the status is no longer Updating",
        bash: format!(
            "while state=$(az rest --method get --uri \"$APIM?api-version={API_VERSION}\" --query properties.provisioningState --output tsv); do\n  printf '%s %s\\n' \"$(date +%T)\" \"$state\"\n  [ \"$state\" = Updating ] || break\n  sleep 60\ndone"
        ),
        powershell: format!(
            "do {{\n  {}\n  $state = $service.properties.provisioningState\n  \"$(Get-Date -Format HH:mm:ss) $state\"\n  if ($state -eq 'Updating') {{ Start-Sleep -Seconds 60 }}\n}} while ($state -eq 'Updating')",
            powershell_read()
        ),
        note: "REST returns Succeeded when the portal shows Online.",
        sources: Sources::listed(by![migration::OPTION_2_STATUS, specification::READ_SERVICE]),
    }
}

fn verify() -> CommandText {
    CommandText {
        id: CommandId::Verify,
        title: "Check platform, VIPs and network status",
        bash: format!(
            "az rest --method get --uri \"$APIM?api-version={API_VERSION}\" --query 'properties.{{state: provisioningState,\n  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,\n  others: additionalLocations[].{{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}}}'\naz rest --method get --uri \"$APIM/networkstatus?api-version={API_VERSION}\" \\\n  --query \"[].{{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}}\""
        ),
        powershell: format!(
            "{}\n$service.properties | Select-Object provisioningState, platformVersion, publicIPAddresses, privateIPAddresses\n$service.properties.additionalLocations | Select-Object location, platformVersion, publicIPAddresses, privateIPAddresses\n((Invoke-AzRestMethod -Method GET -Path \"$apim/networkstatus?api-version={API_VERSION}\").Content | ConvertFrom-Json) |\n  ForEach-Object {{ $_.networkStatus.connectivityStatus }} | Where-Object status -ne 'success' | Select-Object name, status",
            powershell_read()
        ),
        note: "The migration is complete when every location is on stv2 or stv2.1 and no required dependency fails.",
        sources: Sources::listed(by![migration::FAQ_CONFIRM, platform::READ_THE_PROPERTY, specification::READ_SERVICE]),
    }
}

/// `${apim}`: PowerShell takes a question mark for part of a variable's name.
pub(crate) fn powershell_read() -> String {
    format!(
        "$service = (Invoke-AzRestMethod -Method GET -Path \"${{apim}}?api-version={API_VERSION}\").Content | ConvertFrom-Json"
    )
}

/// A line that names the instance: every command starts with it, so that each can be copied by itself.
pub(crate) fn bash_instance(request: &PlanRequest) -> String {
    let (name, group) = (bash(request.name.as_deref(), "<name>"), bash(request.resource_group.as_deref(), "<resource-group>"));
    let subscription = match &request.subscription_id {
        Some(id) => format!(" --subscription {}", bash(Some(id), "")),
        None => String::new(),
    };
    format!("APIM=$(az apim show --name {name} --resource-group {group}{subscription} --query id --output tsv)")
}

pub(crate) fn powershell_instance(request: &PlanRequest) -> String {
    let name = powershell(request.name.as_deref(), "<name>");
    let group = powershell(request.resource_group.as_deref(), "<resource-group>");
    let subscription = match &request.subscription_id {
        Some(id) => format!("Set-AzContext -Subscription {} | Out-Null\n", powershell(Some(id), "")),
        None => String::new(),
    };
    format!("{subscription}$apim = (Get-AzApiManagement -ResourceGroupName {group} -Name {name}).Id")
}
