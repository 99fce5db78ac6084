//! Every shape that tools write is read, and a wrong file is named.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use apim_plan::import::{CheckVerdict, Imported, NotReadKind, Reading, compare, import, import_text, read};
use apim_plan::{PathId, PlanRequest};
use insta::assert_snapshot;
use rstest::rstest;

fn fixture(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import").join(name);
    std::fs::read_to_string(path).unwrap_or_default()
}

/// An instance that was not read would be missing in the comparison.
fn reading(name: &str) -> Reading {
    read(&fixture(name)).unwrap_or_default()
}

/// One instance per line: position, source, answers.
fn line(imported: &Imported) -> String {
    let request = &imported.request;
    let mut line = format!("{} [{}]", imported.at, imported.source);
    let mut part = |value: Option<String>| {
        let _ = write!(line, " {}", value.as_deref().unwrap_or("?"));
    };
    part(request.name.clone());
    part(request.tier.map(|tier| <&str>::from(tier).to_owned()));
    part(request.platform.map(|platform| platform.as_str().to_owned()));
    part(request.vnet.map(|vnet| <&str>::from(vnet).to_owned()));
    part(imported.extras.environment.map(|environment| <&str>::from(environment).to_owned()));
    for location in &request.locations {
        let units = location.units.map_or_else(|| "?".to_owned(), |units| units.get().to_string());
        let zones = location.zones.map(|zones| format!("{zones:?}")).unwrap_or_default();
        let _ = write!(line, "; {} {units} {zones}", location.name);
    }
    line.trim().to_owned()
}

fn lines(reading: &Reading) -> String {
    let mut text = String::new();
    for imported in &reading.instances {
        let _ = writeln!(text, "{}", line(imported));
    }
    for skipped in &reading.skipped {
        let _ = writeln!(text, "- {}: {}", skipped.path, skipped.why);
    }
    text
}

#[test]
fn the_json_view_of_the_portal_answers_most_questions() -> Result<(), Box<dyn std::error::Error>> {
    let imported = import_text(&fixture("portal.json"))?;
    assert_snapshot!("portal", serde_json::to_string_pretty(&imported)?);
    // `fleet` and `compare` receive it from JavaScript again.
    let again: Vec<Imported> = serde_json::from_str(&serde_json::to_string(&imported)?)?;
    assert_eq!(again, imported);
    Ok(())
}

#[rstest]
#[case("rest-list")]
#[case("az-show")]
#[case("az-list")]
#[case("graph-rest")]
#[case("graph-cli")]
#[case("graph-array")]
#[case("graph-table")]
#[case("graph-powershell")]
#[case("powershell-api-management")]
#[case("powershell-resource")]
#[case("deleted")]
#[case("template")]
fn a_shape_is_read(#[case] name: &str) {
    assert_snapshot!(name, lines(&reading(&format!("{name}.json"))));
}

#[test]
fn tables_and_lines_are_read_around_what_is_broken() {
    assert_snapshot!("graph-csv", lines(&reading("graph.csv")));
    assert_snapshot!("graph-projected", lines(&reading("graph-projected.csv")));
    assert_snapshot!("lines", lines(&reading("lines.jsonl")));
}

#[test]
fn what_was_skipped_is_listed_if_only_a_list_is_shown() -> Result<(), Box<dyn std::error::Error>> {
    let imported = import_text(&fixture("lines.jsonl"))?;
    let told = imported.first().is_some_and(|first| first.not_read.iter().any(|entry| entry.path == "line 2"));
    assert!(told);
    Ok(())
}

