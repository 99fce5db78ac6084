//! The JavaScript boundary.
//!
//! Values cross as tapes: `wasm/read.rs` reads what `www/npm/tape.js` wrote, and
//! the other way round. Measured against JSON text and against
//! serde-wasm-bindgen; DESIGN.md has the figures. Both tapes lie in this
//! module's memory, where JavaScript writes the one and reads the other, and
//! are used again for every call: to hand slices and vectors over would copy
//! each twice. Nothing here throws: what is refused is answered with a
//! `RequestError`, of which the package makes a `PlanError`.

mod read;
mod write;

use std::cell::Cell;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::cite::Source;
use crate::domain::RequestError;
use crate::domain::{Owner, PathId, PlanRequest, object};
use crate::export;
use crate::facts::sources::citations;
use crate::fleet::{self, Fleet, FleetInput, FleetOptions};
use crate::import::{self, Imported};
use crate::link;
use crate::plan::{self as api, Plan};
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
/// The load is the length. To Rust: in bytes of UTF-8, which follow, up to a whole word. To JavaScript: in units of UTF-16,
/// and the texts lie elsewhere, one after the other.
const TEXT: u32 = 6;
/// The lower eight bits of the load are the length of a text that never changes, in bytes, the others its distance from the
/// first of them.
const STATIC: u32 = 7;
/// The load is the number of elements.
const SEQ: u32 = 8;
/// The load is the number of entries; each is a key and a value.
const MAP: u32 = 9;
/// The load is the name of the shape, as of `STATIC`; its fields follow.
const STRUCT: u32 = 10;
/// One of [`sources`]; its id follows.
const SOURCE: u32 = 11;

thread_local! {
    /// What JavaScript writes into.
    static GIVEN: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    /// What it reads from.
    static ANSWER: Cell<write::Tape> = const { Cell::new(write::Tape::new()) };
}

/// Makes room for a tape of so many bytes and says where it is. What was written there before is kept.
#[wasm_bindgen]
pub fn room(size: usize) -> *const u8 {
    let mut given = GIVEN.take();
    given.resize(size, 0);
    let place = given.as_ptr();
    GIVEN.set(given);
    place
}

/// Every source there is. A plan names its own by their ids: half of its tape would be what JavaScript knows already.
#[wasm_bindgen]
pub fn sources() -> *const u32 {
    answer(Ok(citations().map(Source::from).collect::<Vec<_>>()))
}

/// The plan for a request.
#[wasm_bindgen]
pub fn plan(size: usize) -> *const u32 {
    answer(read(size).map(|request: PlanRequest| api::plan(&request)))
}

/// The decision of a plan, without its words.
#[wasm_bindgen]
pub fn assess(size: usize) -> *const u32 {
    answer(read(size).map(|request: PlanRequest| api::assess(&request)))
}

/// [`assess`] for each request of an array; a refused one has its refusal in its place.
#[wasm_bindgen(js_name = planMany)]
pub fn plan_many(size: usize) -> *const u32 {
    answer(given(size, |tape| {
        let requests = tape.read_each()?;
        let assessed = requests.map(|request: Result<PlanRequest, _>| request.map(|request| api::assess(&request)));
        Ok(assessed.map(Answer::from).collect::<Vec<_>>())
    }))
}

/// Descriptions of instances, in whatever form, as requests.
#[wasm_bindgen(js_name = importDescription)]
pub fn import_description(text: &str) -> *const u32 {
    answer(import::import_text(text).map_err(|error| refusal("", error.to_string())))
}

/// The same for a file, which may be in UTF-16.
#[wasm_bindgen(js_name = importFile)]
pub fn import_file(bytes: &[u8]) -> *const u32 {
    answer(import::import(bytes).map_err(|error| refusal("", error.to_string())))
}

/// Rows, waves and a schedule for a [`FleetCall`].
#[wasm_bindgen]
pub fn fleet(size: usize) -> *const u32 {
    answer(read_fleet(size).map(|(fleet, _)| fleet))
}

/// Whether an instance came out of its migration as planned.
#[wasm_bindgen]
pub fn compare(size: usize) -> *const u32 {
    let call = read(size);
    answer(call.map(|CompareCall { before, after, path }: CompareCall| import::compare(&before, &after, path)))
}

/// An instance before and after, and the path it took where that is known.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CompareCall {
    #[serde(deserialize_with = "object::required")]
    before: Imported,
    #[serde(deserialize_with = "object::required")]
    after: Imported,
    path: Option<PathId>,
}

/// A request as the query of a link.
#[wasm_bindgen]
pub fn encode(size: usize) -> *const u32 {
    answer(read(size).map(|request: PlanRequest| link::encode(&request)))
}

/// The request in the query of a link; refuses an answer that cannot be used.
#[wasm_bindgen]
pub fn decode(query: &str) -> *const u32 {
    answer(link::decode_whole(query))
}

