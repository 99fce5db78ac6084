//! The Bash script of a plan, run with an `az` that answers from a file and writes down what it is asked for: bodies have the
//! shapes of the REST specification, and records get the VIP of their location.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that finds nothing is to fail")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use apim_plan::export::{CodeTool, code, code_parts};
use apim_plan::{Plan, plan, read_request};
use apim_plan_tests::installed;
use serde::Deserialize;
use serde_json::{Value, json};

/// `ApiManagementServiceUpdateParameters` of version 2024-05-01, as far as the plan writes it: nothing else may be in a body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct UpdateParameters {
    sku: Option<Sku>,
    zones: Option<Vec<String>>,
    properties: UpdateProperties,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sku {
    name: String,
    capacity: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct UpdateProperties {
    public_ip_address_id: Option<String>,
    virtual_network_type: Option<String>,
    virtual_network_configuration: Option<VirtualNetworkConfiguration>,
    #[serde(default)]
    additional_locations: Vec<AdditionalLocation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VirtualNetworkConfiguration {
    subnet_resource_id: String,
}

/// Without the read-only properties.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AdditionalLocation {
    location: String,
    sku: Sku,
    zones: Option<Vec<String>>,
    public_ip_address_id: Option<String>,
    virtual_network_configuration: Option<VirtualNetworkConfiguration>,
    disable_gateway: Option<bool>,
    nat_gateway_state: Option<String>,
}

/// `MigrateToStv2Contract`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MigrateToStv2 {
    mode: String,
}

/// An instance with two additional locations, as REST shows it.
fn instance() -> Value {
    json!({
        "name": "orders", "location": "West Europe", "sku": { "name": "Premium", "capacity": 2 },
        "properties": {
            "provisioningState": "Succeeded", "privateIPAddresses": ["10.0.0.5"], "publicIPAddresses": ["192.0.2.5"],
            "additionalLocations": [
                { "location": "North Europe", "sku": { "name": "Premium", "capacity": 1 }, "platformVersion": "stv2",
                  "privateIPAddresses": ["10.1.0.5"], "publicIPAddresses": ["192.0.2.15"], "disableGateway": false,
                  "gatewayRegionalUrl": "https://orders-northeurope-01.regional.azure-api.net" },
                { "location": "East US", "sku": { "name": "Premium", "capacity": 1 }, "privateIPAddresses": ["10.2.0.5"],
                  "disableGateway": true, "virtualNetworkConfiguration": { "subnetResourceId": "/subnets/eastus" } }
            ]
        }
    })
}

fn planned(request: &Value) -> Plan {
    plan(&read_request(&request.to_string()).expect("a request"))
}

fn zones() -> Plan {
    planned(&json!({
        "name": "orders", "resourceGroup": "rg", "platform": "stv2", "tier": "premium", "vnet": "internal",
        "customDomains": false, "goals": { "surviveZoneLoss": true },
        "locations": [
            { "name": "West Europe", "units": 2, "unitsNeeded": 2 }, { "name": "North Europe", "units": 1, "unitsNeeded": 2 },
            { "name": "East US", "units": 1, "unitsNeeded": 1, "gateway": "disabled" }
        ]
    }))
}

