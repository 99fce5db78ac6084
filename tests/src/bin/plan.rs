//! The crate's plan for each request on standard input, one JSON value a line, as `apim-plan plan --lines` prints it. With `--text`, the
//! report in Markdown instead.

use std::io::{self, BufRead, Write};

use apim_plan::export::{ExportContext, markdown};
use apim_plan::{plan, read_request};
use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let as_text = std::env::args().any(|word| word == "--text");
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        match read_request(&line?) {
            Ok(request) if as_text => writeln!(out, "{}", markdown(&plan(&request), &ExportContext::default()))?,
            Ok(request) => writeln!(out, "{}", serde_json::to_string(&plan(&request))?)?,
            Err(refusal) => writeln!(out, "{}", json!({ "error": refusal }))?,
        }
    }
    Ok(())
}
