use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::network::{ROOM_FOR_A_COPY, SUBNET_SIZE};
use crate::wording::{addresses, units};

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
    let room = at.decided.room.filter(|room| room.now.fits != Some(false))?;
    let during = room.during.filter(|during| during.fits == Some(false))?;
    let free = at.location.subnet.and_then(|subnet| subnet.available_addresses);
    let has = match (free, room.usable) {
        (Some(free), _) => format!("the second one needs {}, and {free} are free", addresses(room.now.needed)),
        (None, Some(usable)) => format!("they need {}, and the subnet has {usable}", addresses(during.needed)),
        (None, None) => format!("they need {}", addresses(during.needed)),
    };
    let instead = match at.request.new_subnet {
        Some(false) => "Use fewer units during the migration, or free IP addresses in the subnet.",
        Some(true) | None => "Migrate to another subnet, use fewer units during the migration, or free IP addresses.",
    };
    let count = units(at.decided.current.units.unwrap_or(1));
    Some(at.found(format!("The subnet in {} can't hold two copies of {count}: {has}.", at.title()), instead))
}
