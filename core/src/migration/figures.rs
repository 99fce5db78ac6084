//! What each path costs: downtime, retention, locks, durations, addresses, tools.

use super::shape::{Downtime, Duration, LaterRetention, Retention, Reversible, ScopeByTool};
use crate::cite::{Cited, Sources, by};
use crate::decide::{Answers, Decision, changes_address, dns_by_hand, kept_for, to_move};
use crate::domain::{AddressChange, Exposure, Firewall, Minutes, PathId, PlanRequest, Scope, Tier, Tool, Vnet};
use crate::facts::migration::{
    self as facts, COEXIST_LATER, FAQ_MULTI_REGION, NO_VNET_LOCATIONS, OPTION_2, OPTION_2_EACH, REST_MOVES_ALL, RETURN,
    ZONES_MOVE, ZONES_NO_DOWNTIME, same_subnet,
};
use crate::facts::{network, platform, side_by_side};

/// What a path costs, before anybody is told what to do.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) downtime: Downtime,
    pub(crate) retention: Retention,
    pub(crate) lock: Option<Cited<Minutes>>,
    pub(crate) duration: Duration,
    pub(crate) public_vip: AddressChange,
    pub(crate) private_vip: AddressChange,
    pub(crate) address_sources: Sources,
    pub(crate) tools: &'static [Tool],
    pub(crate) scope: ScopeByTool,
    pub(crate) reversible: Reversible,
}

/// The figures of a path for a request.
pub(crate) fn figures(path: PathId, request: &PlanRequest, decision: &Decision) -> Figures {
    let answers = &decision.answers;
    let (tools, scope) = tools(path);
    let (public_vip, private_vip, address_sources) = addresses(path, answers);
    Figures {
        downtime: downtime(path, answers),
        retention: retention(path, answers),
        lock: lock(path),
        duration: duration(path, request, decision),
        public_vip,
        private_vip,
        address_sources,
        tools,
        scope,
        reversible: match path {
            PathId::SideBySide => Reversible::By("Route traffic back to the first instance for as long as it exists.".into()),
            PathId::SameSubnetPreserveVip
            | PathId::SameSubnetNewVip
            | PathId::NewSubnetKeep48h
            | PathId::NewSubnetReturn
            | PathId::InPlacePreserveVip
            | PathId::InPlaceNewVip
            | PathId::EnableZoneRedundancy
            | PathId::InjectIntoVnet => Reversible::No,
        },
    }
}

/// The row of the table that a same-subnet path stands on; `None` while the mode is open.
fn row(path: PathId, answers: &Answers) -> Option<Cited<facts::Cutover>> {
    same_subnet(answers.vnet?, path.same_subnet()?)
}

fn downtime(path: PathId, answers: &Answers) -> Downtime {
    let exposed_until = exposures(path, answers);
    let special = answers.special_vnet_conditions == Some(true);
    let plain = |minutes, sources| Downtime { minutes, temporary_address_minutes: None, exposed_until: Vec::new(), sources };
    let bare = match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => match row(path, answers) {
            Some(row) if special && path == PathId::SameSubnetPreserveVip => {
                plain(Some(row.value.downtime + facts::SPECIAL_EXTRA.value), row.sources().and(&facts::SPECIAL_EXTRA.sources()))
            }
            Some(row) => plain(Some(row.value.downtime), Sources::from(row.by)),
            // A new VIP causes no downtime in either mode.
            None if path == PathId::SameSubnetNewVip => {
                plain(Some(0), Sources::listed(by![facts::EXTERNAL_NEW, facts::INTERNAL_NEW]))
            }
            None => plain(None, Sources::listed(by![facts::EXTERNAL_PRESERVE, facts::INTERNAL_PRESERVE])),
        },
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => plain(Some(0), Sources::listed(by![facts::FAQ_DOWNTIME])),
        PathId::InPlacePreserveVip => plain(Some(facts::IN_PLACE_DOWNTIME.value), facts::IN_PLACE_DOWNTIME.sources()),
        PathId::InPlaceNewVip => plain(Some(0), Sources::listed(by![facts::NO_VNET_NEW])),
        PathId::EnableZoneRedundancy => plain(Some(0), Sources::listed(by![ZONES_NO_DOWNTIME, facts::ZONES_CHANGE_ADDRESSES])),
        // The gateway stays available during a network update, except in Developer, for which the downtime is not documented.
        PathId::InjectIntoVnet if answers.tier == Some(Tier::Developer) => {
            plain(None, Sources::listed(by![network::UPDATE_DEVELOPER]))
        }
        PathId::InjectIntoVnet => plain(Some(0), Sources::listed(by![network::UPDATE_DEVELOPER])),
        PathId::SideBySide => plain(None, Sources::listed(by![side_by_side::PARALLEL])),
    };
    let temporary = row(path, answers).map(|row| row.value.temporary_address).filter(|minutes| *minutes > 0);
    Downtime { temporary_address_minutes: temporary, exposed_until, ..bare }
}

