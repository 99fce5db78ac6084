//! Whole numbers as people and tools write them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

/// A whole number from 0 on. `2.0` is read as 2: some tools write every number with a point.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whole(pub(crate) u32);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u32(Number)
    }
}

/// A whole number.
pub(crate) fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Whole::deserialize(deserializer).map(|Whole(number)| number)
}

/// A whole number; `null` when it is not known.
pub(crate) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map(|Whole(number)| number))
}

struct Number;

impl Visitor<'_> for Number {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Whole, E> {
        let large = || E::invalid_value(Unexpected::Unsigned(value), &"a smaller whole number");
        u32::try_from(value).map(Whole).map_err(|_| large())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Whole, E> {
        match u64::try_from(value) {
            Ok(value) => self.visit_u64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(value), &"a whole number from 0 on")),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Whole, E> {
        match whole(value) {
            Some(value) => self.visit_i64(value),
            None => Err(E::invalid_value(Unexpected::Float(value), &self)),
        }
    }
}

/// The whole number that this is, if it is one. Above 2^53, floating point can't tell neighbours apart.
pub(crate) fn whole(value: f64) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and within the range")]
    (value.fract() == 0.0 && value.abs() < LARGEST).then_some(value as i64)
}
