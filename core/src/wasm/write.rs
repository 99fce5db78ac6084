//! From a value to a tape that JavaScript reads (`www/npm/tape.js`).
//!
//! A plan is mostly sentences that were known when this was compiled. They are
//! written as their place in memory, which JavaScript reads once and keeps;
//! only what carries the reader's own numbers travels as text. Objects are
//! written without their keys: JavaScript has a maker for each shape, made from
//! the same types when the package is built.

use serde::ser::{self, Serialize, Serializer};

use super::{ABSENT, FALSE, FLOAT, INT, MAP, NULL, SEQ, SOURCE, STATIC, STRUCT, TEXT, TRUE};

/// Never, with the types of this crate: they have no key but a string.
#[derive(Debug)]
pub(super) struct Unwritable(String);

impl std::fmt::Display for Unwritable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// A value on tape: place and length of its texts, in bytes; where constant texts begin; then the value. Words, not bytes: copying four bytes at a
/// time, which a call of the engine's own does in wasm, was a fifth of a plan.
#[derive(Debug, Default)]
pub(super) struct Tape {
    words: Vec<u32>,
    /// Where the next one goes: what lies behind is of an earlier tape.
    at: usize,
    text: String,
}

impl Tape {
    pub(super) const fn new() -> Self {
        Self { words: Vec::new(), at: 0, text: String::new() }
    }

    /// Writes a value over what was there before.
    pub(super) fn write(&mut self, value: &impl Serialize) -> Result<(), Unwritable> {
        self.at = 0;
        self.text.clear();
        for first in [0, 0, word(constants().start)] {
            self.push(first);
        }
        value.serialize(&mut *self)?;
        self.set(0, word(self.text.as_ptr().addr()));
        self.set(1, word(self.text.len()));
        Ok(())
    }

    pub(super) fn place(&self) -> *const u32 {
        self.words.as_ptr()
    }

    #[expect(clippy::inline_always, reason = "five thousand words a plan; as a call, it is a tenth of the module's part")]
    #[inline(always)]
    fn push(&mut self, word: u32) {
        match self.words.get_mut(self.at) {
            Some(place) => {
                *place = word;
                self.at += 1;
            }
            None => self.enlarge(word),
        }
    }

    #[cold]
    #[inline(never)]
    fn enlarge(&mut self, word: u32) {
        self.words.resize((self.at * 2).max(1 << 12), 0);
        self.set(self.at, word);
        self.at += 1;
    }

    fn tagged(&mut self, tag: u32, load: usize) {
        self.push(tag | (word(load) << 4));
    }

    /// Starts an array or a map whose length is known at its end.
    fn open(&mut self) -> usize {
        let at = self.at;
        self.push(0);
        at
    }

    fn close(&mut self, at: usize, tag: u32, count: usize) {
        self.set(at, tag | (word(count) << 4));
    }

    fn set(&mut self, at: usize, value: u32) {
        if let Some(place) = self.words.get_mut(at) {
            *place = value;
        }
    }

    /// A call: it stands in as many places as there are fields that may be absent.
    #[inline(never)]
    fn absent(&mut self) {
        self.push(ABSENT);
    }

    /// The load for a text that never changes and is neither too long nor too far off.
    #[expect(clippy::inline_always, reason = "two thirds of a plan are such texts; a call would cost as much as the rest")]
    #[inline(always)]
    fn constant(text: &str) -> Option<u32> {
        let constants = constants();
        let distance = text.as_ptr().addr().wrapping_sub(constants.start);
        let fits = distance < constants.len().min(1 << 20) && text.len() < 1 << 8;
        fits.then(|| word(distance << 8 | text.len()))
    }

    fn text(&mut self, text: &str) {
        // Measured as JavaScript measures strings: in units of UTF-16.
        let length = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.text.push_str(text);
        self.tagged(TEXT, length);
    }

