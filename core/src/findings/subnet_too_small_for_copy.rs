use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::network::{ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetTooSmallForCopy,
    severity: Severity::Risk,
    finds: "a subnet without room for the second copy that a migration needs",
    basis: Basis::Derived,
    because: &[&ROOM_FOR_A_COPY, &SUBNET_SIZE],
    check: Check::Location(check),
};

/// Silent if not even one copy fits: `subnet-too-small` says so.
fn check(at: &At<'_>) -> Option<Found> {
    let room = at.decided.room.filter(|_| at.decided.moves)?;
    if room.during.fits != Some(false) || room.now.fits == Some(false) {
        return None;
    }
    let free = at.location.subnet.and_then(|subnet| subnet.available_addresses);
    let has = match (free, room.usable) {
        (Some(free), _) => format!("{} for the second one, {free} are free", room.now.needed),
        (None, Some(usable)) => format!("{}, it has {usable}", room.during.needed),
        (None, None) => room.during.needed.to_string(),
    };
    Some(at.found(
        format!(
            "{} has no room to migrate in its subnet: two copies of {} need {has}.",
            at.title(),
            units(at.decided.current.units.unwrap_or(1))
        ),
        "Migrate into another subnet, run fewer units while it migrates, or free addresses.",
    ))
}
