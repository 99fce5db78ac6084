//! When migrations may run, and how many at once.

use std::num::NonZeroU32;

use serde::Serialize;

use super::zone::Zone;
use crate::domain::RequestError;
use crate::domain::{Day, Minutes, object, read_by_word, read_from};

/// How the fleet is to be moved. Every field is optional: without a calendar there are waves but no hours.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FleetOptions {
    /// So many migrations may be under way at one time; absent = any number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simultaneous: Option<NonZeroU32>,
    /// When work may be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
}

object!(FleetOptions, Self::default(), required: 0, { "simultaneous" => simultaneous, "calendar" => calendar });

/// When work may be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Calendar {
    /// The first day on which a migration may start: the planner has no clock.
    pub from: Day,
    /// The last day on which one may end; absent = five years after the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Whose clock the windows are told by.
    pub time_zone: Zone,
    /// The hours of a week in which migrations may run.
    pub windows: Vec<Window>,
    /// Days on which nothing may run, whatever the windows say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub freezes: Vec<Freeze>,
    /// Minutes to look at one migration before the next one starts in its place; absent = 15.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_minutes: Option<Pause>,
}

object!(
    Calendar,
    Self {
        from: Day::EPOCH,
        time_zone: Zone::utc(),
        windows: Vec::new(),
        until: None,
        freezes: Vec::new(),
        pause_minutes: None,
    },
    required: 3,
    {
        "from" => from,
        "timeZone" => time_zone,
        "windows" => windows,
        "until" => until,
        "freezes" => freezes,
        "pauseMinutes" => pause_minutes,
    },
    contradiction: |calendar: &Self| calendar.why_nothing_fits()
);

impl Calendar {
    /// Why nothing could ever run by it, where that is so.
    pub fn why_nothing_fits(&self) -> Option<String> {
        if self.windows.is_empty() {
            return Some("a calendar needs at least one window".to_owned());
        }
        let until = self.until.filter(|until| *until < self.from)?;
        Some(format!("the last day, {until}, is before the first, {}", self.from))
    }

    /// Whether any of its windows opens, freezes and last day considered.
    pub fn has_windows(&self) -> bool {
        !super::calendar::openings(self).is_empty()
    }
}

/// Hours in which migrations may run, on some days of each week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Window {
    /// The days on which it opens.
    pub weekdays: Vec<Weekday>,
    /// When it opens.
    pub from: TimeOfDay,
    /// When it closes: at or before `from` means on the next day.
    pub to: TimeOfDay,
}

object!(
    Window,
    Self { weekdays: Vec::new(), from: TimeOfDay(0), to: TimeOfDay(0) },
    required: 3,
    { "weekdays" => weekdays, "from" => from, "to" => to },
    contradiction: |window: &Self| window.why_nothing_fits().map(str::to_owned)
);

impl Window {
    /// Hours on some days of each week.
    ///
    /// # Errors
    /// Says why nothing could run in it.
    pub fn new(weekdays: Vec<Weekday>, from: TimeOfDay, to: TimeOfDay) -> Result<Self, &'static str> {
        let window = Self { weekdays, from, to };
        window.why_nothing_fits().map_or(Ok(window), Err)
    }

    fn why_nothing_fits(&self) -> Option<&'static str> {
        if self.weekdays.is_empty() {
            return Some("a window needs at least one day of the week");
        }
        if self.from == self.to {
            return Some("a window that opens and closes at the same time is empty; a whole day is 00:00 to 24:00");
        }
        (self.from == TimeOfDay::END).then_some("a window cannot open at 24:00; name the next day and 00:00")
    }
}

/// A run of days on which nothing may happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Freeze {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

object!(
    Freeze,
    Self { from: Day::EPOCH, to: Day::EPOCH },
    required: 2,
    { "from" => from, "to" => to },
    contradiction: |freeze: &Self| {
        let Self { from, to } = freeze;
        (to < from).then(|| format!("a freeze cannot end on {to}, before it starts on {from}"))
    }
);

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, strum::VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

read_by_word!(Weekday);

impl From<jiff_core::civil::Weekday> for Weekday {
    fn from(day: jiff_core::civil::Weekday) -> Self {
        match day {
            jiff_core::civil::Weekday::Monday => Self::Monday,
            jiff_core::civil::Weekday::Tuesday => Self::Tuesday,
            jiff_core::civil::Weekday::Wednesday => Self::Wednesday,
            jiff_core::civil::Weekday::Thursday => Self::Thursday,
            jiff_core::civil::Weekday::Friday => Self::Friday,
            jiff_core::civil::Weekday::Saturday => Self::Saturday,
            jiff_core::civil::Weekday::Sunday => Self::Sunday,
        }
    }
}

/// A time of day, written `20:00`; `24:00` is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
#[serde(into = "String")]
pub struct TimeOfDay(u32);

/// Not a time in the form `20:00`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time of day; write it as 20:00")]
pub struct TimeOfDayError(String);

impl TimeOfDay {
    pub(super) const END: Self = Self(24 * 60);

    /// Minutes since midnight: 0 to 1440.
    pub const fn minutes(self) -> Minutes {
        self.0
    }
}

read_from!(String => TimeOfDay);

impl TryFrom<String> for TimeOfDay {
    type Error = TimeOfDayError;

    fn try_from(text: String) -> Result<Self, TimeOfDayError> {
        let part = |from: usize| {
            let digits = text.get(from..from + 2)?;
            digits.bytes().all(|sign| sign.is_ascii_digit()).then(|| digits.parse::<u32>().ok())?
        };
        let shaped = text.len() == 5 && text.as_bytes().get(2) == Some(&b':');
        match (shaped, part(0), part(3)) {
            (true, Some(hours), Some(minutes)) if minutes < 60 && hours * 60 + minutes <= Self::END.0 => {
                Ok(Self(hours * 60 + minutes))
            }
            (_, _, _) => Err(TimeOfDayError(text)),
        }
    }
}

impl From<TimeOfDay> for String {
    fn from(TimeOfDay(minutes): TimeOfDay) -> Self {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// A pause of at most a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "u32"))]
#[serde(into = "u32")]
pub struct Pause(Minutes);

impl Pause {
    /// The bare number.
    pub const fn minutes(self) -> Minutes {
        self.0
    }
}

/// Time for the checks that follow a run; ours, no page names one.
impl Default for Pause {
    fn default() -> Self {
        Self(15)
    }
}

read_from!(u32 => Pause);

impl TryFrom<u32> for Pause {
    type Error = String;

    fn try_from(minutes: u32) -> Result<Self, String> {
        if minutes > 24 * 60 {
            return Err(format!("{minutes} minutes is more than a day; use 0 to 1440"));
        }
        Ok(Self(minutes))
    }
}

impl From<Pause> for u32 {
    fn from(pause: Pause) -> Self {
        pause.0
    }
}

/// Reads options from JSON text.
///
/// # Errors
/// Names the field that is misspelt, of the wrong type, or impossible.
pub fn read_options(json: &str) -> Result<FleetOptions, RequestError> {
    crate::domain::read_json(json)
}
