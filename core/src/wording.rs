//! Numbers, layouts, regions and durations in words.

use std::fmt;

use crate::cite::Dated;
use crate::decide::LocationDecision;
use crate::domain::{Day, Location, Minutes, RegionName, Text, ZoneLayout, ZoneSupport};
use crate::facts::regions;

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

/// A date that a page gives, for people: `19 Aug 2024`. A page without a date keeps its word for that.
pub(crate) fn date(written: &str) -> Text {
    written.parse().map_or_else(|_| written.to_owned().into(), day)
}

/// The date of a page for people; a copy that has none gets none.
pub(crate) fn dated(dated: Dated) -> Text {
    match dated {
        Dated::On(day) => date(day),
        Dated::UndatedCopy(_) => "copy without a date".into(),
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

/// `6 units across 3 zones`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LayoutInWords(ZoneLayout, Count, ZoneSupport);

impl fmt::Display for LayoutInWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(layout, units, support) = self;
        write!(f, "{units}")?;
        match (support, layout) {
            // Nothing to distribute across, and nothing to choose.
            (ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation, _) => Ok(()),
            (ZoneSupport::Yes | ZoneSupport::Unknown, ZoneLayout::Automatic {}) => f.write_str(" with automatic zones"),
            (ZoneSupport::Yes | ZoneSupport::Unknown, ZoneLayout::Zonal {}) => f.write_str(" in one zone"),
            (ZoneSupport::Yes | ZoneSupport::Unknown, ZoneLayout::Redundant { zones }) => {
                write!(f, " across {} zones", zones.get())
            }
        }
    }
}

/// `6 units across 3 zones`; `6 units` where there are no zones.
pub(crate) const fn layout_in_words(layout: ZoneLayout, count: u32, support: ZoneSupport) -> LayoutInWords {
    LayoutInWords(layout, units(count), support)
}

/// `1 unit is`, `6 units are`.
pub(crate) fn units_are(count: u32) -> Text {
    format!("{} {}", units(count), if count == 1 { "is" } else { "are" }).into()
}

/// `1 unit remains`, `6 units remain`.
pub(crate) fn units_remain(count: u32) -> Text {
    format!("{} {}", units(count), if count == 1 { "remains" } else { "remain" }).into()
}

/// `66 %`, rounded down: what is left is never shown larger than it is.
pub(crate) fn share_of(part: u32, whole: u32) -> Text {
    format!("{} %", u64::from(part) * 100 / u64::from(whole.max(1))).into()
}

/// `10 seconds`.
pub(crate) fn seconds(count: u32) -> Text {
    format!("{count} seconds").into()
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

/// `15 to 45 minutes`, `4 to 6 hours`.
pub(crate) fn range(from: Minutes, to: Minutes) -> Text {
    let in_hours = |minutes: Minutes| minutes >= 120 && minutes.is_multiple_of(60);
    if in_hours(from) && in_hours(to) {
        return format!("{} to {}", from / 60, span(to)).into();
    }
    // Of one unit only: "45 minutes to 2 hours".
    if in_hours(from) || in_hours(to) {
        return format!("{} to {}", span(from), span(to)).into();
    }
    format!("{from} to {}", span(to)).into()
}

/// `1 IP address`, `6 IP addresses`.
pub(crate) fn addresses(count: u32) -> Text {
    match count {
        1 => "1 IP address".into(),
        count => format!("{count} IP addresses").into(),
    }
}

/// `31 Aug 2024`: the one way in which sentences write a day.
pub(crate) fn day(day: Day) -> Text {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let date = day.date();
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year()).into()
}

/// The display name of a region; a region that no list contains keeps its normalised name.
pub(crate) fn region(name: &RegionName) -> &str {
    regions::region(name.as_str()).map_or(name.as_str(), |region| region.title)
}
