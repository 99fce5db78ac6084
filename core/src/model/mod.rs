//! The words of the domain: enums and newtypes. No documentation, no decisions.

mod arrange;
mod day;
mod numbers;
mod object;
mod region;
mod request;
mod word;
mod words;

pub use arrange::arrange;
pub use day::{Day, DayError};
pub use numbers::{Minutes, Percent, Prefix, Share, Units, ZoneCount};
pub(crate) use object::{Object, object, read_fields, read_object, read_value};
pub use region::RegionName;
pub use request::{Autoscale, AutoscaleLimits, Goals, Location, PlanRequest, Subnet, UpdatedWith, ZoneLayout};
pub(crate) use word::{read_by_word, read_word};
pub use words::*;

/// A sentence or a label: most are known when this is compiled, some carry the
/// reader's own numbers.
pub type Text = std::borrow::Cow<'static, str>;
