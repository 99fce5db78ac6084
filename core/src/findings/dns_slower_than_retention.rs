use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::{PathId, Severity};
use crate::facts::migration::{FAQ_TEST, INTERNAL_NEW_NOVEMBER, KEEP_48H, WHO_MOVES_DNS};
use crate::wording::span;

pub(super) static RULE: Rule = Rule {
    id: RuleId::DnsSlowerThanRetention,
    severity: Severity::Risk,
    finds: "a DNS change that takes longer than the stv1 compute is retained",
    basis: Basis::Derived,
    because: &[&INTERNAL_NEW_NOVEMBER, &FAQ_TEST, &WHO_MOVES_DNS],
    check: Check::Instance(check),
};

/// Silent where DNS follows automatically, and where no retention is documented.
fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    let late = account.dns_too_slow_by()?;
    let (change, kept) = (case.request.dns_change_minutes?, account.dns_window()?);
    let instead = match account.safe_setting() {
        Some(longest) if change <= longest => format!("Set a retention of {} in the portal.", span(longest)),
        Some(longest) => {
            format!("Set a retention of {} in the portal, and lower the TTL until the change fits into it.", span(longest))
        }
        None if account.path == PathId::NewSubnetReturn => {
            format!(
                "Lower the TTL until the change fits, or stay in the new subnet and retain stv1 compute for {}.",
                span(KEEP_48H.value)
            )
        }
        None => "Lower the TTL until the change fits, or select a path with a longer retention.".to_owned(),
    };
    Some(Found::new(
        format!(
            "Your DNS change takes {}, and stv1 compute is retained for {} by default: clients can be without a gateway for {}.",
            span(change),
            span(kept),
            span(late)
        ),
        instead,
    ))
}
