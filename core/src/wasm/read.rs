//! What JavaScript wrote on a tape (`www/npm/tape.js`), as something that is given to be read.

use super::{FALSE, FLOAT, INT, MAP, NULL, SEQ, TEXT, TRUE};
use crate::domain::given::{ReadEntry, ReadItem, whole};
use crate::domain::{Given, Kind, Read, RequestError};

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
    pub(super) fn read<T: Read>(self) -> Result<T, RequestError> {
        T::read(&At { tape: self, at: 0 })
    }

    /// The elements of the array at the start, each on its own: one that is refused leaves the others be.
    pub(super) fn read_each<T: Read>(self) -> Result<impl Iterator<Item = Result<T, RequestError>>, RequestError> {
        let list = At { tape: self, at: 0 };
        if list.kind() != Kind::List {
            return Err(RequestError::here("expected an array"));
        }
        let mut next = list.first();
        Ok((0..list.load()).map(move |_| {
            let element = next;
            next = element.after();
            T::read(&element)
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
}

impl Given for At<'_> {
    fn kind(&self) -> Kind<'_> {
        // Nothing stands behind the end of a tape that is torn: `tape.js` and this file do not fit together then.
        let word = self.word(0).unwrap_or(NULL);
        match word & 15 {
            FALSE => Kind::Bool(false),
            TRUE => Kind::Bool(true),
            INT => Kind::Whole((word.cast_signed() >> 4).into()),
            FLOAT => match (self.word(1), self.word(2)) {
                (Some(low), Some(high)) => {
                    whole(f64::from_bits((u64::from(high) << 32) | u64::from(low))).map_or(Kind::Number, Kind::Whole)
                }
                (_, _) => Kind::Null,
            },
            TEXT => self.text().map_or(Kind::Null, Kind::Text),
            SEQ => Kind::List,
            MAP => Kind::Object,
            _ => Kind::Null,
        }
    }

    fn items(&self, read: &mut ReadItem<'_>) -> Result<(), RequestError> {
        let mut next = self.first();
        for _ in 0..self.load() {
            read(&next)?;
            next = next.after();
        }
        Ok(())
    }

    fn entries(&self, read: &mut ReadEntry<'_>) -> Result<(), RequestError> {
        let mut key = self.first();
        for _ in 0..self.load() {
            let value = key.after();
            let name = key.text().ok_or_else(|| RequestError::here("the tape is torn"))?;
            read(name, &value)?;
            key = value.after();
        }
        Ok(())
    }
}
