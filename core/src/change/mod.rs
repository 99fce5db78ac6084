//! The change itself: what has to be sent or edited, one resource at a time. Read off the accounts of the migration and of
//! the capacity plan; nothing is concluded from the request again.

mod capacity;
mod migration;
mod network;
mod shape;
mod zones;

use crate::capacity::CapacityAccount;
use crate::cite::{Citation, Sources};
use crate::decide::decide;
use crate::domain::{Minutes, Owner, PathId, Phase, PlanRequest, RegionName, Text, Verdict};
use crate::migration::Account;

pub use shape::{ChangeId, ChangeSet, PlannedChange};

const SERVICE: &str = "Microsoft.ApiManagement/service";
const SUBNET: &str = "Microsoft.Network/virtualNetworks/subnets";
const RULE: &str = "Microsoft.Network/networkSecurityGroups/securityRules";
const ROUTE: &str = "Microsoft.Network/routeTables/routes";
const PUBLIC_IP: &str = "Microsoft.Network/publicIPAddresses";
const AUTOSCALE: &str = "Microsoft.Insights/autoscaleSettings";
const PRIVATE_RECORD: &str = "Microsoft.Network/privateDnsZones/A";
const PUBLIC_RECORD: &str = "Microsoft.Network/dnsZones/A";
const LOCK: &str = "Microsoft.Authorization/locks";

/// The changes of the recommended path and the recommended layouts, in their order.
pub(crate) fn changes(account: Option<&Account<'_>>, units: &CapacityAccount<'_>) -> Vec<PlannedChange> {
    let mut list = ChangeList { changes: Vec::new(), step: 0 };
    list.guard();
    let before = list.changes.len();
    if let Some(account) = account {
        list.migration(account, units);
    }
    list.capacity(account, units);
    // Nothing to guard where nothing changes.
    if list.changes.len() == before { Vec::new() } else { list.changes }
}

/// The changes of another path that is open, with the recommended layouts; `None` for one that is ruled out.
pub fn changes_of(request: &PlanRequest, path: PathId) -> Option<Vec<PlannedChange>> {
    let decision = decide(request);
    let open = decision.route.judged(path).verdict != Verdict::RuledOut;
    open.then(|| changes(Some(&Account::of(path, request, &decision)), &CapacityAccount::of(request, &decision)))
}

/// Collects changes, step by step.
struct ChangeList {
    changes: Vec<PlannedChange>,
    step: u32,
}

/// What one change needs besides its values.
struct Draft {
    id: ChangeId,
    phase: Phase,
    owner: Owner,
    resource: &'static str,
    location: Option<RegionName>,
    minute: Option<Minutes>,
    before: Option<Text>,
    after: Text,
    set: Option<ChangeSet>,
}

impl Draft {
    fn new(id: ChangeId, phase: Phase, owner: Owner, resource: &'static str, after: impl Into<Text>) -> Self {
        Self { id, phase, owner, resource, location: None, minute: None, before: None, after: after.into(), set: None }
    }

    fn at(self, location: &RegionName) -> Self {
        Self { location: Some(location.clone()), ..self }
    }

    fn minute(self, minute: Option<Minutes>) -> Self {
        Self { minute, ..self }
    }

    fn before(self, before: impl Into<Text>) -> Self {
        Self { before: Some(before.into()), ..self }
    }

    fn set(self, set: ChangeSet) -> Self {
        Self { set: Some(set), ..self }
    }
}

impl ChangeList {
    /// What follows is made together, after everything before it.
    fn next_step(&mut self) {
        // A step without changes would leave a gap in the numbers.
        if self.changes.last().is_none_or(|last| last.step == self.step) {
            self.step += 1;
        }
    }

    fn add(&mut self, draft: Draft, text: impl Into<Text>, sources: &'static [&'static Citation]) {
        let Draft { id, phase, owner, resource, location, minute, before, after, set } = draft;
        let (text, sources) = (text.into(), Sources::listed(sources));
        self.changes.push(PlannedChange {
            id,
            step: self.step,
            phase,
            owner,
            location,
            minute,
            resource,
            text,
            before,
            after,
            set,
            sources,
        });
    }
}
