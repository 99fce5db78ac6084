//! The view at `#/plan` before anything is answered: what the page is for, and three ways to begin.

mod door_paste;
mod door_questions;
mod examples;
mod page;

pub use page::{StartPage, StartPageProps};
