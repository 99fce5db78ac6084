//! The words of the domain: enums and newtypes. No documentation, no decisions.

mod day;
mod numbers;
pub(crate) mod object;
mod ports;
mod price;
mod region;
mod request;
mod request_error;
pub(crate) mod whole;
mod word;
mod words;

pub use day::{Day, DayError};
pub use numbers::{Minutes, OutOfRange, Percent, Prefix, Share, Units, ZoneCount};
pub use ports::{ClosedPorts, PortId};
pub use price::{Amount, Currency, Price, PriceError, UnitPrice};
pub use region::{RegionName, RegionNameError};
pub use request::{Autoscale, AutoscaleLimits, Goals, Location, PlanRequest, Subnet, UpdatedWith, ZoneLayout};
#[cfg(test)]
pub(crate) use request_error::tests::lists_accepted;
pub use request_error::{RequestError, read_request};
pub(crate) use request_error::{read_json, read_tree};
pub use words::*;

/// A sentence or a label: most are known when this is compiled, some carry the
/// reader's own numbers.
pub type Text = std::borrow::Cow<'static, str>;
