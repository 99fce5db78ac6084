use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::{dns_by_hand, kept_for};
use crate::facts::migration::{FAQ_TEST, INTERNAL_NEW_NOVEMBER, WHO_MOVES_DNS};
use crate::domain::{PathId, Severity, Vnet};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DnsSlowerThanRetention,
    severity: Severity::Risk,
    finds: "a DNS change that takes longer than the old compute surely stays",
    basis: Basis::Derived,
    because: &[&INTERNAL_NEW_NOVEMBER, &FAQ_TEST, &WHO_MOVES_DNS],
    check,
};

/// Silent where DNS follows by itself, and where no page gives a figure to compare with.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let decision = case.decision;
    let (Some(path), Some(change)) = (decision.route.recommended, case.request.dns_change_minutes) else {
        return;
    };
    let Some(kept) = kept_for(path, &decision.answers) else { return };
    if !dns_by_hand(path, &decision.answers) || change <= kept {
        return;
    }
    let late = change - kept;
    let instead = match path {
        PathId::SameSubnetNewVip if decision.answers.vnet == Some(Vnet::Internal) => {
            "Set the portal to keep the old compute for up to 48 hours, or lower the TTL until the change fits."
        }
        PathId::NewSubnetReturn => "Lower the TTL until the change fits, or stay in the new subnet and keep the old compute for 48 hours.",
        _ => "Lower the TTL until the change fits, or take a path that keeps the old compute for longer.",
    };
    found.push(Found::new(
        format!("Your DNS change takes {change} minutes and only {kept} are sure: clients can be without a gateway for {late}."),
        instead,
    ));
}
