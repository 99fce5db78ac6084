use crate::wording::{number, title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::zones::{EVEN_UNITS, MULTIPLE_OF_ZONES};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::UnevenZoneUnits,
    severity: Severity::Blocker,
    finds: "a unit count that the chosen zones cannot share evenly",
    basis: Basis::Stated,
    because: &[&MULTIPLE_OF_ZONES, &EVEN_UNITS],
    check,
};

/// Silent for automatic and zonal layouts, on which the page puts no multiple, and where there are no zones to share.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let (Some(ZoneLayout::Redundant { zones }), Some(count)) = (decided.current.layout, decided.current.units) else {
            continue;
        };
        let zones = zones.get();
        let shared_by_hand = matches!(decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
        if !shared_by_hand || count.is_multiple_of(zones) {
            continue;
        }
        let above = count.next_multiple_of(zones);
        let instead = match above - zones {
            0 => format!("Use {above} units, or leave the zones to Azure."),
            below => format!("Use {below} or {above} units, or leave the zones to Azure."),
        };
        found.push(Found::at(
            &location.name,
            format!("{} zones in {} cannot share {} evenly.", number(zones), title(location, decided), units(count)),
            instead,
        ));
    }
}
