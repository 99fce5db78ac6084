//! A request as a short code for links, and back.
//!
//! The code holds the answers and nothing that names anybody: the instance's name, resource group, subscription and
//! addresses are left out, and so is the day. It consists of letters, digits and `-._~` only, so no address bar, chat
//! or mail program has a reason to change it; the last three signs tell when one did.

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::{Map, Value};

use crate::domain::{PlanRequest, RequestError, read_tree};

/// A code that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It begins with the sign of rules that this version does not know.
    #[error("the code is of another version of apim-plan")]
    Version,
    /// A part is missing, or something was changed on the way.
    #[error("the code is incomplete or was changed on the way")]
    Damaged,
    /// It is whole, but an answer in it is none.
    #[error("{0}")]
    Refused(RequestError),
}

/// The first sign of a code. Another one whenever a code of today could be read as something else.
const VERSION: char = '1';

/// Every key a request can have, each written as one letter. Only ever added to, at the end.
static KEYS: [&str; 49] = [
    "cloud",
    "tier",
    "platform",
    "createdOn",
    "updatedOn",
    "updatedWith",
    "tool",
    "apiVersion",
    "vnet",
    "customDomains",
    "customDomainRecord",
    "dnsChangeMinutes",
    "firewall",
    "ipDependencies",
    "modifyInstance",
    "downtimeAllowed",
    "nonBusinessHours",
    "validateFirst",
    "newSubnet",
    "returnToOriginalSubnet",
    "keyVaultBlocked",
    "specialVnetConditions",
    "selfHostedGateways",
    "autoscale",
    "minimum",
    "maximum",
    "step",
    "goals",
    "surviveZoneLoss",
    "surviveRegionLoss",
    "locations",
    "name",
    "units",
    "unitsNeeded",
    "zones",
    "kind",
    "publicIp",
    "new",
    "capacityPercent",
    "targetPercent",
    "share",
    "subnet",
    "prefix",
    "availableAddresses",
    "otherInstances",
    "delegated",
    "locked",
    "networkSecurityGroup",
    "serviceEndpoints",
];

/// Every word an answer can be, each written as `-` and one letter. Only ever added to, at the end.
static WORDS: [&str; 28] = [
    "global",
    "government",
    "china",
    "consumption",
    "developer",
    "basic",
    "standard",
    "premium",
    "isolated",
    "basicV2",
    "standardV2",
    "premiumV2",
    "stv1",
    "stv2",
    "stv2.1",
    "mtv1",
    "portal",
    "api",
    "none",
    "external",
    "internal",
    "cname",
    "a",
    "rules",
    "forcedTunnel",
    "automatic",
    "zonal",
    "redundant",
];

const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Requests are nowhere deeper than a subnet in a location in the list: a code that is deeper was made up.
const DEEPEST: u8 = 6;

/// The answers as a code for links. Names, ids, addresses and the day are not in it.
pub fn encode(request: &PlanRequest) -> String {
    let mut writer = Writer { code: String::from(VERSION), at: Place::Top };
    // A request is a struct of plain fields: writing it cannot fail.
    let _ = anonymous(request.clone()).serialize(&mut writer);
    let check = check(&writer.code);
    writer.code + &check
}

/// The answers that a code holds.
///
/// # Errors
/// Tells a code of another version from a damaged one, and names the answer that is none.
pub fn decode(code: &str) -> Result<PlanRequest, DecodeError> {
    read_tree(answers(code)?).map(anonymous).map_err(DecodeError::Refused)
}

/// What a code says, not yet looked at. Nothing that [`encode`] leaves out can be written in a code, but by hand.
fn answers(code: &str) -> Result<Value, DecodeError> {
    let code = code.trim();
    if !code.starts_with(VERSION) {
        let is_code = code.starts_with(|sign: char| sign.is_ascii_digit());
        return Err(if is_code { DecodeError::Version } else { DecodeError::Damaged });
    }
    let (body, found) = code.len().checked_sub(CHECK).and_then(|at| code.split_at_checked(at)).ok_or(DecodeError::Damaged)?;
    if body.is_empty() || check(body) != found {
        return Err(DecodeError::Damaged);
    }
    let mut reader = Reader { rest: body.get(1..).unwrap_or_default() };
    reader.fields(0).filter(|_| reader.rest.is_empty()).ok_or(DecodeError::Damaged)
}

/// Without what names somebody, and without the day.
fn anonymous(mut request: PlanRequest) -> PlanRequest {
    request.name = None;
    request.resource_group = None;
    request.subscription_id = None;
    request.as_of = None;
    for location in &mut request.locations {
        location.precreated_ip = None;
    }
    request
}

/// Where an object stands that is written next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the whole request.
    Top,
    /// Under a key: `_fields.`
    Field,
    /// In a list: `fields.`
    Item,
}

/// Writes answers: `y` `n`, digits, `-` and the letter of a word, `~text~`, `_fields.`, `__fields.fields..`.
struct Writer {
    code: String,
    at: Place,
}

/// Nothing that a request consists of.
#[derive(Debug)]
struct Unwritable;

impl std::fmt::Display for Unwritable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this is no part of a request")
    }
}

impl std::error::Error for Unwritable {}

