//! Changes of the recommended path, in the order of its account.

use super::{
    AUTOSCALE, ChangeId, ChangeList, ChangeSet, Draft, LOCK, PRIVATE_RECORD, PUBLIC_IP, PUBLIC_RECORD, SERVICE, SUBNET, zones,
};
use crate::capacity::CapacityAccount;
use crate::cite::by;
use crate::decide::sizing::evenly;
use crate::decide::zones::layout_of;
use crate::domain::{Location, Minutes, Owner, PathId, Phase, Text, Units, Vip, ZoneCount, ZoneLayout};
use crate::facts::specification::{self, API_VERSION, API_VERSION_WITH_DOWNTIME, mode};
use crate::facts::{code, migration, network, platform, side_by_side};
use crate::migration::{Account, ChangedBy, Family, HostName, NameKind, records, required_ports};
use crate::wording::span;

const NEW_SUBNET: &str = "stv2 compute in the new subnet with a new VIP";
const ZONES: &str = "stv2 compute across availability zones";

impl ChangeList {
    /// Before everything else: what is there is written down, and code can't delete the instance.
    pub(super) fn guard(&mut self) {
        self.next_step();
        let draft = Draft::new(
            ChangeId::GuardInstance,
            Phase::Before,
            Owner::Apim,
            SERVICE,
            "The present state is recorded, and code can't replace the instance",
        );
        self.add(
            draft,
            "Record the present state of the instance, and keep infrastructure as code from replacing the instance.",
            by![specification::READ_SERVICE, code::REPLACES_NETWORK, code::RESETS_OMITTED],
        );
    }

    /// The migration from the first preparation to the last record.
    pub(super) fn migration(&mut self, account: &Account<'_>, units: &CapacityAccount<'_>) {
        self.network(account, units);
        if account.family == Family::SideBySide {
            self.second_instance(account, units);
            self.names(account, Phase::During, None);
            return;
        }
        if account.family == Family::Zones && account.answers.injected() == Some(true) {
            self.next_step();
            for location in account.locations() {
                self.public_ip(location, Phase::Before);
            }
        }
        // The same condition as the action: only the same subnet is disturbed by scaling.
        let pauses = account.family == Family::SameSubnet && account.may_autoscale();
        if pauses {
            self.next_step();
            self.autoscale_off(account);
        }
        self.next_step();
        self.start(account, units);
        self.next_step();
        // Code keeps the original subnet until the instance is back in it.
        if account.way_back.is_none() {
            self.refresh(account, Phase::After, account.clock.as_ref().map(|clock| clock.end));
        }
        self.names(account, Phase::After, None);
        self.way_back(account);
        let corrected = units.work.iter().any(|work| matches!(work, crate::capacity::Work::SetAutoscale { .. }));
        // Where the limits change, the capacity plan turns autoscale on again.
        if pauses && !corrected {
            self.next_step();
            let draft = Draft::new(ChangeId::EnableAutoscale, Phase::After, Owner::Apim, AUTOSCALE, "On")
                .before("Off")
                .set(ChangeSet::Autoscale { enabled: true, minimum: None, maximum: None, step: None });
            self.add(draft, "Enable autoscale, if it was enabled before.", by![migration::OPTION_1_AUTOSCALE]);
        }
    }

    pub(super) fn public_ip(&mut self, location: &Location, phase: Phase) {
        let draft = Draft::new(
            ChangeId::CreatePublicIpAddress,
            phase,
            Owner::Network,
            PUBLIC_IP,
            "A Standard IPv4 address with a DNS label, zone-redundant, not attached to anything",
        )
        .at(&location.name)
        .set(ChangeSet::PublicIp { zones: zones::ALL });
        self.add(
            draft,
            "Create a Standard public IP address with a DNS label in the region and the subscription of the instance.",
            by![network::PUBLIC_IP_RESOURCE, network::SAME_REGION, migration::ZONES_NEED_ADDRESS],
        );
    }

    fn autoscale_off(&mut self, account: &Account<'_>) {
        let known = account.request.autoscale.is_some();
        let text = if account.answers.subnets.shared {
            "Disable autoscale of every API Management instance in the subnet."
        } else if known {
            "Disable autoscale."
        } else {
            "If autoscale is configured, disable it."
        };
        let draft = Draft::new(ChangeId::DisableAutoscale, Phase::Before, Owner::Apim, AUTOSCALE, "Off")
            .minute(account.clock.as_ref().map(|clock| clock.start))
            .set(ChangeSet::Autoscale { enabled: false, minimum: None, maximum: None, step: None });
        let draft = if known { draft.before("On") } else { draft };
        self.add(draft, text, by![migration::OPTION_1_AUTOSCALE]);
    }

