//! The questionnaire: answers as state, and a form with only what still matters, in groups.

pub mod answers;
mod ask;
mod choices;
mod choose;
mod find_out;
mod fold;
mod keys;
mod left;
mod notices;
mod numbers;
mod panel;
mod panel_foot;
mod question;
mod region;
mod regions;
pub mod said;
mod seats;
mod workbench;

pub use notices::{Notices, NoticesProps, Unused};
pub use panel::{Questions, QuestionsProps};
pub use question::asked;
pub use workbench::{Workbench, WorkbenchProps};
