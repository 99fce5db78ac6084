use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Scenario, Severity, Vnet};
use crate::facts::network::SAME_REGION;
use crate::facts::reliability::{NETWORK_IN_THE_REGION, SECONDARY_LEAVES_PRIMARY};
use crate::facts::zones::NEW_LOCATION_NETWORK;

pub(super) static RULE: Rule = Rule {
    id: RuleId::NewLocationNeedsNetwork,
    severity: Severity::Note,
    finds: "a new location of an injected instance",
    basis: Basis::Stated,
    because: &[&NEW_LOCATION_NETWORK, &NETWORK_IN_THE_REGION, &SECONDARY_LEAVES_PRIMARY, &SAME_REGION],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let injected = at.decision.capacities.mode.is_some_and(Vnet::is_injected);
    (injected && at.decided.scenario == Scenario::NewLocation).then(|| {
        at.found(
            format!("The instance is injected: {} needs a virtual network and a subnet in that region.", at.title()),
            "Create both in the instance's subscription before you add the location; the other locations preserve their VIPs.",
        )
    })
}
