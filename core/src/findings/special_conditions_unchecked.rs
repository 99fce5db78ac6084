use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::migration::{SAME_SUBNET_IN_PORTAL, SPECIAL, SPECIAL_EXTRA};
use crate::migration::Family;
use crate::wording::span;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SpecialConditionsUnchecked,
    severity: Severity::Note,
    finds: "a path in the same subnet although special conditions are not checked",
    basis: Basis::Stated,
    because: &[&SPECIAL, &SAME_SUBNET_IN_PORTAL],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    if account.family != Family::SameSubnet || case.request.special_vnet_conditions.is_some() {
        return None;
    }
    let what = if account.changes_vip() {
        "Special conditions in the virtual network, which only the portal detects, rule out a new VIP in the same subnet."
            .to_owned()
    } else {
        format!(
            "Special conditions in the virtual network, which only the portal detects, add about {} of gateway downtime.",
            span(SPECIAL_EXTRA.value)
        )
    };
    Some(Found::new(
        what,
        "Select Verify on the Platform migration page before you set the date, and plan again if it finds any.",
    ))
}
