//! Host names: which of them a path moves, who changes them, and by when.

use serde::Serialize;

use super::{Account, Family};
use crate::domain::{Cloud, DnsRecord, Minutes, PlanRequest, RegionName, Vnet};
use crate::facts::tiers::{has_regions, has_self_hosted};

/// Who changes what a name points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChangedBy {
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
    /// The legacy developer portal: retired, but private DNS still serves its name.
    LegacyPortal,
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
    /// `None` where no region is given.
    pub(crate) location: Option<RegionName>,
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
    let mut names = Vec::new();
    // Of the locations that exist: one that is still to be added has no names yet.
    let primary = account.request.locations.iter().find(|location| location.new != Some(true)).map(|location| &location.name);
    let locations: Vec<&RegionName> = account.locations().map(|location| &location.name).collect();
    for (at, location) in locations.iter().enumerate() {
        default_names(account, Some(location), primary == Some(*location), &mut names);
        // Where the primary location is on stv2 already, custom domains point at one of those that move.
        custom_names(account, Some(location), at == 0, &mut names);
    }
    // A plan without regions still has the names of its primary location.
    if locations.is_empty() {
        default_names(account, None, true, &mut names);
        custom_names(account, None, true, &mut names);
    }
    names
}

fn default_names(account: &Account<'_>, location: Option<&RegionName>, is_primary: bool, names: &mut Vec<HostName>) {
    let changed_by = match (account.family, account.internal()) {
        (Family::SideBySide, _) | (_, Some(true)) => ChangedBy::You,
        (_, Some(false)) => ChangedBy::Platform,
        // While the mode is open, it is not known who updates the default host names.
        (_, None) => return,
    };
    let hosts = host_names(account.request, location, is_primary);
    names.extend(hosts.into_iter().map(|(kind, name)| HostName {
        kind,
        location: location.cloned(),
        name,
        record: Some(DnsRecord::A),
        changed_by,
        due: if changed_by == ChangedBy::You { account.dns_due_at() } else { None },
    }));
}

/// The default host names of a location. A primary location has more of them.
pub(crate) fn host_names(request: &PlanRequest, location: Option<&RegionName>, is_primary: bool) -> Vec<(NameKind, String)> {
    let instance = request.name.as_deref().unwrap_or("<name>");
    let domain = domain(request.cloud);
    let mut names = Vec::new();
    if is_primary {
        names.extend([
            (NameKind::Gateway, format!("{instance}.{domain}")),
            (NameKind::DeveloperPortal, format!("{instance}.developer.{domain}")),
            (NameKind::Management, format!("{instance}.management.{domain}")),
            (NameKind::Scm, format!("{instance}.scm.{domain}")),
        ]);
        if request.vnet == Some(Vnet::Internal) {
            names.push((NameKind::LegacyPortal, format!("{instance}.portal.{domain}")));
        }
        if may_have_self_hosted(request) {
            names.push((NameKind::Configuration, format!("{instance}.configuration.{domain}")));
        }
    }
    // Only tiers with several regions have regional names.
    if let Some(location) = location.filter(|_| has_regions(request.tier) != Some(false)) {
        names.push((NameKind::Regional, format!("{instance}-{location}-01.regional.{domain}")));
    }
    names
}

/// The tier has self-hosted gateways, and the reader did not say that there are none.
pub(super) fn may_have_self_hosted(request: &PlanRequest) -> bool {
    request.self_hosted_gateways != Some(false) && has_self_hosted(request.tier)
}

fn custom_names(account: &Account<'_>, location: Option<&RegionName>, is_first: bool, names: &mut Vec<HostName>) {
    if account.answers.custom_domains == Some(false) {
        return;
    }
    // In internal mode every location has a VIP of its own and the reader's own load balancing in front.
    if !is_first && account.internal() != Some(true) {
        return;
    }
    let follows = account.answers.custom_domain_record == Some(DnsRecord::Cname)
        && account.internal() == Some(false)
        && account.family != Family::SideBySide;
    // Where the record type decides who changes the record, an open question is not a custom domain.
    let type_decides = account.internal() != Some(true) && account.family != Family::SideBySide;
    if type_decides && account.answers.custom_domains.is_none() && account.answers.custom_domain_record.is_none() {
        return;
    }
    names.push(HostName {
        kind: NameKind::Custom,
        location: location.cloned(),
        name: "<custom domain>".to_owned(),
        // In internal mode and for a second instance every record is yours to update, whatever its type.
        record: account.answers.custom_domain_record.filter(|_| type_decides),
        changed_by: if follows { ChangedBy::Platform } else { ChangedBy::You },
        due: if follows { None } else { account.dns_due_at() },
    });
}
