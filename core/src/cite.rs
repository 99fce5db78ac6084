//! Where a statement comes from: a document, a heading in it, and what it says in our own words.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::domain::Text;

/// One revision of one page of the documentation. Two revisions are two values, because a reader compares their dates.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Stable and short: `S002` for a primary page, `vnet-2024-11` for others.
    pub id: &'static str,
    /// The page's title, shortened.
    pub title: &'static str,
    /// The address at which the page is published today.
    pub url: &'static str,
    /// The page's own date, or that it has none.
    pub dated: Dated,
    /// The day on which we read this revision, `YYYY-MM-DD`.
    pub checked: &'static str,
    /// Whether it is one of the five primary pages.
    pub baseline: bool,
}

/// The date of a document, `YYYY-MM-DD`. A copy that has none gets none: a borrowed date would order it among revisions
/// that it may be older or newer than.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// The page's own date.
    On(&'static str),
    /// A copy without a date, and the day on which we read it.
    UndatedCopy(&'static str),
}

impl Dated {
    /// The page's own date, or the day on which the copy was read.
    pub const fn day(self) -> &'static str {
        match self {
            Self::On(day) | Self::UndatedCopy(day) => day,
        }
    }

    /// Whether the page has no date of its own.
    pub const fn is_undated(self) -> bool {
        matches!(self, Self::UndatedCopy(_))
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => f.write_str(day),
            Self::UndatedCopy(day) => write!(f, "undated copy, read {day}"),
        }
    }
}

/// A statement of a page, restated.
#[derive(Debug, PartialEq, Eq)]
pub struct Citation {
    /// Unique; starts with the id of the page: `S002.expected-downtime`.
    pub id: &'static str,
    /// The revision that says it.
    pub page: &'static Page,
    /// The heading above the statement.
    pub heading: &'static str,
    /// The statement in our own words, never a sentence of the page.
    pub says: &'static str,
}

/// A value with its citation, and the values of later revisions.
///
/// The value is the one of the primary page, even if a later revision differs: the caller must show both.
/// [`Cited::latest`] is for calculations that must not use the older value.
#[derive(Debug, Clone, Copy)]
pub struct Cited<T: 'static> {
    /// The value of the primary page.
    pub value: T,
    /// The citation of that value.
    pub by: &'static Citation,
    /// The values of later revisions, oldest first; empty if they agree.
    pub later: &'static [Revision<T>],
}

/// The value of a later revision of a page.
#[derive(Debug, Clone, Copy)]
pub struct Revision<T> {
    /// The newer value.
    pub value: T,
    /// The citation of that value.
    pub by: &'static Citation,
}

impl<T: Copy> Cited<T> {
    /// A value on which all revisions agree.
    pub const fn new(value: T, by: &'static Citation) -> Self {
        Self { value, by, later: &[] }
    }

    /// The value of the newest revision.
    pub fn latest(&self) -> T {
        self.later.last().map_or(self.value, |revision| revision.value)
    }

    /// The citation of the primary page and those of the later revisions.
    pub fn sources(&self) -> Sources {
        if self.later.is_empty() {
            return Sources::from(self.by);
        }
        Sources(Cow::Owned(std::iter::once(self.by).chain(self.later.iter().map(|revision| revision.by)).collect()))
    }
}

/// The citations that a statement rests on. Serialised as their ids; the plan's list of sources says what the ids mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources(Cow<'static, [&'static Citation]>);

impl Sources {
    /// No citation: the statement restates an answer.
    pub const NONE: Self = Self(Cow::Borrowed(&[]));

    /// A list that is known at compile time.
    pub const fn listed(citations: &'static [&'static Citation]) -> Self {
        Self(Cow::Borrowed(citations))
    }

    /// The citations in order of weight.
    pub fn iter(&self) -> impl Iterator<Item = &'static Citation> + '_ {
        self.0.iter().copied()
    }

    /// Whether there is no citation.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These citations, followed by those of `more` that are not among them.
    #[must_use]
    pub fn and(mut self, more: &Self) -> Self {
        for citation in more.iter() {
            if !self.0.contains(&citation) {
                self.0.to_mut().push(citation);
            }
        }
        self
    }
}

