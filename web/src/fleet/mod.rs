//! Many instances: totals, a table, one instance in short, waves.

mod filters;
mod moment;
mod of_fleet;
mod page;
mod preview;
mod schedule;
pub mod state;
mod summary;
mod table;
mod waves;

pub use filters::{FiltersProps, filters, of_name};
pub use of_fleet::of_fleet;
pub use page::FleetPage;
pub(crate) use page::files;
pub use preview::fleet_preview;
pub use schedule::{ScheduleProps, schedule};
pub use summary::fleet_summary;
pub use table::{FleetTableProps, fleet_table};
pub use waves::{WavesProps, waves};
