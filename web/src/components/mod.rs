//! Properties in, HTML out: no context, no platform.

mod answers_list;
mod ask;
pub mod capacity;
mod capacity_summary;
mod checklist;
mod cites;
mod commands;
mod disagreements;
mod downtime_table;
pub mod embedding;
mod finding_item;
pub mod fleet;
mod flips;
mod header;
mod icon;
pub mod import;
mod menu;
mod notice;
mod paths_table;
mod ports_table;
#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
pub(crate) mod rendered;
mod seg;
mod sources_list;
mod stepper;
mod timeline;
mod verdict;

pub use answers_list::{AnswersList, AnswersListProps};
pub use ask::{Ask, AskProps};
pub use capacity_summary::{CapacitySummary, CapacitySummaryProps};
pub use checklist::{Checklist, ChecklistProps, tick};
pub use cites::{Cites, CitesProps, SourceNotes, SourceNotesProps};
pub use commands::{Commands, CommandsProps};
pub use disagreements::{Disagreements, DisagreementsProps};
pub use downtime_table::{DowntimeTable, DowntimeTableProps};
pub use finding_item::{FindingItem, FindingItemProps};
pub use flips::{Flips, FlipsProps, Trying};
pub use header::{Header, HeaderProps};
pub use icon::{Icon, IconProps, Sign, Sprite};
pub use menu::{Menu, MenuItem, MenuProps};
pub use notice::{Notice, NoticeKind, NoticeProps};
pub use paths_table::{PathsTable, PathsTableProps};
pub(crate) use ports_table::direction;
pub use ports_table::{PortsTable, PortsTableProps};
pub use seg::{Seg, SegProps};
pub use sources_list::{SourcesList, SourcesListProps};
pub use stepper::{Stepper, StepperProps};
pub use timeline::{Timeline, TimelineProps};
pub use verdict::{Figures, FiguresProps, Verdict, VerdictProps};
