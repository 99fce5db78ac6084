//! The words of the domain: enums and newtypes. No documentation, no decisions.

mod arrange;
mod day;
pub(crate) mod given;
mod numbers;
mod read;
mod region;
mod request;
mod words;

pub use arrange::arrange;
pub use day::{Day, DayError};
pub(crate) use given::{Built, Given, Kind, Tree, built};
pub use numbers::{Minutes, Percent, Prefix, Share, Units, ZoneCount};
pub(crate) use read::{
    Fields, Read, Shape, deserialize, deserialized, fill, object, read_by_word, read_from, read_json, read_word, shown,
};
pub use read::{RequestError, read_request};
pub use region::RegionName;
pub use request::{Autoscale, AutoscaleLimits, Goals, Location, PlanRequest, Subnet, UpdatedWith, ZoneLayout};
pub use words::*;

/// A sentence or a label: most are known when this is compiled, some carry the
/// reader's own numbers.
pub type Text = std::borrow::Cow<'static, str>;
