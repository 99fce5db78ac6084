use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::changes_address;
use crate::domain::{Firewall, PathId, Severity, Vnet};
use crate::facts::migration::PRECREATED_NEW;
use crate::facts::network::{DYNAMIC_ADDRESSES, SEEN_ADDRESSES, TUNNEL_ROUTE};

pub(super) static RULE: Rule = Rule {
    id: RuleId::FirewallNamesAddresses,
    severity: Severity::Risk,
    finds: "firewall rules that list IP addresses which the recommended path changes",
    basis: Basis::Derived,
    because: &[&PRECREATED_NEW, &DYNAMIC_ADDRESSES, &SEEN_ADDRESSES, &TUNNEL_ROUTE],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let path = case.decision.route.recommended?;
    let rules = matches!(case.request.firewall, Some(Firewall::Rules | Firewall::ForcedTunnel));
    if !rules || !changes_address(path) {
        return None;
    }
    let (what, instead) = match (path, case.decision.answers.vnet) {
        (PathId::NewSubnetKeep48h | PathId::NewSubnetReturn, _) => (
            "Your firewall names addresses or ranges, and the instance moves to another subnet.",
            "Admit the whole new subnet now, on the way in and at the backends; replace public addresses while the old compute is kept.",
        ),
        (_, Some(Vnet::Internal)) => (
            "Your firewall names addresses: the new public one is known beforehand, the private one when the run ends.",
            "Admit the precreated addresses now, and the whole subnet instead of single private addresses.",
        ),
        (_, Some(Vnet::External | Vnet::None) | None) => (
            "Your firewall names addresses, and the public one changes.",
            "Admit the precreated addresses now, and take today's out afterwards.",
        ),
    };
    Some(Found::new(what, instead))
}
