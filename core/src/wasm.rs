//! The JavaScript boundary.
//!
//! Requests arrive as plain data: `www/npm/plain.js` refuses what JavaScript can hold and JSON cannot. Every function throws a
//! `PlanError` that names the field when an argument is not of the declared shape.

#![expect(clippy::missing_errors_doc, reason = "said once, above, for every function")]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::collect::{self, CollectOptions};
use crate::domain::object::Object;
use crate::domain::{PathId, PlanRequest, RequestError, Verdict, read_tree};
use crate::export::{self, CodeTool, ExportContext, FleetTable, Recipient, Start, Table};
use crate::fleet::{self, Fleet, FleetInput, FleetOptions};
use crate::import::{self, ImportError, Imported};
use crate::link;
use crate::plan::{self, Plan, PlanOptions};
use crate::preflight;

#[wasm_bindgen(raw_module = "./errors.js")]
extern "C" {
    type PlanError;

    #[wasm_bindgen(constructor)]
    fn new(path: &str, message: &str) -> PlanError;
}

/// The plan for a request.
#[wasm_bindgen]
pub fn plan(request: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let Object(request): Object<PlanRequest> = read(request, "")?;
    let options: Option<Object<PlanOptions>> = read(options, "options")?;
    write(&plan::plan_with(&request, options.map_or_else(PlanOptions::default, |Object(options)| options)))
}

/// Every source that a plan can name.
#[wasm_bindgen]
pub fn sources() -> Result<JsValue, JsValue> {
    write(&plan::all_sources())
}

/// The decision of a plan, without its words.
#[wasm_bindgen]
pub fn assess(request: JsValue) -> Result<JsValue, JsValue> {
    let Object(request) = read(request, "")?;
    write(&plan::assess(&request))
}

/// Descriptions of instances, in whatever form, as requests.
#[wasm_bindgen(js_name = importDescription)]
pub fn import_description(text: &str) -> Result<JsValue, JsValue> {
    imported(import::import_text(text))
}

/// The same for a file, which may be in UTF-16.
#[wasm_bindgen(js_name = importFile)]
pub fn import_file(bytes: &[u8]) -> Result<JsValue, JsValue> {
    imported(import::import(bytes))
}

fn imported(result: Result<Vec<Imported>, ImportError>) -> Result<JsValue, JsValue> {
    write(&result.map_err(|error| refused("", &error.to_string()))?)
}

/// Rows, waves and a schedule for many instances.
#[wasm_bindgen]
pub fn fleet(imported: Vec<JsValue>, options: JsValue) -> Result<JsValue, JsValue> {
    write(&read_fleet(imported, options)?)
}

/// Whether an instance came out of its migration as planned.
#[wasm_bindgen]
pub fn compare(before: JsValue, after: JsValue, path: JsValue) -> Result<JsValue, JsValue> {
    let (Object(before), Object(after)): (Object<Imported>, Object<Imported>) = (read(before, "before")?, read(after, "after")?);
    let path: Option<PathId> = read(path, "path")?;
    write(&import::compare(&before, &after, path))
}

/// The prerequisites of the migration, held against a description.
#[wasm_bindgen]
pub fn preflight(imported: JsValue) -> Result<JsValue, JsValue> {
    let Object(imported): Object<Imported> = read(imported, "imported")?;
    write(&preflight::preflight(&imported))
}

/// A script that reads what a plan asks.
#[wasm_bindgen]
pub fn collect(options: JsValue) -> Result<String, JsValue> {
    let options: Option<Object<CollectOptions>> = read(options, "options")?;
    Ok(collect::collect(&options.map(|Object(options)| options).unwrap_or_default()))
}

/// A request as the query of a link.
#[wasm_bindgen]
pub fn encode(request: JsValue) -> Result<String, JsValue> {
    let Object(request) = read(request, "")?;
    Ok(link::encode(&request))
}

/// The request in the query of a link; refuses an answer that cannot be used.
#[wasm_bindgen]
pub fn decode(query: &str) -> Result<JsValue, JsValue> {
    write(&link::decode_whole(query).map_err(|error| thrown(&error))?)
}

/// The request in the query of a link, and the answers that cannot be used.
#[wasm_bindgen(js_name = readLink)]
pub fn read_link(query: &str) -> Result<JsValue, JsValue> {
    write(&link::decode(query))
}

/// The full report.
#[wasm_bindgen(js_name = planMarkdown)]
pub fn plan_markdown(request: JsValue, context: JsValue) -> Result<String, JsValue> {
    Ok(export::markdown(&planned(request)?, &read_context(context)?))
}

/// The full report as one HTML file.
#[wasm_bindgen(js_name = planHtml)]
pub fn plan_html(request: JsValue, context: JsValue) -> Result<String, JsValue> {
    Ok(export::to_html(&planned(request)?, &read_context(context)?))
}

/// The text of a change ticket.
#[wasm_bindgen(js_name = planTicket)]
pub fn plan_ticket(request: JsValue, context: JsValue) -> Result<String, JsValue> {
    Ok(export::to_ticket(&planned(request)?, &read_context(context)?))
}

