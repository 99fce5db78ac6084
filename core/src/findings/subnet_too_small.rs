use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::SUBNET_SIZE;
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {
    id: RuleId::SubnetTooSmall,
    severity: Severity::Blocker,
    finds: "a subnet without addresses for the units that are said to be in it",
    basis: Basis::Stated,
    because: &[&SUBNET_SIZE],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let Some(room) = decided.room.filter(|room| room.now.fits == Some(false)) else { continue };
        let has = room.usable.map_or_else(String::new, |usable| format!(", and the subnet has {usable}"));
        let instead = match room.smallest_prefix {
            Some(prefix) => format!("Give it a /{prefix} or larger, or look at units and prefix again."),
            None => "Share the units with another region or instance.".to_owned(),
        };
        found.push(Found::at(
            &location.name,
            format!(
                "{} in {} take {} addresses{has}.",
                units(decided.current.units.unwrap_or(1)),
                title(location, decided),
                room.now.needed
            ),
            instead,
        ));
    }
}
