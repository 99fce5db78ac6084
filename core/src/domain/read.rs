//! How a value of the domain is read from what is given, and how a wrong one is named.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};
use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer};

use super::Text;
use super::given::{Given, Kind, Tree};

/// What was refused: where, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RequestError {
    /// The field, such as `locations[0].units`; empty for the request as a whole.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for RequestError {}

impl RequestError {
    /// Of the value itself: where it stands is added on the way out.
    #[cold]
    pub(crate) fn here(message: impl Into<String>) -> Self {
        Self { path: String::new(), message: message.into() }
    }

    /// Of a value that stands under this name.
    #[cold]
    pub(crate) fn within(mut self, step: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, &shown(step, 80));
        self
    }

    /// Of a value that is something else than what was expected.
    #[cold]
    pub(crate) fn instead_of(given: &dyn Given, expected: &str) -> Self {
        let found = match given.kind() {
            Kind::Null => "null".to_owned(),
            Kind::Bool(value) => value.to_string(),
            Kind::Whole(value) => value.to_string(),
            Kind::Number => "a number that is too large or not whole".to_owned(),
            Kind::Text(value) => format!("the text \"{}\"", shown(value, 80)),
            Kind::List => "a list".to_owned(),
            Kind::Object => "an object".to_owned(),
        };
        Self::here(format!("expected {expected}, not {found}"))
    }
}

/// The start of a text: messages quote what was given, and that may be megabytes.
#[cold]
pub(crate) fn shown(given: &str, most: usize) -> Cow<'_, str> {
    match given.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned([given.get(..end).unwrap_or_default(), "…"].concat()),
        None => Cow::Borrowed(given),
    }
}

/// Reads a request from JSON text.
///
/// # Errors
/// Names the field that is misspelt, of the wrong type, or impossible.
pub fn read_request(json: &str) -> Result<super::PlanRequest, RequestError> {
    read_json(json)
}

/// Reads anything that people write by hand, and names the field of a mistake.
pub(crate) fn read_json<T: Read>(json: &str) -> Result<T, RequestError> {
    T::read(&serde_json::from_str::<Tree<'_>>(json).map_err(|error| RequestError::here(error.to_string()))?)
}

/// What can be read from anything that is given.
pub(crate) trait Read: Sized {
    /// Reads it, or says what is wrong with it.
    fn read(given: &dyn Given) -> Result<Self, RequestError>;
}

impl Read for bool {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        match given.kind() {
            Kind::Bool(value) => Ok(value),
            _ => Err(RequestError::instead_of(given, "true or false")),
        }
    }
}

impl Read for u32 {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        match given.kind() {
            Kind::Whole(value @ ..0) => Err(RequestError::here(format!("{value} is too small: there is nothing below 0"))),
            Kind::Whole(value) => Self::try_from(value).map_err(|_| RequestError::here(format!("{value} is too large"))),
            _ => Err(RequestError::instead_of(given, "a whole number")),
        }
    }
}

impl Read for NonZeroU32 {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        Self::new(u32::read(given)?).ok_or_else(|| RequestError::here("0 is too small; use 1 or more"))
    }
}

impl Read for String {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        match given.kind() {
            Kind::Text(value) => Ok(value.to_owned()),
            _ => Err(RequestError::instead_of(given, "text")),
        }
    }
}

impl Read for Text {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        String::read(given).map(Self::Owned)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        if given.kind() == Kind::Null { Ok(None) } else { T::read(given).map(Some) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        if given.kind() != Kind::List {
            return Err(RequestError::instead_of(given, "a list"));
        }
        let mut items = Self::new();
        given.items(&mut |item| {
            let item = T::read(item).map_err(|error| error.within(&format!("[{}]", items.len())))?;
            items.push(item);
            Ok(())
        })?;
        Ok(items)
    }
}

/// The place of a word among those of its vocabulary.
pub(crate) fn read_word(given: &dyn Given, words: &'static [&'static str]) -> Result<usize, RequestError> {
    let Kind::Text(word) = given.kind() else {
        return Err(RequestError::instead_of(given, &listed(words, " or ")));
    };
    let at = words.iter().position(|known| *known == word);
    at.ok_or_else(|| RequestError::here(format!("unknown value `{}`, expected {}", shown(word, 80), one_of(words))))
}

#[cold]
fn one_of(words: &[&str]) -> String {
    match words {
        [_] => listed(words, ""),
        [_, _] => listed(words, " or "),
        _ => format!("one of {}", listed(words, ", ")),
    }
}

