use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::SUBNET_SIZE;
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetTooSmallAfter,
    severity: Severity::Risk,
    finds: "a subnet without addresses for the recommended units",
    basis: Basis::Derived,
    because: &[&SUBNET_SIZE],
    check,
};

/// Silent where not even the present units fit: another rule says so.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let (Some(room), Some(best)) = (decided.room, decided.choices.recommended()) else { continue };
        if room.after.fits != Some(false) || room.now.fits == Some(false) || room.after.needed <= room.now.needed {
            continue;
        }
        let free = location.subnet.and_then(|subnet| subnet.available_addresses);
        let has = match (free, room.usable) {
            (Some(free), _) => format!("{} more addresses, {free} are free", room.after.needed - room.now.needed),
            (None, Some(usable)) => format!("{} addresses, the subnet has {usable}", room.after.needed),
            (None, None) => format!("{} addresses", room.after.needed),
        };
        found.push(Found::at(
            &location.name,
            format!("{} in {} need {has}.", units(best.units), title(location, decided)),
            "Choose a larger subnet when you name zones, which changes the addresses anyway.",
        ));
    }
}
