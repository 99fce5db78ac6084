//! The view at `#/reference`: what the documentation says, whatever the answers.

mod page;
mod rules_list;

pub use page::ReferencePage;
