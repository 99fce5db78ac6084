use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::dns_by_hand;
use crate::domain::{PathId, Severity};
use crate::facts::migration::{NO_VNET_NEW, NO_VNET_OVERLAP};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NoFigureForOverlap,
    severity: Severity::Risk,
    finds: "a DNS record that must be updated by hand while no retention is documented",
    basis: Basis::Derived,
    because: &[&NO_VNET_NEW, &NO_VNET_OVERLAP],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let decision = case.decision;
    let path = PathId::InPlaceNewVip;
    (decision.route.recommended == Some(path) && dns_by_hand(path, &decision.answers)).then(|| {
        Found::new(
            "Custom names may point at the address itself, and no page in force says how long the old address answers outside a network.",
            "Point them at the instance by CNAME before the run; or prepare the records for the precreated address and change them the moment the run ends.",
        )
    })
}
