//! A description as a tree. Borrows from the text what it can: a fleet of a
//! hundred thousand instances is mostly keys and words that are not kept.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::around::Reference;
use super::words;
use crate::domain::Text;
use crate::domain::whole::whole;

/// A value of a description. Keys keep their order and their casing.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node<'t> {
    Null,
    Bool(bool),
    Int(i64),
    /// A number with a fraction, or a very large one: a measured value, never a count.
    Float(f64),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    Map(Vec<NodeEntry<'t>>),
    /// Worked out with the default value of a template's parameter.
    Default(Box<Self>),
    /// A template's expression that cannot be worked out.
    Unread(Unread),
}

/// A key and its value.
pub(super) type NodeEntry<'t> = (Cow<'t, str>, Node<'t>);

/// Why an expression cannot be worked out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unread {
    /// For the reader.
    pub(super) why: Text,
    /// Whatever it is, it is not nothing: an id, a name, an address.
    pub(super) something: bool,
    /// It ends as the host names that Azure gives.
    pub(super) default_host: bool,
    /// The resource that `resourceId()` names.
    pub(super) refers: Option<Reference>,
}

impl<'t> Node<'t> {
    /// The value itself, and whether a default was used for it.
    pub(super) fn plain(&self) -> (&Self, bool) {
        match self {
            Self::Default(node) => (node.plain().0, true),
            other => (other, false),
        }
    }

    /// The value of a key, whatever its casing, and with or without underscores. A stated value goes before an empty one.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let mut found = None;
        for (name, value) in self.entries() {
            if words::same_key(name, key) && (found.is_none() || !value.is_blank()) {
                found = Some(value);
            }
        }
        found
    }

    /// The entries of a map; nothing for other values.
    pub(super) fn entries(&self) -> &[NodeEntry<'t>] {
        match self.plain().0 {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list. A list of one is sometimes written as the one, and
    /// Windows `PowerShell` wraps lists into `{ "value": [...], "Count": n }`.
    pub(super) fn items(&self) -> &[Self] {
        match self.plain().0 {
            Self::List(items) => items,
            Self::Null => &[],
            Self::Map(entries) if entries.len() == 2 && self.get("count").is_some() => match self.get("value") {
                Some(Self::List(items)) => items,
                _ => std::slice::from_ref(self),
            },
            _ => std::slice::from_ref(self),
        }
    }

    /// The text of a text.
    pub(super) fn text(&self) -> Option<&str> {
        match self.plain().0 {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A measured value.
    pub(super) fn number(&self) -> Option<f64> {
        match self.plain().0 {
            Self::Int(number) => i32::try_from(*number).ok().map(f64::from),
            Self::Float(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Missing, null and empty all mean "not stated".
    pub(super) fn is_blank(&self) -> bool {
        match self.plain().0 {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
            Self::Bool(_) | Self::Int(_) | Self::Float(_) | Self::Default(_) | Self::Unread(_) => false,
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

/// Any value. What serde derives for an enum without tags would copy every text.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Int(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(i64::try_from(value).map_or(Node::Float(f64::INFINITY), Node::Int))
    }

    /// Some tools write `1.0` for a whole number.
    fn visit_f64<E>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(whole(value).map_or(Node::Float(value), Node::Int))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some((BorrowedKey(key), value)) = map.next_entry()? {
            entries.push((key, value));
        }
        Ok(Node::Map(entries))
    }
}

/// A key that borrows: `Cow` alone is always deserialised into a `String` of its own.
#[derive(Deserialize)]
#[serde(transparent)]
struct BorrowedKey<'t>(#[serde(borrow)] Cow<'t, str>);
