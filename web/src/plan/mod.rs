//! The view at `#/plan`: verdict, paths, downtime, timeline, checklist, commands, sources.

mod answers_list;
mod capacity_summary;
mod checklist;
mod cites;
mod commands;
mod disagreements;
mod downtime_table;
mod finding_item;
mod flips;
mod page;
mod paths_table;
mod ports_table;
mod sources_list;
mod timeline;
mod verdict;

pub use answers_list::answers_list;
pub use capacity_summary::capacity_summary;
pub use checklist::{ChecklistProps, checklist, tick};
pub use cites::{cites, source_notes};
pub use commands::commands;
pub use disagreements::{all_disagreements, disagreements, disagreements_among};
pub use downtime_table::downtime_table;
pub use finding_item::finding_item;
pub use flips::{Trying, flips};
pub use page::PlanPage;
pub use paths_table::paths_table;
pub(crate) use ports_table::direction;
pub use ports_table::ports_table;
pub use sources_list::sources_list;
pub use timeline::timeline;
pub use verdict::{figures, verdict};
