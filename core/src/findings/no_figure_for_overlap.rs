use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::migration::{NO_VNET_NEW, NO_VNET_OVERLAP, RETURN};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NoFigureForOverlap,
    severity: Severity::Risk,
    finds: "records that you update while the retention of the old VIP is not documented",
    basis: Basis::Derived,
    because: &[&NO_VNET_NEW, &NO_VNET_OVERLAP, &RETURN],
    check: Check::Instance(check),
};

/// Silent where a page gives the retention of stv1 compute.
fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    if !account.dns_by_hand() || !account.changes_vip() {
        return None;
    }
    if account.way_back.is_some() {
        return Some(Found::new(
            "The VIP changes again on the return to the original subnet, and no retention is documented for the return.",
            "Plan an outage for every host name that you update yourself, from the end of the return until clients follow.",
        ));
    }
    account.figures.retention.plan_for_minutes.is_none().then(|| {
        Found::new(
            "You may have to update host names yourself, and it is not documented how long the old VIP still answers.",
            "Use CNAME records, or prepare the records and update them as soon as the migration finishes.",
        )
    })
}
