//! Host names: which of them a path moves, who changes them, and by when.

use super::{Account, Family};
use crate::domain::{Cloud, DnsRecord, Location, Minutes, PathId, RegionName};

/// Who changes what a name points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangedBy {
    /// The platform, at the end of the migration.
    Platform,
    /// The reader.
    You,
}

/// What a host name is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    Gateway,
    Regional,
    DeveloperPortal,
    Management,
    Scm,
    Configuration,
    Custom,
}

/// A host name that the path moves or replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HostName {
    pub(crate) kind: NameKind,
    /// The location whose gateway answers to it.
    pub(crate) location: RegionName,
    pub(crate) name: String,
    /// `None` while the record of custom domains is not answered.
    pub(crate) record: Option<DnsRecord>,
    pub(crate) changed_by: ChangedBy,
    /// Where the reader changes it: the last minute by which clients must have followed.
    pub(crate) due: Option<Minutes>,
}

/// The domain of default host names. Only the global one is on a page that we read; the others are used in public
/// configurations.
pub(crate) const fn domain(cloud: Option<Cloud>) -> &'static str {
    match cloud {
        None | Some(Cloud::Global) => "azure-api.net",
        Some(Cloud::Government) => "azure-api.us",
        Some(Cloud::China) => "azure-api.cn",
    }
}

/// Every name that the path moves; none where the VIP is preserved. A second instance replaces them all.
pub(super) fn names(account: &Account<'_>) -> Vec<HostName> {
    if !account.changes_vip() && account.family != Family::SideBySide {
        return Vec::new();
    }
    let mut locations: Vec<&Location> = account.locations().collect();
    let primary = account.request.locations.first();
    // A plan without regions still has the names of its primary location.
    let unnamed = Location::new(RegionName::nowhere());
    if locations.is_empty() {
        locations.push(&unnamed);
    }
    let mut names = Vec::new();
    for (at, location) in locations.iter().enumerate() {
        let is_primary = primary.is_none_or(|primary| primary.name == location.name) || at == 0 && primary.is_none();
        default_names(account, location, is_primary, &mut names);
        custom_names(account, location, is_primary, &mut names);
    }
    names
}

fn default_names(account: &Account<'_>, location: &Location, is_primary: bool, names: &mut Vec<HostName>) {
    let changed_by = match (account.family, account.internal()) {
        (Family::SideBySide, _) | (_, Some(true)) => ChangedBy::You,
        (_, Some(false)) => ChangedBy::Platform,
        // With the mode open nobody can say who changes the default names.
        (_, None) => return,
    };
    let instance = account.request.name.as_deref().unwrap_or("<name>");
    let domain = domain(account.request.cloud);
    let mut add = |kind, name: String| {
        names.push(HostName {
            kind,
            location: location.name.clone(),
            name,
            record: Some(DnsRecord::A),
            changed_by,
            due: if changed_by == ChangedBy::You { account.dns_due_at() } else { None },
        });
    };
    if is_primary {
        add(NameKind::Gateway, format!("{instance}.{domain}"));
        add(NameKind::DeveloperPortal, format!("{instance}.developer.{domain}"));
        add(NameKind::Management, format!("{instance}.management.{domain}"));
        add(NameKind::Scm, format!("{instance}.scm.{domain}"));
        if account.may_have_self_hosted_gateways() {
            add(NameKind::Configuration, format!("{instance}.configuration.{domain}"));
        }
    }
    let regional = account.answers.tier.is_none_or(crate::facts::tiers::may_have_regions);
    if regional && !location.name.as_str().is_empty() {
        add(NameKind::Regional, format!("{instance}-{}-01.regional.{domain}", location.name));
    }
}

fn custom_names(account: &Account<'_>, location: &Location, is_primary: bool, names: &mut Vec<HostName>) {
    if account.answers.custom_domains == Some(false) {
        return;
    }
    // In internal mode every location has a VIP of its own and the reader's own load balancing in front.
    if !is_primary && account.internal() != Some(true) {
        return;
    }
    let follows = account.answers.custom_domain_record == Some(DnsRecord::Cname)
        && account.internal() == Some(false)
        && account.family != Family::SideBySide;
    // A question that is open is not a custom domain that is there.
    if account.answers.custom_domains.is_none() && account.answers.custom_domain_record.is_none() && account.path != PathId::SideBySide
    {
        return;
    }
    names.push(HostName {
        kind: NameKind::Custom,
        location: location.name.clone(),
        name: "<custom domain>".to_owned(),
        record: account.answers.custom_domain_record,
        changed_by: if follows { ChangedBy::Platform } else { ChangedBy::You },
        due: if follows { None } else { account.dns_due_at() },
    });
}