/// A plan for a ticket.
#[wasm_bindgen(js_name = planMarkdown)]
pub fn plan_markdown(size: usize) -> *const u32 {
    answer(read_plan(size).map(|(plan, _)| export::markdown(&plan)))
}

/// A table of a plan.
#[wasm_bindgen(js_name = planCsv)]
pub fn plan_csv(size: usize) -> *const u32 {
    answer(read_plan(size).and_then(|(plan, call)| match call.table.as_deref() {
        None | Some("checklist") => Ok(export::csv(&plan, export::Table::Checklist)),
        Some("paths") => Ok(export::csv(&plan, export::Table::Paths)),
        Some(other) => Err(refusal("table", format!("there is no table `{other}`; there are `checklist` and `paths`"))),
    }))
}

/// The calendar of one run of the recommended path; `null` when there is nothing to put into one.
#[wasm_bindgen(js_name = planIcs)]
pub fn plan_ics(size: usize) -> *const u32 {
    answer(read_plan(size).and_then(|(plan, call)| {
        let start = call.start.as_deref();
        let start =
            start.ok_or_else(|| refusal("start", "a start is needed, such as 2026-12-01T20:00:00+01:00".to_owned()))?.parse();
        let start = start.map_err(|error: export::StartError| refusal("start", error.to_string()))?;
        Ok(export::ics(&plan, start))
    }))
}

/// What one owner has to do; `null` when that is nothing.
#[wasm_bindgen(js_name = planLetter)]
pub fn plan_letter(size: usize) -> *const u32 {
    answer(read_plan(size).and_then(|(plan, call)| {
        let owner = call.owner.ok_or_else(|| refusal("owner", "an owner is needed".to_owned()))?;
        Ok(export::letter(&plan, owner))
    }))
}

/// A fleet as a report.
#[wasm_bindgen(js_name = fleetMarkdown)]
pub fn fleet_markdown(size: usize) -> *const u32 {
    answer(read_fleet(size).map(|(fleet, _)| export::fleet_markdown(&fleet)))
}

/// A table of a fleet.
#[wasm_bindgen(js_name = fleetCsv)]
pub fn fleet_csv(size: usize) -> *const u32 {
    answer(read_fleet(size).and_then(|(fleet, table)| match table.as_deref() {
        None | Some("instances") => Ok(export::fleet_csv(&fleet, export::FleetTable::Instances)),
        Some("schedule") => Ok(export::fleet_csv(&fleet, export::FleetTable::Schedule)),
        Some(other) => Err(refusal("table", format!("there is no table `{other}`; there are `instances` and `schedule`"))),
    }))
}

/// The schedule of a fleet as a calendar; `null` when it has none.
#[wasm_bindgen(js_name = fleetIcs)]
pub fn fleet_ics(size: usize) -> *const u32 {
    answer(read_fleet(size).map(|(fleet, _)| export::fleet_ics(&fleet)))
}

/// A request, and what one way of writing its plan needs beside it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PlanCall {
    #[serde(deserialize_with = "object::required")]
    request: PlanRequest,
    table: Option<String>,
    start: Option<String>,
    owner: Option<Owner>,
}

fn read_plan(size: usize) -> Result<(Plan, PlanCall), RequestError> {
    let call: PlanCall = read(size)?;
    Ok((api::plan(&call.request), call))
}

/// What was imported, when it may be moved, and which table of the result is wanted.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FleetCall {
    #[serde(deserialize_with = "object::list")]
    imported: Vec<Imported>,
    #[serde(default, deserialize_with = "object::optional")]
    options: Option<FleetOptions>,
    table: Option<String>,
}

fn read_fleet(size: usize) -> Result<(Fleet, Option<String>), RequestError> {
    let FleetCall { imported, options, table } = read(size)?;
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

fn read<T: DeserializeOwned>(size: usize) -> Result<T, RequestError> {
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime, the closure of any")]
    given(size, |tape| tape.read())
}

/// Reads the tape of so many bytes that JavaScript has written.
fn given<T>(size: usize, read: impl FnOnce(Tape<'_>) -> T) -> T {
    let given = GIVEN.take();
    let value = read(Tape::new(given.get(..size).unwrap_or_default()));
    GIVEN.set(given);
    value
}

/// Where the answer lies until the next call; nowhere when it could not be written, but no type of this crate is unwritable.
fn answer<T: Serialize>(result: Result<T, RequestError>) -> *const u32 {
    let mut tape = ANSWER.take();
    let place = tape.write(&Answer::from(result)).map_or(std::ptr::null(), |()| tape.place());
    ANSWER.set(tape);
    place
}

fn refusal(path: &str, message: String) -> RequestError {
    RequestError { path: path.to_owned(), message }
}
