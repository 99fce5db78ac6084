//! What the other regions serve during a region outage.

use crate::domain::{Location, PlanRequest, Share};

/// How the traffic is shared, in numbers that are only compared with each other.
///
/// Shares that are not given divide evenly what the given ones leave of a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    given: u64,
    open: u64,
}

impl Shares {
    /// The shares of a request's locations. A location whose gateway is disabled serves nothing and has no share.
    pub fn of(request: &PlanRequest) -> Self {
        request.locations.iter().filter(|location| location.serves()).fold(
            Self { given: 0, open: 0 },
            |Self { given, open }, location| match location.share {
                Some(share) => Self { given: given + u64::from(share.get()), open },
                None => Self { given, open: open + 1 },
            },
        )
    }

    /// The weight of one location. Scaled by the number of open shares, so that
    /// the remainder needs no fraction.
    pub fn weight(self, location: &Location) -> u64 {
        let scale = self.open.max(1);
        match location.share {
            _ if !location.serves() => 0,
            Some(share) => u64::from(share.get()) * scale,
            None => WHOLE.saturating_sub(self.given),
        }
    }

    /// The given shares and the open ones cannot make a whole.
    pub fn do_not_add_up(self) -> bool {
        match self.open {
            0 => self.given != WHOLE,
            _ => self.given >= WHOLE,
        }
    }

    /// The sum of the given shares, in percent.
    pub fn given(self) -> u64 {
        self.given
    }
}

/// What a location serves, and what it hands over when it is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Units that its own traffic needs.
    pub own: u32,
    /// Units that its traffic needs elsewhere once the location is lost.
    pub handed_over: u32,
    /// Its weight, by [`Shares::weight`].
    pub weight: u64,
    /// Its gateway serves traffic.
    pub serves: bool,
}

/// The units that location `survivor` needs once `lost` is out; `None` if it serves nothing.
pub fn carried(survivor: usize, lost: usize, loads: &[Load]) -> Option<u32> {
    let one = loads.get(survivor).filter(|load| load.serves)?;
    let gone = loads.get(lost)?;
    if !gone.serves {
        return Some(one.own);
    }
    let left = || loads.iter().enumerate().filter(|(at, load)| *at != lost && load.serves);
    let weights = left().map(|(_, load)| load.weight).sum();
    let survivor = Part { needed: one.own, weight: one.weight };
    Some(to_carry(survivor, Part { needed: gone.handed_over, weight: gone.weight }, left().count() as u64, weights))
}

/// The units that a location needs whichever other one is out; its own need where there is no other.
pub fn carried_at_most(survivor: usize, loads: &[Load]) -> u32 {
    let own = loads.get(survivor).map_or(0, |load| load.own);
    (0..loads.len()).filter(|lost| *lost != survivor).filter_map(|lost| carried(survivor, lost, loads)).fold(own, u32::max)
}

const WHOLE: u64 = Share::MAX.get() as u64;

/// A region in a loss: what it needs for itself, and its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Units needed at its own peak.
    pub needed: u32,
    /// Its weight, by [`Shares::weight`].
    pub weight: u64,
}

/// The units that a survivor needs for its own peak and for its part of the lost region's.
///
/// `survivors` is their number, `weights` the sum of their weights. Where none
/// of them has a share, they divide the load of the unavailable region evenly.
pub fn to_carry(survivor: Part, lost: Part, survivors: u64, weights: u64) -> u32 {
    let (weight, weights) = if weights == 0 { (1, survivors.max(1)) } else { (survivor.weight, weights) };
    let taken_over = (u64::from(lost.needed) * weight).div_ceil(weights);
    survivor.needed.saturating_add(u32::try_from(taken_over).unwrap_or(u32::MAX))
}
