//! Many instances: totals, a table, one instance in short, waves.

mod filters;
mod moment;
mod preview;
mod schedule;
mod summary;
mod table;
mod waves;

pub use filters::{Filters, FiltersProps, of_name};
pub use preview::{FleetPreview, FleetPreviewProps};
pub use schedule::{Schedule, ScheduleProps};
pub use summary::{FleetSummary, FleetSummaryProps};
pub use table::{FleetTable, FleetTableProps};
pub use waves::{Waves, WavesProps};
