//! One reader for all vocabularies. What serde derives is a reader for each, and for each kind of input.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use strum::{IntoEnumIterator, VariantNames};

/// Implements `Deserialize` for a vocabulary.
macro_rules! read_by_word {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read_word(deserializer)
            }
        }
    };
}
pub(crate) use read_by_word;

/// A word of a vocabulary.
pub(crate) fn read_word<'de, T: IntoEnumIterator + VariantNames, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Words<T>(PhantomData<T>);
    impl<T: VariantNames> Visitor<'_> for Words<T> {
        type Value = usize;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            one_of(T::VARIANTS, f)
        }

        fn visit_str<E: Error>(self, word: &str) -> Result<usize, E> {
            let at = T::VARIANTS.iter().position(|known| *known == word);
            at.ok_or_else(|| E::unknown_variant(word, T::VARIANTS))
        }
    }
    let at = deserializer.deserialize_str(Words::<T>(PhantomData))?;
    T::iter().nth(at).ok_or_else(|| D::Error::custom("a word too many"))
}

fn one_of(words: &[&str], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, word) in words.iter().enumerate() {
        let joined = match at {
            0 => "",
            at if at + 1 == words.len() => " or ",
            _ => ", ",
        };
        write!(f, "{joined}`{word}`")?;
    }
    Ok(())
}
