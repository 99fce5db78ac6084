use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::dns_by_hand;
use crate::facts::migration::{NO_VNET_NEW, NO_VNET_OVERLAP};
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NoFigureForOverlap,
    severity: Severity::Risk,
    finds: "records that must change by hand while no page says how long the old address answers",
    basis: Basis::Derived,
    because: &[&NO_VNET_NEW, &NO_VNET_OVERLAP],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    if decision.route.recommended == Some(PathId::InPlaceNewVip) && dns_by_hand(PathId::InPlaceNewVip, &decision.answers) {
        found.push(Found::new(
            "Custom names may point at the address itself, and no page in force says how long the old address answers outside a network.",
            "Point them at the instance by CNAME before the run; or prepare the records for the precreated address and change them the moment the run ends.",
        ));
    }
}
