use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::platform::of_location;
use crate::domain::{PlatformVersion, Severity, Status};
use crate::facts::migration::FAQ_MULTI_REGION;
use crate::wording::{joined, region};

pub(super) static RULE: Rule = Rule {
    id: RuleId::MixedPlatforms,
    severity: Severity::Note,
    finds: "locations on stv2 beside locations that are still to migrate",
    basis: Basis::Stated,
    because: &[&FAQ_MULTI_REGION],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    if case.decision.status != Status::Migrate {
        return None;
    }
    let done: Vec<&str> = case
        .request
        .locations
        .iter()
        .filter(|location| location.new != Some(true))
        .filter(|location| of_location(location, case.decision.platform).settled().is_some_and(PlatformVersion::is_stv2))
        .map(|location| region(&location.name))
        .collect();
    (!done.is_empty()).then(|| {
        Found::new(
            format!("Already on stv2: {}; the instance is migrated only when every location is.", joined(&done)),
            "Migrate the remaining locations.",
        )
    })
}
