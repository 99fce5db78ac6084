use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{Cloud, Severity, Status};
use crate::facts::retirement::{AUTOMATIC_MIGRATION, NO_SLA, NO_SLA_FROM, RETIRED, RETIRED_SOVEREIGN, retired_on};
use crate::wording::day;

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
    let on = day(retired);
    let sla = NO_SLA_FROM.value;
    let from = day(sla);
    // A day later than today is not in the past tense.
    let text = match case.request.as_of {
        Some(today) if today < retired => format!("stv1 is retired in this cloud on {on}"),
        Some(today) if today > retired => {
            format!("stv1 was retired in this cloud on {on}, {} ago", months(retired.months_until(today)))
        }
        Some(_) | None => format!("stv1 was retired in this cloud on {on}"),
    };
    let sla = match case.request.as_of {
        Some(today) if today < sla => format!("it has no SLA from {from}"),
        Some(_) | None => format!("it has had no SLA since {from}"),
    };
    Some(Found::new(
        format!("{text}; {sla}."),
        if cloud == Cloud::Global {
            "Migrate while you can select the IP option and the window: Azure can migrate the instance with a week of notice."
        } else {
            "Migrate while you can select the IP option and the window."
        },
    ))
}

/// Whole months in words.
fn months(months: u32) -> String {
    match (months / 12, months % 12) {
        (0, 0) => "less than a month".to_owned(),
        (0, 1) => "1 month".to_owned(),
        (0, months) => format!("{months} months"),
        (1, 0) => "1 year".to_owned(),
        (years, 0) => format!("{years} years"),
        (1, months) => format!("1 year and {months} months"),
        (years, 1) => format!("{years} years and 1 month"),
        (years, months) => format!("{years} years and {months} months"),
    }
}
