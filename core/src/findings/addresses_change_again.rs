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
    let account = case.account?;
    let rezones = case.locations().any(|at| at.decided.rezones && at.decided.moves);
    if !rezones || account.path == PathId::SideBySide {
        return None;
    }
    Some(if account.changes_vip() {
        Found::new(
            "The migration changes the VIPs, and configuring zones afterwards changes them again.",
            "Keep the TTL low until both changes are complete.",
        )
    } else {
        Found::new(
            "The migration preserves the VIPs, and configuring zones afterwards changes them.",
            "Announce the change once to everyone who lists the VIPs, and keep the TTL low until it is complete.",
        )
    })
}
