use super::{Basis, Case, Found, Rule, RuleId};
use crate::decide::to_move;
use crate::facts::platform::{STV2_REGIONS_2023, WITHOUT_STV2_IN_2023};
use crate::domain::{Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionMayLackStv2,
    severity: Severity::Risk,
    finds: "a region that did not have stv2 when a page last said so",
    basis: Basis::Stated,
    because: &[&STV2_REGIONS_2023],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for location in to_move(case.request, case.decision.platform) {
        if WITHOUT_STV2_IN_2023.contains(&location.name.as_str()) && case.decision.route.recommended.is_some() {
            found.push(Found::at(
                &location.name,
                format!("{} did not have stv2 in 2023, and no later page says that it has.", location.name),
                "Ask the portal or support whether it has now, before you plan a date.",
            ));
        }
    }
}
