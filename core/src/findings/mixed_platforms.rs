use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::platform::of_location;
use crate::facts::migration::FAQ_MULTI_REGION;
use crate::domain::{PlatformVersion, Severity, Status};

pub(super) static RULE: Rule = Rule {
    id: RuleId::MixedPlatforms,
    severity: Severity::Note,
    finds: "locations on different platforms",
    basis: Basis::Stated,
    because: &[&FAQ_MULTI_REGION],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.decision.status != Status::Migrate {
        return;
    }
    let done: Vec<&str> = case
        .request
        .locations
        .iter()
        .filter(|location| location.new != Some(true))
        .filter(|location| of_location(location, case.decision.platform).version.is_some_and(PlatformVersion::is_stv2))
        .map(|location| location.name.as_str())
        .collect();
    if !done.is_empty() {
        found.push(Found::new(
            format!("On stv2 already: {}. The instance counts as migrated only when every location is.", done.join(", ")),
            "Migrate the locations that are left.",
        ));
    }
}
