//! One per route: reads hooks, places components.

mod capacity;
mod embed;
mod embedding;
mod fleet;
mod notices;
mod of_fleet;
mod paste;
mod plan;
mod questions;
mod reference;
mod top;
mod workbench;

pub use capacity::CapacityPage;
pub use embed::{EmbedPage, EmbedPageProps};
pub use embedding::Embedding;
pub use fleet::FleetPage;
pub use notices::{Notices, NoticesProps};
pub use of_fleet::{OfFleet, OfFleetProps};
pub use paste::Paste;
pub use plan::PlanPage;
pub use questions::{Questions, QuestionsProps};
pub use reference::ReferencePage;
pub use top::{Top, TopProps};
pub use workbench::{Workbench, WorkbenchProps};
