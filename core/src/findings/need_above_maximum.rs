use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::Decision;
use crate::domain::{Severity, Verdict, ZoneLayout, ZoneSupport};
use crate::facts::tiers::UNITS_BY_TIER;
use crate::facts::zones::NO_PROMISE_OF_UNITS;
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::NeedAboveMaximum,
    severity: Severity::Blocker,
    finds: "a peak load or a goal that needs more units than the tier allows",
    basis: Basis::Derived,
    because: &[&UNITS_BY_TIER, &NO_PROMISE_OF_UNITS],
    check: Check::Location(check),
};

/// Silent if the present units are above the maximum already: `units-above-maximum` says so.
fn check(at: &At<'_>) -> Option<Found> {
    let At { decision: Decision { capacities, .. }, decided, .. } = at;
    let max = capacities.max_units;
    if max == 0 || decided.current.units.is_some_and(|count| count > max) {
        return None;
    }
    let spread = || decided.choices.iter().filter(|choice| matches!(choice.layout, ZoneLayout::Redundant { .. }));
    let zones_to_lose = matches!(decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
    let goal_out = capacities.aim.zone && zones_to_lose && spread().all(|choice| choice.verdict == Verdict::RuledOut);
    let (what, least) = if decided.choices.recommended().is_none() {
        ("The peak of", decided.choices.iter().map(|choice| choice.units).min())
    } else if goal_out {
        ("Carrying the peak with a zone lost in", spread().map(|choice| choice.units).min())
    } else {
        return None;
    };
    Some(at.found(
        format!("{what} {} takes {}, and the tier has at most {max}.", at.title(), units(least.unwrap_or(decided.needed.units))),
        "Share the load with another region or instance.",
    ))
}
