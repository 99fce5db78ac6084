//! One per route: reads hooks, places components.

mod capacity;
mod fleet;
mod plan;
mod reference;

pub use capacity::CapacityPage;
pub use fleet::FleetPage;
pub use plan::PlanPage;
pub use reference::ReferencePage;
