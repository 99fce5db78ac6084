use crate::wording::{layout_in_words, title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::Choice;
use crate::facts::zones::{AUTOMATIC, MULTIPLE_OF_ZONES, NO_PROMISE_OF_UNITS};
use crate::domain::{Severity, Verdict, ZoneLayout};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneGoalMissed,
    severity: Severity::Risk,
    finds: "a present layout that does not carry the peak with a zone lost, though another one would",
    basis: Basis::Derived,
    because: &[&NO_PROMISE_OF_UNITS, &MULTIPLE_OF_ZONES, &AUTOMATIC],
    check,
};

/// Silent where no layout helps: tier, region or limit are blockers of their own.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if !case.decision.capacities.aim.zone {
        return;
    }
    for (location, decided) in case.locations() {
        let needed = decided.needed.units;
        let outlives = |choice: &&Choice| choice.surviving_units >= Some(needed) && choice.verdict != Verdict::RuledOut;
        let met = decided.current.valid == Some(true) && decided.current.surviving_units >= Some(needed);
        let Some(best) = decided.choices.iter().find(outlives).filter(|_| !met) else { continue };
        let title = title(location, decided);
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
        found.push(Found::at(&location.name, what, format!("Run {}.", layout_in_words(best.layout, best.units))));
    }
}
