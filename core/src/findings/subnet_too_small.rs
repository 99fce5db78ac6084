use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::network::SUBNET_SIZE;
use crate::wording::units;

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
    let instead = match room.smallest_prefix {
        Some(prefix) => format!("Give it a /{prefix} or larger, or look at units and prefix again."),
        None => "Share the units with another region or instance.".to_owned(),
    };
    Some(at.found(
        format!("{} in {} take {} addresses{has}.", units(at.decided.current.units.unwrap_or(1)), at.title(), room.now.needed),
        instead,
    ))
}
