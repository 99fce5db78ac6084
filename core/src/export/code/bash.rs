//! The az CLI in Bash.

use std::fmt::Write;

use super::bash_update::update;
use super::body::{ServiceValues, unknown, vip_note, zones_note};
use super::{CodePart, Context, comment};
use crate::change::{ChangeId, ChangeSet, PlannedChange};
use crate::domain::{PlanRequest, Text};
use crate::facts::specification::API_VERSION;
use crate::migration::{CommandId, Shell, bash_instance};
use crate::quote;

/// A word of the command line. The az CLI reads a file where a value starts with `@`, also behind `=`; no name of a
/// resource has one.
pub(super) fn word(text: &str) -> String {
    quote::bash(Some(&without_at(text)), "<name>")
}

fn without_at(text: &str) -> String {
    text.replace('@', "")
}

const AFTER_THE_CALL: &str = "# The call answers before the status changes.\nsleep 60\n";

/// The line that names the instance.
pub(super) fn instance(request: &PlanRequest) -> String {
    let clean = PlanRequest {
        name: request.name.as_deref().map(without_at),
        resource_group: request.resource_group.as_deref().map(without_at),
        subscription_id: request.subscription_id.as_deref().map(without_at),
        ..PlanRequest::default()
    };
    bash_instance(&clean)
}

/// The code of a step, and what to know before it runs.
pub(super) fn part(context: &Context<'_>) -> (String, Option<Text>) {
    let mut out = String::from("(\nset -euo pipefail\n");
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
    out.push_str(")\n");
    (out, note)
}

pub(super) fn update_note(values: &ServiceValues) -> Text {
    format!(
        "{}{}Read the body before you send it: a location that it omits would be removed. Not documented: whether an update that omits customProperties resets them; compare them before and after.",
        vip_note(values),
        zones_note(values)
    )
    .into()
}

/// What to know of proposed rules.
pub(super) fn rules_note(context: &Context<'_>) -> &'static str {
    if context.changes.iter().any(|change| change.id == ChangeId::CreateSubnet) {
        "The network security group of the new subnet exists already; an empty one will do. The priorities are proposals."
    } else {
        "The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic."
    }
}

fn step_note(context: &Context<'_>) -> Option<Text> {
    let has = |id| context.changes.iter().any(|change| change.id == id);
    if has(ChangeId::AllowPort) {
        return Some(rules_note(context).into());
    }
    if has(ChangeId::SetAutoscale) {
        let step = context.changes.iter().find_map(|change| match change.set {
            Some(ChangeSet::Autoscale { step, .. }) => step,
            _ => None,
        });
        return step.map(|step| {
            format!("Limits only: set the step of the scale rules to {step} in the portal, under Scale out.").into()
        });
    }
    None
}

fn one(change: &PlannedChange, context: &Context<'_>, out: &mut String) {
    let at = change.location.as_ref().map_or("primary", |location| location.as_str());
    let group = word(&unknown("network-resource-group", at));
    let vnet = word(&unknown("vnet", at));
    let _ = match &change.set {
        None if change.id == ChangeId::GuardInstance => {
            writeln!(
                out,
                "{}\naz rest --method get --uri \"$APIM?api-version={API_VERSION}\" > apim-before.json",
                instance(context.request)
            )
        }
        None if change.id == ChangeId::AssociateNetworkSecurityGroup => writeln!(
            out,
            "az network vnet subnet update --resource-group {group} --vnet-name {vnet} \\\n  --name {} --network-security-group {}",
            word(&unknown("subnet", at)),
            word(&unknown("nsg", at))
        ),
        None if change.id == ChangeId::RemoveLock => {
            comment(
                out,
                "#",
                "Shows the locks. Removing a lock is left to its owner: it takes effect hours later in a resource group.",
            );
            writeln!(out, "az lock list --resource-group {group} --output table")
        }
        Some(ChangeSet::Subnet { prefix, service_endpoints }) if change.id == ChangeId::CreateSubnet => writeln!(
            out,
            "az network vnet subnet create --resource-group {group} --vnet-name {vnet} \\\n  --name {} --address-prefixes {} \\\n  --network-security-group {} \\\n  --service-endpoints {}",
            word(&unknown("new-subnet", at)),
            word(&range(*prefix)),
            word(&unknown(context.group_of(change), at)),
            service_endpoints.join(" ")
        ),
        // The option replaces the list: the present endpoints stay in it.
        Some(ChangeSet::Subnet { service_endpoints, .. }) => {
            let subnet = word(&unknown("subnet", at));
            writeln!(
                out,
                "mapfile -t ENDPOINTS < <({{\n  az network vnet subnet show --resource-group {group} --vnet-name {vnet} \\\n    --name {subnet} --query 'serviceEndpoints[].service' --output tsv\n  printf '%s\\n' {}\n}} | sort -u)\naz network vnet subnet update --resource-group {group} --vnet-name {vnet} \\\n  --name {subnet} --service-endpoints \"${{ENDPOINTS[@]}}\"",
                service_endpoints.join(" ")
            )
        }
        Some(ChangeSet::NetworkRule { name, direction, source, destination, ports, protocol, priority, .. }) => writeln!(
            out,
            "az network nsg rule create --resource-group {group} --nsg-name {} \\\n  --name {name} --priority {priority} --direction {direction} --access Allow --protocol {protocol} \\\n  --source-address-prefixes {source} --source-port-ranges '*' \\\n  --destination-address-prefixes {destination} --destination-port-ranges {}",
            word(&unknown(context.group_of(change), at)),
            ports.join(" ")
        ),
        Some(ChangeSet::Route { name, address_prefix, next_hop }) => writeln!(
            out,
            "az network route-table route create --resource-group {group} --route-table-name {} \\\n  --name {name} --address-prefix {address_prefix} --next-hop-type {next_hop}",
            word(&unknown("route-table", at))
        ),
        Some(ChangeSet::PublicIp { zones }) => writeln!(
            out,
            "az network public-ip create --resource-group {group} --name {} --location {} \\\n  --sku Standard --version IPv4 --allocation-method Static --zone {} \\\n  --dns-name {}",
            word(&unknown("public-ip", at)),
            word(at),
            zones.join(" "),
            word(&unknown("dns-label", at))
        ),
        Some(ChangeSet::Autoscale { enabled, minimum, maximum, .. }) => {
            let limits = match (minimum, maximum) {
                (Some(minimum), Some(maximum)) => format!(" --min-count {minimum} --max-count {maximum}"),
                _ => String::new(),
            };
            writeln!(
                out,
                "az monitor autoscale update --resource-group {} --name '<autoscale-setting>' \\\n  --enabled {enabled}{limits}",
                quote::bash(context.request.resource_group.as_deref().map(without_at).as_deref(), "<resource-group>")
            )
        }
        Some(
            ChangeSet::Operation { .. } | ChangeSet::Location { .. } | ChangeSet::Network { .. } | ChangeSet::DnsRecord { .. },
        )
        | None => Ok(()),
    };
}

/// The range of a new subnet.
pub(super) fn range(prefix: Option<u32>) -> String {
    prefix.map_or_else(|| "<address-range>".to_owned(), |prefix| format!("<address-range>/{prefix}"))
}

/// A command of the path. It starts with the line that names the instance.
fn existing(context: &Context<'_>, id: CommandId, out: &mut String) {
    let Some(text) = command(context, id) else { return };
    let _ = writeln!(out, "{}{text}", instance(context.request));
}

/// The same without that line.
fn command(context: &Context<'_>, id: CommandId) -> Option<String> {
    let commands = &context.path?.commands;
    let command = commands.iter().find(|command| command.id == id && command.shell == Shell::Bash)?;
    command.text.strip_prefix(&bash_instance(context.request)).map(str::to_owned)
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
            out.push_str(watch.trim_start());
            out.push('\n');
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
        out.push_str(start.trim_start());
        out.push('\n');
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
        out.push_str(watch.trim_start());
        out.push('\n');
    }
    Some("A completed migration can't be reversed.".into())
}

