use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};
use crate::facts::zones::{EVEN_UNITS, MULTIPLE_OF_ZONES};
use crate::wording::{number, units};

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
    let Some(ZoneLayout::Redundant { zones }) = at.decided.current.layout else { return None };
    let count = at.decided.current.units?;
    let zones = zones.get();
    let has_zones = matches!(at.decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
    if !has_zones || count.is_multiple_of(zones) {
        return None;
    }
    let above = count.next_multiple_of(zones);
    let instead = match above - zones {
        0 => format!("Use {above} units, or leave the zones to Azure."),
        below => format!("Use {below} or {above} units, or leave the zones to Azure."),
    };
    Some(at.found(format!("{} zones in {} cannot share {} evenly.", number(zones), at.title(), units(count)), instead))
}
