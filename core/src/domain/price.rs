use std::fmt;

use serde::{Deserialize, Serialize};

/// What one unit costs a month. It is the reader's own figure: prices are not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitPrice {
    /// How much.
    pub amount: Amount,
    /// In which currency.
    pub currency: Currency,
}

impl UnitPrice {
    /// What so many units cost a month.
    pub fn of(self, units: u32) -> Price {
        Price { amount: self.amount.0 * f64::from(units), currency: self.currency }
    }
}

/// An amount of money with its currency, as a sentence has it: `5590.50 EUR`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Price {
    amount: f64,
    currency: Currency,
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { amount, currency } = self;
        if amount.fract() == 0.0 { write!(f, "{amount:.0} {currency}") } else { write!(f, "{amount:.2} {currency}") }
    }
}

/// An amount of money: finite, and not below zero.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Amount(f64);

/// Compared like any number: no amount is "not a number".
impl Eq for Amount {}

/// The three letters of ISO 4217, such as `EUR`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// Why a price was refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PriceError {
    /// Negative, infinite, or larger than any price.
    #[error("{0} is not an amount; use 0 to {max}", max = Amount::MAX)]
    Amount(f64),
    /// Not three letters.
    #[error("{0:?} is not a currency; use its three letters, such as EUR")]
    Currency(String),
}

impl Amount {
    /// Larger than any price of a unit.
    const MAX: f64 = 1_000_000_000.0;

    /// The bare number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Amount {
    type Error = PriceError;

    fn try_from(value: f64) -> Result<Self, PriceError> {
        if (0.0..=Self::MAX).contains(&value) { Ok(Self(value)) } else { Err(PriceError::Amount(value)) }
    }
}

impl From<Amount> for f64 {
    fn from(amount: Amount) -> Self {
        amount.0
    }
}

impl TryFrom<String> for Currency {
    type Error = PriceError;

    fn try_from(value: String) -> Result<Self, PriceError> {
        match <[u8; 3]>::try_from(value.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_alphabetic) => {
                Ok(Self(letters.map(|letter| letter.to_ascii_uppercase())))
            }
            Ok(_) | Err(_) => Err(PriceError::Currency(value)),
        }
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.to_string()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Amount {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 1_000_000_000 })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Currency {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Za-z]{3}$" })
    }
}
