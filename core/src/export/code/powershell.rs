//! PowerShell 7 with the Az modules.

use std::fmt::Write;

use super::bash::{range, rules_note, update_note};
use super::body::{LocationValues, ServiceValues, unknown};
use super::{CodePart, Context, comment};
use crate::change::{ChangeId, ChangeSet, PlannedChange};
use crate::domain::{PlanRequest, Text};
use crate::facts::specification::API_VERSION;
use crate::migration::{CommandId, Shell, powershell_instance, powershell_read};
use crate::quote;

fn word(text: &str) -> String {
    quote::powershell(Some(text), "<name>")
}

const AFTER_THE_CALL: &str = "# The call answers before the status changes.\nStart-Sleep -Seconds 60\n";

/// The code of a step, and what to know before it runs.
pub(super) fn part(context: &Context<'_>) -> (String, Option<Text>) {
    let mut out = String::from("& {\n$ErrorActionPreference = 'Stop'\n");
    let note = match context.changes.first().map(|first| first.id) {
        Some(ChangeId::Migrate) => migrate(context, &mut out),
        Some(ChangeId::UpdateDnsRecord) => {
            records(context, &mut out);
            Some("The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.".into())
        }
        Some(ChangeId::RefreshCode) => {
            existing(context, CommandId::Verify, &mut out);
            Some("Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates before their next deployment.".into())
        }
        Some(ChangeId::ReturnToSubnet) => {
            portal(context, &mut out, true, "Return in the portal:");
            existing(context, CommandId::Watch, &mut out);
            None
        }
        Some(ChangeId::CreateInstance) => {
            comment(&mut out, "#", "Create the second instance from your own template or deployment, with these values:");
            for change in context.changes {
                let place = change.location.as_ref().map_or(String::new(), |location| format!("{location}: "));
                comment(&mut out, "#", &format!("{place}{}", change.after));
            }
            None
        }
        Some(_) | None => {
            if let Some(values) = ServiceValues::of(context.changes, context.request) {
                update(context.request, &values, &mut out);
                Some(update_note(&values))
            } else {
                for change in context.changes {
                    one(change, context, &mut out);
                }
                step_note(context)
            }
        }
    };
    out.push_str("}\n");
    (out, note)
}

fn step_note(context: &Context<'_>) -> Option<Text> {
    let has = |id| context.changes.iter().any(|change| change.id == id);
    if has(ChangeId::AllowPort) {
        return Some(rules_note(context).into());
    }
    if has(ChangeId::SetAutoscale) {
        return Some("Limits only: set the step of the scale rules in the portal, under Scale out.".into());
    }
    None
}

