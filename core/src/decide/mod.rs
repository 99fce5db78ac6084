//! From answers to decisions: platform, status, paths, room, layouts. No words:
//! what is decided here is cheap enough to be tried for every answer there is.

pub mod choices;
mod cutover;
pub mod loss;
pub mod platform;
pub mod room;
pub mod route;
pub mod sizing;
pub mod subnet;
pub mod zones;

pub use choices::Choice;
pub use cutover::{changes_address, dns_by_hand, kept_for};
pub use platform::PlatformDecision;
pub use route::{Answers, Because, Decision, Judged, Route, Why, Whys, choose, decide, is_to_move, to_move};
pub use zones::{Capacities, LocationDecision};
