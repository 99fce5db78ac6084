//! What has to be done, by path: before, during and after the migration, and to return to the original subnet. Read off
//! the account.
//!
//! An answer that is open gives the action with its condition written out; only a "no" leaves it away.

mod after;
mod before;
mod during;
mod id;
mod side_by_side;
mod way_back;

use super::account::{Account, Family};
use super::shape::Action;
use crate::cite::{Citation, Sources};
use crate::domain::{Minutes, Owner, Phase, Subnet, Text};

pub use id::ActionId;

type Cites = &'static [&'static Citation];

/// Collects the actions of one path.
struct Checklist<'a> {
    account: &'a Account<'a>,
    actions: Vec<Action>,
}

/// The actions of a path, in order.
pub(super) fn actions(account: &Account<'_>) -> Vec<Action> {
    let mut list = Checklist { account, actions: Vec::with_capacity(24) };
    list.before();
    match account.family {
        Family::SideBySide => list.side_by_side(),
        Family::SameSubnet | Family::NewSubnet | Family::InPlace | Family::Zones | Family::Inject => {
            list.during();
            list.after();
            if account.way_back.is_some() {
                list.way_back();
            }
        }
    }
    list.actions
}

impl Checklist<'_> {
    fn add(&mut self, id: ActionId, phase: Phase, owner: Owner, text: impl Into<Text>, sources: Cites) -> &mut Action {
        self.add_sourced(id, phase, owner, text, Sources::listed(sources))
    }

    fn add_sourced(&mut self, id: ActionId, phase: Phase, owner: Owner, text: impl Into<Text>, sources: Sources) -> &mut Action {
        let at = self.actions.len();
        self.actions.push(Action { id, phase, owner, location: None, text: text.into(), why: None, by_minute: None, sources });
        // The index is of the element just pushed.
        #[expect(clippy::indexing_slicing, reason = "the element was pushed two lines above")]
        &mut self.actions[at]
    }

    /// The same with the minute of the timeline by which it must be done.
    fn add_due(&mut self, id: ActionId, phase: Phase, owner: Owner, due: Option<Minutes>, text: impl Into<Text>, sources: Cites) {
        self.add(id, phase, owner, text, sources).by_minute = due;
    }

    /// Every location names a subnet, and of each the property is known to hold.
    fn all_subnets(&self, property: impl Fn(&Subnet) -> Option<bool>) -> bool {
        let mut any = false;
        let all = self.account.locations().all(|location| {
            any = true;
            location.subnet.as_ref().and_then(&property) == Some(true)
        });
        any && all
    }
}