fn one(change: &PlannedChange, context: &Context<'_>, out: &mut String) {
    let at = change.location.as_ref().map_or("primary", |location| location.as_str());
    let group = word(&unknown("network-resource-group", at));
    let group_of_subnet = word(&unknown(context.group_of(change), at));
    let vnet = format!("$vnet = Get-AzVirtualNetwork -ResourceGroupName {group} -Name {}", word(&unknown("vnet", at)));
    let subnet = format!("$subnet = $vnet.Subnets | Where-Object Name -eq {}", word(&unknown("subnet", at)));
    let nsg = format!("$nsg = Get-AzNetworkSecurityGroup -ResourceGroupName {group} -Name {group_of_subnet}");
    let _ = match &change.set {
        None if change.id == ChangeId::GuardInstance => writeln!(
            out,
            "{}\n(Invoke-AzRestMethod -Method GET -Path \"${{apim}}?api-version={API_VERSION}\").Content | Set-Content -Path apim-before.json",
            powershell_instance(context.request)
        ),
        None if change.id == ChangeId::AssociateNetworkSecurityGroup => {
            writeln!(out, "{vnet}\n{subnet}\n{nsg}\n$subnet.NetworkSecurityGroup = $nsg\n$vnet | Set-AzVirtualNetwork | Out-Null")
        }
        None if change.id == ChangeId::RemoveLock => {
            comment(
                out,
                "#",
                "Shows the locks. Removing a lock is left to its owner: it takes effect hours later in a resource group.",
            );
            writeln!(out, "Get-AzResourceLock -ResourceGroupName {group}")
        }
        Some(ChangeSet::Subnet { prefix, service_endpoints }) if change.id == ChangeId::CreateSubnet => writeln!(
            out,
            "{nsg}\n{vnet}\n$vnet | Add-AzVirtualNetworkSubnetConfig -Name {} `\n  -AddressPrefix {} -NetworkSecurityGroup $nsg `\n  -ServiceEndpoint {} |\n  Set-AzVirtualNetwork | Out-Null",
            word(&unknown("new-subnet", at)),
            word(&range(*prefix)),
            words(service_endpoints)
        ),
        Some(ChangeSet::Subnet { service_endpoints, .. }) => writeln!(
            out,
            "{vnet}\n{subnet}\nif ($null -eq $subnet.ServiceEndpoints) {{\n  $subnet.ServiceEndpoints = [System.Collections.Generic.List[Microsoft.Azure.Commands.Network.Models.PSServiceEndpoint]]::new()\n}}\nforeach ($service in {}) {{\n  if ($subnet.ServiceEndpoints.Service -notcontains $service) {{\n    $endpoint = [Microsoft.Azure.Commands.Network.Models.PSServiceEndpoint]::new()\n    $endpoint.Service = $service\n    $subnet.ServiceEndpoints.Add($endpoint)\n  }}\n}}\n$vnet | Set-AzVirtualNetwork | Out-Null",
            words(service_endpoints)
        ),
        Some(ChangeSet::NetworkRule { name, direction, source, destination, ports, protocol, priority, .. }) => writeln!(
            out,
            "Get-AzNetworkSecurityGroup -ResourceGroupName {group} -Name {group_of_subnet} |\n  Add-AzNetworkSecurityRuleConfig -Name '{name}' -Priority {priority} -Direction {direction} `\n    -Access Allow -Protocol {protocol} -SourceAddressPrefix '{source}' -SourcePortRange '*' `\n    -DestinationAddressPrefix '{destination}' -DestinationPortRange {} |\n  Set-AzNetworkSecurityGroup | Out-Null",
            words(ports)
        ),
        Some(ChangeSet::Route { name, address_prefix, next_hop }) => writeln!(
            out,
            "Get-AzRouteTable -ResourceGroupName {group} -Name {} |\n  Add-AzRouteConfig -Name '{name}' -AddressPrefix '{address_prefix}' -NextHopType {next_hop} |\n  Set-AzRouteTable | Out-Null",
            word(&unknown("route-table", at))
        ),
        Some(ChangeSet::PublicIp { zones }) => writeln!(
            out,
            "New-AzPublicIpAddress -ResourceGroupName {group} -Name {} -Location {} `\n  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone {} `\n  -DomainNameLabel {}",
            word(&unknown("public-ip", at)),
            word(at),
            words(zones),
            word(&unknown("dns-label", at))
        ),
        Some(ChangeSet::Autoscale { enabled, minimum, maximum, .. }) => autoscale(context, *enabled, minimum.zip(*maximum), out),
        Some(
            ChangeSet::Operation { .. } | ChangeSet::Location { .. } | ChangeSet::Network { .. } | ChangeSet::DnsRecord { .. },
        )
        | None => Ok(()),
    };
}

fn autoscale(context: &Context<'_>, enabled: bool, limits: Option<(u32, u32)>, out: &mut String) -> std::fmt::Result {
    let group = quote::powershell(context.request.resource_group.as_deref(), "<resource-group>");
    let name = "'<autoscale-setting>'";
    let Some((minimum, maximum)) = limits else {
        return writeln!(out, "Update-AzAutoscaleSetting -ResourceGroupName {group} -Name {name} -Enabled ${enabled}");
    };
    writeln!(
        out,
        "$setting = Get-AzAutoscaleSetting -ResourceGroupName {group} -Name {name}\nforeach ($scaleProfile in $setting.Profile) {{\n  $scaleProfile.CapacityMinimum = '{minimum}'\n  $scaleProfile.CapacityMaximum = '{maximum}'\n}}\nUpdate-AzAutoscaleSetting -ResourceGroupName {group} -Name {name} -Profile $setting.Profile -Enabled ${enabled}"
    )
}

/// `'1', '2', '3'`.
fn words(all: &[&str]) -> String {
    let all: Vec<String> = all.iter().map(|each| format!("'{each}'")).collect();
    all.join(", ")
}

/// A command of the path. It starts with the line that names the instance.
fn existing(context: &Context<'_>, id: CommandId, out: &mut String) {
    let Some(text) = command(context, id) else { return };
    let _ = writeln!(out, "{}{text}", powershell_instance(context.request));
}

/// The same without that line.
fn command(context: &Context<'_>, id: CommandId) -> Option<String> {
    let commands = &context.path?.commands;
    let command = commands.iter().find(|command| command.id == id && command.shell == Shell::Powershell)?;
    command.text.strip_prefix(&powershell_instance(context.request)).map(str::to_owned)
}

fn portal(context: &Context<'_>, out: &mut String, returns: bool, lead: &str) {
    comment(out, "#", lead);
    for step in context.portal_steps(returns) {
        comment(out, "#", &format!("- {}", step.text));
    }
}

