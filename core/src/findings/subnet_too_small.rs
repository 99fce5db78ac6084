use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::network::SUBNET_SIZE;
use crate::wording::{addresses, units};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetTooSmall,
    severity: Severity::Blocker,
    finds: "a subnet with too few IP addresses for the present units",
    basis: Basis::Stated,
    because: &[&SUBNET_SIZE],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let room = at.decided.room.filter(|room| room.now.fits == Some(false))?;
    let has = room.usable.map_or_else(String::new, |usable| format!(", and the subnet has {usable}"));
    let others = match room.others {
        Some(others @ 1..) => format!(", in addition to {} of other resources", addresses(others)),
        Some(0) | None => String::new(),
    };
    let instead = match at.place.smallest_prefix() {
        Some(prefix) => format!("Use a subnet of /{prefix} or larger, or correct units or prefix."),
        None => "Distribute the units across another instance.".to_owned(),
    };
    Some(at.found(
        format!(
            "{} in {} need {}{others}{has}.",
            units(at.decided.current.units.unwrap_or(1)),
            at.title(),
            addresses(room.now.needed)
        ),
        instead,
    ))
}
