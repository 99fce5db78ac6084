//! The order of work in words: migration, units, zones, new locations, autoscale.

use super::account::{CapacityAccount, Change, LocationAccount, Work, can_have_zones};
use super::shape::OrderStep;
use crate::cite::{Citation, Sources, Statement, by, say};
use crate::decide::changes_address;
use crate::domain::{PathId, Text, Vnet};
use crate::facts::network::{self, ADDRESS_CHANGES};
use crate::facts::reliability as facts;
use crate::facts::{disagreements_capacity as sides, migration, side_by_side, zones};
use crate::wording::{range, span, times, units};

/// Every step, in its order.
pub(super) fn steps(account: &CapacityAccount<'_>) -> Vec<OrderStep> {
    account.work.iter().map(|work| OrderStep { changes_addresses: work.changes_addresses(), ..step(*work, account) }).collect()
}

fn said(text: impl Into<Text>, takes: Option<Text>, sources: &'static [&'static Citation]) -> OrderStep {
    OrderStep { text: text.into(), takes, changes_addresses: false, sources: Sources::listed(sources) }
}

/// How long a change of zones or units takes.
fn change_takes() -> Text {
    let change = zones::CHANGE;
    let or_more = if change.latest().or_more { ", or more" } else { "" };
    format!("{}{or_more}", range(change.value.from, change.value.to)).into()
}

fn step(work: Work, account: &CapacityAccount<'_>) -> OrderStep {
    match work {
        Work::TurnAutoscaleOff => said("Disable autoscale.", None, by![migration::OPTION_1_AUTOSCALE]),
        Work::DecideMigration if account.rezones() => said(
            "Select a path for the migration first: no path is recommended yet, and zones are configured on stv2.",
            None,
            by![sides::STV1_CASE_DROPPED],
        ),
        Work::DecideMigration => {
            said("Select a path for the migration first: no path is recommended yet.", None, by![migration::OPTIONS])
        }
        Work::Migrate(_) => said(
            "Migrate every location with its current units; the migration plan has the steps.",
            Some(format!("about {} each", span(migration::RUN.value)).into()),
            by![migration::WHAT_HAPPENS, migration::OPTIONS, migration::FAQ_DURATION],
        ),
        Work::Return => said(
            "Return to the original subnet.",
            Some(format!("about {}", span(migration::RUN.value)).into()),
            by![migration::RETURN, migration::FAQ_DURATION],
        ),
        Work::VerifyPlatform => said("Verify that every location is on stv2.", None, by![migration::FAQ_CONFIRM]),
        Work::SetUnits => said(
            format!("Set the units. {}.", layouts(account.with(Change::Units))),
            Some(format!("{} or more", span(network::UPDATE_LEAST.value)).into()),
            by![zones::MEASURE_TO_SIZE, facts::SECONDARY_BY_HAND, network::UPDATE_TAKES],
        ),
        Work::AllowNewAddresses => said(
            "Create the public IP addresses for the zones, and add them to firewall rules and client allowlists.",
            None,
            by![zones::PUBLIC_IP_REQUIRED, network::PUBLIC_IP_RESOURCE, ADDRESS_CHANGES],
        ),
        Work::SetZones => {
            let resource = if account.injected() {
                " Each of these locations needs a Standard public IP address that is not attached to anything."
            } else {
                ""
            };
            said(
                format!("Configure zones and units in one change. {}.{resource}", layouts(account.with(Change::Zones))),
                Some(change_takes()),
                by![
                    zones::CHANGE_TAKES,
                    zones::CHANGE_TAKES_MORE,
                    zones::CHANGE_MOVES_ADDRESSES,
                    zones::PUBLIC_IP_REQUIRED,
                    facts::PRIMARY_CHANGES_ADDRESS
                ],
            )
        }
        Work::UpdateRecords => said(update_records(account), None, by![zones::CHANGE_MOVES_ADDRESSES, ADDRESS_CHANGES]),
        Work::Add(at) => account
            .places
            .get(at)
            .map_or_else(|| said("Add the location.", None, by![zones::NEW_LOCATION_STEPS]), |place| add(place, account)),
        Work::SetAutoscale { again, limits } => {
            let title = account.places.first().map_or("the primary region", |place| &place.title);
            let verb = if again { "Enable autoscale" } else { "Set autoscale" };
            said(
                format!("{verb} in {title}: {} to {}, step {}.", limits.minimum, limits.maximum, limits.step),
                None,
                by![zones::AUTOSCALE_BY_MULTIPLES, zones::AUTOSCALE_PRIMARY],
            )
        }
        Work::CreateSecond => create_second(account),
        Work::SwitchTraffic => said(
            "Copy the configuration, test the second instance, then switch traffic to its host names and VIPs.",
            None,
            by![migration::FAQ_PARALLEL],
        ),
    }
}