    fn int(&mut self, value: i64) {
        const REACH: i64 = 1 << 27;
        match i32::try_from(value) {
            Ok(small) if (-REACH..REACH).contains(&value) => self.push(INT | (small << 4).cast_unsigned()),
            #[expect(clippy::cast_precision_loss, reason = "numbers of JavaScript are no wider")]
            _ => self.float(value as f64),
        }
    }

    fn float(&mut self, value: f64) {
        let bits = value.to_bits();
        self.push(FLOAT);
        // The lower half first, as JavaScript's Float64Array has it.
        #[expect(clippy::cast_possible_truncation, reason = "each half is taken by itself")]
        for half in [bits, bits >> 32] {
            self.push(half as u32);
        }
    }
}

/// Sizes and places are of 32 bits where this runs.
fn word(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Where the texts begin that are part of the module and never change. They end where the heap begins; the stack lies
/// before them.
#[cfg(target_family = "wasm")]
fn constants() -> std::ops::Range<usize> {
    #[expect(unsafe_code, reason = "places set by the linker; only their addresses are taken")]
    unsafe extern "C" {
        safe static __global_base: u8;
        safe static __heap_base: u8;
    }
    (&raw const __global_base).addr()..(&raw const __heap_base).addr()
}

#[cfg(not(target_family = "wasm"))]
fn constants() -> std::ops::Range<usize> {
    0..0
}

impl<'a> Serializer for &'a mut Tape {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Many<'a>;
    type SerializeTuple = Many<'a>;
    type SerializeTupleStruct = Many<'a>;
    type SerializeTupleVariant = Many<'a>;
    type SerializeMap = Many<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Many<'a>;

    /// Sources are written as their ids.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.push(if value { TRUE } else { FALSE });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        self.int(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of JavaScript are no wider")]
        match i64::try_from(value) {
            Ok(value) => self.int(value),
            Err(_) => self.float(value as f64),
        }
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritable> {
        self.float(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        match Tape::constant(value) {
            Some(load) => self.push(STATIC | load << 4),
            None => self.text(value),
        }
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.push(NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritable> {
        variant.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Unwritable> {
        if name == "SourceId" {
            self.push(SOURCE);
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.tagged(MAP, 1);
        variant.serialize(&mut *self)?;
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Many<'a>, Unwritable> {
        Ok(Many { at: self.open(), tape: self, tag: SEQ, count: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Many<'a>, Unwritable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Many<'a>, Unwritable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Many<'a>, Unwritable> {
        self.tagged(MAP, 1);
        variant.serialize(&mut *self)?;
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Many<'a>, Unwritable> {
        Ok(Many { at: self.open(), tape: self, tag: MAP, count: 0 })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'a>, Unwritable> {
        let load = Tape::constant(name).ok_or_else(|| ser::Error::custom(name))?;
        self.push(STRUCT | load << 4);
        Ok(Fields { tape: self })
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Many<'a>, Unwritable> {
        self.tagged(MAP, 1);
        variant.serialize(&mut *self)?;
        self.serialize_map(None)
    }
}

/// An array or a map that is being written.
pub(super) struct Many<'a> {
    tape: &'a mut Tape,
    at: usize,
    tag: u32,
    count: usize,
}

impl Many<'_> {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.count += 1;
        value.serialize(&mut *self.tape)
    }

    fn close(self) {
        self.tape.close(self.at, self.tag, self.count);
    }
}

impl ser::SerializeSeq for Many<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.add(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Many<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.add(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTupleStruct for Many<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.add(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTupleVariant for Many<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.add(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Many<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        key.serialize(&mut *self.tape)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.add(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStructVariant for Many<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
        key.serialize(&mut *self.tape)?;
        self.add(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

/// An object of a shape that JavaScript knows: its fields in their order, the absent ones marked.
pub(super) struct Fields<'a> {
    tape: &'a mut Tape,
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.tape)
    }

    fn skip_field(&mut self, _: &'static str) -> Result<(), Unwritable> {
        self.tape.absent();
        Ok(())
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}