/// What else can cut clients off. An open answer counts as yes: only a "no" clears clients.
fn exposures(path: PathId, answers: &Answers) -> Vec<Exposure> {
    let rules =
        |request_firewall: Option<Firewall>| request_firewall != Some(Firewall::None) || answers.ip_dependencies != Some(false);
    let mut exposed = Vec::new();
    if dns_by_hand(path, answers) {
        exposed.push(Exposure::DnsUpdated);
    }
    let on_a_temporary_address = path == PathId::SameSubnetPreserveVip && answers.vnet != Some(Vnet::Internal);
    if (changes_address(path) || on_a_temporary_address) && rules(answers.firewall) {
        exposed.push(Exposure::NetworkRulesUpdated);
    }
    exposed
}

fn retention(path: PathId, answers: &Answers) -> Retention {
    let figure = |minutes, sources| Retention {
        minutes,
        extendable_to_minutes: None,
        later_pages: Vec::new(),
        plan_for_minutes: kept_for(path, answers),
        sources,
    };
    match path {
        PathId::SameSubnetPreserveVip => figure(Some(0), Sources::listed(by![facts::PRESERVE])),
        PathId::SameSubnetNewVip => match row(path, answers) {
            Some(row) => {
                let latest = row.latest();
                Retention {
                    minutes: Some(row.value.retention),
                    extendable_to_minutes: latest.extendable_to,
                    later_pages: later_pages(&row),
                    plan_for_minutes: kept_for(path, answers),
                    sources: row.sources(),
                }
            }
            None => figure(None, Sources::listed(by![facts::EXTERNAL_NEW, facts::INTERNAL_NEW])),
        },
        PathId::NewSubnetKeep48h => figure(Some(facts::KEEP_48H.value), facts::KEEP_48H.sources()),
        PathId::NewSubnetReturn => figure(Some(facts::KEEP_TO_RETURN.value), facts::KEEP_TO_RETURN.sources()),
        PathId::InPlacePreserveVip => figure(Some(0), Sources::listed(by![facts::NO_VNET_PRESERVE])),
        // The revision in force does not state a duration; the one before it stated 15 minutes.
        PathId::InPlaceNewVip => figure(None, Sources::listed(by![facts::NO_VNET_NEW, facts::NO_VNET_OVERLAP, COEXIST_LATER])),
        PathId::EnableZoneRedundancy => figure(None, Sources::listed(by![ZONES_MOVE])),
        PathId::InjectIntoVnet => figure(None, Sources::listed(by![platform::VNET_UPDATE])),
        PathId::SideBySide => figure(None, Sources::listed(by![side_by_side::PARALLEL])),
    }
}

/// What later revisions say of a row's retention.
pub(super) fn later_pages(row: &Cited<facts::Cutover>) -> Vec<LaterRetention> {
    row.later
        .iter()
        .map(|revision| LaterRetention {
            minutes: Some(revision.value.retention),
            extendable_to_minutes: revision.value.extendable_to,
            source: revision.by,
        })
        .collect()
}

const fn lock(path: PathId) -> Option<Cited<Minutes>> {
    match path {
        PathId::SameSubnetPreserveVip => Some(facts::LOCK_PRESERVE),
        PathId::SameSubnetNewVip => Some(facts::LOCK_NEW),
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => Some(facts::LOCK_NEW_SUBNET),
        PathId::InPlacePreserveVip => Some(facts::LOCK_IN_PLACE_PRESERVE),
        PathId::InPlaceNewVip => Some(facts::LOCK_IN_PLACE_NEW),
        PathId::EnableZoneRedundancy | PathId::InjectIntoVnet | PathId::SideBySide => None,
    }
}

