//! The view at `#/fleet`, many instances: totals, a table, one instance in short, a schedule, waves.

mod files;
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

pub(crate) use files::files;
pub use filters::{Filters, FiltersProps};
pub use of_fleet::OfFleet;
pub use page::FleetPage;
pub use preview::{FleetPreview, FleetPreviewProps};
pub use schedule::{ScheduleForm, ScheduleFormProps};
pub use summary::{FleetSummary, FleetSummaryProps};
pub use table::{FleetTable, FleetTableProps};
pub use waves::{Waves, WavesProps};
