use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Firewall, Severity};
use crate::facts::migration::PRECREATED_NEW;
use crate::facts::network::{DYNAMIC_ADDRESSES, SEEN_ADDRESSES, TUNNEL_ROUTE};
use crate::migration::Family;

pub(super) static RULE: Rule = Rule {
    id: RuleId::FirewallNamesAddresses,
    severity: Severity::Risk,
    finds: "firewall rules that a new VIP or subnet would leave behind",
    basis: Basis::Derived,
    because: &[&PRECREATED_NEW, &DYNAMIC_ADDRESSES, &SEEN_ADDRESSES, &TUNNEL_ROUTE],
    check: Check::Instance(check),
};

/// Silent for a second instance: its rules are part of its checklist, long before traffic is switched.
fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    if !account.changes_vip() {
        return None;
    }
    let new_subnet = !matches!(account.family, Family::SameSubnet | Family::InPlace);
    let (what, instead) = match (case.request.firewall?, new_subnet, account.internal()) {
        (Firewall::None, ..) | (Firewall::ForcedTunnel, false, _) => return None,
        (Firewall::ForcedTunnel, true, _) => (
            "Outbound traffic is force-tunneled, and the instance migrates to another subnet.",
            "Allow the new subnet range in the firewall and at the backends, and configure service endpoints and routes for the new subnet.",
        ),
        (Firewall::Rules, true, _) => (
            "Firewall rules list the instance's IP addresses or subnet, and the instance migrates to another subnet.",
            "Allow the new subnet range before the migration, and add the new public IP address as soon as it is known.",
        ),
        (Firewall::Rules, false, Some(true) | None) => (
            "Firewall rules list the instance's IP addresses; the new public VIP is known in advance, the new private VIP only after the migration.",
            "Add the precreated IP addresses to the rules now, and allow the whole subnet range instead of individual private IPs.",
        ),
        (Firewall::Rules, false, Some(false)) => (
            "Firewall rules list the instance's public VIP, and it changes.",
            "Add the precreated IP addresses to the rules now, and remove the old ones when stv1 compute is deleted.",
        ),
    };
    Some(Found::new(what, instead))
}