fn duration(path: PathId, request: &PlanRequest, decision: &Decision) -> Duration {
    let locations = u32::try_from(to_move(request, decision.platform).count()).unwrap_or(u32::MAX).max(1);
    let run =
        |runs, sources| Duration { typical: Some(facts::RUN.value), from: None, to: None, runs, support_after: None, sources };
    match path {
        PathId::SameSubnetPreserveVip if decision.answers.special_vnet_conditions == Some(true) => Duration {
            typical: Some(facts::RUN.value + facts::SPECIAL_EXTRA.value),
            ..run(1, facts::RUN.sources().and(&facts::SPECIAL_EXTRA.sources()))
        },
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => run(1, facts::RUN.sources()),
        PathId::NewSubnetKeep48h => run(locations, Sources::listed(by![facts::OPTION_2_STATUS, OPTION_2_EACH, facts::LONGER])),
        // There, location by location; back, in one change of the network configuration.
        PathId::NewSubnetReturn => {
            run(locations.saturating_add(1), Sources::listed(by![facts::OPTION_2_STATUS, OPTION_2_EACH, RETURN, facts::LONGER]))
        }
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => {
            Duration { support_after: Some(facts::SUPPORT_AFTER.value), ..run(1, facts::SUPPORT_AFTER.sources()) }
        }
        PathId::EnableZoneRedundancy => {
            let (from, to) = facts::ZONE_CHANGE.value;
            Duration { typical: None, from: Some(from), to: Some(to), ..run(locations, facts::ZONE_CHANGE.sources()) }
        }
        PathId::InjectIntoVnet => Duration {
            typical: None,
            from: Some(15),
            to: Some(45),
            ..run(1, Sources::listed(by![platform::VNET_UPDATE, network::UPDATE_TAKES]))
        },
        PathId::SideBySide => Duration { typical: None, ..run(1, Sources::listed(by![side_by_side::PARALLEL])) },
    }
}

fn addresses(path: PathId, answers: &Answers) -> (AddressChange, AddressChange, Sources) {
    // The private VIP exists in internal mode only; with the mode open, the plan says what would happen to it.
    let private = |change| match answers.vnet {
        Some(Vnet::Internal) | None => change,
        Some(Vnet::External | Vnet::None) => AddressChange::NotUsed,
    };
    match path {
        PathId::SameSubnetPreserveVip => {
            (AddressChange::Kept, private(AddressChange::Kept), Sources::listed(by![facts::PRESERVE]))
        }
        PathId::SameSubnetNewVip => (
            AddressChange::Changes,
            private(AddressChange::Changes),
            Sources::listed(by![facts::NEW_ADDRESS, facts::FAQ_PRIVATE_ZONES]),
        ),
        PathId::NewSubnetKeep48h => (
            AddressChange::Changes,
            private(AddressChange::Changes),
            Sources::listed(by![facts::OPTIONS, network::ADDRESS_CHANGES]),
        ),
        PathId::NewSubnetReturn => (
            AddressChange::ChangesTwice,
            private(AddressChange::ChangesTwice),
            Sources::listed(by![RETURN, facts::FAQ_SAME_SUBNET]),
        ),
        PathId::InPlacePreserveVip => {
            (AddressChange::Kept, AddressChange::NotUsed, Sources::listed(by![facts::NO_VNET_PRESERVE]))
        }
        PathId::InPlaceNewVip => (AddressChange::Changes, AddressChange::NotUsed, Sources::listed(by![facts::NO_VNET_NEW])),
        PathId::EnableZoneRedundancy => {
            (AddressChange::Changes, private(AddressChange::Changes), Sources::listed(by![facts::ZONES_CHANGE_ADDRESSES]))
        }
        PathId::InjectIntoVnet => (
            AddressChange::Changes,
            AddressChange::Appears,
            Sources::listed(by![network::ADDRESS_CHANGES, network::INTERNAL_PUBLIC_ADDRESS]),
        ),
        PathId::SideBySide => (AddressChange::New, private(AddressChange::New), Sources::listed(by![side_by_side::PARALLEL])),
    }
}

const fn tools(path: PathId) -> (&'static [Tool], ScopeByTool) {
    use Scope::{AllLocationsAtOnce as All, OneLocationAtATime as Each};
    match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => {
            (&[Tool::Rest, Tool::Portal], ScopeByTool { rest: Some(All), portal: Some(Each) })
        }
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => {
            (&[Tool::Rest, Tool::Portal], ScopeByTool { rest: Some(All), portal: Some(All) })
        }
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn | PathId::EnableZoneRedundancy => {
            (&[Tool::Portal], ScopeByTool { rest: None, portal: Some(Each) })
        }
        // One change of the network configuration, saved once for every location.
        PathId::InjectIntoVnet => (&[Tool::Portal], ScopeByTool { rest: None, portal: Some(All) }),
        // Whatever builds and copies instances at the reader's.
        PathId::SideBySide => (&[], ScopeByTool { rest: None, portal: None }),
    }
}

/// The documentation of a path's tools.
pub(super) fn tool_sources(path: PathId) -> Sources {
    match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => {
            Sources::listed(by![REST_MOVES_ALL, facts::SAME_SUBNET_IN_PORTAL, FAQ_MULTI_REGION])
        }
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => Sources::listed(by![facts::NO_VNET_SCOPE, NO_VNET_LOCATIONS]),
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => Sources::listed(by![OPTION_2, FAQ_MULTI_REGION]),
        PathId::EnableZoneRedundancy => Sources::listed(by![ZONES_MOVE]),
        PathId::InjectIntoVnet => Sources::listed(by![platform::OPTIONS]),
        PathId::SideBySide => Sources::listed(by![side_by_side::PARALLEL]),
    }
}
