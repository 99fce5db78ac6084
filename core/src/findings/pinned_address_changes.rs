use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::decide::Because;
use crate::domain::Severity;
use crate::domain::{Vip, Vnet};
use crate::facts::migration::{IN_PLACE_DOWNTIME, NEW_ADDRESS, NO_VNET_NEW, same_subnet};
use crate::facts::network::ADDRESS_CHANGES;
use crate::wording::span;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PinnedAddressChanges,
    severity: Severity::Risk,
    finds: "a recommended path that changes a VIP which something depends on",
    basis: Basis::Derived,
    because: &[&ADDRESS_CHANGES, &NO_VNET_NEW, &NEW_ADDRESS],
    check: Check::Instance(check),
};

fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    if case.decision.answers.ip_dependencies != Some(true) || !account.changes_vip() {
        return None;
    }
    let because = case.decision.route.because;
    let what = match because {
        Because::DowntimeRefused | Because::InternalDowntimeRefused => {
            let minutes = if because == Because::DowntimeRefused {
                Some(IN_PLACE_DOWNTIME.value)
            } else {
                same_subnet(Vnet::Internal, Vip::Preserve).map(|row| row.value.downtime)
            };
            let price = minutes.map(|minutes| format!(": preserving the VIP causes up to {} of gateway downtime", span(minutes)));
            format!("Something lists the instance's VIP, and downtime is not acceptable{}.", price.unwrap_or_default())
        }
        _ => "Something lists the instance's IP addresses, and they change.".to_owned(),
    };
    // In internal mode clients use the private VIP, which is not documented in advance.
    let instead = match (account.internal(), account.uses_precreated_ip()) {
        (Some(true), _) => {
            "Have the whole subnet range allowed before the migration, and the new private VIP added before you update DNS."
        }
        (Some(false) | None, true) => {
            "Have the precreated IP address added wherever the current VIP is listed, before the migration."
        }
        (Some(false) | None, false) => {
            "Create the public IP address yourself, and have it added wherever the current VIP is listed."
        }
    };
    Some(Found::new(what, instead))
}
