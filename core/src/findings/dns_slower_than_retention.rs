use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::{dns_by_hand, kept_for};
use crate::domain::{PathId, Severity, Vnet};
use crate::facts::migration::{FAQ_TEST, INTERNAL_NEW_NOVEMBER, WHO_MOVES_DNS};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DnsSlowerThanRetention,
    severity: Severity::Risk,
    finds: "a DNS change that takes longer than the stv1 compute is retained",
    basis: Basis::Derived,
    because: &[&INTERNAL_NEW_NOVEMBER, &FAQ_TEST, &WHO_MOVES_DNS],
    check: Check::Instance(check),
};

/// Silent if DNS follows by itself, and if no retention is documented to compare with.
fn check(case: &Case<'_>) -> Option<Found> {
    let decision = case.decision;
    let path = decision.route.recommended?;
    let change = case.request.dns_change_minutes?;
    let kept = kept_for(path, &decision.answers)?;
    if !dns_by_hand(path, &decision.answers) || change <= kept {
        return None;
    }
    let late = change - kept;
    let instead = match path {
        PathId::SameSubnetNewVip if decision.answers.vnet == Some(Vnet::Internal) => {
            "Set the portal to keep the old compute for up to 48 hours, or lower the TTL until the change fits."
        }
        PathId::NewSubnetReturn => {
            "Lower the TTL until the change fits, or stay in the new subnet and keep the old compute for 48 hours."
        }
        PathId::SameSubnetPreserveVip
        | PathId::SameSubnetNewVip
        | PathId::NewSubnetKeep48h
        | PathId::InPlacePreserveVip
        | PathId::InPlaceNewVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet
        | PathId::SideBySide => "Lower the TTL until the change fits, or take a path that keeps the old compute for longer.",
    };
    Some(Found::new(
        format!("Your DNS change takes {change} minutes and only {kept} are sure: clients can be without a gateway for {late}."),
        instead,
    ))
}
