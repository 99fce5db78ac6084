//! Commands that correct a setting, or tell what the description does not. Each starts from nothing and can be copied alone.

use super::PreflightCommand;
use crate::domain::{PlanRequest, Text};
use crate::facts::ports::{Direction, PortRule};
use crate::facts::specification::API_VERSION;
use crate::migration::Shell;
use crate::quote::{bash, powershell};

/// A resource by name and group.
#[derive(Clone, Copy)]
pub(super) struct Named<'n> {
    pub(super) name: Option<&'n str>,
    pub(super) group: Option<&'n str>,
    pub(super) subscription: Option<&'n str>,
}

impl Named<'_> {
    /// The group, and the subscription if it is known.
    fn az(self) -> String {
        let subscription = match self.subscription {
            Some(id) => format!(" --subscription {}", bash(Some(id), "")),
            None => String::new(),
        };
        format!("--resource-group {}{subscription}", bash(self.group, "<resource-group>"))
    }

    fn ps(self) -> String {
        powershell(self.group, "<resource-group>")
    }

    fn context(self) -> String {
        match self.subscription {
            Some(id) => format!("Set-AzContext -Subscription {} | Out-Null\n", powershell(Some(id), "")),
            None => String::new(),
        }
    }
}

fn command(shell: Shell, title: &'static str, text: String, reads: bool) -> PreflightCommand {
    PreflightCommand { shell, title: title.into(), text: Text::Owned(text), reads }
}

/// Adds a rule for a documented port. `priority` is one that no rule has.
pub(super) fn allow_port(group: Named<'_>, row: &PortRule, priority: Option<u32>) -> [PreflightCommand; 2] {
    const TITLE: &str = "Add the NSG rule";
    let priority = priority.map_or_else(|| "<priority>".to_owned(), |priority| priority.to_string());
    let id: &str = row.id.into();
    let (name, direction) = match row.direction {
        Direction::In => (format!("apim-{id}"), "Inbound"),
        Direction::Out | Direction::InOut => (format!("apim-{id}"), "Outbound"),
    };
    let ports: Vec<&str> = row.ports.split(',').map(str::trim).collect();
    let quoted: Vec<String> = ports.iter().map(|port| format!("'{port}'")).collect();
    let (source, destination) = (row.source, row.destination);
    [
        command(
            Shell::Bash,
            TITLE,
            format!(
                "az network nsg rule create {} --nsg-name {} \\\n  --name {name} --priority {priority} --direction {direction} --access Allow --protocol Tcp \\\n  --source-address-prefixes {source} --source-port-ranges '*' --destination-address-prefixes {destination} \\\n  --destination-port-ranges {}",
                group.az(),
                bash(group.name, "<nsg>"),
                ports.join(" "),
            ),
            false,
        ),
        command(
            Shell::Powershell,
            TITLE,
            format!(
                "{}Get-AzNetworkSecurityGroup -ResourceGroupName {} -Name {} |\n  Add-AzNetworkSecurityRuleConfig -Name '{name}' -Priority {priority} -Direction {direction} `\n    -Access Allow -Protocol Tcp -SourceAddressPrefix '{source}' -SourcePortRange '*' `\n    -DestinationAddressPrefix '{destination}' -DestinationPortRange {} |\n  Set-AzNetworkSecurityGroup",
                group.context(),
                group.ps(),
                powershell(group.name, "<nsg>"),
                quoted.join(", "),
            ),
            false,
        ),
    ]
}

/// Adds the route of the service tag.
pub(super) fn add_route(table: Named<'_>) -> [PreflightCommand; 2] {
    const TITLE: &str = "Add the route";
    [
        command(
            Shell::Bash,
            TITLE,
            format!(
                "az network route-table route create {} --route-table-name {} \\\n  --name apimanagement-to-internet --address-prefix ApiManagement --next-hop-type Internet",
                table.az(),
                bash(table.name, "<route-table>"),
            ),
            false,
        ),
        command(
            Shell::Powershell,
            TITLE,
            format!(
                "{}Get-AzRouteTable -ResourceGroupName {} -Name {} |\n  Add-AzRouteConfig -Name 'apimanagement-to-internet' -AddressPrefix 'ApiManagement' -NextHopType 'Internet' |\n  Set-AzRouteTable",
                table.context(),
                table.ps(),
                powershell(table.name, "<route-table>"),
            ),
            false,
        ),
    ]
}

/// Disables an autoscale setting.
pub(super) fn disable_autoscale(setting: Named<'_>) -> [PreflightCommand; 2] {
    const TITLE: &str = "Disable autoscale";
    [
        command(
            Shell::Bash,
            TITLE,
            format!("az monitor autoscale update {} --name {} --enabled false", setting.az(), bash(setting.name, "<setting>")),
            false,
        ),
        command(
            Shell::Powershell,
            TITLE,
            format!(
                "{}Update-AzAutoscaleSetting -ResourceGroupName {} -Name {} -Enabled:$false",
                setting.context(),
                setting.ps(),
                powershell(setting.name, "<setting>"),
            ),
            false,
        ),
    ]
}