fn migrate(context: &Context<'_>, out: &mut String) -> Option<Text> {
    let operation = context.changes.iter().find_map(|change| match &change.set {
        Some(ChangeSet::Operation { portal_retention, .. }) => Some(*portal_retention),
        _ => None,
    });
    if let Some(values) = ServiceValues::of(context.changes, context.request) {
        update(context.request, &values, out);
        if let Some(watch) = command(context, CommandId::Watch) {
            out.push_str(AFTER_THE_CALL);
            let _ = writeln!(out, "{}", watch.trim_start());
        }
        return Some(update_note(&values));
    }
    let Some(retention) = operation else {
        portal(context, out, false, "Migrate in the portal: no REST call offers the retention setting.");
        existing(context, CommandId::Watch, out);
        return None;
    };
    existing(context, CommandId::ReadPrecreatedIps, out);
    let start = command(context, CommandId::Migrate).unwrap_or_default();
    if retention.is_none() {
        let _ = writeln!(out, "{}", start.trim_start());
    } else {
        portal(context, out, false, "Start the migration in the portal:");
        comment(out, "#", "By REST only if clients follow the DNS change within the default retention:");
        for line in start.trim_start().lines() {
            let _ = writeln!(out, "# {line}");
        }
    }
    if let Some(watch) = command(context, CommandId::Watch) {
        out.push_str(match retention {
            None => AFTER_THE_CALL,
            Some(_) => "# When the migration has started:\n",
        });
        let _ = writeln!(out, "{}", watch.trim_start());
    }
    Some("A completed migration can't be reversed.".into())
}

/// Reads the instance, changes what is to be changed, and sends it. A list is sent as a whole: the other locations stay in it.
fn update(request: &PlanRequest, values: &ServiceValues, out: &mut String) {
    let _ = writeln!(out, "{}\n{}", powershell_instance(request), powershell_read());
    for (number, location) in (1..).zip(&values.locations) {
        let group = word(&unknown("network-resource-group", &location.name));
        if location.public_ip {
            let name = word(&unknown("public-ip", &location.name));
            let _ = writeln!(out, "$ip{number} = (Get-AzPublicIpAddress -ResourceGroupName {group} -Name {name}).Id");
        }
        if let Some(subnet) = location.subnet {
            let _ = writeln!(
                out,
                "$subnet{number} = ((Get-AzVirtualNetwork -ResourceGroupName {group} -Name {}).Subnets |\n  Where-Object Name -eq {}).Id",
                word(&unknown("vnet", &location.name)),
                word(&unknown(subnet, &location.name))
            );
        }
    }
    out.push_str("$change = @{ properties = @{} }\n");
    if let Some(mode) = values.mode {
        let _ = writeln!(out, "$change.properties.virtualNetworkType = '{mode}'");
    }
    for (number, location) in (1..).zip(&values.locations).filter(|(_, location)| location.primary) {
        if let Some(units) = location.units {
            let _ = writeln!(out, "$change.sku = @{{ name = $service.sku.name; capacity = {units} }}");
        }
        if let Some(zones) = location.zones {
            let _ = writeln!(out, "$change.zones = @({})", words(zones));
        }
        if location.public_ip {
            let _ = writeln!(out, "$change.properties.publicIpAddressId = $ip{number}");
        }
        if location.subnet.is_some() {
            let _ = writeln!(out, "$change.properties.virtualNetworkConfiguration = @{{ subnetResourceId = $subnet{number} }}");
        }
    }
    if values.others().next().is_some() {
        others(values, out);
    }
    let _ = writeln!(
        out,
        "$body = $change | ConvertTo-Json -Depth 10\n$body\nif ((Read-Host 'Send this change? Type yes') -ne 'yes') {{ throw 'Not sent.' }}\nInvoke-AzRestMethod -Method PATCH -Path \"${{apim}}?api-version={API_VERSION}\" -Payload $body"
    );
}

