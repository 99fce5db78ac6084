//! Calendars: RFC 5545. All times are in UTC, which every calendar shows on its reader's clock.

use std::str::FromStr;

use jiff_core::Timestamp;
use jiff_core::civil::DateTime;
use jiff_core::tz::Offset;

use super::provenance::{self, ExportContext};
use super::words;
use crate::domain::{Day, Minutes, Owner, Phase};
use crate::fleet::{TimeOfDay, Zone};
use crate::migration::{Action, ActionId, Path, SpanId};
use crate::plan::Plan;

/// When a run starts: the caller's choice, for the planner has no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Start(Timestamp);

/// Not a moment in the form `2026-12-01T20:00:00+01:00`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date and time; use the form 2026-12-01T20:00:00+01:00")]
pub struct StartError(String);

impl FromStr for Start {
    type Err = StartError;

    /// By hand: other forms are not needed, and jiff-core has no parser.
    fn from_str(text: &str) -> Result<Self, StartError> {
        moment(text).map(Self).ok_or_else(|| StartError(text.to_owned()))
    }
}

impl TryFrom<String> for Start {
    type Error = StartError;

    fn try_from(text: String) -> Result<Self, StartError> {
        text.parse()
    }
}

fn moment(text: &str) -> Option<Timestamp> {
    let (day, rest) = text.split_at_checked(10)?;
    let day: Day = day.parse().ok()?;
    let rest = rest.strip_prefix('T')?;
    let (time, zone) = rest.split_at_checked(rest.find(['Z', '+', '-'])?)?;
    // Seconds and their fractions are of no use in a calendar, but a clock writes them.
    let (time, seconds) = time.split_at_checked(5)?;
    let seconds = seconds.strip_prefix(':').unwrap_or(seconds);
    let digits = seconds.bytes().enumerate().all(|(at, byte)| byte.is_ascii_digit() || (at == 2 && byte == b'.'));
    let minute = TimeOfDay::try_from(time.to_owned()).ok()?.minutes();
    let clock = jiff_core::civil::Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
    let zone = Zone::try_from(zone.to_owned()).ok()?;
    if digits && seconds.len() != 1 { zone.opens(DateTime::from_parts(day.date(), clock)) } else { None }
}

/// The calendar of one run of the recommended path: the run, the lock, how long stv1 compute is retained, the last minute for
/// DNS. Each event says what to do and who does it, and has the link and the version of the plan.
///
/// `None` when no path is recommended, or the pages give its run no length.
///
/// An event keeps its identity when the run is moved to another day, so that importing again moves it.
pub fn ics(plan: &Plan, start: Start, context: &ExportContext) -> Option<String> {
    let path = super::markdown::recommended(plan)?;
    let length = path.duration_minutes.typical.or(path.duration_minutes.to).filter(|_| !path.timeline.is_empty())?;
    let name = plan.name.as_deref().filter(|name| !name.is_empty()).unwrap_or("API Management");
    // The command that starts the run names instance, group and subscription.
    let identity: String = path.commands.iter().map(|command| command.text.as_ref()).chain([name, path.id.into()]).collect();
    let from = format!("\n\n{}", provenance::version(context));
    let mut calendar = Feed::new(start.0);
    let runs = path.duration_minutes.runs;
    let several = if runs > 1 { format!(" One of {runs} migrations; schedule each one.") } else { String::new() };
    calendar.event(&Event {
        uid: uid(&[&identity, "run"]),
        summary: &format!("Migrate {name}: {}", path.title),
        description: &format!("{}{several}{}{from}", plan.headline, steps(path, |action| action.phase == Phase::During)),
        url: context.link(),
        start: start.0,
        end: later(start.0, length),
        busy: true,
        remind: false,
    });
    for span in &path.timeline {
        let deadline = match span.id {
            // They begin or end with the run, or have no end: nothing to put into a calendar.
            SpanId::OldCompute | SpanId::NewComputeBuild | SpanId::NewCompute => continue,
            SpanId::DnsDeadline => true,
            SpanId::OldComputeKept
            | SpanId::OldComputePerhaps
            | SpanId::TemporaryAddress
            | SpanId::Downtime
            | SpanId::Return
            | SpanId::Lock
            | SpanId::DnsChange
            | SpanId::ClientsAtRisk => false,
        };
        calendar.event(&Event {
            uid: uid(&[&identity, span.id.into()]),
            summary: &format!("{name}: {}", if deadline { "DNS deadline" } else { span.label.as_ref() }),
            description: &format!(
                "Minute {} of the migration: {}.{}{from}",
                span.from_minute,
                path.title,
                steps(path, |action| belongs(action, span.id))
            ),
            url: context.link(),
            start: later(start.0, span.from_minute),
            end: later(start.0, span.to_minute.unwrap_or(span.from_minute)),
            busy: false,
            remind: deadline,
        });
    }
    Some(calendar.finish())
}

