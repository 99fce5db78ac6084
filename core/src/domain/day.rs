use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar day, written `YYYY-MM-DD` and in no other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(jiff_core::civil::Date);

/// Not a day in the form `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date; use the form YYYY-MM-DD")]
pub struct DayError(String);

impl Day {
    /// The first day of 1970.
    pub const EPOCH: Self = Self::constant(1970, 1, 1);

    /// A day known when this was compiled.
    ///
    /// # Panics
    /// At compile time, when there is no such day.
    pub const fn constant(year: i16, month: i8, day: i8) -> Self {
        Self(jiff_core::civil::date(year, month, day))
    }

    /// Whole months from this day to a later one; zero when `later` is not later.
    pub fn months_until(self, later: Self) -> u32 {
        let months = (i32::from(later.0.year()) - i32::from(self.0.year())) * 12
            + (i32::from(later.0.month()) - i32::from(self.0.month()));
        let begun = i32::from(later.0.day() < self.0.day());
        u32::try_from(months - begun).unwrap_or(0)
    }

    /// The calendar date.
    pub fn date(self) -> jiff_core::civil::Date {
        self.0
    }
}

impl From<jiff_core::civil::Date> for Day {
    fn from(date: jiff_core::civil::Date) -> Self {
        Self(date)
    }
}

impl FromStr for Day {
    type Err = DayError;

    /// By hand: no other form is a day here, and jiff-core has no parser.
    fn from_str(text: &str) -> Result<Self, DayError> {
        let day = || {
            let digits = |from: usize, to: usize| {
                let part = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
                part.and_then(|part| part.parse::<i16>().ok())
            };
            let bytes = text.as_bytes();
            let shaped = text.len() == 10 && bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
            let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
            let date = jiff_core::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
            shaped.then_some(Self(date))
        };
        day().ok_or_else(|| DayError(text.to_owned()))
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$" })
    }
}
