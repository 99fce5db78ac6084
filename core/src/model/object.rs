//! Objects, read field by field into a value that is there from the start.
//!
//! What serde derives keeps every field in a variable of its own until all are
//! there, and writes that out for each kind of input: two thirds of a kilobyte of
//! wasm a field. It also reads a list, field by field in order: `[]` would be a
//! request in which nothing is known. Here a list is refused.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

/// A struct that is written as an object. [`object!`] implements it.
pub(crate) trait Object: Sized {
    /// The names of its fields; of [`REQUIRED`](Self::REQUIRED) of them, the first ones, none may be missing.
    const FIELDS: &'static [&'static str];
    /// How many fields must be there.
    const REQUIRED: usize;
    /// Whether a field of another name is a mistake, and not just of no interest.
    const STRICT: bool;

    /// What the fields are read into.
    fn empty() -> Self;

    /// Reads the value of the field with that place in [`FIELDS`](Self::FIELDS).
    fn read<'de, A: MapAccess<'de>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;

    /// What is wrong with fields that are each right by themselves.
    fn contradiction(&self) -> Option<String> {
        None
    }
}

/// Implements [`Object`] and `Deserialize`. A field is read as its own type, or as what stands after `as`, of which the
/// first field is then taken.
macro_rules! object {
    (
        $type:ty, $empty:expr, $strict:ident, required: $required:literal,
        { $($name:literal => $field:ident $(as $reader:ty)?),+ $(,)? }
        $(, contradiction: $contradiction:expr)?
    ) => {
        impl $crate::model::Object for $type {
            const FIELDS: &'static [&'static str] = &[$($name),+];
            const REQUIRED: usize = $required;
            const STRICT: bool = $crate::model::object!(@strict $strict);

            fn empty() -> Self {
                $empty
            }

            fn read<'de, A: serde::de::MapAccess<'de>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error> {
                #[expect(non_camel_case_types, reason = "named after the fields, to number them")]
                enum At { $($field),+ }
                $(
                    if field == At::$field as usize {
                        self.$field = $crate::model::object!(@value map $($reader)?);
                        return Ok(());
                    }
                )+
                Ok(())
            }

            $(
                fn contradiction(&self) -> Option<String> {
                    ($contradiction)(self)
                }
            )?
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read_object(deserializer)
            }
        }
    };
    (@strict strict) => { true };
    (@strict lenient) => { false };
    (@value $map:ident) => { $crate::model::read_value($map)? };
    (@value $map:ident $reader:ty) => { $crate::model::read_value::<$reader, _>($map)?.0 };
}
pub(crate) use object;

/// From anything that has objects.
pub(crate) fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Reads<T>(PhantomData<T>);
    impl<'de, T: Object> Visitor<'de> for Reads<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            read_fields(map)
        }
    }
    deserializer.deserialize_map(Reads(PhantomData))
}

/// From an object that has been entered.
pub(crate) fn read_fields<'de, T: Object, A: MapAccess<'de>>(mut map: A) -> Result<T, A::Error> {
    let mut object = T::empty();
    let mut seen = 0_u64;
    while let Some(field) = map.next_key_seed(Name { known: T::FIELDS, strict: T::STRICT })? {
        let Some(field) = field else {
            map.next_value::<IgnoredAny>()?;
            continue;
        };
        if seen & (1 << field) != 0 {
            return Err(A::Error::duplicate_field(name(T::FIELDS, field)));
        }
        seen |= 1 << field;
        object.read(field, &mut map)?;
    }
    if let Some(missing) = (0..T::REQUIRED).find(|field| seen & (1 << field) == 0) {
        return Err(A::Error::missing_field(name(T::FIELDS, missing)));
    }
    match object.contradiction() {
        Some(why) => Err(A::Error::custom(why)),
        None => Ok(object),
    }
}

/// Kept out of line: once for each type, and not for each field of that type.
#[inline(never)]
pub(crate) fn read_value<'de, T: Deserialize<'de>, A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_value()
}

fn name(fields: &'static [&'static str], at: usize) -> &'static str {
    fields.get(at).copied().unwrap_or_default()
}

/// The name of a field, as its place among those known.
struct Name {
    known: &'static [&'static str],
    strict: bool,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        // To compare what the names say is a call of a function.
        match self.known.iter().position(|known| known.len() == name.len() && *known == name) {
            None if self.strict => Err(E::unknown_field(name, self.known)),
            at => Ok(at),
        }
    }
}
