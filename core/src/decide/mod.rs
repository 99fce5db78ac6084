//! From answers to decisions: platform, status, paths, room, layouts. No words:
//! what is decided here is cheap enough to be tried for every answer there is.

pub mod platform;
pub mod route;
pub mod subnet;

pub use platform::PlatformDecision;
pub use route::{Answers, Because, Decision, Judged, Route, Why, Whys, choose, decide, to_move};