/// Records, grouped by the location whose VIP they get.
fn records(context: &Context<'_>, out: &mut String) {
    let _ = writeln!(out, "{}", instance(&context.instance()));
    for of_place in context.changes.chunk_by(|one, next| one.location == next.location) {
        let Some((first, location)) = of_place.first().map(|first| (first, &first.location)) else { continue };
        let Some(ChangeSet::DnsRecord { private_vip, primary, .. }) = &first.set else { continue };
        let addresses = if *private_vip { "privateIPAddresses" } else { "publicIPAddresses" };
        let get = format!("VIP=$(az rest --method get --uri \"$APIM?api-version={API_VERSION}\" |");
        let _ = match location.as_ref().filter(|_| !primary) {
            None => writeln!(out, "{get} jq -er '.properties.{addresses}[0]')"),
            Some(location) => writeln!(
                out,
                "{get}\n  jq -er --arg at {} '.properties.additionalLocations[]\n    | select((.location | ascii_downcase | gsub(\"[ -]\"; \"\")) == $at) | .{addresses}[0]')",
                word(location.as_str())
            ),
        };
        let defaults: Vec<String> = of_place
            .iter()
            .filter_map(|change| match &change.set {
                Some(ChangeSet::DnsRecord { host, custom: false, .. }) => Some(word(host)),
                _ => None,
            })
            .collect();
        let set = "az network private-dns record-set a update --resource-group '<dns-resource-group>' \\\n";
        match &defaults[..] {
            [] => {}
            [zone] => {
                let _ = writeln!(out, "{set}  --zone-name {zone} --name '@' --set \"aRecords[0].ipv4Address=$VIP\"");
            }
            zones => {
                let _ = writeln!(
                    out,
                    "for ZONE in {}; do\n  {set}    --zone-name \"$ZONE\" --name '@' --set \"aRecords[0].ipv4Address=$VIP\"\ndone",
                    zones.join(" \\\n  ")
                );
            }
        }
        for change in of_place {
            let Some(ChangeSet::DnsRecord { custom: true, private, .. }) = change.set else { continue };
            let (command, records) = if private { ("private-dns", "aRecords") } else { ("dns", "ARecords") };
            let _ = writeln!(
                out,
                "az network {command} record-set a update --resource-group '<dns-resource-group>' \\\n  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set \"{records}[0].ipv4Address=$VIP\""
            );
        }
    }
}

/// A function: what is pasted or sourced as a whole runs nothing.
pub(super) fn as_function(out: &mut String, part: &CodePart) {
    let _ = write!(out, "part_{}() {}", part.step, part.text);
}

/// Runs the part that is named.
pub(super) fn call(out: &mut String, parts: &[CodePart]) {
    let names: Vec<String> = parts.iter().map(|part| format!("part_{}", part.step)).collect();
    let _ = write!(
        out,
        "\ncase \"${{1-}}\" in\n  {}) \"$1\" ;;\n  *) printf 'Name one part: {}\\n' >&2 ;;\nesac\n",
        names.join(" | "),
        names.join(", ")
    );
}
