//! What the documentation says, as data and without decisions. Every fact restates a statement of the documentation in our
//! own words; `sources.rs` lists every document once.
#![expect(clippy::doc_markdown, reason = "a citation is documented by its text, which is written for readers of plans")]

pub mod code;
pub mod disagreements_capacity;
pub mod migration;
pub mod network;
pub mod platform;
pub mod ports;
pub mod regions;
pub mod reliability;
pub mod retirement;
pub mod side_by_side;
pub mod sources;
pub mod specification;
pub mod tiers;
pub mod zones;
