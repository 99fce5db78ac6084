//! Taking the planner into other pages: what to copy, where it goes, and what a host allows.

pub mod address;
mod builder;
mod doctor;
mod page;
mod recipes;
mod section;
mod snippet;

pub use builder::{Building, builder};
pub use doctor::{Check, Found, doctor, lines_to_ask_for};
pub use page::{EmbedPage, EmbedPageProps};
pub use section::Embedding;
pub use snippet::{Form, Preset, Wish};
