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

/// Silent for a second instance, whose VIPs are new whatever its zones.
fn check(case: &Case<'_>) -> Option<Found> {
    let answers = &case.decision.answers;
    let listed = answers.ip_dependencies == Some(true);
    let pin = match (listed, answers.has_a_record()) {
        (true, _) => "clients or backends list it",
        (false, true) => "custom domains point at it with A records",
        (false, false) => return None,
    };
    let places = case.capacity.places.iter().filter(|place| place.public_vip_changes);
    let changed: Vec<Text> = places.map(|place| place.title.clone()).collect();
    let instead = match (case.capacity.injected(), case.capacity.internal()) {
        (true, false) => {
            "Create the public IP addresses first, add them to rules and allowlists, and update A records right after the change."
        }
        (true, true) => "Allow the whole subnet range before the change, and update DNS records right after it.",
        (false, _) => "Prepare rules and DNS records, and keep the TTL low: the new VIP is known only after the change.",
    };
    (!changed.is_empty())
        .then(|| Found::new(format!("Configuring zones changes the VIP in {}, and {pin}.", joined(&changed)), instead))
}
