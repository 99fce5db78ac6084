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

use crate::api::{self, RequestError};
use crate::model::PlanRequest;
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
pub fn plan(words: &[u32], text: &str) -> Vec<u8> {
    answer(Tape::new(words, text).read().map(|request: PlanRequest| api::plan(&request)))
}

/// The decision of a plan, without its words.
#[wasm_bindgen]
pub fn assess(words: &[u32], text: &str) -> Vec<u8> {
    answer(Tape::new(words, text).read().map(|request: PlanRequest| api::assess(&request)))
}

/// [`assess`] for each request of an array; a refused one has its refusal in its place.
#[wasm_bindgen(js_name = planMany)]
pub fn plan_many(words: &[u32], text: &str) -> Vec<u8> {
    answer(Tape::new(words, text).read_each().map(|requests| {
        let assessed = requests.map(|request: Result<PlanRequest, _>| request.map(|request| api::assess(&request)));
        assessed.map(Answer::from).collect::<Vec<_>>()
    }))
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

fn answer<T: Serialize>(result: Result<T, RequestError>) -> Vec<u8> {
    // An empty tape is one that JavaScript reports as torn; no type of this crate is unwritable.
    write::tape(&Answer::from(result)).unwrap_or_default()
}
