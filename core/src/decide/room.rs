//! Addresses in the subnet of a location: now, while it migrates, and afterwards.

use super::subnet;
use crate::domain::{Location, Prefix, Subnet, Tier, Units, Vnet};
use crate::facts::network::usable;
use crate::facts::tiers::smallest_subnet;

/// Addresses in a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// With the present units; none where the location is still to be added.
    pub now: Use,
    /// Addresses that Azure does not reserve; `None` if the prefix is not answered.
    pub usable: Option<u32>,
    /// With two copies of the present units; `None` where nothing migrates.
    pub during: Option<Use>,
    /// With the units of the recommended layout.
    pub after: Use,
    /// With two copies of those: scaling out before the migration.
    pub grown_first: Use,
    /// Addresses that other resources use; `None` if that is not known.
    pub others: Option<u32>,
    prefix: Option<Prefix>,
    tier: Option<Tier>,
}

/// What a subnet must hold at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Addresses that the location needs, without those of other resources.
    pub needed: u32,
    /// `None` if it can't be said.
    pub fits: Option<bool>,
}

/// Whether the recommended migration runs both copies in this subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// One at a time: nothing migrates, or the second copy is in another subnet.
    One,
    /// Two, side by side.
    Two,
}

impl Room {
    /// The room of a location that migrates or stays, with the units of the recommended layout.
    pub(super) fn of(location: &Location, tier: Option<Tier>, mode: Vnet, moves: bool, after: Option<u32>) -> Self {
        let subnet = location.subnet.unwrap_or_default();
        let exists = location.exists();
        let planned = subnet::addresses(location.units.map_or(1, Units::get), tier, mode);
        let now = if exists { planned } else { 0 };
        let after = after.map_or(planned, |units| subnet::addresses(units, tier, mode));
        let fits = |needed: u32| match subnet.available_addresses {
            // What is there already is not among the free addresses; what is added must be.
            Some(free) if needed > now => Some(needed - now <= free),
            Some(_) if !exists => Some(true),
            Some(_) | None => subnet::fits(&subnet, needed),
        };
        let twice = |one: u32| one.saturating_mul(2);
        let grown_first = match subnet.available_addresses {
            // The growth comes first, then the copy of what has grown.
            Some(free) if exists => Some(twice(after).saturating_sub(now) <= free),
            Some(_) | None => subnet::copy_fits(&subnet, after),
        };
        Self {
            now: Use { needed: now, fits: fits(now) },
            usable: subnet.prefix.map(usable),
            during: moves.then(|| Use { needed: twice(now), fits: subnet::copy_fits(&subnet, now) }),
            after: Use { needed: after, fits: fits(after) },
            grown_first: Use { needed: twice(after), fits: grown_first },
            others: others(&subnet),
            prefix: subnet.prefix,
            tier,
        }
    }

    /// The smallest subnet for the largest of now, the recommended migration, and afterwards, with what others use.
    pub fn smallest_prefix(&self, copies: Copies) -> Option<u32> {
        let during = match copies {
            Copies::One => 0,
            Copies::Two => self.during.map_or(0, |during| during.needed),
        };
        let most = self.now.needed.max(self.after.needed).max(during);
        let smallest = subnet::smallest_prefix(most.saturating_add(self.others.unwrap_or(0)));
        smallest.map(|bits| bits.min(smallest_subnet(self.tier).value))
    }

    /// Whether the subnet is at least so large; `None` if that can't be said.
    pub fn fits(&self, copies: Copies) -> Option<bool> {
        let smallest = self.smallest_prefix(copies);
        let large_enough = |prefix: Prefix| smallest.is_some_and(|smallest| prefix.get() <= smallest);
        match self.prefix {
            Some(prefix) if self.others.is_some() || !large_enough(prefix) => Some(large_enough(prefix)),
            // Others are in it and their addresses are not counted: what is free decides, if that is known.
            Some(_) | None => match (copies, self.during) {
                (Copies::Two, Some(during)) => both(during.fits, self.after.fits),
                (Copies::One, _) | (Copies::Two, None) => self.after.fits,
            },
        }
    }
}

fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        (None, _) | (_, None) => None,
    }
}

/// Addresses that other resources use; `None` if other instances are in the subnet and their addresses are not counted.
fn others(subnet: &Subnet) -> Option<u32> {
    match (subnet.used_by_others, subnet.other_instances) {
        (Some(used), _) => Some(used),
        (None, Some(1..)) => None,
        (None, Some(0) | None) => Some(0),
    }
}
