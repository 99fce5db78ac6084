//! Migrating and re-laying zones together: in which order, how often addresses change, what to avoid.

use super::shape::OrderStep;
use crate::cite::{Citation, Sources, Statement, by, say};
use crate::decide::{Decision, LocationDecision, changes_address};
use crate::domain::{Location, PathId, PlanRequest, Scenario, Status, Text, Verdict, Vnet, ZoneLayout};
use crate::facts::network::ADDRESS_CHANGES;
use crate::facts::reliability as facts;
use crate::facts::{disagreements_capacity as sides, migration, side_by_side, zones};
use crate::wording::{layout_in_words, times, title};

/// The way from here to the recommended layouts.
pub(super) struct Order {
    pub(super) steps: Vec<OrderStep>,
    pub(super) address_changes: u32,
    pub(super) avoid: Vec<Statement>,
    pub(super) at_once: Option<Statement>,
}

/// What has to be done, all locations together.
struct Work<'a> {
    decision: &'a Decision,
    /// Something is left to migrate.
    migrating: bool,
    /// Locations that are there and get other zones or units.
    relaid: Vec<(&'a Location, &'a LocationDecision)>,
    /// Locations that are not there yet.
    added: Vec<(&'a Location, &'a LocationDecision)>,
    /// Some of those relaid get other zones, which changes addresses.
    rezones: bool,
    /// Autoscale has to be off while the instance migrates.
    pauses_autoscale: bool,
    /// The autoscale of the primary, when it must be corrected or was turned off for the migration.
    autoscale: Option<Text>,
}

pub(super) fn order(request: &PlanRequest, decision: &Decision) -> Order {
    let all = || request.locations.iter().zip(&decision.capacities.locations);
    let migrating = match decision.status {
        Status::Migrate | Status::Unknown => all().any(|(_, one)| one.moves),
        Status::Migrated | Status::NotAffected => false,
    };
    let is_new = |one: &LocationDecision| one.scenario == Scenario::NewLocation;
    let has_limits = all().any(|(_, one)| one.autoscale.is_some());
    let pauses_autoscale = migrating && has_limits && decision.capacities.mode.is_none_or(Vnet::is_injected);
    let work = Work {
        decision,
        migrating,
        relaid: all().filter(|(_, one)| !is_new(one) && (one.rezones || resized(one))).collect(),
        added: all().filter(|(_, one)| is_new(one)).collect(),
        rezones: all().any(|(_, one)| one.rezones),
        pauses_autoscale,
        autoscale: all().find_map(|(location, one)| autoscale(location, one, pauses_autoscale)),
    };
    let corrected = all().any(|(_, one)| one.autoscale.is_some_and(|limits| !limits.valid));
    if work.relaid.is_empty() && work.added.is_empty() && !corrected {
        // The migration by itself has its own list of actions.
        return Order { steps: Vec::new(), address_changes: 0, avoid: Vec::new(), at_once: None };
    }
    let steps = work.steps();
    Order {
        address_changes: steps.iter().map(|step| u32::from(step.changes_addresses)).sum(),
        avoid: work.avoid(),
        at_once: work.at_once(),
        steps,
    }
}

/// The recommended layout has another number of units than there are now.
fn resized(one: &LocationDecision) -> bool {
    one.current.units.zip(one.choices.recommended()).is_some_and(|(now, best)| now != best.units)
}

fn autoscale(location: &Location, one: &LocationDecision, pauses: bool) -> Option<Text> {
    let limits = one.autoscale.filter(|limits| pauses || !limits.valid)?;
    let verb = if pauses { "Turn autoscale on again" } else { "Set autoscale" };
    Some(format!("{verb} in {}: {} to {}, step {}.", title(location, one), limits.minimum, limits.maximum, limits.step).into())
}

