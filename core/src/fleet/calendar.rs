//! From the windows of a week to the windows of a calendar.

use jiff_core::civil::Date;

use super::options::{Calendar, TimeOfDay, Weekday, Window};
use super::place::Opening;
use super::shape::Moment;

/// Days to plan ahead without a last day: five years.
const HORIZON_DAYS: i32 = 5 * 366;

/// Every window from the first day to the last one, in order, in minutes since 1970. Windows that touch or overlap are joined.
pub(super) fn openings(calendar: &Calendar) -> Vec<Opening> {
    let first = calendar.from.date();
    let days = match calendar.until {
        Some(until) => first.until(until.date()).min(HORIZON_DAYS),
        None => HORIZON_DAYS,
    };
    let end_of_last = calendar.until.and_then(|until| moment(calendar, until.date(), TimeOfDay::END, WindowEdge::Closes));
    let mut openings: Vec<Opening> = Vec::new();
    let mut today = Vec::new();
    let mut day = first;
    for _ in 0..=days {
        let weekday = Weekday::from(day.weekday());
        let windows = calendar.windows.iter().filter(|window| window.weekdays.contains(&weekday));
        for (start, end) in windows.filter_map(|window| opening(calendar, window, day)) {
            let end = end_of_last.map_or(end, |last| end.min(last));
            if start < end {
                today.insert(today.partition_point(|known| *known < (start, end)), (start, end));
            }
        }
        for (start, end) in today.drain(..) {
            match openings.last_mut() {
                Some(last) if start <= last.start + i64::from(last.length) => {
                    last.length = last.length.max(minutes(end - last.start));
                }
                Some(_) | None => openings.push(Opening { start, length: minutes(end - start) }),
            }
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    openings
}

/// The window of one day; `None` on a day of a freeze, and if the clock change skips the window.
fn opening(calendar: &Calendar, window: &Window, day: Date) -> Option<(i64, i64)> {
    let next = day.tomorrow().ok()?;
    let overnight = window.to <= window.from;
    let closing_day = if overnight { next } else { day };
    // A window that closes at midnight does not reach into the next day.
    let last_day = if overnight && window.to.minutes() > 0 { next } else { day };
    let frozen = calendar.freezes.iter().any(|freeze| freeze.from.date() <= last_day && day <= freeze.to.date());
    if frozen {
        return None;
    }
    Some((moment(calendar, day, window.from, WindowEdge::Opens)?, moment(calendar, closing_day, window.to, WindowEdge::Closes)?))
}

#[derive(Clone, Copy)]
enum WindowEdge {
    Opens,
    Closes,
}

fn moment(calendar: &Calendar, day: Date, time: TimeOfDay, side: WindowEdge) -> Option<i64> {
    let minutes = time.minutes();
    let (day, minutes) = if time == TimeOfDay::END { (day.tomorrow().ok()?, 0) } else { (day, minutes) };
    let (hour, minute) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
    let civil = jiff_core::civil::Time::new(hour, minute, 0, 0).ok()?.on(day.year(), day.month(), day.day());
    let at = match side {
        WindowEdge::Opens => calendar.time_zone.opens(civil),
        WindowEdge::Closes => calendar.time_zone.closes(civil),
    };
    at.map(|at| at.as_second().div_euclid(60))
}

/// A length in minutes; windows are joined, so it can be as long as the calendar.
fn minutes(length: i64) -> u32 {
    u32::try_from(length).unwrap_or(0)
}

/// A minute since 1970 in the time zone of the calendar; `None` after the year 9999.
pub(super) fn on_clock(calendar: &Calendar, minute: i64) -> Option<Moment> {
    let at = jiff_core::Timestamp::from_second(minute.checked_mul(60)?).ok()?;
    Some(Moment { at, offset: calendar.time_zone.offset(at) })
}
