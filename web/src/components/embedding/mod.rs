//! Taking the planner into other pages: what to copy, where it goes, and what a host allows.

mod builder;
mod doctor;
mod recipes;
mod snippet;

pub use builder::{Building, builder};
pub use doctor::{Check, Found, doctor, lines_to_ask_for};
pub use snippet::{Form, Preset, Wish};
