//! From request to plan.

mod actions;
mod shape;

pub use shape::*;
