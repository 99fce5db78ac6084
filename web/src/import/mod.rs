//! Reading a description: what is pasted or dropped, what was understood of it, and what was not.

mod arrival;
mod outcome;
mod panel;
mod paste;
mod phrases;
mod preflight_list;
mod preview;

pub use arrival::{Arrival, Arrived};
pub use outcome::Outcome;
pub use panel::{ImportPanel, ImportPanelProps};
pub use paste::{PANEL, Paste, PasteProps};
pub use preview::{import_preview, not_made_out};
