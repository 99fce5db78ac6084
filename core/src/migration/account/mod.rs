//! The account of a path: who serves traffic when, which names and addresses change, what must be ready by which minute.
//!
//! It is made once, from the decision. Headline, figures, timeline, checklist, DNS records, back-out and findings read it,
//! so they cannot disagree. A text that needs to know whether an address changes asks the account, never the path's name.

mod clock;
mod names;

pub(crate) use clock::{Clock, TrafficServer};
pub use names::ChangedBy;
pub(crate) use names::{HostName, NameKind, domain, host_names};

use super::figures::{Figures, figures};
use crate::decide::{Answers, Decision, to_move};
use crate::domain::{AddressChange, Location, Minutes, PathId, PlanRequest, Tier, Vnet};

/// The families of paths that share their work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// Migration that keeps the subnet.
    SameSubnet,
    /// Migration into another subnet.
    NewSubnet,
    /// Migration of an instance that is not injected.
    InPlace,
    /// Availability zones, which migrate as a side effect.
    Zones,
    /// Injection, which migrates as a side effect.
    Inject,
    /// A second instance.
    SideBySide,
}

/// Whether the new gateway can be tested while stv1 compute serves live traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TestWindow {
    /// Names wait for the reader's DNS change; stv1 compute is retained for so long at least.
    For(Minutes),
    /// Only under [`Account::test_condition`], which is not answered.
    Perhaps(Minutes),
    /// Names follow automatically, nothing is retained, or the retention is not documented.
    None,
    /// The second instance can be tested for as long as the reader likes.
    Unlimited,
}

/// What a path does, for one request.
#[derive(Debug)]
pub(crate) struct Account<'a> {
    pub(crate) path: PathId,
    pub(crate) family: Family,
    pub(crate) request: &'a PlanRequest,
    pub(crate) answers: &'a Answers,
    pub(crate) decision: &'a Decision,
    /// Downtime, retention, lock, duration, addresses and tools.
    pub(crate) figures: Figures,
    /// The minutes of one migration; `None` where the pages give no length.
    pub(crate) clock: Option<Clock>,
    /// The second migration, back to the original subnet, on the same clock.
    pub(crate) way_back: Option<Clock>,
    /// Whether the new gateway can be tested first.
    pub(crate) test: TestWindow,
}

impl<'a> Account<'a> {
    /// The account of `path` for a request and what was decided of it.
    pub(crate) fn of(path: PathId, request: &'a PlanRequest, decision: &'a Decision) -> Self {
        let answers = &decision.answers;
        let figures = figures(path, request, decision);
        let clock = Clock::of(&figures);
        let way_back = match (path, &clock) {
            (PathId::NewSubnetReturn, Some(first)) => Some(Clock::of_return(first)),
            _ => None,
        };
        let mut account =
            Self { path, family: family(path), request, answers, decision, figures, clock, way_back, test: TestWindow::None };
        account.test = account.test_window();
        account
    }

    /// Every host name that the path moves or replaces, location by location.
    pub(crate) fn names(&self) -> Vec<HostName> {
        names::names(self)
    }

    /// The locations that have yet to move.
    pub(crate) fn locations(&self) -> impl Iterator<Item = &'a Location> + use<'a> {
        to_move(self.request, self.decision.platform)
    }

    /// More than one location has yet to move.
    pub(crate) fn several(&self) -> bool {
        self.locations().nth(1).is_some()
    }

    /// The instance has another public or private VIP afterwards.
    pub(crate) fn changes_vip(&self) -> bool {
        match self.figures.public_vip {
            AddressChange::Changes | AddressChange::ChangesTwice | AddressChange::Appears => true,
            AddressChange::Kept | AddressChange::New | AddressChange::NotUsed => false,
        }
    }

    /// Whether the instance is in internal mode after the migration; `None` while that is open.
    pub(crate) fn internal(&self) -> Option<bool> {
        match self.answers.vnet {
            Some(Vnet::Internal) => Some(true),
            Some(Vnet::None) if self.path == PathId::InjectIntoVnet => None,
            Some(Vnet::External | Vnet::None) => Some(false),
            None if self.family == Family::InPlace => Some(false),
            None => None,
        }
    }

    /// The instance is injected in a virtual network before or after the migration.
    pub(crate) fn in_a_network(&self) -> bool {
        match self.family {
            Family::SameSubnet | Family::NewSubnet | Family::Inject => true,
            Family::InPlace => false,
            Family::Zones | Family::SideBySide => self.answers.injected() != Some(false),
        }
    }

    /// The minute at which the first requests reach something else than stv1 compute at its own VIP. Rules, allowlists and
    /// backends must be ready before it; `None` where the reader moves the names, after the migration.
    pub(crate) fn traffic_moves_at(&self) -> Option<Minutes> {
        let clock = self.clock.as_ref()?;
        if !self.changes_vip() {
            return clock.leaves_stv1_at();
        }
        (self.names_wait() != Some(true)).then_some(clock.end)
    }

