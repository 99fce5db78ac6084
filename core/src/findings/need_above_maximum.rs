use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::UNITS_BY_TIER;
use crate::facts::zones::NO_PROMISE_OF_UNITS;
use crate::domain::{Severity, Verdict, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NeedAboveMaximum,
    severity: Severity::Blocker,
    finds: "a peak or a goal that takes more units than the tier allows",
    basis: Basis::Derived,
    because: &[&UNITS_BY_TIER, &NO_PROMISE_OF_UNITS],
    check,
};

/// Silent where the present units are above the maximum already: another rule says so.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let capacities = &case.decision.capacities;
    let max = capacities.max_units;
    for (location, decided) in case.locations() {
        if max == 0 || decided.current.units.is_some_and(|count| count > max) {
            continue;
        }
        let spread = || decided.choices.iter().filter(|choice| matches!(choice.layout, ZoneLayout::Redundant { .. }));
        let zones_to_lose = matches!(decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
        let goal_out = capacities.aim.zone && zones_to_lose && spread().all(|choice| choice.verdict == Verdict::RuledOut);
        let (what, least) = if decided.choices.recommended().is_none() {
            ("The peak of", decided.choices.iter().map(|choice| choice.units).min())
        } else if goal_out {
            ("Carrying the peak with a zone lost in", spread().map(|choice| choice.units).min())
        } else {
            continue;
        };
        found.push(Found::at(
            &location.name,
            format!(
                "{what} {} takes {}, and the tier has at most {max}.",
                title(location, decided),
                units(least.unwrap_or(decided.needed.units))
            ),
            "Share the load with another region or instance.",
        ));
    }
}
