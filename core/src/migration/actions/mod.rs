//! What somebody has to do, by path: before, during, after, and on the way back.
//!
//! An answer that is open gives the action with its condition written out; only
//! a "no" leaves it away.

mod after;
mod before;
mod during;
mod id;
mod side_by_side;
mod way_back;

use super::figures::Figures;
use super::shape::Action;
use crate::cite::{Citation, Sources};
use crate::decide::{Answers, Decision, to_move};
use crate::domain::{Location, Owner, PathId, Phase, PlanRequest, Subnet, Text, Vnet};

pub use id::ActionId;

/// The families that share their work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    SameSubnet,
    NewSubnet,
    InPlace,
    Zones,
    Inject,
    SideBySide,
}

const fn family(path: PathId) -> Family {
    match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => Family::SameSubnet,
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => Family::NewSubnet,
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => Family::InPlace,
        PathId::EnableZoneRedundancy => Family::Zones,
        PathId::InjectIntoVnet => Family::Inject,
        PathId::SideBySide => Family::SideBySide,
    }
}

type Cites = &'static [&'static Citation];

/// Collects the actions of one path.
struct Checklist<'a> {
    path: PathId,
    request: &'a PlanRequest,
    decision: &'a Decision,
    figures: &'a Figures,
    actions: Vec<Action>,
}

/// The actions of a path, in order.
pub(super) fn actions(path: PathId, request: &PlanRequest, decision: &Decision, figures: &Figures) -> Vec<Action> {
    let mut list = Checklist { path, request, decision, figures, actions: Vec::with_capacity(24) };
    list.before();
    match family(path) {
        Family::SideBySide => list.side_by_side(),
        Family::SameSubnet | Family::NewSubnet | Family::InPlace | Family::Zones | Family::Inject => {
            list.during();
            list.after(Phase::After);
            if path == PathId::NewSubnetReturn {
                list.way_back();
            }
        }
    }
    list.actions
}
impl Checklist<'_> {
    fn add(&mut self, id: ActionId, phase: Phase, owner: Owner, text: impl Into<Text>, sources: Cites) -> &mut Action {
        let at = self.actions.len();
        self.actions.push(Action {
            id,
            phase,
            owner,
            location: None,
            text: text.into(),
            why: None,
            by_minute: None,
            sources: Sources::listed(sources),
        });
        // The index is of the element just pushed.
        #[expect(clippy::indexing_slicing, reason = "the element was pushed two lines above")]
        &mut self.actions[at]
    }

    fn answers(&self) -> &Answers {
        &self.decision.answers
    }

    /// The network mode, where the path itself settles that there is a network.
    fn internal(&self) -> Option<bool> {
        match self.answers().vnet {
            Some(Vnet::Internal) => Some(true),
            Some(Vnet::None) if self.path == PathId::InjectIntoVnet => None,
            Some(Vnet::External | Vnet::None) => Some(false),
            None if family(self.path) == Family::InPlace => Some(false),
            None => None,
        }
    }

    /// The instance stands in a network before or after the path.
    fn in_a_network(&self) -> bool {
        match family(self.path) {
            Family::SameSubnet | Family::NewSubnet | Family::Inject => true,
            Family::InPlace => false,
            Family::Zones | Family::SideBySide => self.answers().injected() != Some(false),
        }
    }

    fn locations(&self) -> impl Iterator<Item = &Location> {
        to_move(self.request, self.decision.platform)
    }

    fn several(&self) -> bool {
        self.locations().nth(1).is_some()
    }

    /// Every location names a subnet, and of each the property is known to hold.
    fn all_subnets(&self, property: impl Fn(&Subnet) -> Option<bool>) -> bool {
        let mut any = false;
        let all = self.locations().all(|location| {
            any = true;
            location.subnet.as_ref().and_then(&property) == Some(true)
        });
        any && all
    }
}
