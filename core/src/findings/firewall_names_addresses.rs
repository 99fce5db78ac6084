use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::changes_address;
use crate::facts::migration::PRECREATED_NEW;
use crate::facts::network::{DYNAMIC_ADDRESSES, SEEN_ADDRESSES, TUNNEL_ROUTE};
use crate::domain::{Firewall, PathId, Severity, Vnet};

pub(super) static RULE: Rule = Rule {
    id: RuleId::FirewallNamesAddresses,
    severity: Severity::Risk,
    finds: "firewall rules that a new address or subnet would leave behind",
    basis: Basis::Derived,
    because: &[&PRECREATED_NEW, &DYNAMIC_ADDRESSES, &SEEN_ADDRESSES, &TUNNEL_ROUTE],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let Some(path) = decision.route.recommended else { return };
    let rules = matches!(case.request.firewall, Some(Firewall::Rules | Firewall::ForcedTunnel));
    if !rules || !changes_address(path) {
        return;
    }
    let found_here = match (path, decision.answers.vnet) {
        (PathId::NewSubnetKeep48h | PathId::NewSubnetReturn, _) => Found::new(
            "Your firewall names addresses or ranges, and the instance moves to another subnet.",
            "Admit the whole new subnet now, on the way in and at the backends; replace public addresses while the old compute is kept.",
        ),
        (_, Some(Vnet::Internal)) => Found::new(
            "Your firewall names addresses: the new public one is known beforehand, the private one when the run ends.",
            "Admit the precreated addresses now, and the whole subnet instead of single private addresses.",
        ),
        _ => Found::new(
            "Your firewall names addresses, and the public one changes.",
            "Admit the precreated addresses now, and take today's out afterwards.",
        ),
    };
    found.push(found_here);
}
