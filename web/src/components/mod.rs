//! What a part of the page shows in, HTML out: no context, no state, no platform. Functions, because each component
//! costs some kilobytes of code that only state is worth.

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

pub use answers_list::answers_list;
pub use ask::{AskProps, ask};
pub use capacity_summary::capacity_summary;
pub use checklist::{ChecklistProps, checklist, tick};
pub use cites::{cites, source_notes};
pub use commands::commands;
pub use disagreements::{all_disagreements, disagreements, disagreements_among};
pub use downtime_table::downtime_table;
pub use finding_item::finding_item;
pub use flips::{Trying, flips};
pub use header::header;
pub use icon::{Sign, icon, logo, sprite, turning_icon};
pub use menu::{MenuItem, items, menu};
pub use notice::{NoticeKind, notice};
pub use paths_table::paths_table;
pub(crate) use ports_table::direction;
pub use ports_table::ports_table;
pub use seg::{SegProps, seg};
pub use sources_list::sources_list;
pub use stepper::{StepperProps, stepper};
pub use timeline::timeline;
pub use verdict::{figures, verdict};
