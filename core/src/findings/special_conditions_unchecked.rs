use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::{SAME_SUBNET_IN_PORTAL, SPECIAL};
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SpecialConditionsUnchecked,
    severity: Severity::Note,
    finds: "a same-subnet path whose network nobody has checked for special conditions",
    basis: Basis::Stated,
    because: &[&SPECIAL, &SAME_SUBNET_IN_PORTAL],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let same_subnet =
        matches!(case.decision.route.recommended, Some(PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip));
    if same_subnet && case.request.special_vnet_conditions.is_none() {
        found.push(Found::new(
            "Special conditions in the network, which only the portal sees, would add about an hour of downtime.",
            "Press Verify on the Platform migration page before you settle the date.",
        ));
    }
}
