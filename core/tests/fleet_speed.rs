//! The time of a large fleet, as ratios within one run, so that a slow machine does not fail the test.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that finds nothing is to fail")]

use std::time::Instant;

use apim_plan::fleet::{FleetInput, fleet, read_options};
use apim_plan::plan_many;
use serde_json::json;

fn inputs(count: usize) -> Vec<FleetInput> {
    let regions = ["westeurope", "northeurope", "uksouth", "eastus", "swedencentral"];
    let environments = ["dev", "test", "prod"];
    let kinds =
        [("premium", "internal"), ("premium", "external"), ("standard", "none"), ("developer", "external"), ("basic", "none")];
    (0..count)
        .map(|index| {
            let (tier, vnet) = kinds[index % kinds.len()];
            let region = regions[index / 3 % regions.len()];
            let value = json!({
                "name": format!("team{}-{}-{region}", index / 6, environments[index % 3]),
                "resourceGroup": format!("rg-{index}"), "platform": if index % 10 == 9 { "stv2" } else { "stv1" }, "tier": tier, "vnet": vnet,
                "downtimeAllowed": index % 2 == 0, "validateFirst": index % 11 == 0, "newSubnet": true, "dnsChangeMinutes": 30,
                "locations": [{ "name": region, "units": 2 }, { "name": regions[(index / 3 + 1) % regions.len()], "units": 1 }]
            });
            // Every fourth instance shares a subnet with its neighbour.
            let subnet = (vnet != "none").then(|| format!("/subnet/{}", if index % 4 == 1 { index - 1 } else { index }));
            FleetInput { request: serde_json::from_value(value).unwrap(), subnets: vec![subnet], ..FleetInput::default() }
        })
        .collect()
}

#[test]
fn a_hundred_thousand_instances_take_ten_times_as_long_as_ten_thousand() {
    let options = read_options(
        r#"{"simultaneous":40,"calendar":{"from":"2026-12-01","timeZone":"Europe/Amsterdam",
            "windows":[{"weekdays":["monday","tuesday","wednesday","thursday"],"from":"20:00","to":"05:00"}]}}"#,
    )
    .unwrap();
    let mut before = None;
    for count in [10_000, 100_000] {
        let inputs = inputs(count);
        let requests: Vec<_> = inputs.iter().map(|input| input.request.clone()).collect();
        let start = Instant::now();
        assert_eq!(plan_many(&requests).len(), count);
        let many = start.elapsed();
        let start = Instant::now();
        let fleet = fleet(&inputs, &options);
        let whole = start.elapsed();
        assert_eq!(fleet.instances.len(), count);
        let ratio = before.map_or(String::new(), |before: std::time::Duration| {
            format!(", {:.1} times the time before", whole.as_secs_f64() / before.as_secs_f64())
        });
        println!(
            "{count} instances: planMany {many:?}, fleet {whole:?}{ratio}; {} waves, {} hours, {} conflicts, {} planned",
            fleet.waves.len(),
            fleet.schedule.len(),
            fleet.conflicts.len(),
            fleet.totals.planned
        );
        before = Some(whole);
    }
}
