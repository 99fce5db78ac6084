use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::decide::platform::of_location;
use crate::domain::{PlatformVersion, Scenario, Severity, Status};
use crate::facts::zones::ZONES_BRING_STV2;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonesNamedOnStv1,
    severity: Severity::Risk,
    finds: "zones that are selected in a location on stv1",
    basis: Basis::Derived,
    because: &[&ZONES_BRING_STV2],
    check: Check::Location(check),
};

/// Silent for a tier that runs on neither platform: `platform-contradicts-tier` reports that contradiction.
fn check(at: &At<'_>) -> Option<Found> {
    if at.decision.status == Status::NotAffected || at.decided.scenario == Scenario::NewLocation || !at.has_selected_zones() {
        return None;
    }
    let version = of_location(at.location, at.decision.platform).version;
    (version == Some(PlatformVersion::Stv1)).then(|| {
        at.found(
            format!(
                "{} has selected zones and runs on stv1 in your answers, but configuring zones moves an instance to stv2.",
                at.title()
            ),
            "Check zones and platformVersion on the instance; if the zones are only planned, remove that answer.",
        )
    })
}
