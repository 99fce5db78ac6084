//! Gives every instance the answers of the resources around it.

use std::collections::BTreeMap;

use super::network::{GroupResource, SubnetResource, TableResource};
use super::rules::SecurityRule;
use super::{Around, InstanceLinks, Reference};
use crate::domain::{Autoscale, DnsRecord, PlanRequest, RegionName, Text};
use crate::import::shape::{Imported, ReadField};
use crate::import::surroundings::{AutoscaleSetting, Dependency, RelatedResource};

/// Resources by the part of their reference that all references share.
#[derive(Debug)]
pub(super) struct Index<'a, T> {
    by_tail: BTreeMap<&'a str, Vec<(&'a Reference, &'a T)>>,
}

impl<'a, T> Index<'a, T> {
    fn new(all: impl Iterator<Item = (&'a Reference, &'a T)>) -> Self {
        let mut by_tail: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for (reference, value) in all {
            by_tail.entry(reference.tail()).or_default().push((reference, value));
        }
        Self { by_tail }
    }

    pub(super) fn all(&self, wanted: &Reference) -> impl Iterator<Item = &'a T> {
        let same_tail = self.by_tail.get(wanted.tail()).into_iter().flatten();
        same_tail.filter(|(reference, _)| reference.matches(wanted)).map(|(_, value)| *value)
    }

    /// The resource; `None` also if the reference fits several.
    pub(super) fn one(&self, wanted: &Reference) -> Option<&'a T> {
        let mut all = self.all(wanted);
        all.next().filter(|_| all.next().is_none())
    }
}

/// The resources of an input, found by their references.
pub(super) struct Joiner<'a> {
    pub(super) around: &'a Around,
    pub(super) subnets: Index<'a, SubnetResource>,
    pub(super) groups: Index<'a, GroupResource>,
    pub(super) tables: Index<'a, TableResource>,
    pub(super) addresses: Index<'a, super::AddressResource>,
    /// The group and the table that name a subnet.
    pub(super) groups_of: Index<'a, GroupResource>,
    pub(super) tables_of: Index<'a, TableResource>,
    pub(super) attached: Index<'a, Reference>,
    pub(super) autoscale: Index<'a, super::AutoscaleResource>,
    pub(super) loads: Index<'a, super::LoadReading>,
    pub(super) gateways: Index<'a, String>,
    pub(super) rules: Index<'a, (String, Option<SecurityRule>)>,
    pub(super) routes: Index<'a, super::network::RouteEntry>,
    pub(super) records: BTreeMap<&'a str, Vec<&'a super::RecordResource>>,
    pub(super) by_address: BTreeMap<&'a str, &'a super::AddressResource>,
    pub(super) locks: BTreeMap<&'a str, Vec<&'a super::LockResource>>,
    pub(super) statuses: Index<'a, super::StatusReading>,
}

impl Around {
    /// Completes the instances. `links` has one entry for each of them.
    pub(in crate::import) fn join(&self, instances: &mut [Imported], links: &[InstanceLinks]) {
        if self.is_empty() {
            return;
        }
        let rules: Vec<_> = self.rules.iter().map(|(group, at, rule)| (group, (at.clone(), rule.clone()))).collect();
        let mut records: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for record in &self.records {
            records.entry(record.host.as_str()).or_default().push(record);
        }
        let mut locks: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for lock in &self.locks {
            locks.entry(lock.scope.as_str()).or_default().push(lock);
        }
        let joiner = Joiner {
            around: self,
            by_address: self.addresses.iter().filter_map(|known| Some((known.address.as_deref()?, known))).collect(),
            statuses: Index::new(self.statuses.iter().filter_map(|status| Some((status.of.as_ref()?, status)))),
            locks,
            subnets: Index::new(self.subnets.iter().map(|subnet| (&subnet.own, subnet))),
            groups: Index::new(self.groups.iter().map(|group| (&group.own, group))),
            tables: Index::new(self.tables.iter().map(|table| (&table.own, table))),
            addresses: Index::new(self.addresses.iter().map(|address| (&address.own, address))),
            groups_of: Index::new(self.groups.iter().flat_map(|group| group.subnets.iter().map(move |subnet| (subnet, group)))),
            tables_of: Index::new(self.tables.iter().flat_map(|table| table.subnets.iter().map(move |subnet| (subnet, table)))),
            attached: Index::new(self.attached.iter().map(|(subnet, to)| (subnet, to))),
            autoscale: Index::new(self.autoscale.iter().map(|setting| (&setting.target, setting))),
            loads: Index::new(self.loads.iter().map(|load| (&load.of, load))),
            gateways: Index::new(self.gateways.iter().map(|(instance, at)| (instance, at))),
            rules: Index::new(rules.iter().map(|(group, rule)| (*group, rule))),
            routes: Index::new(self.routes.iter().map(|(table, route)| (table, route))),
            records,
        };
        let alone = instances.len() == 1;
        for (imported, links) in instances.iter_mut().zip(links) {
            joiner.instance(imported, links, alone);
        }
    }

