//! Numbers, layouts and regions as people say them.

use crate::decide::LocationDecision;
use crate::model::{Location, Text, ZoneLayout};

/// `1 unit`, `6 units`.
pub(crate) fn units(count: u32) -> String {
    format!("{count} {}", if count == 1 { "unit" } else { "units" })
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
pub(crate) fn layout_in_words(layout: ZoneLayout, count: u32) -> String {
    let count = units(count);
    match layout {
        ZoneLayout::Automatic {} => format!("{count}, spread by Azure"),
        ZoneLayout::Zonal {} => format!("{count} in one zone"),
        ZoneLayout::Redundant { zones } if zones.get() == 2 => format!("{count} over two zones"),
        ZoneLayout::Redundant { .. } => format!("{count} over three zones"),
    }
}

/// The region as people write it; a region that no list names keeps its normalised name.
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