    /// Whether every name that live traffic uses waits for the reader's DNS change.
    pub(crate) fn names_wait(&self) -> Option<bool> {
        match self.internal() {
            Some(true) => Some(true),
            Some(false) if self.answers.has_no_a_record() => Some(false),
            Some(false) => self.answers.has_a_record().then_some(true),
            None => None,
        }
    }

    /// The minute by which the reader's DNS change must have reached clients; `None` where the platform moves the names or
    /// no page gives a figure.
    pub(crate) fn dns_due_at(&self) -> Option<Minutes> {
        let clock = self.clock.as_ref()?;
        let retained = self.figures.retention.plan_for_minutes?;
        self.dns_by_hand().then_some(clock.end + retained)
    }

    /// Some name waits for the reader, or may.
    pub(crate) fn dns_by_hand(&self) -> bool {
        crate::decide::dns_by_hand(self.path, self.answers)
    }

    /// How long stv1 compute surely answers beside the new one, for names that the reader changes.
    pub(crate) fn dns_window(&self) -> Option<Minutes> {
        self.figures.retention.plan_for_minutes.filter(|_| self.dns_by_hand())
    }

    /// The reader's DNS change is known to be slower than the retention that is sure.
    pub(crate) fn dns_too_slow_by(&self) -> Option<Minutes> {
        let late = self.request.dns_change_minutes?.checked_sub(self.dns_window()?)?;
        (late > 0).then_some(late)
    }

    /// Minutes to which the portal can extend the retention, where that makes a slow or unknown DNS change safe.
    pub(crate) fn safe_setting(&self) -> Option<Minutes> {
        let longest = self.figures.retention.extendable_to_minutes?;
        let window = self.dns_window()?;
        let fits = self.request.dns_change_minutes.is_some_and(|change| change <= window);
        (!fits && longest > window).then_some(longest)
    }

    /// Rules that list addresses: `Some(true)` = there are some, `None` = not answered.
    pub(crate) fn lists_addresses(&self) -> Option<bool> {
        use crate::domain::Firewall;
        match (self.answers.firewall, self.answers.ip_dependencies) {
            (Some(Firewall::Rules), _) | (_, Some(true)) => Some(true),
            (Some(Firewall::None | Firewall::ForcedTunnel), Some(false)) => Some(false),
            (None | Some(Firewall::None | Firewall::ForcedTunnel), None) | (None, Some(false)) => None,
        }
    }

    /// The precreated IP address is what clients reach during or after the migration. Changes of network or zones bring
    /// another address, and in internal mode clients use the private VIP.
    pub(crate) fn uses_precreated_ip(&self) -> bool {
        matches!(self.family, Family::SameSubnet | Family::InPlace)
    }

    /// The tier has self-hosted gateways, and the reader did not say that there are none.
    pub(crate) fn may_have_self_hosted_gateways(&self) -> bool {
        names::may_have_self_hosted(self.request)
    }

    /// Autoscale may be configured.
    pub(crate) fn may_autoscale(&self) -> bool {
        use crate::domain::Autoscale;
        match self.request.autoscale {
            Some(Autoscale::Limits(_)) => true,
            Some(Autoscale::Off) => false,
            None => self.answers.tier != Some(Tier::Developer),
        }
    }

    /// What has to be true for a test before live traffic moves, where the answers leave it open.
    pub(crate) fn test_condition(&self) -> &'static str {
        match (self.internal(), self.answers.has_no_a_record()) {
            (None, true) => "in internal mode",
            (None, false) => "in internal mode, or if custom domains use A records",
            (Some(_), _) => "if custom domains use A records",
        }
    }

    fn test_window(&self) -> TestWindow {
        let retained = self.figures.retention.plan_for_minutes.filter(|minutes| *minutes > 0);
        match (self.family, retained, self.names_wait()) {
            (Family::SideBySide, _, _) => TestWindow::Unlimited,
            (_, Some(minutes), Some(true)) => TestWindow::For(minutes),
            (_, Some(minutes), None) => TestWindow::Perhaps(minutes),
            (_, None, _) | (_, _, Some(false)) => TestWindow::None,
        }
    }
}

/// The family of a path.
pub(crate) const fn family(path: PathId) -> Family {
    match path {
        PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip => Family::SameSubnet,
        PathId::NewSubnetKeep48h | PathId::NewSubnetReturn => Family::NewSubnet,
        PathId::InPlacePreserveVip | PathId::InPlaceNewVip => Family::InPlace,
        PathId::EnableZoneRedundancy => Family::Zones,
        PathId::InjectIntoVnet => Family::Inject,
        PathId::SideBySide => Family::SideBySide,
    }
}
