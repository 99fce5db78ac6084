use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::network::PUBLIC_IP_RESOURCE;
use crate::facts::zones::{PUBLIC_IP_REQUIRED, STV1_NETWORK, STV2_NETWORK};
use crate::domain::{Scenario, Severity, Vnet, ZoneLayout};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PublicIpMissing,
    severity: Severity::Risk,
    finds: "a change of zones in a network without a public IP resource",
    basis: Basis::Stated,
    because: &[&PUBLIC_IP_REQUIRED, &STV1_NETWORK, &STV2_NETWORK, &PUBLIC_IP_RESOURCE],
    check,
};

/// Silent while nobody has said whether there is one: the steps ask for it.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if !case.decision.capacities.mode.is_some_and(Vnet::is_injected) {
        return;
    }
    for (location, decided) in case.locations().filter(|(location, _)| location.public_ip == Some(false)) {
        let best = decided.choices.recommended().map(|best| best.layout);
        let named = matches!(best, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. }));
        if decided.rezones || named && decided.scenario == Scenario::NewLocation {
            found.push(Found::at(
                &location.name,
                format!("Naming zones in {} takes a Standard public IP resource, and it has none.", title(location, decided)),
                "Create one in that region, with a DNS name label. Pages disagree on whether it is needed; having one harms nobody.",
            ));
        }
    }
}
