//! The JavaScript boundary.
//!
//! Values cross as tapes: `wasm/read.rs` reads what `www/npm/tape.js` wrote, and
//! the other way round. Measured against JSON text and against
//! serde-wasm-bindgen; DESIGN.md has the figures. Nothing here throws: what is
//! refused is answered with a `RequestError`, of which the package makes a
//! `PlanError`.

mod read;
mod write;

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::api::{self, Plan, RequestError};
use crate::fleet::{self, Fleet, FleetInput, FleetOptions};
use crate::import::{self, Imported};
use crate::model::{Owner, PathId, PlanRequest, object};
use crate::render;
use crate::share::{self, DecodeError};
use read::Tape;

// What the lowest four bits of a word say of it; the other 28 are its load.
const NULL: u32 = 0;
const FALSE: u32 = 1;
const TRUE: u32 = 2;
/// A field that is not written.
const ABSENT: u32 = 3;
/// The load is the number.
const INT: u32 = 4;
/// The next two words are the number.
const FLOAT: u32 = 5;
/// The load is the length. To Rust: in bytes, and the next word is its place in the text. To JavaScript: in units of
/// UTF-16, and the texts follow one another.
const TEXT: u32 = 6;
/// The load is its place in memory, the next word its length in bytes.
const STATIC: u32 = 7;
/// The load is the number of elements.
const SEQ: u32 = 8;
/// The load is the number of entries; each is a key and a value.
const MAP: u32 = 9;
/// Load and next word are the name of the shape, as of `STATIC`; its fields follow.
const STRUCT: u32 = 10;

/// The plan for a request.
#[wasm_bindgen]
pub fn plan(words: &[u32], text: &str) -> Vec<u32> {
    answer(Tape::new(words, text).read().map(|request: PlanRequest| api::plan(&request)))
}

/// The decision of a plan, without its words.
#[wasm_bindgen]
pub fn assess(words: &[u32], text: &str) -> Vec<u32> {
    answer(Tape::new(words, text).read().map(|request: PlanRequest| api::assess(&request)))
}

/// [`assess`] for each request of an array; a refused one has its refusal in its place.
#[wasm_bindgen(js_name = planMany)]
pub fn plan_many(words: &[u32], text: &str) -> Vec<u32> {
    answer(Tape::new(words, text).read_each().map(|requests| {
        let assessed = requests.map(|request: Result<PlanRequest, _>| request.map(|request| api::assess(&request)));
        assessed.map(Answer::from).collect::<Vec<_>>()
    }))
}

/// Descriptions of instances, in whatever form, as requests.
#[wasm_bindgen(js_name = importDescription)]
pub fn import_description(text: &str) -> Vec<u32> {
    answer(import::import_text(text).map_err(|error| refusal("", error.to_string())))
}

/// The same for a file, which may be in UTF-16.
#[wasm_bindgen(js_name = importFile)]
pub fn import_file(bytes: &[u8]) -> Vec<u32> {
    answer(import::import(bytes).map_err(|error| refusal("", error.to_string())))
}

/// Rows, waves and a schedule for a [`FleetCall`].
#[wasm_bindgen]
pub fn fleet(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_fleet(words, text).map(|(fleet, _)| fleet))
}

/// Whether an instance came out of its migration as planned.
#[wasm_bindgen]
pub fn compare(words: &[u32], text: &str) -> Vec<u32> {
    let call = Tape::new(words, text).read();
    answer(call.map(|CompareCall { before, after, path }: CompareCall| import::compare(&before, &after, path)))
}

/// An instance before and after, and the path it took where that is known.
struct CompareCall {
    before: Imported,
    after: Imported,
    path: Option<PathId>,
}

object!(
    CompareCall,
    Self { before: Imported::default(), after: Imported::default(), path: None },
    strict,
    required: 2,
    { "before" => before, "after" => after, "path" => path }
);

/// A request as a short code for links.
#[wasm_bindgen]
pub fn encode(words: &[u32], text: &str) -> Vec<u32> {
    answer(Tape::new(words, text).read().map(|request: PlanRequest| share::encode(&request)))
}

/// The request that a code holds.
#[wasm_bindgen]
pub fn decode(code: &str) -> Vec<u32> {
    answer(share::decode(code).map_err(|error| match error {
        DecodeError::Refused(error) => error,
        DecodeError::Version | DecodeError::Damaged => refusal("", error.to_string()),
    }))
}

/// A plan for a ticket.
#[wasm_bindgen(js_name = planMarkdown)]
pub fn plan_markdown(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_plan(words, text).map(|(plan, _)| render::markdown(&plan)))
}

