use crate::wording::{joined, title};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::ADDRESS_CHANGES;
use crate::facts::reliability::PRIMARY_CHANGES_ADDRESS;
use crate::facts::zones::CHANGE_MOVES_ADDRESSES;
use crate::domain::{Severity, Text};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PinnedAddressChangesWithZones,
    severity: Severity::Risk,
    finds: "a change of zones where something pins the address",
    basis: Basis::Derived,
    because: &[&CHANGE_MOVES_ADDRESSES, &ADDRESS_CHANGES, &PRIMARY_CHANGES_ADDRESS],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let answers = &case.decision.answers;
    let pinned = answers.ip_dependencies == Some(true) || answers.has_a_record();
    let changed: Vec<Text> = case
        .locations()
        .filter(|(_, decided)| decided.rezones && pinned)
        .map(|(location, decided)| title(location, decided))
        .collect();
    let pin = if answers.ip_dependencies == Some(true) { "something pins" } else { "an A record names" };
    if !changed.is_empty() {
        found.push(Found::new(
            format!("The recommended zones change the address of {}, and {pin} it.", joined(&changed)),
            "Have DNS records and rules ready to change in the hour of the change of zones, and keep the TTL low until it is done.",
        ));
    }
}
