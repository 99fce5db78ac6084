//! One per route: reads hooks, places components.

mod capacity;
mod fleet;
mod notices;
mod plan;
mod questions;
mod reference;
mod top;
mod workbench;

pub use capacity::CapacityPage;
pub use fleet::FleetPage;
pub use notices::{Notices, NoticesProps};
pub use plan::PlanPage;
pub use reference::ReferencePage;
pub use questions::{Questions, QuestionsProps};
pub use top::{Top, TopProps};
pub use workbench::{Workbench, WorkbenchProps};
