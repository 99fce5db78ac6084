//! The crate's answer to the request of every golden case, one JSON object a line: what the package is held against.

use std::io::{self, Write};

use apim_plan::{plan, read_request};
use apim_plan_tests::{golden_cases, shared_cases};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = io::stdout().lock();
    for (file, case) in golden_cases()?.into_iter().chain(shared_cases()?) {
        let answer = answer(&case.request)?;
        let line = json!({ "case": format!("{file}: {}", case.name), "request": case.request, "answer": answer });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// As `apim-plan plan --lines` writes it.
fn answer(request: &Value) -> serde_json::Result<Value> {
    match read_request(&request.to_string()) {
        Ok(request) => serde_json::to_value(plan(&request)),
        Err(refusal) => Ok(json!({ "error": refusal })),
    }
}