#[cold]
fn listed(words: &[&str], last: &str) -> String {
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        let joined = match at {
            0 => "",
            at if at + 1 == words.len() => last,
            _ => ", ",
        };
        // Writing into a string cannot fail.
        let _ = write!(out, "{joined}`{word}`");
    }
    out
}

/// What an object looks like.
pub(crate) struct Shape {
    /// The names of its fields.
    pub(crate) fields: &'static [&'static str],
    /// Of the first so many none may be missing.
    pub(crate) required: usize,
}

/// A struct that is read field by field, into a value that is there from the start. [`object!`] implements it.
pub(crate) trait Fields {
    /// Reads the field with that place in its [`Shape`].
    fn read_field(&mut self, field: usize, given: &dyn Given) -> Result<(), RequestError>;
}

/// Reads every field that is given. A list is refused: `[]` would be a request in which nothing is known.
pub(crate) fn fill(shape: &Shape, given: &dyn Given, object: &mut dyn Fields) -> Result<(), RequestError> {
    if given.kind() != Kind::Object {
        return Err(RequestError::instead_of(given, "an object"));
    }
    let mut seen = 0_u64;
    given.entries(&mut |name, value| {
        // Their lengths first: to compare what the names say is a call of a function.
        let is_it = |known: &&str| known.len() == name.len() && *known == name;
        let Some(field) = shape.fields.iter().position(is_it) else {
            let unknown = format!("unknown field `{}`, expected {}", shown(name, 80), one_of(shape.fields));
            return Err(RequestError::here(unknown).within(name));
        };
        if seen & (1 << field) != 0 {
            return Err(RequestError::here(format!("duplicate field `{name}`")));
        }
        seen |= 1 << field;
        if value.kind() == Kind::Null && field >= shape.required {
            return Ok(());
        }
        object.read_field(field, value).map_err(|error| error.within(name))
    })?;
    match shape.fields.iter().take(shape.required).enumerate().find(|(field, _)| seen & (1 << field) == 0) {
        Some((_, name)) => Err(RequestError::here(format!("the field `{name}` is missing"))),
        None => Ok(()),
    }
}