/// A subnet: its virtual network is the resource, and its own name stands beside.
pub(super) fn update_subnet(network: Named<'_>, subnet: Option<&str>, title: &'static str, option: &str) -> PreflightCommand {
    command(
        Shell::Bash,
        title,
        format!(
            "az network vnet subnet update {} --vnet-name {} --name {} \\\n  {option}",
            network.az(),
            bash(network.name, "<vnet>"),
            bash(subnet, "<subnet>"),
        ),
        false,
    )
}

/// Shows a subnet with what is attached to it.
pub(super) fn show_subnet(network: Named<'_>, subnet: Option<&str>) -> [PreflightCommand; 2] {
    const TITLE: &str = "Show the subnet";
    [
        command(
            Shell::Bash,
            TITLE,
            format!(
                "az network vnet subnet show {} --vnet-name {} --name {} --output json",
                network.az(),
                bash(network.name, "<vnet>"),
                bash(subnet, "<subnet>"),
            ),
            true,
        ),
        command(
            Shell::Powershell,
            TITLE,
            format!(
                "{}Get-AzVirtualNetwork -ResourceGroupName {} -Name {} | Get-AzVirtualNetworkSubnetConfig -Name {} | ConvertTo-Json -Depth 10",
                network.context(),
                network.ps(),
                powershell(network.name, "<vnet>"),
                powershell(subnet, "<subnet>"),
            ),
            true,
        ),
    ]
}

/// Shows the network security group with its rules.
pub(super) fn show_group(group: Named<'_>) -> [PreflightCommand; 2] {
    const TITLE: &str = "Show the rules";
    [
        command(
            Shell::Bash,
            TITLE,
            format!("az network nsg show {} --name {} --output json", group.az(), bash(group.name, "<nsg>")),
            true,
        ),
        command(
            Shell::Powershell,
            TITLE,
            format!(
                "{}Get-AzNetworkSecurityGroup -ResourceGroupName {} -Name {} | ConvertTo-Json -Depth 10",
                group.context(),
                group.ps(),
                powershell(group.name, "<nsg>"),
            ),
            true,
        ),
    ]
}

/// Reads the instance, or what is below it: `path` and the rest of the address.
pub(super) fn read_instance(
    request: &PlanRequest,
    title: &'static str,
    path: &str,
    query: Option<&str>,
) -> [PreflightCommand; 2] {
    let of = Named {
        name: request.name.as_deref(),
        group: request.resource_group.as_deref(),
        subscription: request.subscription_id.as_deref(),
    };
    let query = query.map(|query| format!(" \\\n  --query \"{query}\" --output tsv")).unwrap_or_default();
    [
        command(
            Shell::Bash,
            title,
            format!(
                "APIM=$(az apim show --name {} {} --query id --output tsv)\naz rest --method get --uri \"$APIM{path}?api-version={API_VERSION}\"{query}",
                bash(of.name, "<name>"),
                of.az(),
            ),
            true,
        ),
        command(
            Shell::Powershell,
            title,
            format!(
                "{}$apim = (Get-AzApiManagement -ResourceGroupName {} -Name {}).Id\n(Invoke-AzRestMethod -Method GET -Path \"${{apim}}{path}?api-version={API_VERSION}\").Content",
                of.context(),
                of.ps(),
                powershell(of.name, "<name>"),
            ),
            true,
        ),
    ]
}

/// Lists the autoscale settings of the instance's resource group.
pub(super) fn list_autoscale(request: &PlanRequest) -> PreflightCommand {
    let of = Named { name: None, group: request.resource_group.as_deref(), subscription: request.subscription_id.as_deref() };
    command(
        Shell::Bash,
        "List the autoscale settings",
        format!(
            "az monitor autoscale list {} \\\n  --query \"[].{{name: name, enabled: enabled, target: targetResourceUri}}\"",
            of.az()
        ),
        true,
    )
}

/// Lists the locks of the subscription that hold a resource.
pub(super) fn list_locks(request: &PlanRequest) -> PreflightCommand {
    let subscription = match request.subscription_id.as_deref() {
        Some(id) => format!(" --subscription {}", bash(Some(id), "")),
        None => String::new(),
    };
    command(
        Shell::Bash,
        "List the resource locks",
        format!("az lock list{subscription} --query \"[].{{id: id, name: name, type: type, level: level}}\""),
        true,
    )
}

/// Lists the roles of one person or group; the reader fills in whose.
pub(super) fn list_roles() -> PreflightCommand {
    command(
        Shell::Bash,
        "Show the roles of one person",
        "az role assignment list --assignee '<user-or-group-id>' --all \\\n  --query \"[].{role: roleDefinitionName, scope: scope}\" --output table".to_owned(),
        true,
    )
}

/// Lists every instance of the subscription.
pub(super) fn list_instances(request: &PlanRequest) -> PreflightCommand {
    let subscription = match request.subscription_id.as_deref() {
        Some(id) => format!(" --subscription {}", bash(Some(id), "")),
        None => String::new(),
    };
    command(Shell::Bash, "List the instances", format!("az apim list{subscription} --output json"), true)
}
