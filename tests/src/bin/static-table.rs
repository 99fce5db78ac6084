//! Writes the table of `www/index.html` from the facts.

use std::fs;

use apim_plan_tests::{root, static_table};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = root().join("www/index.html");
    let page = fs::read_to_string(&path)?;
    fs::write(&path, static_table::with_table(&page).ok_or("www/index.html has no table")?)?;
    Ok(())
}
