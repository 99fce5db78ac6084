use serde::{Deserialize, Serialize};

use super::whole::Whole;

/// A number of minutes.
pub type Minutes = u32;

/// A number outside the range of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{value} is not {wanted}")]
pub struct OutOfRange {
    value: u32,
    wanted: &'static str,
}

/// A newtype over `u32` whose every value lies between two bounds.
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $low:literal ..= $high:literal, $wanted:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "Whole", into = "u32")]
        pub struct $name(u32);

        impl $name {
            /// The smallest that can be said.
            pub const MIN: Self = Self($low);
            /// The largest that can be said.
            pub const MAX: Self = Self($high);

            /// `None` outside the bounds.
            pub const fn new(value: u32) -> Option<Self> {
                match value {
                    $low..=$high => Some(Self(value)),
                    _ => None,
                }
            }

            /// The bare number.
            pub const fn get(self) -> u32 {
                self.0
            }
        }

        impl TryFrom<u32> for $name {
            type Error = OutOfRange;

            fn try_from(value: u32) -> Result<Self, OutOfRange> {
                Self::new(value).ok_or(OutOfRange { value, wanted: $wanted })
            }
        }

        impl TryFrom<Whole> for $name {
            type Error = OutOfRange;

            fn try_from(Whole(value): Whole) -> Result<Self, OutOfRange> {
                value.try_into()
            }
        }

        impl From<$name> for u32 {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "integer", "minimum": $low, "maximum": $high })
            }
        }
    };
}

bounded! {
    /// A number of scale units. Never zero. The upper bound is far above any
    /// tier's maximum, which is a finding, and far below what overflows.
    Units, 1..=10_000, "a number of units; use 1 to 10000"
}
bounded! {
    /// A measured or intended value of the capacity metric, in percent.
    Percent, 1..=100, "a percentage; use 1 to 100"
}
bounded! {
    /// The part of all traffic that a location serves, in percent.
    Share, 0..=100, "a share in percent; use 0 to 100"
}
bounded! {
    /// The length of a subnet's prefix.
    Prefix, 16..=29, "a subnet prefix; use 16 to 29"
}
bounded! {
    /// Across how many zones the units are distributed: two or three. One zone is
    /// `zonal`, which is something else.
    ZoneCount, 2..=3, "a number of zones for a redundant layout; use 2 or 3"
}

impl ZoneCount {
    /// Two zones.
    pub const TWO: Self = Self(2);
    /// Three zones, as every region with zones has.
    pub const THREE: Self = Self(3);
}
