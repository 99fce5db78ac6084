use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Scenario, Severity, Vnet, ZoneLayout};
use crate::facts::network::PUBLIC_IP_RESOURCE;
use crate::facts::zones::{PUBLIC_IP_REQUIRED, STV1_NETWORK, STV2_NETWORK};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PublicIpMissing,
    severity: Severity::Risk,
    finds: "a change of zones in a virtual network without a public IP address resource",
    basis: Basis::Stated,
    because: &[&PUBLIC_IP_REQUIRED, &STV1_NETWORK, &STV2_NETWORK, &PUBLIC_IP_RESOURCE],
    check: Check::Location(check),
};

/// Silent while the question is not answered: the steps ask for the resource.
fn check(at: &At<'_>) -> Option<Found> {
    let At { location, decided, .. } = at;
    if !at.decision.capacities.mode.is_some_and(Vnet::is_injected) || location.public_ip != Some(false) {
        return None;
    }
    let best = decided.choices.recommended().map(|best| best.layout);
    let zones_at_creation = best.is_some_and(ZoneLayout::is_selected) && decided.scenario == Scenario::NewLocation;
    (decided.rezones || zones_at_creation).then(|| {
        at.found(
            format!("Naming zones in {} takes a Standard public IP resource, and it has none.", at.title()),
            "Create one in that region, with a DNS name label. Pages disagree on whether it is needed; having one harms nobody.",
        )
    })
}
