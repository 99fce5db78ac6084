//! One per route: reads hooks, places components.

mod capacity;
mod fleet;
mod notices;
mod plan;
mod reference;
mod top;

pub use capacity::CapacityPage;
pub use fleet::FleetPage;
pub use notices::{Notices, NoticesProps};
pub use plan::PlanPage;
pub use reference::ReferencePage;
pub use top::{Top, TopProps};