/// Reads from anything that serde reads.
pub(crate) fn deserialized<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(&Tree::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

/// Implements [`Read`] and `Deserialize` for a struct. A field is read as its own type, or as what stands after `as`, of
/// which the first field is then taken. What is `ignored` may be there and is not read.
macro_rules! object {
    (
        $type:ty, $empty:expr, required: $required:literal,
        { $($name:literal => $field:ident $(as $reader:ty)?),+ $(,)? }
        $(, ignored: [$($ignored:literal),+])?
        $(, contradiction: $contradiction:expr)?
    ) => {
        impl $crate::domain::Fields for $type {
            fn read_field(
                &mut self,
                field: usize,
                given: &dyn $crate::domain::Given,
            ) -> Result<(), $crate::domain::RequestError> {
                #[expect(non_camel_case_types, reason = "named after the fields, to number them")]
                enum At { $($field),+ }
                $(
                    if field == At::$field as usize {
                        self.$field = $crate::domain::object!(@value given $($reader)?);
                        return Ok(());
                    }
                )+
                Ok(())
            }
        }

        impl $crate::domain::Read for $type {
            fn read(given: &dyn $crate::domain::Given) -> Result<Self, $crate::domain::RequestError> {
                static SHAPE: $crate::domain::Shape = $crate::domain::Shape {
                    fields: &[$($name),+ $(, $($ignored),+)?],
                    required: $required,
                };
                let mut object: Self = $empty;
                $crate::domain::fill(&SHAPE, given, &mut object)?;
                $(
                    // What is wrong with fields that are each right by themselves.
                    let contradiction: fn(&Self) -> Option<String> = $contradiction;
                    if let Some(why) = contradiction(&object) {
                        return Err($crate::domain::RequestError::here(why));
                    }
                )?
                Ok(object)
            }
        }

        $crate::domain::deserialize!($type);
    };
    (@value $given:ident) => { $crate::domain::Read::read($given)? };
    (@value $given:ident $reader:ty) => { <$reader as $crate::domain::Read>::read($given)?.0 };
}

/// Implements [`Read`] and `Deserialize` for a vocabulary.
macro_rules! read_by_word {
    ($type:ty) => {
        impl $crate::domain::Read for $type {
            fn read(given: &dyn $crate::domain::Given) -> Result<Self, $crate::domain::RequestError> {
                let at = $crate::domain::read_word(given, <Self as strum::VariantNames>::VARIANTS)?;
                let word = <Self as strum::IntoEnumIterator>::iter().nth(at);
                word.ok_or_else(|| $crate::domain::RequestError::here("a word too many"))
            }
        }

        $crate::domain::deserialize!($type);
    };
}

/// Implements [`Read`] and `Deserialize` for what is made of something simpler, which may be refused.
macro_rules! read_from {
    ($simple:ty => $type:ty) => {
        impl $crate::domain::Read for $type {
            fn read(given: &dyn $crate::domain::Given) -> Result<Self, $crate::domain::RequestError> {
                let simple = <$simple as $crate::domain::Read>::read(given)?;
                Self::try_from(simple)
                    .map_err(|error| $crate::domain::RequestError::here($crate::domain::shown(&error.to_string(), 400)))
            }
        }

        $crate::domain::deserialize!($type);
    };
}

/// Implements `Deserialize` for what can be read, for whoever has it in something that serde reads.
macro_rules! deserialize {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::domain::deserialized(deserializer)
            }
        }
    };
}
pub(crate) use {deserialize, object, read_by_word, read_from};

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Read, RequestError, Tree};
    use crate::domain::PlanRequest;

    fn read(json: &str) -> Result<PlanRequest, RequestError> {
        PlanRequest::read(&serde_json::from_str::<Tree<'_>>(json).map_err(|error| RequestError::here(error.to_string()))?)
    }

    #[rstest]
    #[case("[]", "expected an object, not a list")]
    #[case(r#"{"tier":"premium","tier":"basic"}"#, "duplicate field `tier`")]
    #[case(r#"{"locations":[{}]}"#, "locations[0]: the field `name` is missing")]
    #[case(
        r#"{"locations":[{"name":"a"},{"name":"b","units":0}]}"#,
        "locations[1].units: 0 is not a number of units; use 1 to 10000"
    )]
    #[case(
        r#"{"locations":[{"name":"a","subnet":{"prefix":1}}]}"#,
        "locations[0].subnet.prefix: 1 is not a subnet prefix; use 16 to 29"
    )]
    #[case(r#"{"customDomains":"yes"}"#, "customDomains: expected true or false, not the text \"yes\"")]
    #[case(r#"{"dnsChangeMinutes":-1}"#, "dnsChangeMinutes: -1 is too small: there is nothing below 0")]
    #[case(
        r#"{"dnsChangeMinutes":1.5}"#,
        "dnsChangeMinutes: expected a whole number, not a number that is too large or not whole"
    )]
    #[case(
        r#"{"dnsChangeMinutes":1e20}"#,
        "dnsChangeMinutes: expected a whole number, not a number that is too large or not whole"
    )]
    #[case(
        r#"{"tier":"Premium"}"#,
        "tier: unknown value `Premium`, expected one of `consumption`, `developer`, `basic`, `standard`, `premium`, `isolated`, \
         `basicV2`, `standardV2`, `premiumV2`"
    )]
    #[case(
        r#"{"locations":[{"name":"a","subnet":{"prefix":"/27"}}]}"#,
        "locations[0].subnet.prefix: expected a whole number, not the text \"/27\""
    )]
    fn a_mistake_is_named_with_its_place(#[case] json: &str, #[case] said: &str) {
        assert_eq!(read(json).map_err(|error| error.to_string()), Err(said.to_owned()));
    }

    #[test]
    fn a_message_is_short_whatever_was_given() {
        let long = "x".repeat(5_000_000);
        for json in [
            format!(r#"{{"{long}":1}}"#),
            format!(r#"{{"vnet":"{long}"}}"#),
            format!(r#"{{"locations":"{long}"}}"#),
            format!(r#"{{"asOf":"{long}"}}"#),
        ] {
            assert!(read(&json).is_err_and(|error| error.to_string().len() < 1_000));
        }
    }

    #[test]
    fn null_is_not_known_for_a_list_too() {
        assert_eq!(read(r#"{"locations":null,"tier":null}"#), Ok(PlanRequest::default()));
    }

    #[test]
    fn so_many_regions_there_are_not() {
        let locations = |count: usize| {
            let each: Vec<_> = (0..count).map(|at| format!(r#"{{"name":"r{at}"}}"#)).collect();
            read(&format!(r#"{{"locations":[{}]}}"#, each.join(","))).map(|request| request.locations.len())
        };
        assert_eq!(locations(100), Ok(100));
        assert_eq!(locations(101).map_err(|error| error.path), Err("locations".to_owned()));
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        assert_eq!(read(r#"{"dnsChangeMinutes":2.0}"#).ok().and_then(|request| request.dns_change_minutes), Some(2));
    }
}
