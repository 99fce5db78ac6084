use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::migration::WHO_MOVES_DNS;
use crate::domain::{Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RecordWithoutNames,
    severity: Severity::Note,
    finds: "a kind of record for custom names that do not exist",
    basis: Basis::Derived,
    because: &[&WHO_MOVES_DNS],
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    if case.request.custom_domains == Some(false) && case.request.custom_domain_record.is_some() {
        found.push(Found::new(
            "You name a kind of record for custom names, and say that there are none.",
            "The record is left out of account; correct one of the two answers.",
        ));
    }
}
