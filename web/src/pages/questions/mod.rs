//! The questionnaire: only what still matters, in groups.

mod choose;
mod closed;
mod group;
mod left;
mod names;
mod numbers;
mod panel;
mod region;
mod regions;

pub use panel::questions;
