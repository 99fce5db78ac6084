//! What is sent to the instance itself: units, zones, public IP addresses and subnets of its locations.

use crate::change::{ChangeId, ChangeSet, PlannedChange};
use crate::domain::{Layout, PlanRequest, Tier, Vnet};

/// The values of one location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocationValues {
    /// `westeurope`.
    pub(super) name: String,
    pub(super) primary: bool,
    /// The location does not exist yet.
    pub(super) added: bool,
    pub(super) units: Option<u32>,
    /// `None` where they stay.
    pub(super) zones: Option<&'static [&'static str]>,
    pub(super) public_ip: bool,
    /// The kind of subnet that is selected, as its placeholder begins.
    pub(super) subnet: Option<&'static str>,
}

/// The values of an update of the instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ServiceValues {
    /// The network mode, where it changes: as resources spell it, or a placeholder.
    pub(super) mode: Option<&'static str>,
    pub(super) locations: Vec<LocationValues>,
}

impl ServiceValues {
    /// The values of a step; `None` if the step sends nothing to the instance.
    pub(super) fn of(changes: &[PlannedChange], request: &PlanRequest) -> Option<Self> {
        let mut values = Self { mode: None, locations: Vec::new() };
        for change in changes {
            match &change.set {
                Some(ChangeSet::Location { units, layout, zones, public_ip, subnet }) => {
                    let Some(name) = &change.location else { continue };
                    let first = request.locations.first().map(|location| &location.name);
                    let new = match change.id {
                        ChangeId::AddLocation => "subnet",
                        _ => "new-subnet",
                    };
                    values.locations.push(LocationValues {
                        name: name.to_string(),
                        primary: Some(name) == first,
                        added: change.id == ChangeId::AddLocation,
                        units: *units,
                        zones: zones_set(*layout, zones).filter(|zones| !(zones.is_empty() && is_created(change.id))),
                        public_ip: *public_ip,
                        subnet: subnet.then_some(new),
                    });
                }
                Some(ChangeSet::Network { vnet }) => {
                    values.mode = Some(match vnet {
                        Some(Vnet::External) => "External",
                        Some(Vnet::Internal) => "Internal",
                        Some(Vnet::None) | None => "<External or Internal>",
                    });
                    values.locations.extend(request.locations.iter().enumerate().map(|(at, location)| LocationValues {
                        name: location.name.to_string(),
                        primary: at == 0,
                        added: false,
                        units: None,
                        zones: None,
                        public_ip: false,
                        subnet: Some("new-subnet"),
                    }));
                    if request.locations.is_empty() {
                        values.locations.push(LocationValues {
                            name: "primary".to_owned(),
                            primary: true,
                            added: false,
                            units: None,
                            zones: None,
                            public_ip: false,
                            subnet: Some("new-subnet"),
                        });
                    }
                }
                Some(
                    ChangeSet::Operation { .. }
                    | ChangeSet::Subnet { .. }
                    | ChangeSet::NetworkRule { .. }
                    | ChangeSet::Route { .. }
                    | ChangeSet::PublicIp { .. }
                    | ChangeSet::Autoscale { .. }
                    | ChangeSet::DnsRecord { .. },
                )
                | None => {}
            }
        }
        (!values.locations.is_empty()).then_some(values)
    }

    /// The primary location, if something of it changes.
    pub(super) fn primary(&self) -> Option<&LocationValues> {
        self.locations.iter().find(|location| location.primary)
    }

    /// The other locations that change.
    pub(super) fn others(&self) -> impl Iterator<Item = &LocationValues> {
        self.locations.iter().filter(|location| !location.primary)
    }
}

/// What is created is automatic unless zones are named.
const fn is_created(id: ChangeId) -> bool {
    matches!(id, ChangeId::AddLocation | ChangeId::CreateInstance)
}

/// Zones that are written: none where the layout stays.
fn zones_set(layout: Option<Layout>, zones: &'static [&'static str]) -> Option<&'static [&'static str]> {
    layout.map(|_| zones)
}

/// The tier as resources spell it.
pub(super) const fn sku(tier: Option<Tier>) -> &'static str {
    match tier {
        None => "<tier>",
        Some(Tier::Consumption) => "Consumption",
        Some(Tier::Developer) => "Developer",
        Some(Tier::Basic) => "Basic",
        Some(Tier::Standard) => "Standard",
        Some(Tier::Premium) => "Premium",
        Some(Tier::Isolated) => "Isolated",
        Some(Tier::BasicV2) => "BasicV2",
        Some(Tier::StandardV2) => "StandardV2",
        Some(Tier::PremiumV2) => "PremiumV2",
    }
}

/// A name that the plan does not know: `<nsg-westeurope>`.
pub(super) fn unknown(what: &str, location: &str) -> String {
    format!("<{what}-{location}>")
}

/// What the code says of the VIPs: another network, subnet or zone changes them.
pub(super) fn vip_note(values: &ServiceValues) -> &'static str {
    let moves = |location: &LocationValues| !location.added && (location.zones.is_some() || location.subnet.is_some());
    if values.mode.is_some() || values.locations.iter().any(moves) { "The VIPs change. " } else { "" }
}

/// What the code says where zones are selected.
pub(super) fn zones_note(values: &ServiceValues) -> &'static str {
    let selected = values.locations.iter().filter_map(|location| location.zones);
    match selected.map(<[_]>::len).max() {
        None => "",
        Some(0) => {
            "Not documented: whether an empty list returns a location to automatic zones. The portal is the documented way. "
        }
        Some(1 | 2) => "Zone numbers are logical: select those that you want of 1, 2 and 3. ",
        Some(_) => "Zone numbers are logical: zone 1 can be a different datacenter in another subscription. ",
    }
}
