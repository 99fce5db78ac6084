use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Tier};
use crate::facts::tiers::{UNITS_BY_TIER, has_regions};
use crate::facts::zones::NO_PROMISE_OF_UNITS;
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::NeedAboveMaximum,
    severity: Severity::Blocker,
    finds: "a peak load or a goal that needs more units than the limit",
    basis: Basis::Derived,
    because: &[&UNITS_BY_TIER, &NO_PROMISE_OF_UNITS],
    check: Check::Location(check),
};

/// Silent if the present units are above the limit already: `units-above-maximum` says so.
fn check(at: &At<'_>) -> Option<Found> {
    let max = at.decision.capacities.max_units;
    if max == 0 || at.decided.stated.units.is_some_and(|count| count > max) {
        return None;
    }
    let needs = at.place.units_out_of_reach()?;
    let aim = at.decided.demand.aim;
    let what = match (at.place.after, aim.zone, aim.region) {
        (None, _, _) => "for its peak load",
        (Some(_), true, true) => "for a zone outage and a region outage",
        (Some(_), true, false) => "for a zone outage",
        (Some(_), false, _) => "for a region outage",
    };
    let instead = match (has_regions(at.request.tier), at.request.tier) {
        (Some(true), _) => "Add a region or another instance, or ask support to raise the limit and answer \"Unit limit\".",
        (None, _) => "Add another instance, or a region if the tier is Premium.",
        (Some(false), Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::BasicV2)) => {
            "Change the tier to one with more units, or add another instance."
        }
        (Some(false), _) => "Add another instance.",
    };
    Some(at.found(format!("{} needs {} {what}, and the limit is {max}.", at.title(), units(needs)), instead))
}
