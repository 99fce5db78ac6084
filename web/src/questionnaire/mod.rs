//! The questionnaire: answers as state, and a form with only what still matters, in groups.

pub mod answers;
mod ask;
mod choose;
mod closed;
mod group;
mod left;
mod names;
mod notices;
mod numbers;
mod panel;
mod region;
mod regions;
mod workbench;

pub use ask::{AskProps, ask};
pub use notices::notices;
pub use panel::questions;
pub use workbench::{Workbench, WorkbenchProps};
