use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::{Because, changes_address};
use crate::facts::migration::{NEW_ADDRESS, NO_VNET_NEW};
use crate::facts::network::ADDRESS_CHANGES;
use crate::domain::{PathId, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PinnedAddressChanges,
    severity: Severity::Risk,
    finds: "a recommended path that gives up an address which something pins",
    basis: Basis::Derived,
    because: &[&ADDRESS_CHANGES, &NO_VNET_NEW, &NEW_ADDRESS],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let Some(path) = decision.route.recommended else { return };
    if decision.answers.ip_dependencies != Some(true) || !changes_address(path) {
        return;
    }
    let refused = decision.answers.downtime_refused();
    let (what, instead) = match (path, refused) {
        (PathId::InPlaceNewVip, _) => (
            "You refuse downtime and something pins the address: outside a network one of the two has to give.",
            "Accept up to 15 minutes of downtime and the address stays; or have the precreated address admitted wherever today's is pinned, before the run.",
        ),
        (PathId::SameSubnetNewVip, true) if decision.route.because == Because::InternalDowntimeRefused => (
            "You refuse downtime and something pins the address: in internal mode one of the two has to give.",
            "Accept about 20 minutes of downtime and the address stays; or have whoever pins the address ready to change it while the old compute is kept.",
        ),
        (PathId::NewSubnetKeep48h | PathId::NewSubnetReturn, _) => (
            "Something pins the address, and a move to another subnet always changes it.",
            "Have whoever pins the address ready to change it while the old compute is kept.",
        ),
        _ => (
            "Something pins the address, and the recommended path changes it.",
            "Have the precreated address admitted wherever today's is pinned, before the run.",
        ),
    };
    found.push(Found::new(what, instead));
}
