//! Numbers, layouts, regions and durations in words.

use std::fmt;

use crate::decide::LocationDecision;
use crate::domain::{Location, Minutes, Text, ZoneLayout};

/// `1 unit`, `6 units`, written without an intermediate string.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count(u32);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, if self.0 == 1 { "unit" } else { "units" })
    }
}

/// `1 unit`, `6 units`.
pub(crate) const fn units(count: u32) -> Count {
    Count(count)
}

/// A zone count as a word at the start of a sentence.
pub(crate) const fn number(zones: u32) -> &'static str {
    match zones {
        1 => "One",
        2 => "Two",
        _ => "Three",
    }
}

/// How often, as a word.
pub(crate) fn times(count: u32) -> Text {
    match count {
        1 => "once".into(),
        2 => "twice".into(),
        more => format!("{more} times").into(),
    }
}

/// `6 units over three zones`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LayoutInWords(ZoneLayout, Count);

impl fmt::Display for LayoutInWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.0 {
            ZoneLayout::Automatic {} => ", spread by Azure",
            ZoneLayout::Zonal {} => " in one zone",
            ZoneLayout::Redundant { zones } if zones.get() == 2 => " over two zones",
            ZoneLayout::Redundant { .. } => " over three zones",
        };
        write!(f, "{}{how}", self.1)
    }
}

/// `6 units over three zones`.
pub(crate) const fn layout_in_words(layout: ZoneLayout, count: u32) -> LayoutInWords {
    LayoutInWords(layout, units(count))
}

/// The display name of the region; a region that no list contains keeps its normalised name.
pub(crate) fn title(location: &Location, decided: &LocationDecision) -> Text {
    match decided.region {
        Some(region) => region.title.into(),
        None => location.name.as_str().to_owned().into(),
    }
}

/// `A`, `A and B`, `A, B and C`.
pub(crate) fn joined<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// Minutes in words.
pub(crate) fn span(minutes: Minutes) -> Text {
    match minutes {
        0 => "0 minutes".into(),
        1 => "1 minute".into(),
        minutes if minutes >= 120 && minutes.is_multiple_of(60) => format!("{} hours", minutes / 60).into(),
        minutes => format!("{minutes} minutes").into(),
    }
}

/// `15 to 45 minutes`.
pub(crate) fn range(from: Minutes, to: Minutes) -> Text {
    format!("{from} to {}", span(to)).into()
}

/// `1 IP address`, `6 IP addresses`.
pub(crate) fn addresses(count: u32) -> Text {
    match count {
        1 => "1 IP address".into(),
        count => format!("{count} IP addresses").into(),
    }
}
