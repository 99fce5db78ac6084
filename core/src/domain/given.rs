//! What is given to be read: JSON, the code of a link, what JavaScript wrote.
//!
//! Readers see all of it through [`Given`]. What serde derives is a reader for each type and each kind of input: half of a
//! kilobyte of wasm a field. Here each type is read by one function, whatever it is read from.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::RequestError;

/// What a value is, seen from outside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind<'a> {
    /// Written, and nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number: nobody here asks which.
    Number,
    /// A text.
    Text(&'a str),
    /// Values in an order.
    List,
    /// Values by name.
    Object,
}

/// Reads one value.
pub(crate) type ReadItem<'r> = dyn FnMut(&dyn Given) -> Result<(), RequestError> + 'r;
/// Reads one value with a name.
pub(crate) type ReadEntry<'r> = dyn FnMut(&str, &dyn Given) -> Result<(), RequestError> + 'r;

/// A value.
pub(crate) trait Given {
    /// What it is.
    fn kind(&self) -> Kind<'_>;
    /// Hands over the values of a list, one after another, until one is refused.
    fn items(&self, read: &mut ReadItem<'_>) -> Result<(), RequestError>;
    /// Hands over the values of an object, each with its name; a name may come twice.
    fn entries(&self, read: &mut ReadEntry<'_>) -> Result<(), RequestError>;
}

/// A value in memory.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree<'a> {
    Null,
    Bool(bool),
    Whole(i64),
    Number,
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

impl Given for Tree<'_> {
    fn kind(&self) -> Kind<'_> {
        match self {
            Self::Null => Kind::Null,
            Self::Bool(value) => Kind::Bool(*value),
            Self::Whole(value) => Kind::Whole(*value),
            Self::Number => Kind::Number,
            Self::Text(value) => Kind::Text(value),
            Self::List(_) => Kind::List,
            Self::Object(_) => Kind::Object,
        }
    }

    fn items(&self, read: &mut ReadItem<'_>) -> Result<(), RequestError> {
        let Self::List(items) = self else { return Ok(()) };
        items.iter().try_for_each(|item| read(item))
    }

    fn entries(&self, read: &mut ReadEntry<'_>) -> Result<(), RequestError> {
        let Self::Object(entries) = self else { return Ok(()) };
        entries.iter().try_for_each(|(name, value)| read(name, value))
    }
}

impl<'a> Built<'a> for Tree<'a> {
    fn null() -> Self {
        Self::Null
    }
    fn bool(value: bool) -> Self {
        Self::Bool(value)
    }
    fn whole(value: i64) -> Self {
        Self::Whole(value)
    }
    fn number() -> Self {
        Self::Number
    }
    fn text(value: Cow<'a, str>) -> Self {
        Self::Text(value)
    }
    fn list(items: Vec<Self>) -> Self {
        Self::List(items)
    }
    fn object(entries: Vec<(Cow<'a, str>, Self)>) -> Self {
        Self::Object(entries)
    }
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        built(deserializer)
    }
}

/// A tree that any JSON can be built into.
pub(crate) trait Built<'de>: Deserialize<'de> {
    /// `null`.
    fn null() -> Self;
    /// `true` or `false`.
    fn bool(value: bool) -> Self;
    /// A whole number, however it is written: some tools write `1.0`.
    fn whole(value: i64) -> Self;
    /// Any other number.
    fn number() -> Self;
    /// A text.
    fn text(value: Cow<'de, str>) -> Self;
    /// A list.
    fn list(items: Vec<Self>) -> Self;
    /// An object, its entries in their order; a name may come twice.
    fn object(entries: Vec<(Cow<'de, str>, Self)>) -> Self;
}

/// Builds a tree from anything that serde reads.
pub(crate) fn built<'de, T: Built<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Builds(PhantomData))
}

struct Builds<T>(PhantomData<T>);

impl<'de, T: Built<'de>> Visitor<'de> for Builds<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::null())
    }

    fn visit_bool<E>(self, value: bool) -> Result<T, E> {
        Ok(T::bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<T, E> {
        Ok(T::whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<T, E> {
        Ok(i64::try_from(value).map_or_else(|_| T::number(), T::whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<T, E> {
        Ok(whole(value).map_or_else(T::number, T::whole))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<T, E> {
        Ok(T::text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(T::text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(T::list(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut entries = Vec::new();
        while let Some((Key(key), value)) = map.next_entry()? {
            entries.push((key, value));
        }
        Ok(T::object(entries))
    }
}

/// The whole number that this is, if it is one; beyond 2^53 nobody can tell.
pub(crate) fn whole(value: f64) -> Option<i64> {
    const FARTHEST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and within reach")]
    (value.fract() == 0.0 && value.abs() < FARTHEST).then_some(value as i64)
}

/// A key that borrows: `Cow` alone always allocates when it is deserialised.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl<'de> Visitor<'de> for Name {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(value)))
            }

            fn visit_str<E>(self, value: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(value.to_owned())))
            }
        }
        deserializer.deserialize_str(Name)
    }
}
