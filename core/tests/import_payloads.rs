//! Every collected payload is read without error and agrees with what a careful
//! person read in it.
//!
//! The payloads have other owners and are not part of this repository. The test
//! looks for `shared/payloads` beside the folders above, or in
//! `APIM_PLAN_PAYLOADS`, and checks nothing if neither exists.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use apim_plan::import::{Imported, NotReadKind, ReadField, UNKNOWN_REGION, import};
use apim_plan::{Location, PlatformVersion, RegionName, Units, ZoneLayout};
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    if let Some(given) = std::env::var_os("APIM_PLAN_PAYLOADS") {
        return Some(given.into());
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|above| above.join("shared/payloads")).find(|folder| folder.join("index.json").is_file())
}

/// The differences, one per line.
#[derive(Default)]
struct Differences {
    lines: Vec<String>,
    file: String,
    checked: usize,
}

impl Differences {
    fn check<T: PartialEq + Debug>(&mut self, what: &str, read: &T, stated: &T) {
        self.checked += 1;
        if read != stated {
            self.lines.push(format!("{}: {what}: read {read:?}, stated {stated:?}", self.file));
        }
    }
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()))
}

/// The stated units; Consumption states 0 and has none.
fn units(value: &Value) -> Option<u32> {
    number(value).and_then(|units| u32::try_from(units).ok()).filter(|units| *units > 0)
}

fn zones(value: &Value) -> Option<usize> {
    value.as_array().map(Vec::len).filter(|count| *count > 0)
}

fn count_zones(layout: Option<ZoneLayout>) -> Option<usize> {
    match layout? {
        ZoneLayout::Automatic {} => None,
        ZoneLayout::Zonal {} => Some(1),
        ZoneLayout::Redundant { zones } => usize::try_from(zones.get()).ok(),
    }
}

fn total(value: &Value) -> usize {
    let counts = value.as_object().into_iter().flatten().filter_map(|(_, count)| count.as_u64());
    usize::try_from(counts.sum::<u64>()).unwrap_or(0)
}

fn region(location: Option<&Location>) -> Option<&RegionName> {
    location.map(|location| &location.name).filter(|name| !name.as_str().starts_with(UNKNOWN_REGION))
}

fn check_location(differences: &mut Differences, what: &str, read: &Imported, index: usize, stated: &Value) {
    let location = read.request.locations.get(index);
    let extras = read.extras.locations.get(index);
    let of = |part: &str| format!("{what} {part}");
    let name = text(&stated["location"]).and_then(RegionName::new);
    differences.check(&of("location"), &region(location), &name.as_ref());
    differences.check(&of("units"), &location.and_then(|location| location.units).map(Units::get), &units(&stated["capacity"]));
    differences.check(&of("zones"), &location.and_then(|location| count_zones(location.zones)), &zones(&stated["zones"]));
    let public_ip = stated["publicIpAddressResource"].as_bool().filter(|stated| *stated);
    differences.check(&of("public IP"), &location.and_then(|location| location.public_ip), &public_ip);
    let disabled = stated["disableGateway"].as_bool();
    differences.check(&of("gateway"), &extras.and_then(|extras| extras.gateway_disabled), &disabled);
    // Some examples have `xx.xx.xx.xx` as addresses, which are listed as not read.
    let place = if index == 0 { "properties.".to_owned() } else { format!("[{}].", index - 1) };
    for (key, other, read_count, stated) in [
        (
            "publicipaddresses",
            "staticips",
            extras.map_or(0, |extras| extras.public_ips.len()),
            &stated["publicIPAddresses_count"],
        ),
        ("privateipaddresses", "", extras.map_or(0, |extras| extras.private_ips.len()), &stated["privateIPAddresses_count"]),
    ] {
        let redacted = read.not_read.iter().any(|entry| {
            let path = entry.path.to_lowercase();
            let ends = |key: &str| !key.is_empty() && path.ends_with(&format!("{place}{key}"));
            entry.kind == NotReadKind::Unreadable && (ends(key) || ends(other))
        });
        if !redacted {
            differences.check(&of(key), &(read_count as u64), &number(stated).unwrap_or(0));
        }
    }
}