#[test]
fn an_unknown_platform_version_is_not_reported_as_missing() -> Result<(), Box<dyn std::error::Error>> {
    let warns = |platform: &str| -> Result<bool, Box<dyn std::error::Error>> {
        let read = import_text(&format!(
            r#"{{"type":"Microsoft.ApiManagement/service","name":"a","location":"West Europe","sku":{{"name":"Premium"}},"properties":{{{platform}}}}}"#
        ))?;
        let first = read.first().ok_or("an instance")?;
        Ok(first.warnings.iter().any(|warning| warning.contains("platformVersion is not stated")))
    };
    assert!(warns("")?);
    assert!(!warns(r#""platformVersion":"stv9""#)?);
    assert!(!warns(r#""platformVersion":"undetermined""#)?);
    Ok(())
}

/// A list in parts looks complete, so every instance carries a warning.
#[test]
fn a_list_that_continues_elsewhere_is_a_warning() {
    let told = |name: &str| {
        let warnings: Vec<_> = reading(name).instances.into_iter().map(|imported| imported.warnings).collect();
        warnings
            .iter()
            .map(|of_one| of_one.iter().filter(|warning| warning.contains("continues on another page")).count())
            .collect::<Vec<_>>()
    };
    assert_eq!(told("graph-cli.json"), [1, 0]);
    assert_eq!(told("graph-rest.json"), [0, 0]);
    let together = |names: [&str; 2]| {
        import_text(&names.map(fixture).concat()).map(|read| {
            read.iter().any(|imported| imported.warnings.iter().any(|warning| warning.contains("continues on another page")))
        })
    };
    assert_eq!(together(["graph-cli.json", "graph-rest.json"]), Ok(false), "the last page is there");
    assert_eq!(together(["graph-rest.json", "graph-cli.json"]), Ok(true));
}

#[test]
fn the_command_line_and_the_portal_give_the_same_answers() {
    let request = |name: &str| reading(name).instances.first().map(|imported| imported.request.clone());
    assert_eq!(request("az-show.json"), request("portal.json"));
}

#[test]
fn every_form_of_resource_graph_gives_the_same_answers() {
    let requests = |name: &str| reading(name).instances.into_iter().map(|imported| imported.request).collect::<Vec<_>>();
    let expected = requests("graph-rest.json");
    assert_eq!(expected.len(), 2);
    for name in ["graph-cli.json", "graph-array.json", "graph-table.json", "graph-powershell.json", "graph.csv"] {
        assert_eq!(requests(name), expected, "{name}");
    }
}

#[test]
fn the_encoding_of_a_file_changes_nothing() -> Result<(), Box<dyn std::error::Error>> {
    let text = fixture("rest-list.json");
    let expected = import(text.as_bytes())?;
    let units = |text: &str, of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let marked = format!("\u{feff}{text}");
    for bytes in [
        marked.clone().into_bytes(),
        units(&text, u16::to_le_bytes),
        units(&text, u16::to_be_bytes),
        units(&marked, u16::to_le_bytes),
        units(&marked, u16::to_be_bytes),
    ] {
        assert_eq!(import(&bytes)?, expected);
    }
    Ok(())
}

#[rstest]
#[case("PS C:\\> az apim show -n orders-prod -g rg-orders\r\n", "\r\n\r\nPS C:\\>")]
#[case("WARNING: this command is in preview\n", "")]
#[case("```json\n", "\n```\n")]
fn lines_around_a_description_do_not_hide_it(
    #[case] before: &str,
    #[case] after: &str,
) -> Result<(), Box<dyn std::error::Error>> {
    let alone = read(&fixture("az-show.json"))?;
    let surrounded = read(&format!("{before}{}{after}", fixture("az-show.json")))?;
    assert_eq!(surrounded.instances, alone.instances);
    assert_eq!(surrounded.skipped.len(), 1);
    Ok(())
}

#[test]
fn keys_may_be_written_in_any_case() {
    let text = fixture("az-show.json");
    let mut shouted = String::new();
    for (index, piece) in text.split('"').enumerate() {
        let key = index % 2 == 1 && text.split('"').nth(index + 1).is_some_and(|next| next.trim_start().starts_with(':'));
        if index > 0 {
            shouted.push('"');
        }
        shouted.push_str(&if key { piece.to_uppercase() } else { piece.to_owned() });
    }
    let requests =
        |text: &str| read(text).map(|reading| reading.instances.into_iter().map(|imported| imported.request).collect::<Vec<_>>());
    assert_eq!(requests(&shouted), requests(&text));
}

#[test]
fn missing_null_and_empty_all_mean_not_stated() -> Result<(), Box<dyn std::error::Error>> {
    let with = |rest: &str| {
        let text = format!(r#"{{ "type": "Microsoft.ApiManagement/service", "location": "uksouth"{rest} }}"#);
        import_text(&text).map(|mut imported| imported.remove(0).request)
    };
    let expected = with("")?;
    for rest in [
        r#", "zones": null, "sku": null, "properties": null"#,
        r#", "zones": [], "sku": {}, "properties": {}"#,
        r#", "sku": { "name": "", "capacity": null }, "properties": { "platformVersion": "", "virtualNetworkType": " ", "publicIpAddressId": "", "additionalLocations": [], "hostnameConfigurations": [] }"#,
    ] {
        assert_eq!(with(rest)?, expected, "{rest}");
    }
    Ok(())
}

#[test]
fn a_parameter_file_takes_precedence_over_the_defaults_of_a_template() {
    let both = format!("{}{}", fixture("template.json"), fixture("parameters.json"));
    let reading = read(&both).unwrap_or_default();
    let request = reading.instances.first().map(|imported| imported.request.clone()).unwrap_or_default();
    assert_eq!(request.tier.map(<&str>::from), Some("developer"));
    assert_eq!(request.locations.first().map(|location| location.name.to_string()).as_deref(), Some("westeurope"));
    let by_default = |field: &str| {
        reading.instances.first().and_then(|imported| Some(imported.read.iter().find(|read| read.field == field)?.by_default))
    };
    assert_eq!(by_default("tier"), Some(false));
    assert_eq!(by_default("locations[0].units"), Some(true));
}

#[test]
fn a_template_lists_what_it_does_not_state() {
    let reading = reading("template.json");
    let mut text = String::new();
    for imported in &reading.instances {
        for entry in imported.not_read.iter().filter(|entry| entry.kind == NotReadKind::Unreadable) {
            let _ = writeln!(text, "{}: {}", entry.path, entry.why);
        }
        for warning in &imported.warnings {
            let _ = writeln!(text, "! {warning}");
        }
    }
    assert_snapshot!("template-not-read", text);
}

#[test]
fn a_blocked_instance_without_a_virtual_network_is_recognised() {
    let imported = reading("blocked.json").instances.pop().unwrap_or_default();
    assert_eq!(imported.extras.endpoints_blocked, Some(true));
    assert_eq!(imported.extras.network_removed, Some(true));
    assert_eq!(imported.extras.retired_protocols, ["Gateway.Security.Ciphers.TripleDes168"]);
    assert_eq!(imported.request.cloud.map(<&str>::from), Some("government"));
    assert_eq!(imported.warnings.len(), 3, "{:?}", imported.warnings);
}

/// Pages that were joined overlap.
#[test]
fn an_instance_that_is_listed_twice_is_read_once() {
    let one = |id: &str, units: u32| {
        serde_json::json!({
            "id": id, "name": "a", "type": "Microsoft.ApiManagement/service", "location": "westeurope",
            "sku": { "name": "Premium", "capacity": units },
            "properties": {
                "platformVersion": "stv1", "virtualNetworkType": "Internal",
                "virtualNetworkConfiguration": { "subnetResourceId": "/subscriptions/0/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/v/subnets/s" }
            }
        })
    };
    let id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.ApiManagement/service/a";
    let read_list = |list: serde_json::Value| read(&list.to_string()).unwrap_or_default();
    let in_another_case = id.replace("resourceGroups", "resourcegroups").replace("Microsoft", "MICROSOFT");
    let same = read_list(serde_json::json!({ "data": [one(id, 1), one(&in_another_case, 1)] }));
    assert_eq!(same.instances.len(), 1, "{same:?}");
    let told = same.skipped.first().map(|skipped| (skipped.path.as_str(), skipped.why.as_ref()));
    assert_eq!(told, Some(("data[1]", "the same instance as at data[0]; read once")));
    let neighbours = same.instances.first().and_then(|one| one.request.locations.first()?.subnet?.other_instances);
    assert_eq!(neighbours, None, "nobody is their own neighbour");
    // Two descriptions that differ are both kept.
    let other = read_list(serde_json::json!([one(id, 1), one(id, 2)]));
    let warned = |one: &Imported| one.warnings.iter().any(|warning| warning.contains("[0]"));
    assert_eq!(other.instances.iter().map(warned).collect::<Vec<_>>(), [false, true]);
    assert!(other.skipped.is_empty());
    // Blanked ids can belong to different instances.
    for id in ["", "/subscriptions/***/resourceGroups/***/providers/Microsoft.ApiManagement/service/***", "a"] {
        assert_eq!(read_list(serde_json::json!([one(id, 1), one(id, 1)])).instances.len(), 2, "{id}");
    }
}

#[test]
fn instances_of_one_input_count_the_others_in_their_subnet() -> Result<(), Box<dyn std::error::Error>> {
    let subnet = "/subscriptions/0/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/v/subnets/shared";
    let one = |name: &str, platform: &str, subnet: &str| {
        serde_json::json!({
            "type": "Microsoft.ApiManagement/service", "name": name, "location": "westeurope",
            "sku": { "name": "Premium", "capacity": 1 },
            "properties": {
                "platformVersion": platform, "virtualNetworkType": "Internal",
                "virtualNetworkConfiguration": { "subnetResourceId": subnet }
            }
        })
    };
    let input = serde_json::json!([
        one("a", "stv1", subnet),
        one("b", "stv1", &subnet.to_uppercase()),
        one("moved", "stv2", subnet),
        one("alone", "stv1", &format!("{subnet}2")),
    ]);
    let imported = import_text(&input.to_string())?;
    let others = |one: &Imported| one.request.locations.first()?.subnet?.other_instances;
    assert_eq!(imported.iter().map(others).collect::<Vec<_>>(), [Some(1), Some(1), None, None]);
    let told =
        |one: &Imported| one.read.iter().any(|read| read.field == "locations[0].subnet.otherInstances" && read.value == "1");
    assert_eq!(imported.iter().map(told).collect::<Vec<_>>(), [true, true, false, false]);
    Ok(())
}

#[test]
fn the_refusal_of_a_wrong_file_says_what_the_file_is() {
    let files = [
        ("nothing", "  \n "),
        ("html", "<!DOCTYPE html><html><body>Sign in</body></html>"),
        ("xml", "<policies><inbound /></policies>"),
        ("yaml", "id: /subscriptions/x\nlocation: West Europe\nsku:\n  capacity: 1\n  name: Premium\n"),
        ("bicep", "param location string = 'westeurope'\nresource apim 'Microsoft.ApiManagement/service@2022-08-01' = {\n}\n"),
        ("terraform", "resource \"azurerm_api_management\" \"this\" {\n  name = \"x\"\n}\n"),
        ("screen_table", "Name    Location\n------  --------\norders  uksouth\n"),
        ("screen_list", "Name     : orders\nLocation : uksouth\nSku      : Premium\n"),
        ("cli_error", "ERROR: (AuthorizationFailed) The client 'C=A!N' with object id does not have authorization"),
        (
            "error_response",
            r#"{"error":{"code":"AuthorizationFailed","message":"The client C=A!N@people.example has no right"}}"#,
        ),
        ("other_resource", r#"{"id":"/x","type":"Microsoft.Network/virtualNetworks","name":"v","properties":{}}"#),
        (
            "parameter_file",
            r#"{"$schema":"https://x/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{"a":{"value":1}}}"#,
        ),
        ("terraform_state", r#"{"version":4,"terraform_version":"1.9.0","resources":[]}"#),
        ("openapi", r#"{"openapi":"3.0.1","info":{"title":"Orders"},"paths":{}}"#),
        ("other_json", r#"{"name":"orders","version":"1.0.0","dependencies":{}}"#),
        ("other_list", "[1, 2, 3]"),
        ("other_table", "name,price\nbread,1\nmilk,2\n"),
        ("other_text", "Please migrate our instance by Monday."),
        ("cut_off", r#"{ "name": "apim-orders-prod", "sku": { "name": "Premium", }"#),
    ];
    let mut said = String::new();
    for (name, text) in files {
        let message = import_text(text).map_or_else(|error| error.to_string(), |read| format!("{read:?}"));
        assert!(!message.contains("A!N"), "{message}");
        let _ = writeln!(said, "{name}: {message}");
    }
    assert_snapshot!("wrong", said);
}

#[test]
fn an_empty_list_is_no_mistake() {
    assert_eq!(import_text(r#"{ "value": [] }"#), Ok(Vec::new()));
    assert_eq!(import_text("[]"), Ok(Vec::new()));
    assert_eq!(import_text(r#"{ "count": 0, "data": [], "skip_token": null, "total_records": 0 }"#), Ok(Vec::new()));
}

/// Every private value in the fixtures contains these characters, and no other value does.
const PRIVATE: &str = "C=A!N";

#[test]
fn nothing_private_leaves_the_parser() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let text = std::fs::read_to_string(&path)?;
        let written = match read(&text) {
            Ok(reading) => format!("{reading:?}{}", serde_json::to_string(&reading.clone().into_instances())?),
            Err(error) => error.to_string(),
        };
        assert!(!written.contains(PRIVATE), "{}", path.display());
        assert!(!written.contains('@'), "{}", path.display());
        checked += usize::from(text.contains(PRIVATE));
    }
    assert!(checked >= 12, "only {checked} fixtures hold something private");
    Ok(())
}

fn comparison(before: &Imported, after: &Imported, path: Option<PathId>) -> String {
    let report = compare(before, after, path);
    let mut text = format!("{:?} {:?}: {}\n", report.path, report.verdict, report.headline);
    for line in &report.lines {
        let location = line.location.as_ref().map(ToString::to_string).unwrap_or_default();
        let known = |value: &Option<String>| value.clone().unwrap_or_else(|| "?".to_owned());
        let (before, after) = (known(&line.before), known(&line.after));
        let _ = writeln!(text, "{:?} {:?} {location}: {} {before} -> {after}", line.verdict, line.subject, line.expected);
    }
    text
}

#[test]
fn a_migration_is_compared_with_its_path() {
    let one = |name: &str| reading(name).instances.pop().unwrap_or_default();
    let (before, after) = (one("portal.json"), one("portal-after.json"));
    assert_snapshot!("compare-new-vip", comparison(&before, &after, Some(PathId::SameSubnetNewVip)));
    assert_snapshot!("compare-preserve-vip", comparison(&before, &after, Some(PathId::SameSubnetPreserveVip)));
    assert_snapshot!("compare-recommended", comparison(&before, &after, None));
}

#[test]
fn an_instance_compared_with_itself_has_changed_nothing() {
    let after = reading("portal-after.json").instances.pop().unwrap_or_default();
    let report = compare(&after, &after, None);
    assert_eq!((report.path, report.verdict), (None, CheckVerdict::AsPlanned), "{report:?}");
}

#[test]
fn without_a_path_addresses_are_not_compared() {
    let one = |name: &str| reading(name).instances.pop().unwrap_or_default();
    let (mut before, after) = (one("portal.json"), one("portal-after.json"));
    // Without a network mode, no path is recommended.
    before.request.vnet = None;
    assert_snapshot!("compare-no-path", comparison(&before, &after, None));
}

#[test]
fn answers_alone_can_be_compared() {
    let request: PlanRequest =
        serde_json::from_str(r#"{ "platform": "stv1", "tier": "developer", "vnet": "external" }"#).unwrap_or_default();
    let after = PlanRequest { platform: Some(apim_plan::PlatformVersion::Stv2), ..request.clone() };
    let report = compare(&request.clone().into(), &after.into(), None);
    assert_eq!(report.verdict, CheckVerdict::AsPlanned, "{report:?}");
    let same = compare(&request.clone().into(), &request.into(), None);
    assert_eq!(same.verdict, CheckVerdict::NotAsPlanned, "{same:?}");
}

/// A request accepts a limited number of locations, so no more are read.
#[test]
fn locations_above_the_maximum_are_listed_as_not_read() {
    let more: Vec<_> = (0..150).map(|at| format!(r#"{{ "location": "region{at}", "sku": {{ "capacity": 1 }} }}"#)).collect();
    let text = format!(
        r#"{{ "type": "Microsoft.ApiManagement/service", "name": "a", "location": "westeurope", "sku": {{ "name": "Premium", "capacity": 1 }},
              "properties": {{ "platformVersion": "stv1", "additionalLocations": [{}] }} }}"#,
        more.join(",")
    );
    let imported = import_text(&text).unwrap_or_default();
    let Imported { request, not_read, .. } = imported.into_iter().next().unwrap_or_default();
    assert_eq!(request.locations.len(), 100);
    let json = serde_json::to_string(&request).unwrap_or_default();
    assert!(serde_json::from_str::<PlanRequest>(&json).is_ok());
    let told = not_read.iter().filter(|entry| entry.path.contains("additionalLocations[")).count();
    assert_eq!(told, 51);
}
