use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::loss::Shares;
use crate::domain::{Severity, Share};
use crate::facts::reliability::OVERPROVISION_REGIONS;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SharesDoNotAddUp,
    severity: Severity::Risk,
    finds: "shares of the traffic that do not add up to 100 percent",
    basis: Basis::Derived,
    because: &[&OVERPROVISION_REGIONS],
    check: Check::Instance(check),
};

/// Silent while no share is given: the locations share the traffic evenly then.
fn check(case: &Case<'_>) -> Option<Found> {
    let shares = Shares::of(case.request);
    let serving = || case.request.locations.iter().filter(|location| location.serves());
    let given = serving().filter(|location| location.share.is_some()).count();
    if given == 0 || !shares.do_not_add_up() {
        return None;
    }
    let what = if given == serving().count() {
        format!("The traffic shares add up to {} % instead of {} %.", shares.given(), Share::MAX.get())
    } else {
        format!("The traffic shares add up to {} % and leave nothing for the other regions.", shares.given())
    };
    Some(Found::new(what, "Correct the shares: the traffic of a lost region is divided in proportion to them."))
}