fn step(text: impl Into<Text>, takes: Option<&'static str>, sources: &'static [&'static Citation]) -> OrderStep {
    OrderStep { text: text.into(), takes: takes.map(Into::into), changes_addresses: false, sources: Sources::listed(sources) }
}

impl Work<'_> {
    fn path(&self) -> Option<PathId> {
        self.decision.route.recommended.filter(|_| self.migrating)
    }

    fn injected(&self) -> bool {
        self.decision.capacities.mode.is_some_and(Vnet::is_injected)
    }

    /// The existing instance stays as it is: what it should have had, its successor gets at once.
    fn beside(&self) -> bool {
        self.path() == Some(PathId::SideBySide)
    }

    fn steps(&self) -> Vec<OrderStep> {
        let mut steps = Vec::with_capacity(8);
        if self.beside() {
            self.build_beside(&mut steps);
            return steps;
        }
        if self.migrating {
            self.migrate(&mut steps);
        }
        self.relay(&mut steps);
        for (location, one) in &self.added {
            steps.push(self.add(location, one));
        }
        if let Some(text) = &self.autoscale {
            steps.push(step(text.clone(), None, by![zones::AUTOSCALE_BY_MULTIPLES, zones::AUTOSCALE_PRIMARY]));
        }
        steps
    }

    fn layouts(of: &[(&Location, &LocationDecision)]) -> String {
        let layouts: Vec<String> = of
            .iter()
            .filter_map(|(location, one)| {
                let best = one.choices.recommended()?;
                Some(format!("{}: {}", title(location, one), layout_in_words(best.layout, best.units)))
            })
            .collect();
        layouts.join("; ")
    }

    fn build_beside(&self, steps: &mut Vec<OrderStep>) {
        let mut layouts = Self::layouts(&self.relaid);
        if !self.added.is_empty() {
            let added = Self::layouts(&self.added);
            layouts = if layouts.is_empty() { added } else { format!("{layouts}; {added}") };
        }
        let text = if layouts.is_empty() {
            "Build the second instance with the units and zones that you want in the end.".to_owned()
        } else {
            format!("Build the second instance with what you want in the end. {layouts}.")
        };
        steps.push(OrderStep {
            changes_addresses: true,
            ..step(text, None, by![side_by_side::PARALLEL, zones::AUTOMATIC_BY_DEFAULT])
        });
        steps.push(step(
            "Copy the configuration, test, then move DNS and firewall rules to the new addresses.",
            None,
            by![migration::FAQ_PARALLEL],
        ));
        if let Some(text) = &self.autoscale {
            let text = text.replacen("Turn autoscale on again", "Turn autoscale on", 1);
            steps.push(step(text, None, by![zones::AUTOSCALE_BY_MULTIPLES]));
        }
    }

    fn migrate(&self, steps: &mut Vec<OrderStep>) {
        let Some(path) = self.path() else {
            steps.push(step(
                "Settle the migration first: no path is recommended yet, and zones are named once the instance is on stv2.",
                None,
                by![sides::STV1_CASE_DROPPED],
            ));
            return;
        };
        if self.pauses_autoscale {
            steps.push(step("Turn autoscale off.", None, by![migration::OPTION_1_AUTOSCALE]));
        }
        steps.push(OrderStep {
            changes_addresses: changes_address(path),
            ..step(
                "Migrate every location with the units that it has.",
                Some("about 45 min a run"),
                by![migration::WHAT_HAPPENS, migration::OPTIONS],
            )
        });
        if path == PathId::NewSubnetReturn {
            steps.push(OrderStep {
                changes_addresses: true,
                ..step("Return to the original subnet.", Some("about 45 min"), by![migration::RETURN])
            });
        }
        if changes_address(path) && !self.rezones {
            steps.push(self.move_dns("Move DNS and firewall rules to the new addresses."));
        } else if changes_address(path) {
            steps.push(
                self.move_dns("Move DNS and firewall rules to the new addresses: they must hold until zones change them again."),
            );
        }
        steps.push(step("Check that every location is on stv2.", None, by![migration::FAQ_CONFIRM]));
    }

    fn move_dns(&self, text: &'static str) -> OrderStep {
        let takes = self.migrating.then_some("before the old compute goes");
        step(text, takes, by![migration::NEW_ADDRESS, migration::OLD_COMPUTE_GOES])
    }

    fn relay(&self, steps: &mut Vec<OrderStep>) {
        if self.relaid.is_empty() {
            return;
        }
        let layouts = Self::layouts(&self.relaid);
        let resource = if self.injected() { " Each location that gets other zones needs a public IP resource." } else { "" };
        let takes = Some("15 to 45 min, or more");
        if self.rezones {
            steps.push(OrderStep {
                changes_addresses: true,
                ..step(
                    format!("Set zones and units together, once. {layouts}.{resource}"),
                    takes,
                    by![
                        zones::CHANGE_TAKES,
                        zones::CHANGE_TAKES_MORE,
                        zones::CHANGE_MOVES_ADDRESSES,
                        zones::PUBLIC_IP_REQUIRED,
                        facts::PRIMARY_CHANGES_ADDRESS
                    ],
                )
            });
            steps.push(step(
                if self.migrating && self.path().is_some_and(changes_address) {
                    "Move DNS and firewall rules again."
                } else {
                    "Move DNS and firewall rules to the new addresses."
                },
                None,
                by![zones::CHANGE_MOVES_ADDRESSES, ADDRESS_CHANGES],
            ));
        } else {
            steps.push(step(
                format!("Set the units. {layouts}."),
                takes,
                by![zones::MEASURE_TO_SIZE, facts::SECONDARY_BY_HAND, crate::facts::network::UPDATE_TAKES],
            ));
        }
    }

    fn add(&self, location: &Location, one: &LocationDecision) -> OrderStep {
        let best =
            one.choices.recommended().map_or((ZoneLayout::Automatic {}, one.needed.units), |best| (best.layout, best.units));
        let what = layout_in_words(best.0, best.1);
        let network = if self.injected() { ", in a network and subnet of its own in that region" } else { "" };
        step(
            format!("Add {} with {what}{network}. The addresses of the other locations stay.", title(location, one)),
            Some("15 to 45 min, or more"),
            by![zones::NEW_LOCATION_STEPS, zones::NEW_LOCATION_NETWORK, facts::SECONDARY_LEAVES_PRIMARY, facts::REGIONS_ANYWHERE],
        )
    }

    fn avoid(&self) -> Vec<Statement> {
        let mut avoid = Vec::new();
        if self.rezones && self.path().is_some_and(|path| !changes_address(path) && path != PathId::SideBySide) {
            avoid.push(say(
                "Do not count on the address that the migration keeps: naming zones changes it afterwards. Tell those who pin it once, for the change that comes with the zones.",
                by![zones::CHANGE_MOVES_ADDRESSES, facts::PRIMARY_CHANGES_ADDRESS],
            ));
        }
        if self.rezones && !self.beside() {
            let changes = self.address_changes_of_the_way();
            avoid.push(say(
                format!(
                    "Do not change zones or subnet more often than needed: each time the addresses change, here {}. Keep the TTL low until the last.",
                    times(changes)
                ),
                by![zones::CHANGE_MOVES_ADDRESSES, ADDRESS_CHANGES],
            ));
        }
        if self.migrating && self.rezones && !self.beside() {
            avoid.push(say(
                "Do not start on zones while the migration runs: infrastructure changes wait until it is over.",
                by![migration::FAQ_LOCK, crate::facts::network::UPDATE_TAKES],
            ));
        }
        let cannot_grow = |one: &LocationDecision| {
            one.moves && one.room.is_some_and(|room| room.during.fits == Some(true) && room.grown_first.fits == Some(false))
        };
        if self.relaid.iter().any(|(_, one)| cannot_grow(one)) {
            avoid.push(say(
                "Do not add units before the migration where the subnet could not hold them twice.",
                by![crate::facts::network::ROOM_FOR_A_COPY],
            ));
        }
        avoid
    }

    /// Counted as in [`Work::steps`], before there are steps.
    fn address_changes_of_the_way(&self) -> u32 {
        let migration = match self.path() {
            None => 0,
            Some(PathId::NewSubnetReturn) => 2,
            Some(path) => u32::from(changes_address(path)),
        };
        migration + u32::from(self.rezones)
    }

    /// What naming zones on stv1 would do at once.
    fn at_once(&self) -> Option<Statement> {
        let open = self.decision.route.judged(PathId::EnableZoneRedundancy).verdict != Verdict::RuledOut;
        if !(self.migrating && self.rezones && open && !self.beside()) {
            return None;
        }
        let subnet = match self.decision.capacities.mode.map(Vnet::is_injected) {
            Some(true) => ", and a new subnet in each region",
            Some(false) => "",
            None => ", and a new subnet where the instance stands in a network",
        };
        Some(say(
            format!(
                "Naming zones on stv1 does both at once, with one change of address{subnet}. Later pages no longer describe that case, so it is not recommended here."
            ),
            by![zones::ZONES_BRING_STV2, zones::STV1_NETWORK, sides::STV1_CASE_DROPPED],
        ))
    }
}
