use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Cloud, Severity, Status};
use crate::facts::retirement::{AUTOMATIC_MIGRATION, NO_SLA, NO_SLA_FROM, RETIRED, RETIRED_SOVEREIGN, retired_on};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RetiredPlatform,
    severity: Severity::Risk,
    finds: "an instance on stv1, which has been retired",
    basis: Basis::Stated,
    because: &[&RETIRED, &RETIRED_SOVEREIGN, &NO_SLA, &AUTOMATIC_MIGRATION],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    if case.decision.status != Status::Migrate {
        return None;
    }
    let cloud = case.request.cloud.unwrap_or(Cloud::Global);
    let retired = retired_on(cloud).value;
    let since = match case.request.as_of {
        Some(today) if today > retired => format!(", {} ago", months(retired.months_until(today))),
        Some(_) | None => String::new(),
    };
    Some(Found::new(
        format!("stv1 was retired in this cloud on {retired}{since}; no service level holds for it since {}.", NO_SLA_FROM.value),
        "Migrate yourself while you can choose address and hour: Azure may do it at a week's notice, and support cannot put that off.",
    ))
}

/// Whole months in words.
fn months(months: u32) -> String {
    match (months / 12, months % 12) {
        (0, 0) => "less than a month".to_owned(),
        (0, 1) => "1 month".to_owned(),
        (0, months) => format!("{months} months"),
        (1, 0) => "a year".to_owned(),
        (years, 0) => format!("{years} years"),
        (1, months) => format!("a year and {months} months"),
        (years, 1) => format!("{years} years and a month"),
        (years, months) => format!("{years} years and {months} months"),
    }
}
