//! The shapes that cross a boundary, and the functions that take and give them.

pub use crate::model::RequestError;
use crate::model::{PlanRequest, Read, Tree};

pub use crate::plan::*;

/// Reads a request from JSON text.
///
/// # Errors
/// Names the field that is misspelt, of the wrong type, or impossible.
pub fn read_request(json: &str) -> Result<PlanRequest, RequestError> {
    read(json)
}

/// Reads anything that people write by hand, and names the field of a mistake.
pub(crate) fn read<T: Read>(json: &str) -> Result<T, RequestError> {
    T::read(&serde_json::from_str::<Tree<'_>>(json).map_err(|error| RequestError::here(error.to_string()))?)
}

/// The decision of [`plan`], without its words.
pub fn assess(request: &PlanRequest) -> Assessment {
    crate::plan::assess(request)
}

/// [`assess`] for each of many requests.
pub fn plan_many(requests: &[PlanRequest]) -> Vec<Assessment> {
    requests.iter().map(assess).collect()
}
