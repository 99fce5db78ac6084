use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::migration::{FAQ_DEFAULT_NAMES, NO_VNET_NAMES, WHO_MOVES_DNS};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DefaultNamesMoveAtOnce,
    severity: Severity::Note,
    finds: "default host names that point at the new VIP as soon as the migration succeeds",
    basis: Basis::Stated,
    because: &[&FAQ_DEFAULT_NAMES, &WHO_MOVES_DNS, &NO_VNET_NAMES],
    check: Check::Instance(check),
};

/// Silent in internal mode, where every name waits for you, and for a second instance, which has other names.
fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    (account.changes_vip() && account.internal() == Some(false) && account.names_wait() != Some(true)).then(|| {
        Found::new(
            "Default host names, and CNAME records that point at them, move to the new VIP as soon as the migration succeeds.",
            "Prepare rules, routes and backends before the migration: traffic does not wait.",
        )
    })
}
