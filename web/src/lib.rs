//! The page.

pub mod components;
