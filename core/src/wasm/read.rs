//! What JavaScript wrote on a tape (`www/npm/tape.js`), as something that is given to be read.

use super::{FALSE, FLOAT, INT, MAP, NULL, SEQ, TEXT, TRUE};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::{RequestError, read_tree};

/// What JavaScript wrote: words of four bytes, and texts between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tape<'t> {
    bytes: &'t [u8],
}

impl<'t> Tape<'t> {
    pub(super) fn new(bytes: &'t [u8]) -> Self {
        Self { bytes }
    }

    /// The value at the start.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<T, RequestError> {
        read_tree(At { tape: self, at: 0 }.value())
    }

    /// The elements of the array at the start, each on its own: one that is refused leaves the others be.
    pub(super) fn read_each<T: DeserializeOwned>(self) -> Result<impl Iterator<Item = Result<T, RequestError>>, RequestError> {
        let list = At { tape: self, at: 0 };
        if list.tag() != SEQ {
            return Err(RequestError { path: String::new(), message: "expected an array".to_owned() });
        }
        let mut next = list.first();
        Ok((0..list.load()).map(move |_| {
            let element = next;
            next = element.after();
            read_tree(element.value())
        }))
    }
}

/// A value on a tape. The lowest four bits of its first word say what it is.
#[derive(Clone, Copy)]
struct At<'t> {
    tape: Tape<'t>,
    /// In words.
    at: usize,
}

impl<'t> At<'t> {
    fn word(&self, after: usize) -> Option<u32> {
        let from = (self.at + after) * 4;
        let bytes = self.tape.bytes.get(from..from + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    fn load(&self) -> u32 {
        self.word(0).unwrap_or_default() >> 4
    }

    /// What a list or an object holds first.
    fn first(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    /// What stands behind this value.
    fn after(self) -> Self {
        let inside = match self.word(0).map_or(NULL, |word| word & 15) {
            TEXT => return Self { at: self.at + 1 + (self.load() as usize).div_ceil(4), ..self },
            FLOAT => return Self { at: self.at + 3, ..self },
            SEQ => self.load(),
            MAP => self.load().saturating_mul(2),
            _ => 0,
        };
        // Behind the end there is nothing to be counted: a torn tape must not be walked for ever.
        (0..inside).try_fold(self.first(), |next, _| next.word(0).map(|_| next.after())).unwrap_or_else(|| self.end())
    }

    fn end(self) -> Self {
        Self { at: self.tape.bytes.len(), ..self }
    }

    fn text(&self) -> Option<&'t str> {
        let from = (self.at + 1) * 4;
        std::str::from_utf8(self.tape.bytes.get(from..from + self.load() as usize)?).ok()
    }

    fn tag(&self) -> u32 {
        self.word(0).map_or(NULL, |word| word & 15)
    }

    fn value(&self) -> Value {
        match self.tag() {
            FALSE => Value::Bool(false),
            TRUE => Value::Bool(true),
            INT => (self.word(0).unwrap_or_default().cast_signed() >> 4).into(),
            FLOAT => match (self.word(1), self.word(2)) {
                (Some(low), Some(high)) => f64::from_bits((u64::from(high) << 32) | u64::from(low)).into(),
                (_, _) => Value::Null,
            },
            TEXT => self.text().into(),
            SEQ => {
                let mut next = self.first();
                let mut items = Vec::new();
                for _ in 0..self.load() {
                    items.push(next.value());
                    next = next.after();
                }
                Value::Array(items)
            }
            MAP => {
                let mut key = self.first();
                let mut fields = Map::new();
                for _ in 0..self.load() {
                    let value = key.after();
                    fields.insert(key.text().unwrap_or_default().to_owned(), value.value());
                    key = value.after();
                }
                Value::Object(fields)
            }
            _ => Value::Null,
        }
    }
}
