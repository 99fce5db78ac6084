//! Reading a description: what is pasted or dropped, what was understood of it, and what was not.

mod outcome;
mod panel;
mod paste;
mod phrases;
mod preview;

pub use outcome::Outcome;
pub use panel::{ImportPanelProps, import_panel};
pub use paste::{PANEL, Paste};
pub use preview::{import_preview, not_made_out};
