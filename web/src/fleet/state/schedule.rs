use std::num::NonZeroU32;

use apim_plan::fleet::{Calendar, FleetOptions, Freeze, TimeOfDay, Weekday, Window, Zone};
use apim_plan::{Day, RequestError};
use strum::IntoEnumIterator;
use yew::AttrValue;

use super::FleetAction;

/// What stands in the fields of the schedule, right or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    days: Vec<Weekday>,
    from: AttrValue,
    to: AttrValue,
    zone: AttrValue,
    first: AttrValue,
    last: AttrValue,
    freezes: AttrValue,
    simultaneous: AttrValue,
}

/// An evening in the middle of the week, two at a time; no day is ticked, so there are no hours yet.
impl Default for Schedule {
    fn default() -> Self {
        Self {
            days: Vec::new(),
            from: "20:00".into(),
            to: "23:00".into(),
            zone: "UTC".into(),
            first: AttrValue::default(),
            last: AttrValue::default(),
            freezes: AttrValue::default(),
            simultaneous: AttrValue::default(),
        }
    }
}

/// A field of the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ScheduleField {
    /// When windows open.
    From,
    /// When they close.
    To,
    /// Whose clock tells so.
    Zone,
    /// The first day.
    First,
    /// The last day.
    Last,
    /// Days between them on which nothing runs.
    Freezes,
    /// How many migrations at a time.
    Simultaneous,
}

impl ScheduleField {
    /// The option that it fills, as an error names it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::From => "calendar.windows[0].from",
            Self::To => "calendar.windows[0].to",
            Self::Zone => "calendar.timeZone",
            Self::First => "calendar.from",
            Self::Last => "calendar.until",
            Self::Freezes => "calendar.freezes",
            Self::Simultaneous => "simultaneous",
        }
    }

    /// What to write into it.
    const fn asks(self) -> &'static str {
        match self {
            Self::From | Self::To => "Enter a time such as 23:00.",
            Self::Zone => "Enter a time zone such as Europe/Amsterdam, UTC or +01:00.",
            Self::First | Self::Last => "Enter a date such as 2026-12-01.",
            Self::Freezes => "Enter dates such as 2026-12-24, or 2026-12-20 to 2027-01-03, separated by commas.",
            Self::Simultaneous => "Enter a whole number from 1, or nothing for any number.",
        }
    }

    pub(super) fn wrong(self, message: &str) -> RequestError {
        RequestError { path: self.path().to_owned(), message: message.to_owned() }
    }

    /// That this cannot be read, and what can.
    fn unreadable(self, text: &str) -> RequestError {
        let asks = self.asks();
        if text.is_empty() { self.wrong(asks) } else { self.wrong(&["“", text, "” is not valid. ", asks].concat()) }
    }
}

impl Schedule {
    /// One that begins on that day and goes by that clock.
    pub(super) fn starting(today: Option<Day>, zone: Option<String>) -> Self {
        let standard = Self::default();
        Self {
            first: today.map_or(standard.first, |day| day.to_string().into()),
            zone: zone.map_or(standard.zone, AttrValue::from),
            ..Self::default()
        }
    }

    /// What stands in a field.
    pub fn text(&self, field: ScheduleField) -> &AttrValue {
        match field {
            ScheduleField::From => &self.from,
            ScheduleField::To => &self.to,
            ScheduleField::Zone => &self.zone,
            ScheduleField::First => &self.first,
            ScheduleField::Last => &self.last,
            ScheduleField::Freezes => &self.freezes,
            ScheduleField::Simultaneous => &self.simultaneous,
        }
    }

    /// Whether windows open on that day.
    pub fn has(&self, day: Weekday) -> bool {
        self.days.contains(&day)
    }

    /// Writes into a field. Read where the schedule stands, and not in the reducer: reading is no part of the first view.
    pub fn write(mut self, field: ScheduleField, text: &AttrValue) -> FleetAction {
        let place = match field {
            ScheduleField::From => &mut self.from,
            ScheduleField::To => &mut self.to,
            ScheduleField::Zone => &mut self.zone,
            ScheduleField::First => &mut self.first,
            ScheduleField::Last => &mut self.last,
            ScheduleField::Freezes => &mut self.freezes,
            ScheduleField::Simultaneous => &mut self.simultaneous,
        };
        // Not trimmed: a space could not be typed before the next word.
        *place = text.clone();
        self.read()
    }

