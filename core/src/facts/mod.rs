//! What the documentation says, as data: no decisions. Every fact restates a
//! place on a page in our own words; `sources.rs` lists every page once.

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
