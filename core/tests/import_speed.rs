//! The time of a large fleet. Prints figures without a limit.
//!
//! `APIM_PLAN_INSTANCES=100000 cargo test --release -p apim-plan --test import_speed -- --nocapture`

use std::path::Path;
use std::time::Instant;

use apim_plan::import::import;
use serde_json::Value;

/// The rows of a Resource Graph response, one after the other, each with its own name.
fn fleet(count: usize) -> Result<String, Box<dyn std::error::Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import/graph-rest.json");
    let answer: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let portal = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import/portal.json");
    let mut rows = vec![serde_json::from_slice(&std::fs::read(portal)?)?];
    rows.extend(answer.get("data").and_then(Value::as_array).into_iter().flatten().cloned());
    let rows: Vec<_> = rows.iter().filter(|row| row["sku"].is_object()).map(ToString::to_string).collect();
    let mut text = format!("{{\"count\":{count},\"data\":[");
    for number in 0..count {
        let row = rows.get(number % rows.len().max(1)).ok_or("no rows")?;
        text.push_str(if number == 0 { "" } else { "," });
        text.push_str(&row.replacen("\"name\":\"", &format!("\"name\":\"n{number}-"), 1));
    }
    text.push_str("]}");
    Ok(text)
}

#[test]
fn a_large_fleet_is_read_whole() -> Result<(), Box<dyn std::error::Error>> {
    let most = std::env::var("APIM_PLAN_INSTANCES").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000_usize);
    for count in [most / 10, most] {
        let text = fleet(count)?;
        let started = Instant::now();
        let imported = import(text.as_bytes())?;
        let took = started.elapsed();
        assert_eq!(imported.len(), count);
        assert!(imported.iter().all(|imported| imported.request.tier.is_some() && !imported.request.locations.is_empty()));
        println!(
            "{count} instances, {} MB: {took:.0?}, {:.1} µs each",
            text.len() >> 20,
            took.as_secs_f64() * 1e6 / f64::from(u32::try_from(count.max(1))?)
        );
    }
    Ok(())
}
