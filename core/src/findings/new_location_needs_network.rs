use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::SAME_REGION;
use crate::facts::reliability::{NETWORK_IN_THE_REGION, SECONDARY_LEAVES_PRIMARY};
use crate::facts::zones::NEW_LOCATION_NETWORK;
use crate::domain::{Scenario, Severity, Vnet};

pub(super) static RULE: Rule = Rule {
    id: RuleId::NewLocationNeedsNetwork,
    severity: Severity::Note,
    finds: "a new location of an instance in a network",
    basis: Basis::Stated,
    because: &[&NEW_LOCATION_NETWORK, &NETWORK_IN_THE_REGION, &SECONDARY_LEAVES_PRIMARY, &SAME_REGION],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if !case.decision.capacities.mode.is_some_and(Vnet::is_injected) {
        return;
    }
    for (location, decided) in case.locations().filter(|(_, decided)| decided.scenario == Scenario::NewLocation) {
        let title = title(location, decided);
        found.push(Found::at(
            &location.name,
            format!("{title} is new, and the instance stands in a network: it needs a network and a subnet of its own in that region."),
            "Provide both, in the instance's subscription, before you add the location. The other locations keep their addresses.",
        ));
    }
}