impl serde::ser::Error for Unwritable {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What a request has none of.
macro_rules! unwritable {
    ($($kind:ident($($of:ty),*) -> $result:ty;)+) => {
        $(
            fn $kind(self $(, _: $of)*) -> Result<$result, Unwritable> {
                Err(Unwritable)
            }
        )+
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = List<'w>;
    type SerializeStruct = Fields<'w>;
    type SerializeTuple = Impossible<(), Unwritable>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Impossible<(), Unwritable>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.code.push(if value { 'y' } else { 'n' });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.code.push_str(&value.to_string());
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Unwritable> {
        match letter_of(&WORDS, text) {
            Some(letter) => self.code.extend(['-', letter]),
            None => write_text(&mut self.code, text),
        }
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), Unwritable> {
        self.serialize_str(word)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, Unwritable> {
        self.code.push_str("__");
        Ok(List(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'w>, Unwritable> {
        let at = std::mem::replace(&mut self.at, Place::Field);
        if at == Place::Field {
            self.code.push('_');
        }
        Ok(Fields { writer: self, at })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    unwritable! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Impossible<(), Unwritable>;
        serialize_tuple_struct(&'static str, usize) -> Impossible<(), Unwritable>;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Impossible<(), Unwritable>;
        serialize_map(Option<usize>) -> Impossible<(), Unwritable>;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Impossible<(), Unwritable>;
    }
}

struct List<'w>(&'w mut Writer);

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.0.at = Place::Item;
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.0.code.push('.');
        Ok(())
    }
}

struct Fields<'w> {
    writer: &'w mut Writer,
    at: Place,
}

impl SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
        // A test holds every key of the vocabulary against the list.
        let letter = letter_of(&KEYS, key).ok_or(Unwritable)?;
        self.writer.code.push(letter);
        self.writer.at = Place::Field;
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Unwritable> {
        if self.at != Place::Top {
            self.writer.code.push('.');
        }
        Ok(())
    }
}

fn write_text(code: &mut String, text: &str) {
    code.push('~');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.' {
            code.push(char::from(byte));
        } else {
            code.push('_');
            code.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
        }
    }
    code.push('~');
}

fn letter_of(list: &[&str], word: &str) -> Option<char> {
    let at = list.iter().position(|each| *each == word)?;
    LETTERS.get(at).copied().map(char::from)
}

fn word_of<'a>(list: &[&'a str], letter: char) -> Option<&'a str> {
    let at = LETTERS.iter().position(|each| char::from(*each) == letter)?;
    list.get(at).copied()
}

/// What is left of a code. Every method is `None` at the first sign that fits nothing.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn sign(&mut self) -> Option<char> {
        let sign = self.rest.chars().next()?;
        self.rest = self.rest.get(sign.len_utf8()..)?;
        Some(sign)
    }

    fn skip(&mut self, sign: char) -> bool {
        let skipped = self.rest.strip_prefix(sign);
        self.rest = skipped.unwrap_or(self.rest);
        skipped.is_some()
    }

    /// As far as they go.
    fn fields(&mut self, depth: u8) -> Option<Value> {
        let mut fields = Map::new();
        while self.rest.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            let key = word_of(&KEYS, self.sign()?)?;
            let value = self.value(depth)?;
            if fields.insert(key.to_owned(), value).is_some() {
                return None;
            }
        }
        Some(Value::Object(fields))
    }

    fn value(&mut self, depth: u8) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        if self.rest.starts_with(|sign: char| sign.is_ascii_digit()) {
            let end = self.rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(self.rest.len());
            let (digits, rest) = self.rest.split_at_checked(end)?;
            self.rest = rest;
            return digits.parse::<u64>().ok().map(Value::from);
        }
        match self.sign()? {
            'y' => Some(Value::Bool(true)),
            'n' => Some(Value::Bool(false)),
            '-' => word_of(&WORDS, self.sign()?).map(Value::from),
            '~' => self.text().map(Value::String),
            '_' if self.skip('_') => {
                let mut items = Vec::new();
                while !self.skip('.') {
                    items.push(self.fields(depth + 1)?);
                    if !self.skip('.') {
                        return None;
                    }
                }
                Some(Value::Array(items))
            }
            '_' => {
                let fields = self.fields(depth + 1)?;
                self.skip('.').then_some(fields)
            }
            _ => None,
        }
    }

    fn text(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        loop {
            match self.sign()? {
                '~' => return String::from_utf8(bytes).ok(),
                '_' => {
                    let hex = self.rest.get(..2)?;
                    bytes.push(u8::from_str_radix(hex, 16).ok()?);
                    self.rest = self.rest.get(2..)?;
                }
                sign => bytes.push(u8::try_from(sign).ok().filter(u8::is_ascii)?),
            }
        }
    }
}

/// How many signs at the end hold the rest together.
const CHECK: usize = 3;

/// FNV-1a, folded into three letters: one change in a hundred thousand slips through.
fn check(code: &str) -> String {
    let hash = code.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let folded = usize::try_from(hash ^ (hash >> 16)).unwrap_or_default();
    let base = LETTERS.len();
    [folded, folded / base, folded / base / base]
        .into_iter()
        .filter_map(|digit| LETTERS.get(digit % base))
        .map(|letter| char::from(*letter))
        .collect()
}