/// A table of a plan.
#[wasm_bindgen(js_name = planCsv)]
pub fn plan_csv(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_plan(words, text).and_then(|(plan, call)| match call.table.as_deref() {
        None | Some("checklist") => Ok(render::csv(&plan, render::Table::Checklist)),
        Some("paths") => Ok(render::csv(&plan, render::Table::Paths)),
        Some(other) => Err(refusal("table", format!("there is no table `{other}`; there are `checklist` and `paths`"))),
    }))
}

/// The calendar of one run of the recommended path; `null` when there is nothing to put into one.
#[wasm_bindgen(js_name = planIcs)]
pub fn plan_ics(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_plan(words, text).and_then(|(plan, call)| {
        let start = call.start.as_deref().unwrap_or_default().parse();
        let start = start.map_err(|error: render::StartError| refusal("start", error.to_string()))?;
        Ok(render::ics(&plan, start))
    }))
}

/// What one owner has to do; `null` when that is nothing.
#[wasm_bindgen(js_name = planLetter)]
pub fn plan_letter(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_plan(words, text).and_then(|(plan, call)| {
        let owner = call.owner.ok_or_else(|| refusal("owner", "an owner is needed".to_owned()))?;
        Ok(render::letter(&plan, owner))
    }))
}

/// A fleet as a report.
#[wasm_bindgen(js_name = fleetMarkdown)]
pub fn fleet_markdown(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_fleet(words, text).map(|(fleet, _)| render::fleet_markdown(&fleet)))
}

/// A table of a fleet.
#[wasm_bindgen(js_name = fleetCsv)]
pub fn fleet_csv(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_fleet(words, text).and_then(|(fleet, table)| match table.as_deref() {
        None | Some("instances") => Ok(render::fleet_csv(&fleet, render::FleetTable::Instances)),
        Some("schedule") => Ok(render::fleet_csv(&fleet, render::FleetTable::Schedule)),
        Some(other) => Err(refusal("table", format!("there is no table `{other}`; there are `instances` and `schedule`"))),
    }))
}

/// The schedule of a fleet as a calendar; `null` when it has none.
#[wasm_bindgen(js_name = fleetIcs)]
pub fn fleet_ics(words: &[u32], text: &str) -> Vec<u32> {
    answer(read_fleet(words, text).map(|(fleet, _)| render::fleet_ics(&fleet)))
}

/// A request, and what one way of writing its plan needs beside it.
struct PlanCall {
    request: PlanRequest,
    table: Option<String>,
    start: Option<String>,
    owner: Option<Owner>,
}

object!(
    PlanCall,
    Self { request: PlanRequest::default(), table: None, start: None, owner: None },
    strict,
    required: 1,
    { "request" => request, "table" => table, "start" => start, "owner" => owner }
);

fn read_plan(words: &[u32], text: &str) -> Result<(Plan, PlanCall), RequestError> {
    let call: PlanCall = Tape::new(words, text).read()?;
    Ok((api::plan(&call.request), call))
}

/// What was imported, when it may be moved, and which table of the result is wanted.
struct FleetCall {
    imported: Vec<Imported>,
    options: Option<FleetOptions>,
    table: Option<String>,
}

object!(
    FleetCall,
    Self { imported: Vec::new(), options: None, table: None },
    strict,
    required: 1,
    { "imported" => imported, "options" => options, "table" => table }
);

fn read_fleet(words: &[u32], text: &str) -> Result<(Fleet, Option<String>), RequestError> {
    let FleetCall { imported, options, table } = Tape::new(words, text).read()?;
    let inputs: Vec<FleetInput> = imported.into_iter().map(FleetInput::from).collect();
    Ok((fleet::fleet(&inputs, &options.unwrap_or_default()), table))
}

/// A value, or why there is none. Both are objects of their own shape, which is all that tells them apart.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer<T> {
    Value(T),
    Refused(RequestError),
}

impl<T> From<Result<T, RequestError>> for Answer<T> {
    fn from(result: Result<T, RequestError>) -> Self {
        result.map_or_else(Self::Refused, Self::Value)
    }
}

fn answer<T: Serialize>(result: Result<T, RequestError>) -> Vec<u32> {
    // An empty tape is one that JavaScript reports as torn; no type of this crate is unwritable.
    write::tape(&Answer::from(result)).unwrap_or_default()
}

fn refusal(path: &str, message: String) -> RequestError {
    RequestError { path: path.to_owned(), message }
}
