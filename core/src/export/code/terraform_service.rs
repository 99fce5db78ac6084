//! The arguments of the instance that change, for azurerm and for azapi.

use std::fmt::Write;

use super::Context;
use super::body::{LocationValues, ServiceValues, sku, unknown};
use super::comment;
use super::terraform::{apim, strings, word};
use super::terraform_block::HclBlock;
use crate::change::ChangeId;
use crate::facts::specification::API_VERSION;
use crate::quote;

/// The public IP address that the step before has created.
fn public_ip(location: &LocationValues) -> Option<String> {
    location.public_ip.then(|| format!("azurerm_public_ip.apim_{}.id", quote::identifier(&location.name, "location")))
}

fn subnet(location: &LocationValues) -> Option<String> {
    let kind = location.subnet?;
    let label = quote::identifier(&location.name, "location");
    Some(if kind == "new-subnet" {
        format!("azurerm_subnet.apim_{label}.id")
    } else {
        word(&unknown("subnet-id", &location.name))
    })
}

/// The arguments that change, for azurerm; then the same for azapi.
pub(super) fn service(context: &Context<'_>, values: &ServiceValues, out: &mut String) {
    let (apim, tier) = (apim(context), sku(context.request.tier));
    let second = context.changes.iter().any(|change| change.id == ChangeId::CreateInstance);
    let others = if second { "All other arguments as in the first instance." } else { "All other arguments stay unchanged." };
    let label = if second { format!("{apim}_second") } else { apim };
    let mut block = HclBlock::resource("azurerm_api_management", &label).comment(others);
    if second {
        block = block.set("name", "\"<name-of-the-second-instance>\"");
    }
    block = block.set_some("virtual_network_type", values.mode.map(word));
    if let Some(primary) = values.primary() {
        block = block
            .set_some("sku_name", primary.units.map(|units| word(&format!("{tier}_{units}"))))
            .set_some("zones", primary.zones.map(strings))
            .set_some("public_ip_address_id", public_ip(primary));
        if let Some(id) = subnet(primary) {
            block = block.block(HclBlock::new("virtual_network_configuration").set("subnet_id", id));
        }
    }
    for other in values.others() {
        let mut inner = HclBlock::new("additional_location")
            .set("location", word(&other.name))
            .set_some("capacity", other.units.map(|units| units.to_string()))
            .set_some("zones", other.zones.map(strings))
            .set_some("public_ip_address_id", public_ip(other));
        inner = match subnet(other) {
            Some(id) => inner.block(HclBlock::new("virtual_network_configuration").set("subnet_id", id)),
            None => inner.comment("Keep virtual_network_configuration of this location, if it has one."),
        };
        block = block.block(inner);
    }
    block.write(out, 0);
    out.push('\n');
    comment(out, "#", "With azapi, in the body of the instance. A list is sent as a whole: keep the other locations in it.");
    azapi(&label, tier, values).write(out, 0);
}

fn azapi(label: &str, tier: &str, values: &ServiceValues) -> HclBlock {
    let (mut top, mut properties) = (Vec::new(), Vec::new());
    let sku = |units: u32| format!("{{ name = {}, capacity = {units} }}", word(tier));
    let network = |id: String| format!("{{ subnetResourceId = {id} }}");
    properties.extend(values.mode.map(|mode| ("virtualNetworkType", word(mode))));
    if let Some(primary) = values.primary() {
        top.extend(primary.units.map(|units| ("sku", sku(units))));
        top.extend(primary.zones.map(|zones| ("zones", strings(zones))));
        properties.extend(public_ip(primary).map(|id| ("publicIpAddressId", id)));
        properties.extend(subnet(primary).map(|id| ("virtualNetworkConfiguration", network(id))));
    }
    let others: Vec<String> = values
        .others()
        .map(|other| {
            let mut fields = vec![format!("location = {}", word(&other.name))];
            fields.extend(other.units.map(|units| format!("sku = {}", sku(units))));
            fields.extend(other.zones.map(|zones| format!("zones = {}", strings(zones))));
            fields.extend(public_ip(other).map(|id| format!("publicIpAddressId = {id}")));
            fields.extend(subnet(other).map(|id| format!("virtualNetworkConfiguration = {}", network(id))));
            format!("        {{ {} }},\n", fields.join(", "))
        })
        .collect();
    let mut body = format!("{{\n{}", aligned(&top, "    "));
    if !properties.is_empty() || !others.is_empty() {
        let _ = writeln!(body, "    properties = {{\n{}", aligned(&properties, "      ").trim_end_matches('\n'));
        if properties.is_empty() {
            body.truncate(body.trim_end().len());
            body.push('\n');
        }
        if !others.is_empty() {
            let _ = writeln!(body, "      additionalLocations = [\n{}      ]", others.concat());
        }
        body.push_str("    }\n");
    }
    body.push_str("  }");
    HclBlock::resource("azapi_resource", label)
        .comment("All other arguments stay unchanged.")
        .set("type", word(&format!("Microsoft.ApiManagement/service@{API_VERSION}")))
        .set("body", body)
}

/// Entries of an object on a line each, their equals signs aligned.
fn aligned(entries: &[(&str, String)], indent: &str) -> String {
    let width = entries.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    entries.iter().fold(String::new(), |mut lines, (name, value)| {
        let _ = writeln!(lines, "{indent}{name:width$} = {value}");
        lines
    })
}
