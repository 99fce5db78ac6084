use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::capacity::PublicIp;
use crate::domain::Severity;
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
    (at.place.public_ip == PublicIp::Needed && at.location.public_ip == Some(false)).then(|| {
        at.found(
            format!("Zones in {} need a Standard public IP address, and the location has none.", at.title()),
            "Create a Standard public IP address with a DNS label in that region; documentation differs on whether it is required.",
        )
    })
}
