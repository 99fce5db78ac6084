use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::{ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetTooSmallForCopy,
    severity: Severity::Risk,
    finds: "a subnet without room for the second copy of a migration",
    basis: Basis::Derived,
    because: &[&ROOM_FOR_A_COPY, &SUBNET_SIZE],
    check,
};

/// Silent where not even one copy fits: another rule says so.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations().filter(|(_, decided)| decided.moves) {
        let Some(room) = decided.room else { continue };
        if room.during.fits != Some(false) || room.now.fits == Some(false) {
            continue;
        }
        let free = location.subnet.and_then(|subnet| subnet.available_addresses);
        let has = match (free, room.usable) {
            (Some(free), _) => format!("{} for the second one, {free} are free", room.now.needed),
            (None, Some(usable)) => format!("{}, it has {usable}", room.during.needed),
            (None, None) => room.during.needed.to_string(),
        };
        found.push(Found::at(
            &location.name,
            format!(
                "{} has no room to migrate in its subnet: two copies of {} need {has}.",
                title(location, decided),
                units(decided.current.units.unwrap_or(1))
            ),
            "Migrate into another subnet, run fewer units while it migrates, or free addresses.",
        ));
    }
}
