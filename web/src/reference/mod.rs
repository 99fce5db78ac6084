//! The view at `#/reference`: what the documentation says, whatever the answers.

mod page;

pub use page::reference_page;
