use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::network::ADDRESS_CHANGES;
use crate::facts::zones::CHANGE_MOVES_ADDRESSES;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AddressesChangeAgain,
    severity: Severity::Note,
    finds: "a migration and a change of zones that each change the VIP addresses",
    basis: Basis::Derived,
    because: &[&CHANGE_MOVES_ADDRESSES, &ADDRESS_CHANGES],
    check: Check::Instance(check),
};

/// Silent for a second instance, which gets its zones when it is created.
fn check(case: &Case<'_>) -> Option<Found> {
    let rezones = case.locations().any(|at| at.decided.rezones && at.decided.moves);
    let path = case.decision.route.recommended.filter(|_| rezones)?;
    let (what, instead) = match path {
        PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip => (
            "The migration preserves the VIP, and configuring zones afterwards changes it.",
            "Announce that one change. Keep the TTL low until the zones are configured.",
        ),
        PathId::SameSubnetNewVip
        | PathId::NewSubnetKeep48h
        | PathId::NewSubnetReturn
        | PathId::InPlaceNewVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet => {
            ("The migration changes the VIPs, and configuring zones afterwards changes them again.", "Keep the TTL low until both are done.")
        }
        PathId::SideBySide => return None,
    };
    Some(Found::new(what, instead))
}
