use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::migration::WHO_MOVES_DNS;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RecordWithoutNames,
    severity: Severity::Note,
    finds: "a DNS record type that is answered although there are no custom domains",
    basis: Basis::Derived,
    because: &[&WHO_MOVES_DNS],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    (case.request.custom_domains == Some(false) && case.request.custom_domain_record.is_some()).then(|| {
        Found::new(
            "A DNS record type is answered, although there are no custom domains.",
            "Correct one of the two answers: this plan ignores the record type.",
        )
    })
}