/// A plan for a terminal.
#[wasm_bindgen(js_name = planText)]
pub fn plan_text(request: JsValue, width: JsValue) -> Result<String, JsValue> {
    const COMMON: u16 = 80;
    let width: Option<u16> = read(width, "width")?;
    Ok(export::to_text(&planned(request)?, width.unwrap_or(COMMON).into()))
}

/// A table of a plan.
#[wasm_bindgen(js_name = planCsv)]
pub fn plan_csv(request: JsValue, table: JsValue, context: JsValue) -> Result<String, JsValue> {
    let table: Option<Table> = read(table, "table")?;
    Ok(export::csv(&planned(request)?, table.unwrap_or(Table::Checklist), &read_context(context)?))
}

/// The calendar of one run of the recommended path; `null` when there is nothing to put into one.
#[wasm_bindgen(js_name = planIcs)]
pub fn plan_ics(request: JsValue, start: JsValue, context: JsValue) -> Result<JsValue, JsValue> {
    let start: Option<Start> = read(start, "start")?;
    let start = start.ok_or_else(|| refused("start", "a start is needed, such as 2026-12-01T20:00:00+01:00"))?;
    write(&export::ics(&planned(request)?, start, &read_context(context)?))
}

/// The letter to one recipient; `null` when the plan has nothing for them.
#[wasm_bindgen(js_name = planLetter)]
pub fn plan_letter(request: JsValue, owner: JsValue, context: JsValue) -> Result<JsValue, JsValue> {
    let owner: Option<Recipient> = read(owner, "owner")?;
    let owner = owner.ok_or_else(|| refused("owner", "an owner is needed"))?;
    write(&export::to_letter(&planned(request)?, owner, &read_context(context)?))
}

/// The change for a tool: of the recommended path, or of another one that is open.
#[wasm_bindgen(js_name = planCode)]
pub fn plan_code(request: JsValue, tool: JsValue, path: JsValue) -> Result<String, JsValue> {
    let tool: Option<CodeTool> = read(tool, "tool")?;
    let tool = tool.ok_or_else(|| refused("tool", "a tool is needed: bicep, terraform, azcli or powershell"))?;
    let path: Option<PathId> = read(path, "path")?;
    let plan = planned(request)?;
    let is_open = |id| plan.paths.iter().any(|path| path.id == id && path.verdict != Verdict::RuledOut);
    match path.filter(|id| !is_open(*id)) {
        Some(_) => Err(refused("path", "this path is ruled out")),
        None => Ok(export::code(&plan, tool, path)),
    }
}

/// A fleet as a report.
#[wasm_bindgen(js_name = fleetMarkdown)]
pub fn fleet_markdown(imported: Vec<JsValue>, options: JsValue) -> Result<String, JsValue> {
    Ok(export::fleet_markdown(&read_fleet(imported, options)?))
}

/// A table of a fleet.
#[wasm_bindgen(js_name = fleetCsv)]
pub fn fleet_csv(imported: Vec<JsValue>, options: JsValue, table: JsValue) -> Result<String, JsValue> {
    let table: Option<FleetTable> = read(table, "table")?;
    Ok(export::fleet_csv(&read_fleet(imported, options)?, table.unwrap_or(FleetTable::Instances)))
}

/// The schedule of a fleet as a calendar; `null` when it has none.
#[wasm_bindgen(js_name = fleetIcs)]
pub fn fleet_ics(imported: Vec<JsValue>, options: JsValue) -> Result<JsValue, JsValue> {
    write(&export::fleet_ics(&read_fleet(imported, options)?))
}

/// Link, day and title of an export; nothing of it where none is given.
fn read_context(context: JsValue) -> Result<ExportContext, JsValue> {
    let context: Option<Object<ExportContext>> = read(context, "context")?;
    Ok(context.map(|Object(context)| context).unwrap_or_default())
}

/// Plans carry their request: their texts are made from it again.
fn planned(request: JsValue) -> Result<Plan, JsValue> {
    let Object(request) = read(request, "request")?;
    Ok(plan::plan(&request))
}

/// Instance by instance: a tree of a hundred thousand instances would not fit into the memory of a module.
fn read_fleet(imported: Vec<JsValue>, options: JsValue) -> Result<Fleet, JsValue> {
    let instance = |(at, value)| {
        let Object(imported): Object<Imported> = read(value, &format!("imported[{at}]"))?;
        Ok(FleetInput::from(imported))
    };
    let inputs = imported.into_iter().enumerate().map(instance).collect::<Result<Vec<_>, JsValue>>()?;
    let options: Option<Object<FleetOptions>> = read(options, "options")?;
    Ok(fleet::fleet(&inputs, &options.map(|Object(options)| options).unwrap_or_default()))
}

/// Reads an argument. `field` is where its own fields are, for refusals.
fn read<T: DeserializeOwned>(value: JsValue, field: &str) -> Result<T, JsValue> {
    // By way of a tree: serde-wasm-bindgen looks only for known fields, so a misspelt one would be dropped in silence.
    let tree = serde_wasm_bindgen::from_value(value)?;
    read_tree(&tree).map_err(|error| thrown(&error.within(field)))
}

fn write<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn thrown(error: &RequestError) -> JsValue {
    refused(&error.path, &error.message)
}

fn refused(path: &str, message: &str) -> JsValue {
    PlanError::new(path, message).into()
}
