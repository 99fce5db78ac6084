//! The shapes that cross a boundary, and the functions that take and give them.

use crate::model::PlanRequest;

pub use crate::plan::*;

/// A request that was refused: where, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{path}: {message}")]
pub struct RequestError {
    /// The field, such as `locations[0].units`; empty for the request as a whole.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

/// Reads a request from JSON text.
///
/// # Errors
/// Names the field that is misspelt, of the wrong type, or impossible.
pub fn read_request(json: &str) -> Result<PlanRequest, RequestError> {
    read(json)
}

/// Reads anything that people write by hand, and names the field of a mistake.
pub(crate) fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, RequestError> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let read = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| RequestError {
        path: error.path().to_string().trim_start_matches('.').to_owned(),
        message: said(error.inner()),
    })?;
    deserializer.end().map_err(|error| RequestError { path: String::new(), message: error.to_string() })?;
    Ok(read)
}

/// The path says where a wrong field stands: line and column are for text that is no JSON.
fn said(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((said, _)) if error.is_data() => said.to_owned(),
        Some(_) | None => message,
    }
}

/// The decision of [`plan`], without its words.
pub fn assess(request: &PlanRequest) -> Assessment {
    crate::plan::assess(request)
}

/// Whether some answer to a question that the request leaves open could change the plan.
pub fn matters(field: Field, request: &PlanRequest) -> bool {
    crate::plan::matters(field, request)
}

/// [`assess`] for each of many requests.
pub fn plan_many(requests: &[PlanRequest]) -> Vec<Assessment> {
    requests.iter().map(assess).collect()
}