/// `West Europe: 6 units across 3 zones; North Europe: 3 units across 3 zones`.
fn layouts<'a>(places: impl Iterator<Item = &'a LocationAccount<'a>>) -> String {
    let layouts: Vec<String> = places.filter_map(|place| Some(format!("{}: {}", place.title, place.after_in_words()?))).collect();
    layouts.join("; ")
}

fn update_records(account: &CapacityAccount<'_>) -> &'static str {
    match (account.internal(), account.injected(), account.decision.answers.has_no_a_record()) {
        (true, _, _) => {
            "Update the DNS records, and rules that list the old VIPs, to the new private VIPs, which are known only after the change."
        }
        (false, true, false) => "Update the A records to the new public VIPs, and remove the old VIPs from rules and allowlists.",
        (false, true, true) => "Remove the old VIPs from firewall rules and client allowlists.",
        (false, false, false) => {
            "Update A records, firewall rules and client allowlists to the new VIPs: they are known only after the change."
        }
        (false, false, true) => {
            "Update firewall rules and client allowlists to the new VIPs: they are known only after the change."
        }
    }
}

fn add(place: &LocationAccount<'_>, account: &CapacityAccount<'_>) -> OrderStep {
    let network = if account.injected() { " in its own virtual network and subnet" } else { "" };
    let what = place.after_in_words().map_or_else(String::new, |layout| format!(" with {layout}"));
    said(
        format!("Add {}{what}{network}. The other locations preserve their VIPs.", place.title),
        Some(change_takes()),
        by![zones::NEW_LOCATION_STEPS, zones::NEW_LOCATION_NETWORK, facts::SECONDARY_LEAVES_PRIMARY, facts::REGIONS_ANYWHERE],
    )
}

fn create_second(account: &CapacityAccount<'_>) -> OrderStep {
    let layouts = layouts(account.places.iter());
    let zones = if account.places.iter().any(|place| can_have_zones(place.decided.support)) { " and zones" } else { "" };
    said(
        format!("Create the second instance with its final units{zones}. {layouts}."),
        None,
        by![side_by_side::PARALLEL, zones::AUTOMATIC_BY_DEFAULT],
    )
}

/// What to avoid on the way.
pub(super) fn avoid(account: &CapacityAccount<'_>) -> Vec<Statement> {
    let mut avoid = Vec::new();
    if account.work.is_empty() || account.side_by_side() {
        return avoid;
    }
    if account.rezones() && account.path().is_some_and(|path| !changes_address(path)) {
        avoid.push(say(
            "Do not rely on the VIP that the migration preserves: configuring zones changes it afterwards. Announce the new VIP once, for the change of zones.",
            by![zones::CHANGE_MOVES_ADDRESSES, facts::PRIMARY_CHANGES_ADDRESS],
        ));
    }
    if account.rezones() {
        avoid.push(say(
            format!(
                "Do not change zones or subnets more often than needed: the VIPs change each time, here {}. Keep the TTL low until the last change.",
                times(account.address_changes())
            ),
            by![zones::CHANGE_MOVES_ADDRESSES, ADDRESS_CHANGES],
        ));
    }
    if account.migrating && account.rezones() {
        avoid.push(say(
            "Do not configure zones during the migration: other infrastructure changes are blocked until it has finished.",
            by![migration::FAQ_LOCK, network::UPDATE_TAKES],
        ));
    }
    if let Some(place) = account.places.iter().find(|place| can_not_grow_first(place)) {
        avoid.push(say(
            format!(
                "Do not add units before the migration: the subnet in {} can't hold {} twice.",
                place.title,
                units(place.after.map_or(1, |after| after.units))
            ),
            by![network::ROOM_FOR_A_COPY],
        ));
    }
    avoid
}

/// The subnet has room to migrate the present units, but not the recommended ones.
fn can_not_grow_first(place: &LocationAccount<'_>) -> bool {
    let changes = matches!(place.change, Change::Units | Change::Zones);
    let room = place.decided.room.filter(|_| changes && place.decided.moves);
    room.is_some_and(|room| room.during.is_some_and(|during| during.fits == Some(true)) && room.grown_first.fits == Some(false))
}

/// What configuring zones on stv1 would do at once.
pub(super) fn at_once(account: &CapacityAccount<'_>) -> Option<Statement> {
    if account.work.is_empty() || !account.could_do_both_at_once() {
        return None;
    }
    let how = match account.capacities().mode.map(Vnet::is_injected) {
        Some(true) => {
            " In each region create a subnet and a public IP address; under Locations select units, zones and, under Network, both; then select Apply and Save."
        }
        Some(false) => "",
        None => " An injected instance also needs a new subnet in each region.",
    };
    let one =
        if account.path() == Some(PathId::InPlaceNewVip) { "one change of VIPs instead of two" } else { "one change of VIPs" };
    Some(say(
        format!(
            "Not recommended: configuring zones on stv1 also moves the instance to stv2, with {one}. Later documentation no longer describes this.{how}"
        ),
        by![zones::ZONES_BRING_STV2, zones::STV1_NETWORK, zones::STV1_STEPS, sides::STV1_CASE_DROPPED],
    ))
}
