//! When migrations may run, and how many at once.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::zone::Zone;
use crate::domain::RequestError;
use crate::domain::whole::Whole;
use crate::domain::{Day, Minutes, object};

/// How the fleet migrates. Every field is optional: without a calendar there are waves, but no times.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FleetOptions {
    /// The maximum number of migrations at one time; absent = no maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simultaneous: Option<NonZeroU32>,
    /// The times at which migrations may run.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub calendar: Option<Calendar>,
}

/// The times at which migrations may run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!try_from))]
#[serde(rename_all = "camelCase", deny_unknown_fields, try_from = "UncheckedCalendar")]
pub struct Calendar {
    /// The first day on which a migration may start. It is required, because the planner has no clock.
    pub from: Day,
    /// The last day on which a migration may end; absent = five years after the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The time zone of the windows.
    pub time_zone: Zone,
    /// The hours of a week in which migrations may run.
    pub windows: Vec<Window>,
    /// Days on which no migration may run, although a window is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub freezes: Vec<Freeze>,
    /// Minutes for checks after a migration, before the next one starts; absent = 15.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_minutes: Option<Pause>,
}

/// A calendar before its parts are compared.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UncheckedCalendar {
    from: Day,
    until: Option<Day>,
    time_zone: Zone,
    #[serde(deserialize_with = "object::list")]
    windows: Vec<Window>,
    #[serde(default, deserialize_with = "object::list")]
    freezes: Vec<Freeze>,
    pause_minutes: Option<Pause>,
}

/// A calendar in which no migration can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It has no windows.
    #[error("a calendar needs at least one window")]
    NoWindows,
    /// It ends before it begins.
    #[error("the last day, {until}, is before the first, {from}")]
    Backwards {
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
}

impl TryFrom<UncheckedCalendar> for Calendar {
    type Error = CalendarError;

    fn try_from(unchecked: UncheckedCalendar) -> Result<Self, CalendarError> {
        let UncheckedCalendar { from, until, time_zone, windows, freezes, pause_minutes } = unchecked;
        if windows.is_empty() {
            return Err(CalendarError::NoWindows);
        }
        match until {
            Some(until) if until < from => Err(CalendarError::Backwards { from, until }),
            _ => Ok(Self { from, until, time_zone, windows, freezes, pause_minutes }),
        }
    }
}

impl Calendar {
    /// Whether any of its windows opens, freezes and last day considered.
    pub fn has_windows(&self) -> bool {
        !super::calendar::openings(self).is_empty()
    }
}

/// Hours in which migrations may run, on some days of each week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!try_from))]
#[serde(rename_all = "camelCase", deny_unknown_fields, try_from = "UncheckedWindow")]
pub struct Window {
    /// The days on which it opens.
    pub weekdays: Vec<Weekday>,
    /// The time at which it opens.
    pub from: TimeOfDay,
    /// The time at which it closes. At or before `from` means on the next day.
    pub to: TimeOfDay,
}

/// A window before its times are compared.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UncheckedWindow {
    weekdays: Vec<Weekday>,
    from: TimeOfDay,
    to: TimeOfDay,
}

/// A window in which no migration can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// It opens on no day.
    #[error("a window needs at least one day of the week")]
    NoDays,
    /// It has no length.
    #[error("a window that starts and ends at the same time is empty; a whole day is 00:00 to 24:00")]
    Empty,
    /// It opens at the end of the day.
    #[error("a window can't start at 24:00; use the next day and 00:00")]
    OpensAtEnd,
}

impl TryFrom<UncheckedWindow> for Window {
    type Error = WindowError;

    fn try_from(UncheckedWindow { weekdays, from, to }: UncheckedWindow) -> Result<Self, WindowError> {
        Self::new(weekdays, from, to)
    }
}

impl Window {
    /// Hours on some days of each week.
    ///
    /// # Errors
    /// Says why no migration can run in the window.
    pub fn new(weekdays: Vec<Weekday>, from: TimeOfDay, to: TimeOfDay) -> Result<Self, WindowError> {
        if weekdays.is_empty() {
            Err(WindowError::NoDays)
        } else if from == to {
            Err(WindowError::Empty)
        } else if from == TimeOfDay::END {
            Err(WindowError::OpensAtEnd)
        } else {
            Ok(Self { weekdays, from, to })
        }
    }
}

/// Consecutive days on which no migration may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!try_from))]
#[serde(rename_all = "camelCase", deny_unknown_fields, try_from = "UncheckedFreeze")]
pub struct Freeze {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// A freeze before its days are compared.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UncheckedFreeze {
    from: Day,
    to: Day,
}

/// A freeze that ends before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a freeze can't end on {to}, before it starts on {from}")]
pub struct FreezeError {
    from: Day,
    to: Day,
}

impl TryFrom<UncheckedFreeze> for Freeze {
    type Error = FreezeError;

    fn try_from(UncheckedFreeze { from, to }: UncheckedFreeze) -> Result<Self, FreezeError> {
        if to < from { Err(FreezeError { from, to }) } else { Ok(Self { from, to }) }
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u32);

/// Not a time in the form `20:00`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time of day; use the form 20:00")]
pub struct TimeOfDayError(String);

impl TimeOfDay {
    pub(super) const END: Self = Self(24 * 60);

    /// Minutes since midnight: 0 to 1440.
    pub const fn minutes(self) -> Minutes {
        self.0
    }
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "u32"))]
#[serde(try_from = "Whole", into = "u32")]
pub struct Pause(Minutes);

impl Pause {
    /// The bare number.
    pub const fn minutes(self) -> Minutes {
        self.0
    }
}

/// Time for the checks after a migration. The value is ours; it is not documented.
impl Default for Pause {
    fn default() -> Self {
        Self(15)
    }
}

/// A pause of more than a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} minutes is more than a day; use 0 to 1440")]
pub struct PauseError(Minutes);

impl TryFrom<Whole> for Pause {
    type Error = PauseError;

    fn try_from(Whole(minutes): Whole) -> Result<Self, PauseError> {
        if minutes > 24 * 60 { Err(PauseError(minutes)) } else { Ok(Self(minutes)) }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read_options;
    use crate::domain::lists_accepted;

    #[test]
    fn a_list_is_refused_wherever_an_object_is_expected() {
        let options = json!({ "calendar": {
            "from": "2026-12-01",
            "timeZone": "UTC",
            "windows": [{ "weekdays": ["monday"], "from": "20:00", "to": "23:00" }],
            "freezes": [{ "from": "2026-12-20", "to": "2026-12-31" }],
        } });
        assert_eq!(lists_accepted(&options, read_options), Vec::<String>::new());
    }
}
