use crate::decide::{Decision, LocationDecision, dns_by_hand};
use crate::domain::{PathId, PlanRequest, Status, Tier, Verdict, Vnet};
use crate::facts::tiers::has_self_hosted;

/// What a question looks at to tell whether its answer matters: the other answers, and what was decided from them.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// The other answers.
    pub request: &'a PlanRequest,
    /// What was decided from them.
    pub decision: &'a Decision,
}

impl Circumstances<'_> {
    /// The instance has to move, or may have to, and the answers do not contradict each other.
    pub fn must_move(&self) -> bool {
        match self.decision.status {
            Status::Migrate | Status::Unknown => !self.decision.answers.contradicts_itself(),
            Status::Migrated | Status::NotAffected => false,
        }
    }

    /// It has to move, and the existing instance may be changed.
    pub fn may_be_changed(&self) -> bool {
        self.must_move() && self.decision.answers.modify_instance != Some(false)
    }

    /// It is injected in a virtual network, or may be.
    pub fn may_be_injected(&self) -> bool {
        self.decision.answers.injected() != Some(false)
    }

    /// The tier can be injected in a virtual network, or may be one that can.
    pub fn tier_can_be_injected(&self) -> bool {
        !matches!(self.decision.answers.tier, Some(Tier::Basic | Tier::Standard))
    }

    /// It is outside of a virtual network, or of a tier that always is.
    pub fn is_outside(&self) -> bool {
        self.request.vnet == Some(Vnet::None) || matches!(self.request.tier, Some(Tier::Basic | Tier::Standard))
    }

    /// The recommended zones of some location differ from those it has.
    pub fn changes_zones(&self) -> bool {
        self.decision.capacities.locations.iter().any(|location| location.rezones)
    }

    /// Zones or units lead to a subnet that some location does not have.
    pub fn capacity_needs_subnet(&self) -> bool {
        let locations = &self.decision.capacities.locations;
        let injected = self.decision.capacities.mode.is_none_or(Vnet::is_injected);
        let too_small = |location: &LocationDecision| location.room.is_some_and(|room| room.after.fits == Some(false));
        injected && locations.iter().any(|location| location.rezones || too_small(location))
    }

    /// The tier is a classic one, or not known.
    pub fn may_be_classic(&self) -> bool {
        self.decision.answers.tier.is_none_or(Tier::is_classic)
    }

    /// The tier has self-hosted gateways, or is not known.
    pub fn may_have_self_hosted(&self) -> bool {
        has_self_hosted(self.decision.answers.tier)
    }

    /// Locations were given.
    pub fn has_locations(&self) -> bool {
        !self.request.locations.is_empty()
    }

    /// Some open path has gateway downtime, or may once the network mode is known.
    pub fn some_path_takes_gateway(&self) -> bool {
        self.open_paths().any(|path| self.decision.answers.takes_gateway(path) != Some(false))
    }

    /// Some open path leaves DNS records to be changed by hand.
    pub fn some_path_needs_dns(&self) -> bool {
        self.open_paths().any(|path| dns_by_hand(path, &self.decision.answers))
    }

    fn open_paths(&self) -> impl Iterator<Item = PathId> {
        use strum::IntoEnumIterator;
        PathId::iter().filter(|path| self.decision.route.judged(*path).verdict != Verdict::RuledOut)
    }
}

/// What a question about one location looks at to tell whether it is asked.
#[derive(Debug, Clone, Copy)]
pub struct LocationCircumstances<'a> {
    /// All answers.
    pub request: &'a PlanRequest,
    /// What the plan is about.
    pub status: Status,
}

impl LocationCircumstances<'_> {
    /// The instance is injected in a virtual network, or may be.
    pub fn may_be_injected(&self) -> bool {
        self.request.vnet != Some(Vnet::None)
    }

    /// Its compute platform can differ from that of other locations.
    pub fn platforms_can_differ(&self) -> bool {
        self.request.locations.len() > 1 && self.status != Status::NotAffected
    }
}
