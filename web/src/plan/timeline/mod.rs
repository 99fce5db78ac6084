//! When what happens, as a picture and as sentences.

mod geometry;
mod picture;

pub use picture::{Timeline, TimelineProps};
