//! Taking the planner into other pages: what to copy, where it goes, and what a host allows.

mod builder;
mod doctor;
mod recipes;
mod snippet;

pub use builder::{EmbedBuilder, EmbedBuilderProps};
pub use doctor::{Check, EmbedDoctor, EmbedDoctorProps, Found};
pub use snippet::{Form, Preset, Wish};
