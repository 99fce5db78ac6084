use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::network::SUBNET_SIZE;
use crate::wording::units;

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
    let best = at.decided.choices.recommended()?;
    if room.after.fits != Some(false) || room.now.fits == Some(false) || room.after.needed <= room.now.needed {
        return None;
    }
    let free = at.location.subnet.and_then(|subnet| subnet.available_addresses);
    let has = match (free, room.usable) {
        (Some(free), _) => format!("{} more addresses, {free} are free", room.after.needed - room.now.needed),
        (None, Some(usable)) => format!("{} addresses, the subnet has {usable}", room.after.needed),
        (None, None) => format!("{} addresses", room.after.needed),
    };
    Some(at.found(
        format!("{} in {} need {has}.", units(best.units), at.title()),
        "Choose a larger subnet when you name zones, which changes the addresses anyway.",
    ))
}
