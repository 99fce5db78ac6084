//! Taking the planner into other pages: what to copy, where it goes, and what a host allows.

pub mod address;
mod builder;
mod doctor;
mod page;
mod recipes;
mod section;
mod snippet;

pub use builder::{Builder, BuilderProps};
pub use doctor::{Doctor, DoctorProps};
pub use page::{EmbedPage, EmbedPageProps};
pub use section::EmbeddingSection;
pub use snippet::{Form, Preset, Wish};