/// Runs one part in a folder of its own; gives the folder, or `None` where jq is not installed.
fn run(name: &str, plan: &Plan, step: u32) -> Option<PathBuf> {
    if !installed("jq") {
        return None;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("code-runs-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("instance.json"), instance().to_string()).expect("written");
    let az = folder.join("az");
    fs::write(
        &az,
        "#!/usr/bin/env bash\nprintf '%s\\n' \"$*\" >> calls\ncase \"$*\" in\n  'apim show'*) echo /service/orders ;;\n  *'subnet show'*) echo '/subnets/new' ;;\n  *'public-ip show'*) echo \"/ip/$*\" | tr -d ' ' ;;\n  'rest --method get'*--query*) echo Succeeded ;;\n  'rest --method get'*) cat instance.json ;;\nesac\n",
    )
    .expect("written");
    fs::set_permissions(&az, fs::Permissions::from_mode(0o755)).expect("executable");
    // The wait of a minute is not what is tested.
    let sleep = folder.join("sleep");
    fs::write(&sleep, "#!/usr/bin/env bash\n").expect("written");
    fs::set_permissions(&sleep, fs::Permissions::from_mode(0o755)).expect("executable");
    fs::write(folder.join("change.sh"), code(plan, CodeTool::Azcli, None)).expect("written");
    fs::write(folder.join("answer"), "yes\n").expect("written");
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new("bash")
        .args(["change.sh", &format!("part_{step}")])
        .current_dir(&folder)
        .env("PATH", path)
        .stdin(fs::File::open(folder.join("answer")).expect("the answer"))
        .output()
        .expect("Bash is installed wherever the tests run");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(folder)
}

fn step(plan: &Plan, title: &str) -> u32 {
    let parts = code_parts(plan, CodeTool::Azcli, None);
    parts.iter().find(|part| part.title == title).unwrap_or_else(|| unreachable!("no part {title}")).step
}

#[test]
fn a_change_of_zones_has_the_shape_of_an_update_and_keeps_the_other_locations() {
    let plan = zones();
    let Some(folder) = run("zones", &plan, step(&plan, "Configure zones and units")) else { return };
    let text = fs::read_to_string(folder.join("change.json")).expect("a body");
    let body: UpdateParameters = serde_json::from_str(&text).expect("the shape of the specification");
    let after = |at: usize| &plan.capacity.locations[at].options[0];
    let sku = body.sku.expect("units of the primary location");
    assert_eq!((sku.name.as_str(), sku.capacity), ("Premium", after(0).units));
    assert_eq!(body.zones.map(|zones| zones.len()), after(0).zones.map(|zones| zones as usize));
    assert!(body.properties.public_ip_address_id.expect("an address").contains("public-ip-westeurope"));
    assert!(body.properties.virtual_network_type.is_none() && body.properties.virtual_network_configuration.is_none());
    let [north, east] = &body.properties.additional_locations[..] else { unreachable!("two locations: {text}") };
    assert_eq!((north.location.as_str(), north.sku.capacity), ("North Europe", after(1).units));
    assert!(north.public_ip_address_id.as_ref().expect("an address").contains("public-ip-northeurope"));
    assert!(north.zones.is_some() && north.sku.name == "Premium" && north.nat_gateway_state.is_none());
    // What the plan does not change is sent as it was.
    assert_eq!((east.location.as_str(), east.disable_gateway, &east.zones), ("East US", Some(true), &None));
    assert_eq!(
        east.virtual_network_configuration.as_ref().map(|network| network.subnet_resource_id.as_str()),
        Some("/subnets/eastus")
    );
    let calls = fs::read_to_string(folder.join("calls")).expect("calls");
    assert!(calls.ends_with("rest --method patch --uri /service/orders?api-version=2024-05-01 --body @change.json\n"), "{calls}");
}

#[test]
fn records_get_the_vip_of_their_location() {
    let plan = zones();
    let Some(folder) = run("records", &plan, step(&plan, "Update the DNS records")) else { return };
    let calls = fs::read_to_string(folder.join("calls")).expect("calls");
    let sets: Vec<&str> = calls.lines().filter(|call| call.contains("record-set a update")).collect();
    let regional = |region: &str| sets.iter().find(|call| call.contains(&format!("orders-{region}-01.regional"))).copied();
    assert!(
        sets.iter().any(|call| call.contains("--zone-name orders.azure-api.net --name @") && call.ends_with("=10.0.0.5")),
        "{calls}"
    );
    assert!(regional("westeurope").is_some_and(|call| call.ends_with("aRecords[0].ipv4Address=10.0.0.5")), "{calls}");
    assert!(regional("northeurope").is_some_and(|call| call.ends_with("aRecords[0].ipv4Address=10.1.0.5")), "{calls}");
}

#[test]
fn the_migration_has_the_shape_of_the_operation() {
    for (vnet, downtime, mode) in [("external", true, "PreserveIp"), ("internal", false, "NewIP")] {
        let plan = planned(&json!({
            "name": "orders", "resourceGroup": "rg", "platform": "stv1", "tier": "premium", "vnet": vnet, "dnsChangeMinutes": 5,
            "downtimeAllowed": downtime, "locations": [{ "name": "West Europe", "units": 2 }]
        }));
        let Some(folder) = run(vnet, &plan, step(&plan, "Migrate")) else { return };
        let calls = fs::read_to_string(folder.join("calls")).expect("calls");
        let call = calls.lines().find(|call| call.contains("migrateToStv2?api-version=2024-05-01")).expect("the operation");
        assert!(call.starts_with("rest --method post --uri /service/orders/"), "{call}");
        let (_, body) = call.split_once("--body ").expect("a body");
        let body: MigrateToStv2 = serde_json::from_str(body).expect("the shape of the specification");
        assert_eq!(body.mode, mode);
    }
}
