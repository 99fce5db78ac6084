//! One per route: reads hooks, places what `components` draws. A component only where there is state of its own.

mod capacity;
mod embed;
mod embedding;
mod fleet;
mod menus;
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
pub use menus::{ExportMenu, MenuProps, ShareMenu};
pub use notices::notices;
pub use of_fleet::of_fleet;
pub use paste::{PANEL, Paste};
pub use plan::PlanPage;
pub use questions::questions;
pub use reference::reference_page;
pub use top::{Top, TopProps};
pub use workbench::{Workbench, WorkbenchProps};
