use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::{Because, changes_address};
use crate::domain::{PathId, Severity};
use crate::facts::migration::{NEW_ADDRESS, NO_VNET_NEW};
use crate::facts::network::ADDRESS_CHANGES;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PinnedAddressChanges,
    severity: Severity::Risk,
    finds: "a recommended path that changes a VIP which something depends on",
    basis: Basis::Derived,
    because: &[&ADDRESS_CHANGES, &NO_VNET_NEW, &NEW_ADDRESS],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let decision = case.decision;
    let path = decision.route.recommended?;
    if decision.answers.ip_dependencies != Some(true) || !changes_address(path) {
        return None;
    }
    let refused = decision.answers.downtime_refused() && decision.route.because == Because::InternalDowntimeRefused;
    let (what, instead) = match path {
        PathId::InPlaceNewVip => (
            "You refuse downtime and something pins the address: outside a network one of the two has to give.",
            "Accept up to 15 minutes of downtime and the address stays; or have the precreated address admitted wherever today's is pinned, before the run.",
        ),
        PathId::SameSubnetNewVip if refused => (
            "You refuse downtime and something pins the address: in internal mode one of the two has to give.",
            "Accept about 20 minutes of downtime and the address stays; or have whoever pins the address ready to change it while the old compute is kept.",
        ),
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => (
            "Something pins the address, and a move to another subnet always changes it.",
            "Have whoever pins the address ready to change it while the old compute is kept.",
        ),
        PathId::SameSubnetPreserveVip
        | PathId::SameSubnetNewVip
        | PathId::InPlacePreserveVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet
        | PathId::SideBySide => (
            "Something pins the address, and the recommended path changes it.",
            "Have the precreated address admitted wherever today's is pinned, before the run.",
        ),
    };
    Some(Found::new(what, instead))
}
