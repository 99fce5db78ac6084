//! Reads what people and programs write, and names the field of a mistake.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use super::PlanRequest;
use super::object::Object;

/// Why a request was refused: the field, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{}{message}", prefix(.path))]
pub struct RequestError {
    /// The field, such as `locations[0].units`; empty for the request as a whole.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

#[cfg(feature = "wasm")]
impl RequestError {
    /// The error of a value that is itself the value of a field.
    pub(crate) fn within(mut self, field: &str) -> Self {
        if !field.is_empty() {
            let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
            self.path = format!("{field}{dot}{}", self.path);
        }
        self
    }
}

fn prefix(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!("{path}: ") }
}

/// Reads a request from JSON text.
///
/// # Errors
/// Names the field that is misspelt, of the wrong type, or impossible.
pub fn read_request(json: &str) -> Result<PlanRequest, RequestError> {
    read_json(json)
}

/// Reads an object from JSON text.
pub(crate) fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, RequestError> {
    let mut text = serde_json::Deserializer::from_str(json);
    match serde_path_to_error::deserialize(&mut text) {
        Ok(Object(value)) => match text.end() {
            Ok(()) => Ok(value),
            Err(error) => Err(RequestError { path: String::new(), message: error.to_string() }),
        },
        // A tree has better words for a value of the wrong type. It can't tell that a name was given twice, or where a
        // bracket is missing: those messages come from the text.
        Err(error) => match serde_json::from_str(json).map(|tree| read_tree::<Object<T>>(&tree)) {
            Ok(Err(better)) => Err(better),
            Ok(Ok(_)) | Err(_) => Err(refusal(&error)),
        },
    }
}

/// Reads a value from a tree. For an object, ask for [`Object`].
pub(crate) fn read_tree<T: DeserializeOwned>(tree: &Value) -> Result<T, RequestError> {
    serde_path_to_error::deserialize(tree).map_err(|error| refusal(&error))
}

fn refusal(error: &serde_path_to_error::Error<serde_json::Error>) -> RequestError {
    let mut path = String::new();
    for segment in error.path() {
        match segment {
            Segment::Seq { index } => path.extend(["[", &index.to_string(), "]"]),
            Segment::Map { key: name } | Segment::Enum { variant: name } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&shortened(name, 80, 0));
            }
            Segment::Unknown => {}
        }
    }
    RequestError { path, message: shortened(&error.inner().to_string(), 120, 680) }
}

/// The first and the last characters of a text. Messages quote the input, which may be megabytes long; what is expected
/// instead comes after the quotation.
fn shortened(text: &str, first: usize, last: usize) -> String {
    match (text.char_indices().nth(first), text.char_indices().rev().nth(last)) {
        (Some((head, _)), Some((tail, sign))) if head < tail => {
            let tail = tail + sign.len_utf8();
            format!("{}…{}", text.get(..head).unwrap_or_default(), text.get(tail..).unwrap_or_default())
        }
        (_, _) => text.to_owned(),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that finds nothing is to fail")]
pub(crate) mod tests;
