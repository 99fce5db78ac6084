use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Tier};
use crate::facts::tiers::UNITS_BY_TIER;
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::UnitsAboveMaximum,
    severity: Severity::Blocker,
    finds: "more units in a location than the tier allows",
    basis: Basis::Stated,
    because: &[&UNITS_BY_TIER],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let capacities = &at.decision.capacities;
    let max = capacities.max_units;
    let count = at.decided.stated.units.filter(|count| *count > max)?;
    let instead = match at.request.tier {
        Some(Tier::Consumption) => "Remove the units: Consumption scales automatically.".to_owned(),
        None | Some(Tier::Premium | Tier::Isolated) => {
            format!(
                "Use at most {max}, and distribute the load across another region or instance, or answer \"Unit limit\" if support has raised it."
            )
        }
        Some(Tier::Developer | Tier::Basic | Tier::Standard | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
            format!("Use at most {max}, or correct the tier.")
        }
    };
    let most = match at.request.tier {
        Some(Tier::Consumption) => "Consumption has no units to set".to_owned(),
        _ if capacities.raised => format!("the limit is {max}, as support has raised it"),
        None => format!("no tier has more than {max}"),
        Some(tier) => format!("the limit of {} is {max}", tier.title()),
    };
    Some(at.found(format!("{} in {}: {most}.", units(count), at.title()), instead))
}
