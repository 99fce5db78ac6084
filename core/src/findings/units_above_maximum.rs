use crate::wording::{title, units};
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::tiers::UNITS_BY_TIER;
use crate::domain::{Severity, Tier};

pub(super) static RULE: Rule = Rule {
    id: RuleId::UnitsAboveMaximum,
    severity: Severity::Blocker,
    finds: "more units than the tier allows in a location",
    basis: Basis::Stated,
    because: &[&UNITS_BY_TIER],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    let max = case.decision.capacities.max_units;
    let tier = case.request.tier.map_or("No tier", Tier::title);
    for (location, decided) in case.locations() {
        let Some(count) = decided.current.units.filter(|count| *count > max) else { continue };
        let instead = match case.request.tier {
            Some(Tier::Consumption) => "Leave the units open: Consumption has none to set.".to_owned(),
            None | Some(Tier::Premium | Tier::Isolated) => {
                format!("Use at most {max}, and share the load with another region or instance.")
            }
            Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
                format!("Use at most {max}, or look at the tier again.")
            }
        };
        let most = match case.request.tier {
            Some(Tier::Consumption) => "Consumption has none to set".to_owned(),
            None => format!("no tier has more than {max}"),
            Some(_) => format!("{tier} has at most {max}"),
        };
        found.push(Found::at(&location.name, format!("{} in {}: {most}.", units(count), title(location, decided)), instead));
    }
}