fn others(values: &ServiceValues, out: &mut String) {
    let numbered = || (1..).zip(&values.locations).filter(|(_, location): &(usize, &LocationValues)| !location.primary);
    out.push_str(
        "$readOnly = 'publicIPAddresses', 'privateIPAddresses', 'outboundPublicIPAddresses', 'gatewayRegionalUrl', 'platformVersion'\n",
    );
    out.push_str("$others = @(foreach ($other in $service.properties.additionalLocations | Where-Object { $_ }) {\n");
    out.push_str("  $at = ($other.location -replace '[ -]', '').ToLowerInvariant()\n");
    for (number, location) in numbered().filter(|(_, location)| !location.added) {
        let _ = writeln!(out, "  if ($at -eq {}) {{", word(&location.name));
        if let Some(units) = location.units {
            let _ = writeln!(out, "    $other.sku.capacity = {units}");
        }
        let mut set = |field: &str, value: String| {
            let _ = writeln!(out, "    $other | Add-Member -Force -NotePropertyName {field} -NotePropertyValue {value}");
        };
        if let Some(zones) = location.zones {
            set("zones", format!("@({})", words(zones)));
        }
        if location.public_ip {
            set("publicIpAddressId", format!("$ip{number}"));
        }
        if location.subnet.is_some() {
            set("virtualNetworkConfiguration", format!("@{{ subnetResourceId = $subnet{number} }}"));
        }
        out.push_str("  }\n");
    }
    out.push_str("  $other | Select-Object -Property * -ExcludeProperty $readOnly\n})\n");
    for (number, location) in numbered().filter(|(_, location)| location.added) {
        let mut fields = vec![
            format!("location = {}", word(&location.name)),
            format!("sku = @{{ name = $service.sku.name; capacity = {} }}", location.units.unwrap_or(1)),
        ];
        if let Some(zones) = location.zones.filter(|zones| !zones.is_empty()) {
            fields.push(format!("zones = @({})", words(zones)));
        }
        if location.public_ip {
            fields.push(format!("publicIpAddressId = $ip{number}"));
        }
        if location.subnet.is_some() {
            fields.push(format!("virtualNetworkConfiguration = @{{ subnetResourceId = $subnet{number} }}"));
        }
        let _ = writeln!(out, "$others += @{{ {} }}", fields.join("; "));
    }
    out.push_str("$change.properties.additionalLocations = $others\n");
}

/// Records, grouped by the location whose VIP they get.
fn records(context: &Context<'_>, out: &mut String) {
    let _ = writeln!(out, "{}\n{}", powershell_instance(&context.instance()), powershell_read());
    for of_place in context.changes.chunk_by(|one, next| one.location == next.location) {
        let Some((first, location)) = of_place.first().map(|first| (first, &first.location)) else { continue };
        let Some(ChangeSet::DnsRecord { private_vip, primary, .. }) = &first.set else { continue };
        let addresses = if *private_vip { "privateIPAddresses" } else { "publicIPAddresses" };
        let _ = match location.as_ref().filter(|_| !primary) {
            None => writeln!(out, "$vip = $service.properties.{addresses}[0]"),
            Some(location) => writeln!(
                out,
                "$place = $service.properties.additionalLocations |\n  Where-Object {{ ($_.location -replace '[ -]', '').ToLowerInvariant() -eq {} }}\n$vip = $place.{addresses}[0]",
                word(location.as_str())
            ),
        };
        out.push_str("if (-not $vip) { throw 'The VIP is not known yet.' }\n");
        let defaults: Vec<String> = of_place
            .iter()
            .filter_map(|change| match &change.set {
                Some(ChangeSet::DnsRecord { host, custom: false, .. }) => Some(word(host)),
                _ => None,
            })
            .collect();
        if !defaults.is_empty() {
            let _ = writeln!(
                out,
                "foreach ($zone in {}) {{\n  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A\n  $set.Records[0].Ipv4Address = $vip\n  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null\n}}",
                defaults.join(",\n  ")
            );
        }
        for change in of_place {
            let Some(ChangeSet::DnsRecord { custom: true, private, .. }) = change.set else { continue };
            let kind = if private { "PrivateDns" } else { "Dns" };
            let _ = writeln!(
                out,
                "$set = Get-Az{kind}RecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `\n  -Name '<record-of-the-custom-domain>' -RecordType A\n$set.Records[0].Ipv4Address = $vip\nSet-Az{kind}RecordSet -RecordSet $set | Out-Null"
            );
        }
    }
}

/// A function: what is pasted as a whole runs nothing.
pub(super) fn as_function(out: &mut String, part: &CodePart) {
    let body = part.text.strip_prefix("& ").unwrap_or(&part.text);
    let _ = write!(out, "function Invoke-Part{} {body}", part.step);
}

/// Runs the part that is named.
pub(super) fn call(out: &mut String, parts: &[CodePart]) {
    out.push_str("\nswitch ($Part) {\n");
    for part in parts {
        let _ = writeln!(out, "  '{0}' {{ Invoke-Part{0} }}", part.step);
    }
    let steps: Vec<String> = parts.iter().map(|part| part.step.to_string()).collect();
    let _ = writeln!(out, "  default {{ 'Name one part: {}' }}\n}}", steps.join(", "));
}
