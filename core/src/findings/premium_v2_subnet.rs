//! The subnet does not fit the rules of Premium v2.

use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, Tier};
use crate::facts::zones::{V2_SUBNET, V2_SUBNET_RECOMMENDED};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PremiumV2Subnet,
    severity: Severity::Risk,
    finds: "a subnet of an injected Premium v2 instance that is not delegated, is shared or has service endpoints",
    basis: Basis::Stated,
    because: &[&V2_SUBNET],
    check: Check::Location(check),
};

/// Silent about the size, which `subnet-too-small` and `subnet-too-small-after` report.
fn check(at: &At<'_>) -> Option<Found> {
    let subnet = at.location.subnet.filter(|_| at.request.tier == Some(Tier::PremiumV2) && at.decided.room.is_some())?;
    let shared = subnet.other_instances.is_some_and(|others| others > 0) || subnet.used_by_others.is_some_and(|used| used > 0);
    let faults = [
        (subnet.delegated == Some(false), "is not delegated"),
        (subnet.service_endpoints == Some(true), "has service endpoints"),
        (subnet.route_api_management == Some(true), "has a route table"),
        (shared, "is shared"),
    ];
    let faults: Vec<&str> = faults.into_iter().filter(|(is, _)| *is).map(|(_, fault)| fault).collect();
    (!faults.is_empty()).then(|| {
        at.found(
            format!("The subnet in {} {}.", at.title(), faults.join(", ")),
            format!(
                "Use a dedicated subnet delegated to Microsoft.Web/hostingEnvironments, without route table and service endpoints; /{} is recommended.",
                V2_SUBNET_RECOMMENDED.value
            ),
        )
    })
}
