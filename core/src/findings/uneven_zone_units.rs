use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};
use crate::facts::zones::{EVEN_UNITS, MULTIPLE_OF_ZONES};
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::UnevenZoneUnits,
    severity: Severity::Blocker,
    finds: "a number of units that can't be distributed evenly across the selected zones",
    basis: Basis::Stated,
    because: &[&MULTIPLE_OF_ZONES, &EVEN_UNITS],
    check: Check::Location(check),
};

/// Silent for automatic and zonal layouts, which require no multiple, and without zones to distribute across.
fn check(at: &At<'_>) -> Option<Found> {
    let Some(ZoneLayout::Redundant { zones }) = at.decided.stated.layout else { return None };
    let count = at.decided.stated.units?;
    let zones = zones.get();
    let has_zones = matches!(at.decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
    if !has_zones || count.is_multiple_of(zones) {
        return None;
    }
    let above = count.next_multiple_of(zones);
    let instead = match above - zones {
        0 => format!("Use {above} units, or automatic zones."),
        below => format!("Use {below} or {above} units, or automatic zones."),
    };
    Some(at.found(format!("{} in {} can't be distributed evenly across {zones} zones.", units(count), at.title()), instead))
}
