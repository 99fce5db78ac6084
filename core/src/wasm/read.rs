//! From a tape that JavaScript wrote (`www/npm/tape.js`) to a value, with the
//! place of what does not fit.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::{FALSE, FLOAT, INT, MAP, NULL, SEQ, TEXT, TRUE};
use crate::api::RequestError;

/// What JavaScript wrote: words of four bytes, and texts between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tape<'de> {
    bytes: &'de [u8],
}

impl<'de> Tape<'de> {
    pub(super) fn new(bytes: &'de [u8]) -> Self {
        Self { bytes }
    }

    /// The value at the start.
    pub(super) fn read<T: serde::Deserialize<'de>>(self) -> Result<T, RequestError> {
        T::deserialize(&mut Reader { tape: self, at: 0 }).map_err(RequestError::from)
    }

    /// The elements of the array at the start, each on its own: one that is refused leaves the others be.
    pub(super) fn read_each<T: serde::Deserialize<'de>>(
        self,
    ) -> Result<impl Iterator<Item = Result<T, RequestError>>, RequestError> {
        let mut reader = Reader { tape: self, at: 0 };
        let Token::Seq(count) = reader.next()? else {
            return Err(RequestError { path: String::new(), message: "expected an array".to_owned() });
        };
        Ok((0..count).map(move |_| {
            let mut element = Reader { tape: self, at: reader.at };
            reader.skip()?;
            T::deserialize(&mut element).map_err(RequestError::from)
        }))
    }
}

/// Why a value was not read. The path grows on the way out.
#[derive(Debug)]
pub(super) struct Refused {
    path: String,
    message: String,
}

impl Refused {
    #[cold]
    #[inline(never)]
    fn within(mut self, step: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, step);
        self
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refused {}

/// Written out, and kept out of line: the provided ones would be compiled into every place that can fail.
impl serde::de::Error for Refused {
    #[cold]
    #[inline(never)]
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self { path: String::new(), message: message.to_string() }
    }

    #[cold]
    #[inline(never)]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid type: {found}, expected {expected}"))
    }

    #[cold]
    #[inline(never)]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid value: {found}, expected {expected}"))
    }
}

impl From<Refused> for RequestError {
    fn from(Refused { path, message }: Refused) -> Self {
        Self { path, message }
    }
}

/// One item of a tape.
enum Token<'de> {
    Null,
    Bool(bool),
    Int(i32),
    Float(f64),
    Text(&'de str),
    Seq(u32),
    Map(u32),
}

struct Reader<'de> {
    tape: Tape<'de>,
    at: usize,
}

impl<'de> Reader<'de> {
    fn peek(&self) -> Option<u32> {
        self.tape.bytes.get(self.at..)?.first_chunk().copied().map(u32::from_le_bytes)
    }

    fn word(&mut self) -> Result<u32, Refused> {
        let word = self.peek().ok_or_else(torn)?;
        self.at += 4;
        Ok(word)
    }

    fn next(&mut self) -> Result<Token<'de>, Refused> {
        let word = self.word()?;
        let load = word >> 4;
        match word & 15 {
            NULL => Ok(Token::Null),
            FALSE => Ok(Token::Bool(false)),
            TRUE => Ok(Token::Bool(true)),
            INT => Ok(Token::Int(word.cast_signed() >> 4)),
            FLOAT => {
                let (low, high) = (self.word()?, self.word()?);
                Ok(Token::Float(f64::from_bits((u64::from(high) << 32) | u64::from(low))))
            }
            TEXT => {
                let bytes = self.tape.bytes.get(self.at..).and_then(|rest| rest.get(..load as usize)).ok_or_else(torn)?;
                self.at += bytes.len().next_multiple_of(4);
                std::str::from_utf8(bytes).map(Token::Text).map_err(|_| torn())
            }
            SEQ => Ok(Token::Seq(load)),
            MAP => Ok(Token::Map(load)),
            _ => Err(torn()),
        }
    }

    fn skip(&mut self) -> Result<(), Refused> {
        match self.next()? {
            Token::Seq(count) => (0..count).try_for_each(|_| self.skip()),
            Token::Map(count) => (0..count).try_for_each(|_| self.skip().and_then(|()| self.skip())),
            _ => Ok(()),
        }
    }

    fn key(&mut self) -> Result<&'de str, Refused> {
        match self.next()? {
            Token::Text(key) => Ok(key),
            _ => Err(torn()),
        }
    }
}

