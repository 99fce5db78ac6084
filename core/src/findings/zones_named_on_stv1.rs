use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::platform::of_location;
use crate::facts::zones::ZONES_BRING_STV2;
use crate::domain::{PlatformVersion, Scenario, Severity, Status, ZoneLayout};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonesNamedOnStv1,
    severity: Severity::Risk,
    finds: "zones that are named in a location on stv1",
    basis: Basis::Derived,
    because: &[&ZONES_BRING_STV2],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    // A tier that runs on neither platform is contradicted by its own rule, not by the zones.
    if case.decision.status == Status::NotAffected {
        return;
    }
    for (location, decided) in case.locations().filter(|(_, decided)| decided.scenario != Scenario::NewLocation) {
        let named = matches!(decided.current.layout, Some(ZoneLayout::Zonal {} | ZoneLayout::Redundant { .. }));
        let version = of_location(location, case.decision.platform).version;
        if named && version == Some(PlatformVersion::Stv1) {
            found.push(Found::at(
                &location.name,
                format!("You name zones in {} and say that it runs on stv1: naming zones moves an instance to stv2.", title(location, decided)),
                "Read zones and platformVersion off the instance again; leave the zones open if they are a plan.",
            ));
        }
    }
}
