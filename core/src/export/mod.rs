//! Plans and fleets as text that people pass on: Markdown, letters, tables, calendars.
//!
//! Equal input gives equal text, byte for byte. Names and everything else that
//! other people wrote is escaped for the format that it goes into.

mod capacity;
mod code;
mod csv;
mod fleet;
mod html;
mod ics;
mod letter;
mod markdown;
mod provenance;
mod recipients;
mod text;
mod ticket;
mod words;

pub use code::{CodePart, CodeTool, code, code_parts};
pub use csv::{Table, csv};
pub use fleet::{FleetTable, fleet_csv, fleet_ics, fleet_json, fleet_markdown};
pub use html::to_html;
pub use ics::{Start, StartError, ics};
pub use markdown::markdown;
pub use provenance::{ExportContext, to_json};
pub use recipients::{Recipient, to_letter};
pub use text::to_text;
pub use ticket::{MOST as TICKET_LENGTH, to_ticket};