    /// Ticks a day of the week, or takes the tick away. Days stay in the order of the week.
    pub fn turn(mut self, day: Weekday) -> FleetAction {
        self.days = Weekday::iter().filter(|each| self.has(*each) != (*each == day)).collect();
        self.read()
    }

    fn read(self) -> FleetAction {
        let options = self.options();
        FleetAction::Schedule(Box::new(self), options)
    }

    /// What the fields ask for, or which of them cannot be used and why.
    ///
    /// Field by field and not as JSON: reading that a second kind of thing from JSON is some kilobytes of code.
    fn options(&self) -> Result<FleetOptions, RequestError> {
        let text = |field: ScheduleField| self.text(field).trim();
        let day = |field: ScheduleField| text(field).parse::<Day>().map_err(|_| field.unreadable(text(field)));
        let time = |field: ScheduleField| TimeOfDay::try_from(text(field).to_owned()).map_err(|_| field.unreadable(text(field)));
        let simultaneous = match text(ScheduleField::Simultaneous) {
            "" => None,
            text => Some(text.parse::<NonZeroU32>().map_err(|_| ScheduleField::Simultaneous.unreadable(text))?),
        };
        if self.days.is_empty() {
            return Ok(FleetOptions { simultaneous, calendar: None });
        }
        let from = day(ScheduleField::First)?;
        let until = if text(ScheduleField::Last).is_empty() { None } else { Some(day(ScheduleField::Last)?) };
        if until.is_some_and(|until| until < from) {
            return Err(ScheduleField::Last.wrong("The last day is before the first."));
        }
        let zone = text(ScheduleField::Zone);
        let time_zone = Zone::try_from(zone.to_owned()).map_err(|_| ScheduleField::Zone.unreadable(zone))?;
        let window = Window::new(self.days.clone(), time(ScheduleField::From)?, time(ScheduleField::To)?)
            .map_err(|_| ScheduleField::To.wrong("The window ends at its start time."))?;
        let freezes = freezes(&self.freezes)?;
        let calendar = Calendar { from, until, time_zone, windows: vec![window], freezes, pause_minutes: None };
        if !calendar.has_windows() {
            return Err(if calendar.freezes.is_empty() {
                ScheduleField::Last.wrong("The calendar has no window from the first day to the last.")
            } else {
                ScheduleField::Freezes.wrong("The calendar has no window on any other day.")
            });
        }
        Ok(FleetOptions { simultaneous, calendar: Some(calendar) })
    }
}

/// Days and runs of days: `2026-12-20 to 2027-01-03, 2027-04-02`.
fn freezes(text: &str) -> Result<Vec<Freeze>, RequestError> {
    let mut freezes = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(" to ").unwrap_or((part, part));
        match (from.trim().parse::<Day>(), to.trim().parse::<Day>()) {
            (Ok(from), Ok(to)) if from <= to => freezes.push(Freeze { from, to }),
            (Ok(_), Ok(_)) => return Err(ScheduleField::Freezes.wrong(&["“", part, "” ends before it starts."].concat())),
            (_, _) => return Err(ScheduleField::Freezes.unreadable(part)),
        }
    }
    Ok(freezes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_field_is_said_in_sentences() {
        let said = |field: ScheduleField, text: &'static str| {
            let draft = Schedule { first: "2026-12-01".into(), days: vec![Weekday::Monday], ..Schedule::default() };
            match draft.write(field, &text.into()) {
                FleetAction::Schedule(_, Err(problem)) if problem.path == field.path() => problem.message,
                other => format!("{other:?}"),
            }
        };
        assert_eq!(
            said(ScheduleField::Simultaneous, "0"),
            "“0” is not valid. Enter a whole number from 1, or nothing for any number."
        );
        assert_eq!(said(ScheduleField::Last, "2026-11-01"), "The last day is before the first.");
        assert_eq!(said(ScheduleField::Last, "2026-12-02"), "The calendar has no window from the first day to the last.");
        assert_eq!(said(ScheduleField::Zone, ""), "Enter a time zone such as Europe/Amsterdam, UTC or +01:00.");
        assert_eq!(said(ScheduleField::First, ""), "Enter a date such as 2026-12-01.");
        assert_eq!(said(ScheduleField::To, ""), "Enter a time such as 23:00.");
        assert_eq!(said(ScheduleField::To, "20:00"), "The window ends at its start time.");
    }
}
