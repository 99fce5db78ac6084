//! The gateway of a location is switched off.

use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::reliability::SWITCH_OFF_GATEWAY;

pub(super) static RULE: Rule = Rule {
    id: RuleId::GatewayDisabled,
    severity: Severity::Note,
    finds: "a location whose gateway is disabled",
    basis: Basis::Derived,
    because: &[&SWITCH_OFF_GATEWAY],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    (!at.decided.load.serves).then(|| {
        at.found(
            format!("The gateway in {} is disabled: its units serve no traffic, even during an outage.", at.title()),
            "Enable the gateway (disableGateway: false) if this location must serve traffic.",
        )
    })
}
