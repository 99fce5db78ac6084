use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::Choice;
use crate::domain::{Severity, Verdict, ZoneLayout};
use crate::facts::zones::{AUTOMATIC, MULTIPLE_OF_ZONES, NO_PROMISE_OF_UNITS};
use crate::wording::{layout_in_words, units};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneGoalMissed,
    severity: Severity::Risk,
    finds: "a present layout whose remaining units are too few after a zone outage, although another layout has enough",
    basis: Basis::Derived,
    because: &[&NO_PROMISE_OF_UNITS, &MULTIPLE_OF_ZONES, &AUTOMATIC],
    check: Check::Location(check),
};

/// Silent if no layout has enough units: tier, region or maximum are blockers of their own.
fn check(at: &At<'_>) -> Option<Found> {
    if !at.decision.capacities.aim.zone {
        return None;
    }
    let decided = at.decided;
    let needed = decided.needed.units;
    let survives = |choice: &&Choice| choice.surviving_units >= Some(needed) && choice.verdict != Verdict::RuledOut;
    let met = decided.current.valid == Some(true) && decided.current.surviving_units >= Some(needed);
    let best = decided.choices.iter().find(survives).filter(|_| !met)?;
    let title = at.title();
    let what = match (decided.current.layout, decided.current.surviving_units) {
        (Some(ZoneLayout::Automatic {}), _) => {
            format!("Azure places the units of {title}: nobody can say how many a lost zone leaves, and the peak needs {needed}.")
        }
        (Some(ZoneLayout::Zonal {}), _) => format!("A lost zone leaves no unit in {title}, and the peak needs {needed}."),
        (Some(ZoneLayout::Redundant { .. }), Some(left)) => {
            format!("A lost zone leaves {} in {title}, and the peak needs {needed}.", units(left))
        }
        (Some(ZoneLayout::Redundant { .. }) | None, _) => {
            format!("Nothing says that {title} outlives a zone, and the peak needs {}.", units(needed))
        }
    };
    Some(at.found(what, format!("Run {}.", layout_in_words(best.layout, best.units))))
}
