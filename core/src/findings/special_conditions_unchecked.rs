use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::migration::{SAME_SUBNET_IN_PORTAL, SPECIAL};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SpecialConditionsUnchecked,
    severity: Severity::Note,
    finds: "a path in the same subnet although special conditions are not checked",
    basis: Basis::Stated,
    because: &[&SPECIAL, &SAME_SUBNET_IN_PORTAL],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let same_subnet = matches!(case.decision.route.recommended, Some(PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip));
    (same_subnet && case.request.special_vnet_conditions.is_none()).then(|| {
        Found::new(
            "Special conditions in the network, which only the portal sees, would add about an hour of downtime.",
            "Press Verify on the Platform migration page before you settle the date.",
        )
    })
}
