use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::capacity::Change;
use crate::domain::Severity;
use crate::facts::network::SUBNET_SIZE;
use crate::wording::{addresses, units};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetTooSmallAfter,
    severity: Severity::Risk,
    finds: "a subnet with too few IP addresses for the recommended units",
    basis: Basis::Derived,
    because: &[&SUBNET_SIZE],
    check: Check::Location(check),
};

/// Silent if not even the present units fit: `subnet-too-small` says so.
fn check(at: &At<'_>) -> Option<Found> {
    let room = at.decided.room?;
    let after = at.place.after?;
    if room.after.fits != Some(false) || room.now.fits == Some(false) || room.after.needed <= room.now.needed {
        return None;
    }
    let free = at.location.subnet.and_then(|subnet| subnet.available_addresses);
    let has = match (free, room.usable) {
        (Some(free), _) => format!("{} more than now, and {free} are free", addresses(room.after.needed - room.now.needed)),
        (None, Some(usable)) => format!("{}, and the subnet has {usable}", addresses(room.after.needed)),
        (None, None) => addresses(room.after.needed).into_owned(),
    };
    let large = at.place.smallest_prefix().map_or_else(String::new, |prefix| format!(" of /{prefix} or larger"));
    let instead = match (at.place.change, at.request.new_subnet) {
        (Change::Add, _) => format!("Create a subnet{large} for the new location."),
        (_, Some(false)) => "Free IP addresses in the subnet, or use fewer units: you can't provide another subnet.".to_owned(),
        (_, Some(true) | None) => format!("Use another subnet{large}; the VIPs change, as with a change of zones."),
    };
    Some(at.found(format!("{} in {} need {has}.", units(after.units), at.title()), instead))
}
