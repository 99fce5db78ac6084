use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::platform::{STV2_REGIONS_2023, WITHOUT_STV2_IN_2023};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionMayLackStv2,
    severity: Severity::Risk,
    finds: "a region that had no stv2 when the documentation last listed such regions",
    basis: Basis::Stated,
    because: &[&STV2_REGIONS_2023],
    check: Check::Location(check),
};

fn check(at: &At<'_>) -> Option<Found> {
    let name = &at.location.name;
    let listed = WITHOUT_STV2_IN_2023.contains(&name.as_str());
    (listed && at.is_to_move() && at.decision.route.recommended.is_some()).then(|| {
        at.found(
            format!("{name} did not have stv2 in 2023, and later documentation does not mention it."),
            "Check with support whether stv2 is available there before you set a date.",
        )
    })
}
