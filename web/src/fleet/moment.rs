//! Moments as the clock of the calendar shows them.

use apim_plan::fleet::Moment;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A day of the calendar: enough to lay one out.
pub(super) type Date = jiff_core::civil::Date;

/// The day on which it falls.
pub(super) fn date(moment: &Moment) -> Date {
    moment.offset.to_datetime(moment.at).date()
}

/// `20:00`
pub(super) fn time(moment: &Moment) -> String {
    let at = moment.offset.to_datetime(moment.at).time();
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `1 Dec, 20:00`
pub(super) fn short(moment: &Moment) -> String {
    format!("{}, {}", day(date(moment)), time(moment))
}

/// `1 Dec`
pub(super) fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{} {month}", date.day())
}

/// `Tue`
pub(super) fn weekday(date: Date) -> &'static str {
    let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    DAYS.get(at).copied().unwrap_or_default()
}
