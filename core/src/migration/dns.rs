//! The DNS records that a path changes, as a table to copy: read off the account.

use super::account::{Account, ChangedBy, Family, HostName, NameKind, domain};
use super::shape::DnsRecordChange;
use crate::domain::{DnsRecord, Text};
use crate::wording::region;

/// Every host name that the path moves, location by location.
pub(crate) fn records(account: &Account<'_>) -> Vec<DnsRecordChange> {
    account.names().iter().map(|name| record(name, account)).collect()
}

fn record(name: &HostName, account: &Account<'_>) -> DnsRecordChange {
    let internal = account.internal() == Some(true);
    let place = name.location.as_ref().map(region);
    let of = |what: &str| match place {
        Some(place) => format!("{what} of {place}"),
        None => what.to_owned(),
    };
    let vip = if internal { "private VIP" } else { "public VIP" };
    let (now, then) = if account.family == Family::SideBySide && name.kind == NameKind::Custom {
        (of("first instance"), of("second instance"))
    } else if account.family == Family::SideBySide {
        // A default host name belongs to its instance.
        (of("first instance"), "not moved: clients switch to the second instance's host name".to_owned())
    } else if name.kind == NameKind::Custom && name.changed_by == ChangedBy::Platform {
        (of("default host name"), of("default host name, which the platform updates"))
    } else {
        (of(vip), new_vip(name, account, vip, &of))
    };
    DnsRecordChange {
        location: name.location.clone(),
        name: name.name.clone(),
        zone: zone(name, internal, account),
        record_type: match name.record {
            Some(DnsRecord::A) => "A",
            Some(DnsRecord::Cname) => "CNAME",
            None => "A or CNAME",
        },
        now: now.into(),
        then: then.into(),
        changed_by: name.changed_by,
        due_minute: name.due,
    }
}

/// The public VIP is known beforehand where the precreated IP address becomes it; a private VIP only after the migration.
fn new_vip(name: &HostName, account: &Account<'_>, vip: &str, of: &impl Fn(&str) -> String) -> String {
    let precreated = account
        .locations()
        .find(|location| Some(&location.name) == name.location.as_ref())
        .and_then(|location| location.precreated_ip.clone())
        .filter(|_| account.uses_precreated_ip() && account.internal() == Some(false));
    match (precreated, account.internal()) {
        (Some(address), _) => address,
        (None, Some(true)) => of(&format!("new {vip}")) + ", known after the migration",
        (None, Some(false) | None) if account.uses_precreated_ip() => of(&format!("new {vip} (the precreated IP address)")),
        (None, Some(false) | None) => of(&format!("new {vip}")),
    }
}

/// A private zone for each name, not one for the apex domain, which would hide every other instance's public name.
fn zone(name: &HostName, internal: bool, account: &Account<'_>) -> Text {
    match name.kind {
        NameKind::Custom => "the zone of your custom domain".into(),
        NameKind::Gateway
        | NameKind::Regional
        | NameKind::DeveloperPortal
        | NameKind::LegacyPortal
        | NameKind::Management
        | NameKind::Scm
        | NameKind::Configuration => {
            if internal {
                name.name.clone().into()
            } else {
                domain(account.request.cloud).into()
            }
        }
    }
}
