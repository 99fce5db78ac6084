use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Text};
use crate::facts::network::ADDRESS_CHANGES;
use crate::facts::reliability::PRIMARY_CHANGES_ADDRESS;
use crate::facts::zones::CHANGE_MOVES_ADDRESSES;
use crate::wording::joined;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PinnedAddressChangesWithZones,
    severity: Severity::Risk,
    finds: "a change of zones that changes a VIP which something depends on",
    basis: Basis::Derived,
    because: &[&CHANGE_MOVES_ADDRESSES, &ADDRESS_CHANGES, &PRIMARY_CHANGES_ADDRESS],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let answers = &case.decision.answers;
    let pin = if answers.ip_dependencies == Some(true) {
        "something pins"
    } else if answers.has_a_record() {
        "an A record names"
    } else {
        return None;
    };
    let changed: Vec<Text> = case.locations().filter(|at| at.decided.rezones).map(|at| at.title()).collect();
    (!changed.is_empty()).then(|| {
        Found::new(
            format!("The recommended zones change the address of {}, and {pin} it.", joined(&changed)),
            "Have DNS records and rules ready to change in the hour of the change of zones, and keep the TTL low until it is done.",
        )
    })
}