/// The steps of an event, each in a line with its owner.
fn steps(path: &Path, wanted: impl Fn(&Action) -> bool) -> String {
    let mut out = String::new();
    for action in path.actions.iter().filter(|action| wanted(action)) {
        out.extend(["\n- ", words::owner(action.owner), ": ", &action.text]);
    }
    out
}

/// Whether a step is done in a span, or because of it.
fn belongs(action: &Action, span: SpanId) -> bool {
    let dns = action.owner == Owner::Dns || action.id == ActionId::ValidateWithHostsFile;
    match span {
        SpanId::OldCompute | SpanId::NewComputeBuild | SpanId::NewCompute => false,
        SpanId::OldComputeKept | SpanId::DnsChange | SpanId::DnsDeadline => action.phase == Phase::After && dns,
        SpanId::OldComputePerhaps => action.id == ActionId::RemoveOldAddresses,
        SpanId::TemporaryAddress => action.id == ActionId::AllowPrecreatedIp,
        SpanId::Downtime | SpanId::ClientsAtRisk => action.id == ActionId::TellClients,
        SpanId::Return => action.phase == Phase::WayBack,
        SpanId::Lock => action.id == ActionId::LeaveConfigurationAlone,
    }
}

/// So many minutes after a moment; the moment itself at the end of time.
pub(super) fn later(at: Timestamp, minutes: Minutes) -> Timestamp {
    Timestamp::from_second(at.as_second() + i64::from(minutes) * 60).unwrap_or(at)
}

/// An entry of a calendar.
#[derive(Debug)]
pub(super) struct Event<'a> {
    /// The same for the same thing, whenever it happens.
    pub(super) uid: u64,
    pub(super) summary: &'a str,
    pub(super) description: &'a str,
    /// The page with the plan.
    pub(super) url: Option<&'a str>,
    pub(super) start: Timestamp,
    /// The start itself for a moment.
    pub(super) end: Timestamp,
    /// Takes the time of those whose calendar it is.
    pub(super) busy: bool,
    /// Reminds them a quarter of an hour ahead.
    pub(super) remind: bool,
}

/// A number that identifies something by its names: FNV-1a, which is stable for ever.
pub(super) fn uid(names: &[&str]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    // A byte that no text has keeps `ab`, `c` and `a`, `bc` apart.
    let bytes = names.iter().flat_map(|name| name.bytes().chain([0xff]));
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// A calendar being written.
#[derive(Debug)]
pub(super) struct Feed {
    out: String,
    stamp: Timestamp,
}

impl Feed {
    /// `stamp` is when the entries count as written: there is no clock to ask.
    pub(super) fn new(stamp: Timestamp) -> Self {
        let mut feed = Self { out: String::new(), stamp };
        for (name, value) in
            [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//apim-plan//EN"), ("CALSCALE", "GREGORIAN")]
        {
            feed.line(name, value);
        }
        feed
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        let stamp = utc(self.stamp);
        self.line("BEGIN", "VEVENT");
        self.line("UID", &format!("{:016x}@apim-plan", event.uid));
        self.line("DTSTAMP", &stamp);
        self.line("DTSTART", &utc(event.start));
        // Without an end an entry takes no time: that is how a moment is written.
        if event.end > event.start {
            self.line("DTEND", &utc(event.end));
        }
        self.line("SUMMARY", &escaped(event.summary));
        self.line("DESCRIPTION", &escaped(event.description));
        if let Some(url) = event.url {
            self.line("URL", url);
        }
        self.line("TRANSP", if event.busy { "OPAQUE" } else { "TRANSPARENT" });
        if event.remind {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", "-PT15M");
            self.line("DESCRIPTION", &escaped(event.summary));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    pub(super) fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.out
    }

    /// A content line, folded so that no line has more than 75 octets and no character is torn apart.
    fn line(&mut self, name: &str, value: &str) {
        const OCTETS: usize = 75;
        let mut start = self.out.len();
        for sign in name.chars().chain([':']).chain(value.chars()) {
            if self.out.len() - start + sign.len_utf8() > OCTETS {
                let fold = fold(self.out.get(start..).unwrap_or_default(), sign) + start;
                self.out.insert_str(fold, "\r\n ");
                start = fold + 2;
            }
            self.out.push(sign);
        }
        self.out.push_str("\r\n");
    }
}

/// Where to fold a line that `next` does not fit into: not beside a blank, which some programs drop there, nor within an
/// escape, as far as the line has such a place in its second half.
fn fold(line: &str, next: char) -> usize {
    let mut after = next;
    for (place, sign) in line.char_indices().rev() {
        let end = place + sign.len_utf8();
        if end * 2 < line.len() {
            break;
        }
        if sign != ' ' && sign != '\\' && after != ' ' {
            return end;
        }
        after = sign;
    }
    line.len()
}

fn utc(at: Timestamp) -> String {
    let at = Offset::UTC.to_datetime(at);
    let (day, time) = (at.date(), at.time());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{:04}{:02}{:02}T{hour:02}{minute:02}{second:02}Z", day.year(), day.month(), day.day())
}

/// Text as a value: its separators are escaped, its line breaks written out, other control characters dropped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}
