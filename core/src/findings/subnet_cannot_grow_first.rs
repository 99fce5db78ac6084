use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::network::{ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::wording::{addresses, units};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetCannotGrowFirst,
    severity: Severity::Risk,
    finds: "a subnet that has room to migrate the present units, but not the recommended ones",
    basis: Basis::Derived,
    because: &[&ROOM_FOR_A_COPY, &SUBNET_SIZE],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let room = at.decided.room.filter(|_| at.decided.moves)?;
    let during = room.during?;
    let after = at.place.after?;
    let grows = room.after.needed > room.now.needed;
    if !grows || during.fits != Some(true) || room.grown_first.fits != Some(false) || room.after.fits == Some(false) {
        return None;
    }
    let has = room.usable.map_or_else(String::new, |usable| format!("; the subnet has {usable}"));
    Some(at.found(
        format!(
            "The subnet in {} can't hold two copies of {}, which need {}{has}.",
            at.title(),
            units(after.units),
            addresses(room.grown_first.needed)
        ),
        format!("Migrate with {}, and add the other units afterwards.", units(at.decided.current.units.unwrap_or(1))),
    ))
}
