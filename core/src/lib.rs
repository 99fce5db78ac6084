//! Plans the move of an Azure API Management instance from the `stv1` compute
//! platform to `stv2`, and its units over availability zones and regions.
//!
//! A plan is a function of its request: [`api::plan`]. No clock, no files, no
//! network and no browser in here; see `ARCHITECTURE.md` for the layers.

pub mod api;
pub mod cite;
pub mod decide;
pub mod facts;
pub mod fleet;
pub mod import;
pub mod model;
pub mod plan;
pub mod questionnaire;
pub mod render;
pub mod rules;
pub mod share;
#[cfg(feature = "wasm")]
pub mod wasm;