    /// Whether the input holds every resource of this kind in the scope of an instance.
    pub(super) fn is_complete(&self, kind: &str, of: &Reference) -> bool {
        self.complete.iter().any(|(known, scope)| {
            known == kind
                && of
                    .whole()
                    .is_some_and(|id| id == scope || id.strip_prefix(scope.as_str()).is_some_and(|rest| rest.starts_with('/')))
        })
    }
}

/// Writes answers with their positions.
pub(super) fn note(imported: &mut Imported, field: String, from: &str, value: impl Into<Text>) {
    imported.read.push(ReadField { field: field.into(), from: from.to_owned(), value: value.into(), by_default: false });
}

pub(super) const fn word(truth: bool) -> &'static str {
    if truth { "true" } else { "false" }
}

impl Joiner<'_> {
    fn instance(&self, imported: &mut Imported, links: &InstanceLinks, alone: bool) {
        for (index, links) in links.locations.iter().enumerate() {
            self.location(imported, index, links);
        }
        self.domains(imported);
        self.statuses(imported, links.own.as_ref(), alone);
        let Some(own) = &links.own else { return };
        self.autoscale(imported, own);
        self.loads(imported, own);
        self.gateways(imported, own);
        if let Some(id) = own.whole() {
            let locks = self.locks_on(id);
            for lock in &locks {
                related(imported, "microsoft.authorization/locks", Some(lock.name.clone()), &lock.at);
            }
            imported.extras.read_only_lock = locks.iter().any(|lock| lock.read_only).then_some(true);
            imported.extras.locks = locks.iter().map(|lock| lock.name.clone()).collect();
        }
    }

    fn domains(&self, imported: &mut Imported) {
        let hosts = imported.extras.hosts.iter().filter(|host| host.custom).filter_map(|host| host.name.as_deref());
        let found: Vec<_> =
            hosts.flat_map(|host| self.records.get(host.to_ascii_lowercase().as_str()).into_iter().flatten().copied()).collect();
        let Some(first) = found.iter().find(|record| record.address).or_else(|| found.first()).copied() else { return };
        if imported.request.custom_domain_record.is_some() {
            return;
        }
        let kind = if first.address { DnsRecord::A } else { DnsRecord::Cname };
        imported.request.custom_domain_record = Some(kind);
        note(imported, "customDomainRecord".to_owned(), &first.at, <&str>::from(kind));
        for record in found {
            let kind = if record.address { "DNS record set, A" } else { "DNS record set, CNAME" };
            related(imported, kind, Some(record.host.clone()), &record.at);
        }
    }

    fn autoscale(&self, imported: &mut Imported, own: &Reference) {
        let settings: Vec<_> = self.autoscale.all(own).collect();
        for setting in &settings {
            related(imported, "microsoft.insights/autoscalesettings", setting.name.clone(), &setting.at);
        }
        let chosen = settings.iter().find(|setting| setting.enabled).or_else(|| settings.first());
        let Some(setting) = chosen else {
            if (self.around.is_complete("resources", own) || self.around.is_complete("around", own))
                && imported.request.autoscale.is_none()
            {
                imported.request.autoscale = Some(Autoscale::Off);
                note(imported, "autoscale".to_owned(), "the list of autoscale settings", "false");
            }
            return;
        };
        imported.extras.autoscale = Some(AutoscaleSetting {
            name: setting.name.clone(),
            resource_group: setting.group.clone(),
            enabled: setting.enabled,
        });
        if !setting.enabled {
            imported.request.autoscale = Some(Autoscale::Off);
            note(imported, "autoscale".to_owned(), &setting.from, "false");
        } else if let Some(limits) = setting.limits {
            imported.request.autoscale = Some(Autoscale::Limits(limits));
            let value = format!("{} to {}, step {}", limits.minimum.get(), limits.maximum.get(), limits.step.get());
            note(imported, "autoscale".to_owned(), &setting.from, value);
        }
    }

    fn loads(&self, imported: &mut Imported, own: &Reference) {
        for load in self.loads.all(own) {
            let mut used = false;
            for (region, percent, at) in &load.peaks {
                let alone = imported.request.locations.len() == 1;
                let Some(index) = place_of(&imported.request, region.as_ref(), alone) else { continue };
                let Some(location) = imported.request.locations.get_mut(index) else { continue };
                if location.capacity_percent.is_none_or(|known| known < *percent) {
                    location.capacity_percent = Some(*percent);
                    note(imported, format!("locations[{index}].capacityPercent"), at, percent.get().to_string());
                    used = true;
                }
            }
            if used && let Some((_, _, at)) = load.peaks.first() {
                related(imported, "microsoft.insights/metrics", Some("Capacity".to_owned()), at);
            }
        }
    }

    fn gateways(&self, imported: &mut Imported, own: &Reference) {
        let found = self.gateways.all(own).next();
        let (has, from) = match found {
            Some(at) => {
                related(imported, "microsoft.apimanagement/service/gateways", None, at);
                (true, at.as_str())
            }
            None if self.around.is_complete("gateways", own) => (false, "the list of self-hosted gateways"),
            None => return,
        };
        imported.request.self_hosted_gateways = Some(has);
        note(imported, "selfHostedGateways".to_owned(), from, word(has));
    }

    fn statuses(&self, imported: &mut Imported, own: Option<&Reference>, alone: bool) {
        let mut blocked = None;
        let named = own.into_iter().flat_map(|own| self.statuses.all(own));
        // An answer of REST names no instance.
        let unnamed = self.around.statuses.iter().filter(|status| alone && status.of.is_none());
        for status in named.chain(unnamed) {
            let single = imported.request.locations.len() == 1;
            let place = place_of(&imported.request, status.region.as_ref(), single);
            let Some(extras) = place.and_then(|place| imported.extras.locations.get_mut(place)) else { continue };
            let network = extras.network.get_or_insert_default();
            network.dependencies = status
                .dependencies
                .iter()
                .map(|(kind, reached, optional)| Dependency { kind: kind.clone(), reached: *reached, optional: *optional })
                .collect();
            if let Some(reached) = status.key_vault {
                let (was, _) = blocked.get_or_insert((false, status.at.clone()));
                *was |= !reached;
            }
            related(imported, "network status", None, &status.at);
        }
        if let Some((blocked, at)) = blocked {
            imported.request.key_vault_blocked = Some(blocked);
            note(imported, "keyVaultBlocked".to_owned(), &at, word(blocked));
        }
    }
}

/// The location of a region; the only one, if no region is named.
fn place_of(request: &PlanRequest, region: Option<&RegionName>, alone: bool) -> Option<usize> {
    match region {
        Some(region) => request.locations.iter().position(|location| location.name == *region),
        None => alone.then_some(0),
    }
}

pub(super) fn related(imported: &mut Imported, kind: &'static str, name: Option<String>, at: &str) {
    let resource = RelatedResource { kind: kind.into(), name, at: at.to_owned() };
    if !imported.extras.resources.contains(&resource) {
        imported.extras.resources.push(resource);
    }
}
