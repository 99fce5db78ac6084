use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::loss::Shares;
use crate::domain::Severity;
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
    let given = case.request.locations.iter().filter(|location| location.share.is_some()).count();
    if given == 0 || !shares.do_not_add_up() {
        return None;
    }
    let what = if given == case.request.locations.len() {
        format!("The shares add up to {} %, not to 100 %.", shares.given())
    } else {
        format!("The shares that you give add up to {} % and leave nothing for the others.", shares.given())
    };
    Some(Found::new(what, "Correct them: what a lost region leaves is divided by them, in proportion."))
}
