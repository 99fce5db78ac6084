use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::sizing::NeededFrom;
use crate::domain::{Severity, ZoneLayout};
use crate::facts::zones::{AUTOMATIC, MULTIPLE_OF_ZONES, NO_PROMISE_OF_UNITS};
use crate::wording::{layout_in_words, units, units_are, units_remain};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneGoalMissed,
    severity: Severity::Risk,
    finds: "a present layout whose remaining units are too few after a zone outage, although another layout has enough",
    basis: Basis::Derived,
    because: &[&NO_PROMISE_OF_UNITS, &MULTIPLE_OF_ZONES, &AUTOMATIC],
    check: Check::Location(check),
};

/// Silent if no layout has enough units: tier, region or limit are blockers of their own.
fn check(at: &At<'_>) -> Option<Found> {
    let decided = at.decided;
    let demand = &decided.demand;
    if !demand.aim.zone {
        return None;
    }
    let needed = demand.after_loss;
    let met = decided.current.valid == Some(true) && decided.current.surviving_units >= Some(needed);
    let after = at.place.after.filter(|after| !met && after.surviving_units >= Some(needed))?;
    let title = at.title();
    let needs = match decided.needed.from {
        NeededFrom::Available => format!("at least {} must remain", units(needed)),
        NeededFrom::Stated | NeededFrom::Measured { .. } | NeededFrom::Guaranteed => format!("{} needed", units_are(needed)),
    };
    let what = match (decided.current.certain_layout, decided.current.surviving_units) {
        (Some(ZoneLayout::Automatic {}), _) => {
            format!("With automatic zones, it is not known how many units in {title} remain after a zone outage; {needs}.")
        }
        (Some(ZoneLayout::Zonal {}), _) => format!("No units in {title} remain after a zone outage; {needs}."),
        (Some(ZoneLayout::Redundant { .. }), Some(left)) => {
            format!("In {title}, {} after a zone outage; {needs}.", units_remain(left))
        }
        (Some(ZoneLayout::Redundant { .. }) | None, _) => {
            format!("{title} may not survive a zone outage: its zone layout or units are not known; {needs}.")
        }
    };
    Some(at.found(what, format!("Use {}.", layout_in_words(after.layout, after.units, decided.support))))
}
