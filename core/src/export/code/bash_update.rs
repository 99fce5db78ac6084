//! An update of the instance in Bash: the body is made from the present one with jq.

use std::fmt::Write;

use super::bash::{instance, word};
use super::body::{LocationValues, ServiceValues, unknown};
use crate::domain::PlanRequest;
use crate::facts::specification::API_VERSION;

/// Reads the instance, changes what is to be changed, and sends it. A list is sent as a whole: jq keeps the other locations.
pub(super) fn update(request: &PlanRequest, values: &ServiceValues, out: &mut String) {
    let _ = writeln!(out, "{}", instance(request));
    let mut arguments = Vec::new();
    for (number, location) in (1..).zip(&values.locations) {
        arguments.push(format!("--arg at{number} {}", word(&location.name)));
        let group = word(&unknown("network-resource-group", &location.name));
        if location.public_ip {
            let name = word(&unknown("public-ip", &location.name));
            let _ = writeln!(
                out,
                "IP{number}=$(az network public-ip show --resource-group {group} --name {name} --query id --output tsv)"
            );
            arguments.push(format!("--arg ip{number} \"$IP{number}\""));
        }
        if let Some(subnet) = location.subnet {
            let _ = writeln!(
                out,
                "SUBNET{number}=$(az network vnet subnet show --resource-group {group} --vnet-name {} \\\n  --name {} --query id --output tsv)",
                word(&unknown("vnet", &location.name)),
                word(&unknown(subnet, &location.name))
            );
            arguments.push(format!("--arg subnet{number} \"$SUBNET{number}\""));
        }
    }
    let _ = writeln!(
        out,
        "az rest --method get --uri \"$APIM?api-version={API_VERSION}\" > before.json\njq {} '\n{}' before.json > change.json\ncat change.json\nread -r -p 'Send this change? Type yes: ' ANSWER\n[ \"$ANSWER\" = yes ]\naz rest --method patch --uri \"$APIM?api-version={API_VERSION}\" --body @change.json",
        arguments.join(" "),
        program(values)
    );
}

/// The jq program that makes the body.
fn program(values: &ServiceValues) -> String {
    let mut top = Vec::new();
    let mut properties = Vec::new();
    if let Some(mode) = values.mode {
        properties.push(format!("virtualNetworkType: \"{mode}\""));
    }
    for (number, location) in (1..).zip(&values.locations).filter(|(_, location)| location.primary) {
        if let Some(units) = location.units {
            top.push(format!("sku: {{name: .sku.name, capacity: {units}}}"));
        }
        if let Some(zones) = location.zones {
            top.push(format!("zones: {}", list(zones)));
        }
        if location.public_ip {
            properties.push(format!("publicIpAddressId: $ip{number}"));
        }
        if location.subnet.is_some() {
            properties.push(format!("virtualNetworkConfiguration: {{subnetResourceId: $subnet{number}}}"));
        }
    }
    if values.others().next().is_some() {
        properties.push(format!("additionalLocations: {}", others(values)));
    }
    top.push(format!("properties: {{{}}}", properties.join(",\n    ")));
    format!("  .sku.name as $tier | {{{}}}\n", top.join(",\n  "))
}

fn others(values: &ServiceValues) -> String {
    let numbered = || (1..).zip(&values.locations).filter(|(_, location): &(usize, &LocationValues)| !location.primary);
    let mut text = String::from("((.properties.additionalLocations // []) | map(\n");
    for (number, location) in numbered().filter(|(_, location)| !location.added) {
        let mut sets = Vec::new();
        if let Some(units) = location.units {
            sets.push(format!(".sku.capacity = {units}"));
        }
        if let Some(zones) = location.zones {
            sets.push(format!(".zones = {}", list(zones)));
        }
        if location.public_ip {
            sets.push(format!(".publicIpAddressId = $ip{number}"));
        }
        if location.subnet.is_some() {
            sets.push(format!(".virtualNetworkConfiguration = {{subnetResourceId: $subnet{number}}}"));
        }
        let _ = writeln!(
            text,
            "      if (.location | ascii_downcase | gsub(\"[ -]\"; \"\")) == $at{number}\n      then {} else . end |",
            if sets.is_empty() { ".".to_owned() } else { sets.join(" | ") }
        );
    }
    text.push_str(
        "      del(.publicIPAddresses, .privateIPAddresses, .outboundPublicIPAddresses, .gatewayRegionalUrl, .platformVersion)))",
    );
    for (number, location) in numbered().filter(|(_, location)| location.added) {
        let mut fields =
            vec![format!("location: $at{number}"), format!("sku: {{name: $tier, capacity: {}}}", location.units.unwrap_or(1))];
        if let Some(zones) = location.zones.filter(|zones| !zones.is_empty()) {
            fields.push(format!("zones: {}", list(zones)));
        }
        if location.public_ip {
            fields.push(format!("publicIpAddressId: $ip{number}"));
        }
        if location.subnet.is_some() {
            fields.push(format!("virtualNetworkConfiguration: {{subnetResourceId: $subnet{number}}}"));
        }
        let _ = write!(text, "\n      + [{{{}}}]", fields.join(", "));
    }
    text
}

fn list(zones: &[&str]) -> String {
    let zones: Vec<String> = zones.iter().map(|zone| format!("\"{zone}\"")).collect();
    format!("[{}]", zones.join(", "))
}