fn check_service(differences: &mut Differences, read: &Imported, stated: &Value) {
    let request = &read.request;
    let place = text(&stated["where"]).filter(|place| *place != "$").unwrap_or_default();
    differences.check("place", &read.at.as_str(), &place);
    differences.check("name", &request.name.as_deref(), &text(&stated["name"]));
    let tier = text(&stated["tier"]).map(str::to_lowercase);
    differences.check("tier", &request.tier.map(|tier| <&str>::from(tier).to_lowercase()), &tier);
    let vnet = text(&stated["virtualNetworkType"]).map(str::to_lowercase);
    differences.check("vnet", &request.vnet.map(|vnet| <&str>::from(vnet).to_owned()), &vnet);
    let platform = text(&stated["platformVersion"]).filter(|version| *version != "undetermined");
    differences.check("platform", &request.platform.map(PlatformVersion::as_str), &platform);
    differences.check("state", &read.extras.provisioning_state.as_deref(), &text(&stated["provisioningState"]));
    let access = text(&stated["publicNetworkAccess"]).map(|access| access == "Enabled");
    differences.check("public access", &read.extras.public_network_access, &access);
    differences.check("API version", &read.extras.min_api_version.as_deref(), &text(&stated["minApiVersion"]));

    let custom = total(&stated["customHostnames"]);
    let default = total(&stated["defaultHostnames"]);
    differences.check("custom hosts", &read.extras.hosts.iter().filter(|host| host.custom).count(), &custom);
    differences.check("default hosts", &read.extras.hosts.iter().filter(|host| !host.custom).count(), &default);
    let domains = if custom > 0 { Some(true) } else { (default > 0).then_some(false) };
    differences.check("custom domains", &request.custom_domains, &domains);

    check_location(differences, "primary", read, 0, stated);
    let more = stated["additionalLocations"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (index, location) in (1..).zip(more) {
        check_location(differences, &format!("location {index}"), read, index, location);
        let platform = text(&location["platformVersion"]).filter(|version| *version != "undetermined");
        let read = request.locations.get(index).and_then(|location| location.platform).map(PlatformVersion::as_str);
        differences.check("platform of a location", &read, &platform);
    }
    differences.check("regions", &request.locations.len().max(1), &(more.len() + 1));
    let sum: u32 = request.locations.iter().filter_map(|location| location.units).map(Units::get).sum();
    differences.check("units in all", &u64::from(sum), &number(&stated["units_total"]).unwrap_or(0));
    let subnet = read.extras.locations.first().is_some_and(|extras| extras.subnet.is_some())
        || read.not_read.iter().any(|entry| entry.path.ends_with("subnetResourceId"));
    differences.check("subnet", &subnet, &stated["subnetPresent"].as_bool().unwrap_or(subnet));
    check_template(differences, read, stated);
}

/// The values from defaults, and the values that could not be evaluated.
fn check_template(differences: &mut Differences, read: &Imported, stated: &Value) {
    let names = [
        ("tier", "tier"),
        ("name", "name"),
        ("location", "locations[0].name"),
        ("capacity", "locations[0].units"),
        ("zones", "locations[0].zones"),
        ("virtualNetworkType", "vnet"),
        ("additionalLocations[0].capacity", "locations[1].units"),
        ("additionalLocations[1].capacity", "locations[2].units"),
    ];
    let resolved = stated["resolved_from_parameter_defaults"].as_array().map(Vec::as_slice).unwrap_or_default();
    let resolved: BTreeSet<_> = resolved.iter().filter_map(Value::as_str).collect();
    for (stated, field) in names {
        // The index counts a value that is passed to a nested template as a default; here it is a given value.
        let handed = |read: &ReadField| read.from.contains(".properties.template.");
        let by_default = read.read.iter().any(|read| read.field == field && (read.by_default || handed(read)));
        differences.check(&format!("{field} by default"), &(by_default && resolved.contains(stated)), &resolved.contains(stated));
        let invented = read.read.iter().any(|read| read.field == field && read.by_default) && !resolved.contains(stated);
        differences.check(&format!("{field} by default, invented"), &invented, &false);
    }
    for (field, _) in stated["unresolved_expressions"].as_object().into_iter().flatten() {
        let key = match field.as_str() {
            "tier" => "sku.name",
            "capacity" => "sku.capacity",
            other => other,
        };
        let told = read.not_read.iter().any(|entry| entry.kind == NotReadKind::Unreadable && entry.path.ends_with(key));
        differences.check(&format!("{field} named as not read"), &told, &true);
    }
}

#[test]
fn every_payload_agrees_with_a_careful_reader() -> Result<(), Box<dyn std::error::Error>> {
    let Some(folder) = folder() else {
        println!("no payloads here; set APIM_PLAN_PAYLOADS to check them");
        return Ok(());
    };
    let index: Value = serde_json::from_slice(&std::fs::read(folder.join("index.json"))?)?;
    let entries = index.get("entries").and_then(Value::as_array).ok_or("the index has no entries")?;
    assert!(entries.len() > 50, "the index lists {} files", entries.len());
    let mut differences = Differences::default();
    for entry in entries {
        let file = text(&entry["file"]).ok_or("an entry has no file")?;
        file.clone_into(&mut differences.file);
        let bytes = std::fs::read(folder.join(file))?;
        let imported = match import(&bytes) {
            Ok(imported) => imported,
            Err(error) => {
                differences.lines.push(format!("{file}: {error}"));
                continue;
            }
        };
        let services = entry.pointer("/facts/services").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let services: Vec<_> = services.iter().filter(|service| service["where"] != "parameters.parameters").collect();
        differences.check("instances", &imported.len(), &services.len());
        for (read, stated) in imported.iter().zip(services) {
            check_service(&mut differences, read, stated);
        }
        let written = serde_json::to_string(&imported)?;
        let content = String::from_utf8_lossy(&bytes);
        for mail in content.split(['"', ' ', '\'']).filter(|word| word.contains('@') && word.contains('.')) {
            differences.check("an e-mail address in the answers", &written.contains(mail), &false);
        }
    }
    assert!(differences.lines.is_empty(), "{}", differences.lines.join("\n"));
    println!("{} files, {} comparisons", entries.len(), differences.checked);
    Ok(())
}