    fn start(&mut self, account: &Account<'_>, units: &CapacityAccount<'_>) {
        let minute = account.clock.as_ref().map(|clock| clock.start);
        let draft = |after: &'static str| {
            Draft::new(ChangeId::Migrate, Phase::During, Owner::Apim, SERVICE, after).before("stv1 compute").minute(minute)
        };
        match account.family {
            Family::SameSubnet | Family::InPlace => {
                let vip = if account.changes_vip() { Vip::New } else { Vip::Preserve };
                let special = account.answers.special_vnet_conditions == Some(true) && account.family == Family::SameSubnet;
                let set = ChangeSet::Operation {
                    operation: "migrateToStv2",
                    vip,
                    mode: mode(vip),
                    api_version: if special { API_VERSION_WITH_DOWNTIME } else { API_VERSION },
                    with_downtime: special,
                    portal_retention: account.safe_setting(),
                };
                let after = match vip {
                    Vip::Preserve => "stv2 compute with the present VIP",
                    Vip::New => "stv2 compute with a new VIP",
                };
                let text: Text = match account.safe_setting() {
                    Some(longest) => format!(
                        "Start the migration in the portal with a retention of {}: only the portal offers the setting.",
                        span(longest)
                    )
                    .into(),
                    None => "Start the migration: an operation, which no property of a template starts.".into(),
                };
                self.add(
                    draft(after).set(set),
                    text,
                    by![specification::OPERATION, migration::LONG_AND_FOR_GOOD, migration::REST_MOVES_ALL],
                );
            }
            Family::NewSubnet => {
                // A plan without regions still migrates its primary location.
                let mut drafts: Vec<Draft> = account.locations().map(|location| draft(NEW_SUBNET).at(&location.name)).collect();
                if drafts.is_empty() {
                    drafts.push(draft(NEW_SUBNET));
                }
                for draft in drafts {
                    self.add(
                        draft,
                        "Migrate the location in the portal to the new subnet: no REST call offers the retention setting.",
                        by![migration::OPTION_2, migration::OPTION_2_SETTINGS, migration::OPTION_2_EACH],
                    );
                }
            }
            Family::Inject => {
                let set = ChangeSet::Network { vnet: account.answers.vnet.filter(|vnet| vnet.is_injected()) };
                self.add(
                    draft("stv2 compute in a virtual network").set(set),
                    "Inject the instance in a virtual network: the change also migrates the instance to stv2.",
                    by![platform::OPTIONS, platform::VNET_UPDATE, code::UPDATE_SERVICE],
                );
            }
            Family::Zones => {
                if account.locations().next().is_none() {
                    self.add(
                        draft(ZONES),
                        "Configure availability zones: the change also migrates the location to stv2.",
                        by![migration::ZONES_MOVE, code::UPDATE_SERVICE],
                    );
                }
                for location in account.locations() {
                    let place = units.places.iter().find(|place| place.location.name == location.name);
                    let chosen = place.and_then(|place| place.after).filter(|after| after.layout.is_selected());
                    let (layout, count) = if let Some(after) = chosen {
                        (after.layout, after.units)
                    } else {
                        // The path needs zones; without a recommendation for them, all three.
                        let zones = ZoneCount::THREE;
                        let now = location.units.map_or(zones.get(), Units::get);
                        (ZoneLayout::Redundant { zones }, evenly(now, zones.get()))
                    };
                    let injected = account.answers.injected() == Some(true);
                    let set = ChangeSet::Location {
                        units: Some(count),
                        layout: Some(layout_of(layout)),
                        zones: zones::named(layout),
                        public_ip: injected,
                        subnet: injected,
                    };
                    self.add(
                        draft(ZONES).at(&location.name).set(set),
                        "Configure availability zones: the change also migrates the location to stv2.",
                        by![migration::ZONES_MOVE, code::UPDATE_SERVICE],
                    );
                }
            }
            Family::SideBySide => {}
        }
    }

    fn refresh(&mut self, account: &Account<'_>, phase: Phase, minute: Option<Minutes>) {
        let after = match (account.family, account.changes_vip()) {
            (Family::NewSubnet, _) if phase == Phase::WayBack => "Code shows the new IP addresses and the original subnet",
            (Family::NewSubnet, _) => "Code names the subnet and the IP addresses that the instance has",
            (_, true) => "Code shows the new IP addresses and no other difference",
            (_, false) => "Code shows no difference",
        };
        let draft = Draft::new(ChangeId::RefreshCode, phase, Owner::Apim, SERVICE, after).minute(minute);
        self.add(
            draft,
            "Refresh infrastructure as code, and deploy again only when the preview shows no change of the instance.",
            by![migration::FAQ_CONFIRM, code::REPLACES_NETWORK, code::RESETS_OMITTED],
        );
    }

    /// Every record that waits for the reader. `due` replaces the minute of the account.
    fn names(&mut self, account: &Account<'_>, phase: Phase, due: Option<Minutes>) {
        let (names, rows) = (account.names(), records(account));
        let mine = names.iter().zip(rows).filter(|(name, _)| name.changed_by == ChangedBy::You);
        // The default names of a second instance are new: only custom domains move.
        let mine = mine.filter(|(name, _)| account.family != Family::SideBySide || name.kind == NameKind::Custom);
        self.next_step();
        for (name, row) in mine {
            let set = record(name, account);
            let resource = match &set {
                ChangeSet::DnsRecord { private: true, .. } => PRIVATE_RECORD,
                _ => PUBLIC_RECORD,
            };
            let mut draft = Draft::new(ChangeId::UpdateDnsRecord, phase, Owner::Dns, resource, row.then)
                .before(row.now)
                .minute(due.or(row.due_minute))
                .set(set);
            draft.location.clone_from(&name.location);
            self.add(
                draft,
                format!("Update the A record of {}.", name.name),
                by![migration::WHO_MOVES_DNS, migration::FAQ_PRIVATE_ZONES, network::PRIVATE_ZONES],
            );
        }
    }

    fn way_back(&mut self, account: &Account<'_>) {
        let Some(back) = account.way_back.as_ref().filter(|_| account.path == PathId::NewSubnetReturn) else { return };
        self.next_step();
        let required = required_ports(account.request, account.decision);
        for location in account.locations() {
            let subnet = location.subnet.unwrap_or_default();
            if subnet.locked == Some(true) {
                let draft = Draft::new(ChangeId::RemoveLock, Phase::WayBack, Owner::Network, LOCK, "No lock holds the subnet")
                    .before("A lock holds the subnet, its virtual network or their resource group")
                    .at(&location.name);
                self.add(
                    draft,
                    "Remove the resource lock from the original subnet, its virtual network or their resource group.",
                    by![migration::RETURN_LOCKS, network::LOCK_CLEARS],
                );
            }
            self.closed_ports(location, Phase::WayBack, subnet, &required);
        }
        self.next_step();
        let draft = Draft::new(ChangeId::ReturnToSubnet, Phase::WayBack, Owner::Apim, SUBNET, "The original subnet")
            .before("The new subnet")
            .minute(Some(back.start));
        self.add(
            draft,
            "Return to the original subnet in the portal, for every location, when all its addresses are free.",
            by![migration::RETURN, migration::RETURN_ADDRESSES],
        );
        self.next_step();
        self.refresh(account, Phase::WayBack, Some(back.end));
        self.names(account, Phase::WayBack, Some(back.end));
    }

    fn second_instance(&mut self, account: &Account<'_>, units: &CapacityAccount<'_>) {
        self.next_step();
        for place in &units.places {
            let after = place.after_in_words().map_or_else(|| "The second instance".to_owned(), |layout| layout.to_string());
            let mut draft =
                Draft::new(ChangeId::CreateInstance, Phase::Before, Owner::Apim, SERVICE, after).at(&place.location.name);
            draft.set = place.after.map(|after| ChangeSet::Location {
                units: Some(after.units),
                layout: Some(layout_of(after.layout)),
                zones: zones::named(after.layout),
                public_ip: place.public_ip != crate::capacity::PublicIp::NotNeeded,
                subnet: account.answers.injected() == Some(true),
            });
            self.add(
                draft,
                "Create the location of the second instance from your template, under another name.",
                by![side_by_side::PARALLEL, migration::FAQ_PARALLEL],
            );
        }
        if units.places.is_empty() {
            let draft = Draft::new(ChangeId::CreateInstance, Phase::Before, Owner::Apim, SERVICE, "The second instance");
            self.add(
                draft,
                "Create the second instance from your template, under another name.",
                by![side_by_side::PARALLEL, migration::FAQ_PARALLEL],
            );
        }
    }
}

fn record(name: &HostName, account: &Account<'_>) -> ChangeSet {
    let internal = account.internal() == Some(true);
    let custom = name.kind == NameKind::Custom;
    let first = account.request.locations.first().map(|location| &location.name);
    ChangeSet::DnsRecord {
        host: name.name.clone(),
        custom,
        private: internal,
        private_vip: internal,
        primary: name.location.as_ref() == first,
    }
}
