//! Nothing tells how many units the peak load needs.

use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::sizing::{NeededFrom, outliving_a_zone};
use crate::domain::{Severity, ZoneCount, ZoneLayout};
use crate::facts::reliability::OVERPROVISION_REGIONS;
use crate::facts::zones::{MEASURE_TO_SIZE, NO_PROMISE_OF_UNITS};
use crate::wording::{share_of, units};

pub(super) static RULE: Rule = Rule {
    id: RuleId::LoadNotMeasured,
    severity: Severity::Note,
    finds: "a goal for an outage although the peak load is neither answered nor measured",
    basis: Basis::Derived,
    because: &[&MEASURE_TO_SIZE, &NO_PROMISE_OF_UNITS, &OVERPROVISION_REGIONS],
    check: Check::Location(check),
};

/// Silent where no layout meets the goals: a blocker says so.
fn check(at: &At<'_>) -> Option<Found> {
    let demand = &at.decided.demand;
    let open = at.decided.needed.from == NeededFrom::Available && demand.aim.is_set();
    let after = at.place.after.filter(|after| open && after.meets_goal == Some(true))?;
    let count = demand.now.unwrap_or(1);
    let (what, all) = match (demand.aim.zone, after.layout) {
        (true, ZoneLayout::Redundant { zones }) => {
            let left = after.surviving_units.unwrap_or(0);
            (
                format!(
                    "After a zone outage, {left} of {} in {} remain ({} of the capacity); the units needed at peak are not answered.",
                    units(after.units),
                    at.title(),
                    share_of(left, after.units)
                ),
                Some(full(count, zones)),
            )
        }
        (true, ZoneLayout::Automatic {} | ZoneLayout::Zonal {}) | (false, _) => (
            format!("{} stays available during a region outage, but the units needed at peak are not answered.", at.title()),
            None,
        ),
    };
    let guaranteed = all.map_or_else(String::new, |all| format!(", or use {all} to keep the capacity of {}", units(count)));
    Some(at.found(what, format!("Answer \"Units needed at peak\", measure the capacity metric at peak{guaranteed}.")))
}

/// What all of the units would take.
fn full(count: u32, zones: ZoneCount) -> String {
    let all = outliving_a_zone(count, zones);
    format!("{} across {} zones", units(all), zones.get())
}
