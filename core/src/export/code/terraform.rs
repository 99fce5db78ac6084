//! Terraform with azurerm, and the body for azapi. Arguments that a change edits; everything else stays.

use super::body::{ServiceValues, unknown, vip_note, zones_note};
use super::terraform_block::HclBlock;
use super::terraform_service::service;
use super::{Context, comment};
use crate::change::{ChangeId, ChangeSet, PlannedChange};
use crate::domain::{PathId, Phase, RegionName, Text};
use crate::facts::code::{ARGUMENT_CHANGES, ArgumentEffect};
use crate::quote;

pub(super) fn word(text: &str) -> String {
    quote::hcl(text)
}

/// The label of the instance in the reader's configuration is not known: one that follows its name.
pub(super) fn apim(context: &Context<'_>) -> String {
    quote::identifier(context.request.name.as_deref().unwrap_or("this"), "apim")
}

fn label(location: Option<&RegionName>) -> String {
    format!("apim_{}", quote::identifier(location.map_or("primary", RegionName::as_str), "location"))
}

/// The code of a step, and what to know before it is applied.
pub(super) fn part(context: &Context<'_>) -> (String, Option<Text>) {
    let mut out = String::new();
    let note: Option<Text> = match context.changes.first().map(|first| first.id) {
        Some(ChangeId::GuardInstance) => {
            guard(context, &mut out);
            Some("Terraform deletes and creates the instance again if an argument changes that forces a replacement. If a plan shows \"must be replaced\" for the instance, do not apply.".into())
        }
        Some(ChangeId::Migrate) if ServiceValues::of(context.changes, context.request).is_none() => {
            comment(
                &mut out,
                "#",
                "Not in Terraform: the migration is an operation, which no argument starts. Start it in the portal, by az CLI or by PowerShell, and run no plan meanwhile.",
            );
            None
        }
        Some(ChangeId::ReturnToSubnet) => {
            comment(
                &mut out,
                "#",
                "Not in Terraform: return in the portal, under Network. In Terraform another subnet forces a replacement.",
            );
            None
        }
        Some(ChangeId::RefreshCode) => {
            refresh(context, &mut out);
            None
        }
        Some(ChangeId::UpdateDnsRecord) if is_between(context) => {
            comment(
                &mut out,
                "#",
                "Not in Terraform: until the instance is back in the original subnet, a plan shows a replacement, also with -target. Update the records by az CLI or PowerShell, and run no apply.",
            );
            None
        }
        Some(ChangeId::UpdateDnsRecord) if context.repeats.is_some_and(|_| !returns(context)) => {
            let step = context.repeats.unwrap_or_default();
            comment(
                &mut out,
                "#",
                &format!(
                    "terraform apply -refresh-only, then terraform apply: the records of step {step} read the VIPs from the instance."
                ),
            );
            None
        }
        Some(ChangeId::UpdateDnsRecord) => {
            records(context, &mut out);
            Some("If Terraform does not manage a record yet, import it first: creating a record that exists fails.".into())
        }
        Some(_) | None => {
            if let Some(values) = ServiceValues::of(context.changes, context.request) {
                let replaces = values.mode.is_none() && values.primary().is_some_and(|primary| primary.subnet.is_some());
                if replaces && !context.is_for_second() {
                    comment(
                        &mut out,
                        "#",
                        "Not by terraform apply: another subnet of the primary location forces a replacement. Send the change by az CLI, PowerShell or the portal; then set these arguments, and refresh before the next plan.",
                    );
                }
                service(context, &values, &mut out);
                Some(if context.is_for_second() {
                    "The second instance needs every argument of the first. Expect \"0 to change, 0 to destroy\" in the plan."
                        .into()
                } else if replaces {
                    format!("{}{}", vip_note(&values), zones_note(&values)).into()
                } else {
                    format!(
                        "{}{}An update in place: expect \"0 to destroy\" in the plan.",
                        vip_note(&values),
                        zones_note(&values)
                    )
                    .into()
                })
            } else {
                for change in context.changes {
                    one(change, context, &mut out);
                }
                let rules = context.changes.iter().any(|change| change.id == ChangeId::AllowPort);
                rules.then(|| {
                    format!(
                        "{} Where rules are written inside azurerm_network_security_group, add them there instead.",
                        super::bash::rules_note(context)
                    )
                    .into()
                })
            }
        }
    };
    if out.is_empty() {
        comment(&mut out, "#", "Nothing to change in Terraform.");
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    (out, note)
}

/// The path returns to the original subnet.
fn returns(context: &Context<'_>) -> bool {
    context.path.is_some_and(|path| path.id == PathId::NewSubnetReturn)
}

/// The instance is in the new subnet, and the code still names the original one.
fn is_between(context: &Context<'_>) -> bool {
    returns(context) && context.changes.iter().all(|change| change.phase == Phase::After)
}

fn guard(context: &Context<'_>, out: &mut String) {
    let apim = apim(context);
    let lifecycle = || HclBlock::new("lifecycle").set("prevent_destroy", "true");
    HclBlock::resource("azurerm_api_management", &apim)
        .comment("All other arguments stay unchanged.")
        .block(lifecycle())
        .write(out, 0);
    out.push('\n');
    comment(out, "#", "With azapi:");
    HclBlock::resource("azapi_resource", &apim).comment("All other arguments stay unchanged.").block(lifecycle()).write(out, 0);
    out.push('\n');
    comment(out, "#", "What forces a replacement of azurerm_api_management:");
    for row in ARGUMENT_CHANGES {
        let effect = match row.effect {
            ArgumentEffect::Replacement => "replacement",
            ArgumentEffect::InPlace => "update in place",
        };
        comment(out, "#", &format!("- {}: {}: {effect}", row.arguments, row.change));
    }
}

fn refresh(context: &Context<'_>, out: &mut String) {
    let after = context.changes.first().map_or("", |change| &*change.after);
    if context.has_moved() {
        comment(
            out,
            "#",
            "First name the new subnet in virtual_network_configuration: with the old one a plan shows a replacement.",
        );
    }
    comment(out, "#", "1. terraform apply -refresh-only");
    let apim = apim(context);
    comment(out, "#", &format!("2. terraform plan -target=azurerm_api_management.{apim}   (expected: No changes)"));
    comment(out, "#", "3. terraform plan   (expected: only what reads the IP addresses of the instance)");
    comment(out, "#", "4. terraform apply, only if 2 and 3 are as expected");
    comment(out, "#", &format!("{after}."));
}

fn one(change: &PlannedChange, context: &Context<'_>, out: &mut String) {
    let at = change.location.as_ref().map_or("primary", |location| location.as_str());
    let label = label(change.location.as_ref());
    let group = word(&unknown("network-resource-group", at));
    let block = match &change.set {
        None if change.id == ChangeId::AssociateNetworkSecurityGroup => {
            HclBlock::resource("azurerm_subnet_network_security_group_association", &label)
                .set("subnet_id", word(&unknown("subnet-id", at)))
                .set("network_security_group_id", word(&unknown("nsg-id", at)))
        }
        None if change.id == ChangeId::RemoveLock => {
            comment(
                out,
                "#",
                "Not in Terraform, unless it manages the lock: remove the lock from the subnet, its virtual network or their resource group.",
            );
            return;
        }
        Some(ChangeSet::Subnet { prefix, service_endpoints }) if change.id == ChangeId::CreateSubnet => {
            HclBlock::resource("azurerm_subnet", &label)
                .set("name", word(&unknown("new-subnet", at)))
                .set("resource_group_name", group)
                .set("virtual_network_name", word(&unknown("vnet", at)))
                .set("address_prefixes", format!("[{}]", word(&super::bash::range(*prefix))))
                .set("service_endpoints", strings(service_endpoints))
                .write(out, 0);
            out.push('\n');
            HclBlock::resource("azurerm_subnet_network_security_group_association", &label)
                .set("subnet_id", format!("azurerm_subnet.{label}.id"))
                .set("network_security_group_id", word(&unknown("id-of-nsg-of-new-subnet", at)))
        }
        Some(ChangeSet::Subnet { service_endpoints, .. }) => HclBlock::resource("azurerm_subnet", &label)
            .comment("All other arguments stay unchanged. Keep the present endpoints in the list as well.")
            .set("service_endpoints", strings(service_endpoints)),
        Some(ChangeSet::NetworkRule { name, direction, source, destination, ports, protocol, priority, .. }) => {
            let original = if change.phase == Phase::WayBack { "_original" } else { "" };
            HclBlock::resource("azurerm_network_security_rule", &format!("{label}_{}{original}", quote::identifier(name, "rule")))
                .set("name", word(name))
                .set("resource_group_name", group)
                .set("network_security_group_name", word(&unknown(context.group_of(change), at)))
                .set("priority", priority.to_string())
                .set("direction", word(direction))
                .set("access", "\"Allow\"")
                .set("protocol", word(protocol))
                .set("source_address_prefix", word(source))
                .set("source_port_range", "\"*\"")
                .set("destination_address_prefix", word(destination))
                .set("destination_port_ranges", strings(ports))
        }
        Some(ChangeSet::Route { name, address_prefix, next_hop }) => {
            HclBlock::resource("azurerm_route", &format!("{label}_to_internet"))
                .set("name", word(name))
                .set("resource_group_name", group)
                .set("route_table_name", word(&unknown("route-table", at)))
                .set("address_prefix", word(address_prefix))
                .set("next_hop_type", word(next_hop))
        }
        Some(ChangeSet::PublicIp { zones }) => HclBlock::resource("azurerm_public_ip", &label)
            .set("name", word(&unknown("public-ip", at)))
            .set("resource_group_name", group)
            .set("location", word(at))
            .set("sku", "\"Standard\"")
            .set("ip_version", "\"IPv4\"")
            .set("allocation_method", "\"Static\"")
            .set("zones", strings(zones))
            .set("domain_name_label", word(&unknown("dns-label", at))),
        Some(ChangeSet::Autoscale { enabled, minimum, maximum, step }) => {
            let label = apim(context);
            let mut block = HclBlock::resource("azurerm_monitor_autoscale_setting", &label)
                .comment("All other arguments stay unchanged.")
                .set("enabled", enabled.to_string());
            if let (Some(minimum), Some(maximum), Some(step)) = (minimum, maximum, step) {
                block = block.block(
                    HclBlock::new("profile").comment(&format!("In scale_action of each rule: value = \"{step}\".")).block(
                        HclBlock::new("capacity")
                            .set("default", minimum.to_string())
                            .set("minimum", minimum.to_string())
                            .set("maximum", maximum.to_string()),
                    ),
                );
            }
            block
        }
        Some(
            ChangeSet::Operation { .. } | ChangeSet::Location { .. } | ChangeSet::Network { .. } | ChangeSet::DnsRecord { .. },
        )
        | None => return,
    };
    block.write(out, 0);
    out.push('\n');
}

/// `["1", "2", "3"]`.
pub(super) fn strings(all: &[&str]) -> String {
    let all: Vec<String> = all.iter().map(|each| word(each)).collect();
    format!("[{}]", all.join(", "))
}

/// Records, grouped by the location whose VIP they get.
fn records(context: &Context<'_>, out: &mut String) {
    let apim = if context.is_for_second() { format!("{}_second", apim(context)) } else { apim(context) };
    for of_place in context.changes.chunk_by(|one, next| one.location == next.location) {
        let Some((first, location)) = of_place.first().map(|first| (first, first.location.as_ref())) else { continue };
        let Some(ChangeSet::DnsRecord { private_vip, primary, .. }) = &first.set else { continue };
        let label = label(location);
        let addresses = if *private_vip { "private_ip_addresses" } else { "public_ip_addresses" };
        let vip = match location.filter(|_| !primary) {
            None => format!("azurerm_api_management.{apim}.{addresses}"),
            Some(location) => format!(
                "one([for place in azurerm_api_management.{apim}.additional_location : place.{addresses} if lower(replace(place.location, \" \", \"\")) == {}])",
                word(location.as_str())
            ),
        };
        let defaults: Vec<String> = of_place
            .iter()
            .filter_map(|change| match &change.set {
                Some(ChangeSet::DnsRecord { host, custom: false, .. }) => Some(format!("    {},\n", word(host))),
                _ => None,
            })
            .collect();
        let record = |kind: &str, label: &str| HclBlock::resource(kind, label);
        if !defaults.is_empty() {
            record("azurerm_private_dns_a_record", &label)
                .set("for_each", format!("toset([\n{}  ])", defaults.concat()))
                .set("name", "\"@\"")
                .set("zone_name", "each.value")
                .set("resource_group_name", "\"<dns-resource-group>\"")
                .set("ttl", "300")
                .set("records", vip.clone())
                .write(out, 0);
            out.push('\n');
        }
        for change in of_place {
            let Some(ChangeSet::DnsRecord { custom: true, private, .. }) = change.set else { continue };
            let kind = if private { "azurerm_private_dns_a_record" } else { "azurerm_dns_a_record" };
            record(kind, &format!("{label}_custom"))
                .set("name", "\"<record-of-the-custom-domain>\"")
                .set("zone_name", "\"<zone-of-the-custom-domain>\"")
                .set("resource_group_name", "\"<dns-resource-group>\"")
                .set("ttl", "300")
                .set("records", vip.clone())
                .write(out, 0);
            out.push('\n');
        }
    }
}
