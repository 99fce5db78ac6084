//! The shapes that cross a boundary, and the functions that take and give them.

use crate::model::PlanRequest;
pub use crate::model::RequestError;

pub use crate::plan::*;

/// Reads a request from JSON text.
///
/// # Errors
/// Names the field that is misspelt, of the wrong type, or impossible.
pub fn read_request(json: &str) -> Result<PlanRequest, RequestError> {
    crate::model::read(json)
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
