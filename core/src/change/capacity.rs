//! Changes of the capacity plan: units, zones, further locations, autoscale. They follow the migration.

use super::{AUTOSCALE, ChangeId, ChangeList, ChangeSet, Draft, PRIVATE_RECORD, PUBLIC_RECORD, SERVICE, zones};
use crate::capacity::{CapacityAccount, Change, LocationAccount, PublicIp, Work};
use crate::cite::by;
use crate::decide::sizing::AutoscaleDecision;
use crate::decide::zones::layout_of;
use crate::domain::{DnsRecord, Owner, Phase, RegionName};
use crate::facts::{code, network, zones as facts};
use crate::migration::{Account, Family, host_names};
use crate::wording::layout_in_words;

impl ChangeList {
    /// The work of the capacity plan, in its order. A second instance is created with its units and zones.
    pub(super) fn capacity(&mut self, account: Option<&Account<'_>>, units: &CapacityAccount<'_>) {
        let family = account.map(|account| account.family);
        let with_zones = family == Some(Family::Zones);
        if family == Some(Family::SideBySide) {
            return;
        }
        for work in &units.work {
            self.next_step();
            match *work {
                Work::SetUnits => {
                    for place in units.with(Change::Units) {
                        self.set_location(ChangeId::SetUnits, place, "Set the number of units.");
                    }
                }
                // The path has configured the zones.
                Work::SetZones | Work::UpdateRecords if with_zones => {}
                Work::SetZones => {
                    for place in units.with(Change::Zones).filter(|place| place.public_ip != PublicIp::NotNeeded) {
                        self.public_ip(place.location, Phase::After);
                    }
                    self.next_step();
                    for place in units.with(Change::Zones) {
                        self.set_location(ChangeId::SetZones, place, "Configure zones and units in one change.");
                    }
                }
                Work::UpdateRecords => self.records_again(units),
                Work::Add(at) => {
                    if let Some(place) = units.places.get(at) {
                        if place.public_ip != PublicIp::NotNeeded {
                            self.public_ip(place.location, Phase::After);
                            self.next_step();
                        }
                        self.set_location(
                            ChangeId::AddLocation,
                            place,
                            "Add the location. The other locations preserve their VIPs.",
                        );
                    }
                }
                Work::SetAutoscale { again, limits } => self.set_autoscale(again, limits),
                Work::TurnAutoscaleOff
                | Work::DecideMigration
                | Work::Migrate(_)
                | Work::Return
                | Work::VerifyPlatform
                | Work::AllowNewAddresses
                | Work::CreateSecond
                | Work::SwitchTraffic => {}
            }
        }
    }

    fn set_location(&mut self, id: ChangeId, place: &LocationAccount<'_>, text: &'static str) {
        let (Some(after), Some(words)) = (place.after, place.after_in_words()) else { return };
        let zones_change = id != ChangeId::SetUnits;
        let current = place.decided.current;
        let set = ChangeSet::Location {
            units: Some(after.units),
            layout: zones_change.then(|| layout_of(after.layout)),
            zones: if zones_change { zones::named(after.layout) } else { &[] },
            public_ip: place.public_ip != PublicIp::NotNeeded,
            subnet: id == ChangeId::AddLocation && place.decided.room.is_some(),
        };
        let mut draft = Draft::new(id, Phase::After, Owner::Apim, SERVICE, words.to_string()).at(&place.location.name).set(set);
        draft.before = match (id, current.certain_layout, current.units) {
            (ChangeId::AddLocation, _, _) => Some("No such location".into()),
            (_, Some(layout), Some(units)) => Some(layout_in_words(layout, units, place.decided.support).to_string().into()),
            (_, None, Some(units)) => Some(crate::wording::units(units).to_string().into()),
            (_, _, None) => None,
        };
        self.add(draft, text, by![code::UPDATE_SERVICE, facts::EVEN_UNITS, facts::CHANGE_MOVES_ADDRESSES, facts::ZONE_NUMBERS]);
    }

    /// The VIPs of the locations whose zones change are new: the records that name them.
    fn records_again(&mut self, units: &CapacityAccount<'_>) {
        let internal = units.internal();
        let answers = &units.decision.answers;
        let first = units.request.locations.first().map(|location| &location.name);
        for place in units.with(Change::Zones) {
            let name = &place.location.name;
            let primary = Some(name) == first;
            if internal {
                for host in host_names(units.request, Some(name), primary) {
                    self.record_again(name, primary, host.1, false, true);
                }
            }
            let custom = answers.custom_domains != Some(false)
                && (internal || answers.custom_domain_record == Some(DnsRecord::A) && primary);
            if custom {
                self.record_again(name, primary, "<custom domain>".to_owned(), true, internal);
            }
        }
    }

    fn record_again(&mut self, location: &RegionName, primary: bool, host: String, custom: bool, private: bool) {
        let text = format!("Update the A record of {host} again.");
        let (resource, after) =
            if private { (PRIVATE_RECORD, "The new private VIP") } else { (PUBLIC_RECORD, "The new public VIP") };
        let draft = Draft::new(ChangeId::UpdateDnsRecord, Phase::After, Owner::Dns, resource, after)
            .before("The VIP before the change of zones")
            .at(location)
            .set(ChangeSet::DnsRecord { host, custom, private, private_vip: private, primary });
        self.add(draft, text, by![facts::CHANGE_MOVES_ADDRESSES, network::ADDRESS_CHANGES]);
    }

    fn set_autoscale(&mut self, again: bool, limits: AutoscaleDecision) {
        let AutoscaleDecision { minimum, maximum, step, .. } = limits;
        let after = format!("On, {minimum} to {maximum} units, step {step}");
        let mut draft = Draft::new(ChangeId::SetAutoscale, Phase::After, Owner::Apim, AUTOSCALE, after)
            .set(ChangeSet::Autoscale { enabled: true, minimum: Some(minimum), maximum: Some(maximum), step: Some(step) });
        if again {
            draft = draft.before("Off");
        }
        self.add(
            draft,
            if again { "Enable autoscale with limits that fit the layout." } else { "Set limits that fit the layout." },
            by![facts::AUTOSCALE_BY_MULTIPLES, facts::AUTOSCALE_PRIMARY],
        );
    }
}