impl From<&'static Citation> for Sources {
    fn from(citation: &'static Citation) -> Self {
        Self(Cow::Owned(vec![citation]))
    }
}

impl Serialize for Sources {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|citation| citation.id))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Sources {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Sources".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "array", "items": { "type": "string" } })
    }
}

/// A sentence and the citations it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// A full sentence in our own words.
    pub text: Text,
    /// Ids of citations; empty if it restates an answer.
    pub sources: Sources,
}

/// A citation, written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The id that statements refer to.
    pub id: &'static str,
    /// The id of the revision, shared by all citations from it.
    pub page: &'static str,
    /// The page's title.
    pub title: &'static str,
    /// The heading on the page.
    pub heading: &'static str,
    /// The statement in our own words.
    pub says: &'static str,
    /// The address of the page.
    pub url: &'static str,
    /// The page's own date; of an undated copy, the day on which we read it.
    pub dated: &'static str,
    /// The page is a copy without a date of its own. Left out where it has one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// The day on which we read it.
    pub checked: &'static str,
    /// One of the five primary pages.
    pub baseline: bool,
}

impl Source {
    /// The date of the page.
    pub const fn date(&self) -> Dated {
        if self.undated { Dated::UndatedCopy(self.dated) } else { Dated::On(self.dated) }
    }
}

impl From<&'static Citation> for Source {
    fn from(citation: &'static Citation) -> Self {
        let page = citation.page;
        Self {
            id: citation.id,
            page: page.id,
            title: page.title,
            heading: citation.heading,
            says: citation.says,
            url: page.url,
            dated: page.dated.day(),
            undated: page.dated.is_undated(),
            checked: page.checked,
            baseline: page.baseline,
        }
    }
}

/// A sentence and its citations.
pub(crate) fn say(text: impl Into<Text>, sources: &'static [&'static Citation]) -> Statement {
    Statement { text: text.into(), sources: Sources::listed(sources) }
}

/// Documentation that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Disagreement {
    /// Stable id; kebab-case.
    pub id: &'static str,
    /// Completes "Documentation differs on …".
    pub about: &'static str,
    /// The statements, oldest first; copies without a date last.
    pub sides: Vec<Side>,
    /// The one that the plan uses, and why: a sentence.
    pub used: Text,
}

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Side {
    /// The statement in our own words.
    pub says: Text,
    /// Its citation.
    #[serde(serialize_with = "citation_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub source: &'static Citation,
}

/// A side as it is declared.
pub(crate) type DeclaredSide = (&'static Citation, fn() -> Text);

/// A disagreement as it is declared: the sentences are written from the facts, so that none holds a typed figure.
pub(crate) struct Differing {
    pub(crate) id: &'static str,
    pub(crate) about: &'static str,
    pub(crate) sides: &'static [DeclaredSide],
    pub(crate) used: fn() -> Text,
}

impl Differing {
    /// The disagreement as a plan shows it.
    pub(crate) fn written(&self) -> Disagreement {
        let side = |(source, says): &DeclaredSide| Side { says: says(), source };
        Disagreement { id: self.id, about: self.about, sides: self.sides.iter().map(side).collect(), used: (self.used)() }
    }
}

/// Serialises a citation as its id.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference to the field")]
pub(crate) fn citation_id<S: serde::Serializer>(citation: &&'static Citation, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(citation.id)
}

/// A static list of citations: references to statics are promoted to `'static` only in a constant.
macro_rules! by {
    ($($citation:path),* $(,)?) => {
        const { &[$(&$citation),*] as &'static [&'static $crate::cite::Citation] }
    };
}
pub(crate) use by;
