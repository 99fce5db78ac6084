use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::{ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetCannotGrowFirst,
    severity: Severity::Risk,
    finds: "a subnet that holds two copies of the present units but not of the recommended ones",
    basis: Basis::Derived,
    because: &[&ROOM_FOR_A_COPY, &SUBNET_SIZE],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations().filter(|(_, decided)| decided.moves) {
        let (Some(room), Some(best)) = (decided.room, decided.choices.recommended()) else { continue };
        let grows = room.after.needed > room.now.needed;
        if !grows || room.during.fits != Some(true) || room.grown_first.fits != Some(false) || room.after.fits == Some(false) {
            continue;
        }
        let has = room.usable.map_or_else(String::new, |usable| format!(", it has {usable}"));
        found.push(Found::at(
            &location.name,
            format!(
                "{} has no room to grow first: {} in two copies need {} addresses{has}.",
                title(location, decided),
                units(best.units),
                room.grown_first.needed
            ),
            format!("Migrate with {} and add the others afterwards.", units(decided.current.units.unwrap_or(1))),
        ));
    }
}
