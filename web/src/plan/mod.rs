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
mod source_notes;
mod sources_list;
mod statement;
mod step;
mod timeline;
mod verdict;

pub use answers_list::{AnswersList, AnswersListProps};
pub use capacity_summary::{CapacitySummary, CapacitySummaryProps};
pub use checklist::{Checklist, ChecklistProps, tick};
pub use cites::cites;
pub use commands::{Commands, CommandsProps};
pub use disagreements::{Disagreements, DisagreementsProps, all_disagreements};
pub use downtime_table::{DowntimeTable, DowntimeTableProps};
pub use finding_item::finding_item;
pub use flips::{Flips, FlipsProps};
pub use page::PlanPage;
pub use paths_table::{PathsTable, PathsTableProps};
pub(crate) use ports_table::direction;
pub use ports_table::ports_table;
pub use source_notes::{SourceNotes, SourceNotesProps};
pub use sources_list::{SourcesList, SourcesListProps};
pub use statement::statement;
pub use timeline::{Timeline, TimelineProps};
pub use verdict::{PlanVerdict, PlanVerdictProps};