/// Only when `tape.js` and this file do not fit together.
fn torn() -> Refused {
    serde::de::Error::custom("the tape is torn")
}

impl Token<'_> {
    #[cold]
    #[inline(never)]
    fn instead_of(&self, expected: &dyn Expected) -> Refused {
        let found = match self {
            Self::Null => Unexpected::Unit,
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::Int(value) => Unexpected::Signed((*value).into()),
            Self::Float(value) => Unexpected::Float(*value),
            Self::Text(value) => Unexpected::Str(value),
            Self::Seq(_) => Unexpected::Seq,
            Self::Map(_) => Unexpected::Map,
        };
        serde::de::Error::invalid_type(found, expected)
    }
}

/// Kinds that are read as another one.
macro_rules! read_as {
    ($other:ident: $($kind:ident)+) => {
        $(
            fn $kind<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
                self.$other(visitor)
            }
        )+
    };
}

/// Each kind of value asks for its own kind of token: with one way for all, every type would carry the code for all
/// kinds.
impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Token::Null => visitor.visit_unit(),
            Token::Bool(value) => visitor.visit_bool(value),
            Token::Int(value) => visitor.visit_i64(value.into()),
            Token::Float(value) => visitor.visit_f64(value),
            Token::Text(value) => visitor.visit_borrowed_str(value),
            Token::Seq(left) => visitor.visit_seq(Elements { reader: self, left, at: 0 }),
            Token::Map(left) => visitor.visit_map(Fields { reader: self, left, key: "" }),
        }
    }

    read_as! { deserialize_i64: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }
    read_as! { deserialize_str: deserialize_string deserialize_identifier }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Token::Bool(value) => visitor.visit_bool(value),
            token => Err(token.instead_of(&visitor)),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        /// Beyond it, JavaScript itself has no whole numbers.
        const WHOLE: f64 = 9_007_199_254_740_992.0;
        match self.next()? {
            Token::Int(value) => visitor.visit_i64(value.into()),
            #[expect(clippy::cast_possible_truncation, reason = "it is whole and within reach")]
            Token::Float(value) if value.fract() == 0.0 && value.abs() < WHOLE => visitor.visit_i64(value as i64),
            token => Err(token.instead_of(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Token::Text(value) => visitor.visit_borrowed_str(value),
            token => Err(token.instead_of(&visitor)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Token::Seq(left) => visitor.visit_seq(Elements { reader: self, left, at: 0 }),
            token => Err(token.instead_of(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Token::Map(left) => visitor.visit_map(Fields { reader: self, left, key: "" }),
            token => Err(token.instead_of(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if self.peek() == Some(NULL) {
            self.at += 4;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.next()? {
            Token::Text(word) => visitor.visit_enum(word.into_deserializer()),
            token => Err(token.instead_of(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct struct tuple tuple_struct
    }
}

struct Elements<'a, 'de> {
    reader: &'a mut Reader<'de>,
    left: u32,
    at: u32,
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if self.at == self.left {
            return Ok(None);
        }
        let at = self.at;
        self.at += 1;
        seed.deserialize(&mut *self.reader).map(Some).map_err(|refused| refused.within(&format!("[{at}]")))
    }

    fn size_hint(&self) -> Option<usize> {
        usize::try_from(self.left - self.at).ok()
    }
}

struct Fields<'a, 'de> {
    reader: &'a mut Reader<'de>,
    left: u32,
    key: &'de str,
}

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.key = self.reader.key()?;
        let key = BorrowedStrDeserializer::new(self.key);
        seed.deserialize(key).map(Some).map_err(|refused: Refused| refused.within(self.key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(&mut *self.reader).map_err(|refused| refused.within(self.key))
    }
}
