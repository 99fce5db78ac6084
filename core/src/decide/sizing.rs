//! How many units: for the peak, for the peak with a zone lost, and for autoscale.

use crate::domain::{AutoscaleLimits, Location, Units, ZoneCount};
use crate::facts::zones::{TARGET, TARGET_OF_ONE};

/// How many units must remain after an outage, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// So many.
    pub units: u32,
    /// How that is known.
    pub from: NeededFrom,
}

/// How the need for units is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeededFrom {
    /// The reader answered it: the units for the peak load.
    Stated,
    /// From the measured load and the load to aim for, both in percent.
    Measured {
        /// The units that were measured.
        units: u32,
        /// Their load.
        percent: u32,
        /// The load to aim for.
        target: u32,
    },
    /// Capacity must be guaranteed and the peak load is not known: all the present units.
    Guaranteed,
    /// Nothing was measured: one unit, for the service to stay available.
    Available,
}

impl Needed {
    /// The peak load is known: answered or measured.
    pub const fn is_measured(self) -> bool {
        match self.from {
            NeededFrom::Stated | NeededFrom::Measured { .. } => true,
            NeededFrom::Guaranteed | NeededFrom::Available => false,
        }
    }

    /// What other regions take over when this one is lost. An unmeasured load is not taken for all of the units.
    pub const fn handed_over(self) -> u32 {
        match self.from {
            NeededFrom::Stated | NeededFrom::Measured { .. } | NeededFrom::Guaranteed => self.units,
            NeededFrom::Available => 0,
        }
    }
}

/// The units of a location that must remain after an outage.
pub fn needed(location: &Location, guaranteed: bool) -> Needed {
    if let Some(units) = location.units_needed {
        return Needed { units: units.get(), from: NeededFrom::Stated };
    }
    let present = location.units.map(Units::get);
    if let Some(percent) = location.capacity_percent {
        let (units, percent, target) = (present.unwrap_or(1), percent.get(), target(location));
        let needed = units.saturating_mul(percent).div_ceil(target);
        return Needed { units: needed, from: NeededFrom::Measured { units, percent, target } };
    }
    match present.filter(|_| guaranteed) {
        Some(units) => Needed { units, from: NeededFrom::Guaranteed },
        None => Needed { units: 1, from: NeededFrom::Available },
    }
}

/// The load to aim for in percent. Never zero.
pub fn target(location: &Location) -> u32 {
    let by_default = if location.units.map_or(1, Units::get) == 1 { TARGET_OF_ONE } else { TARGET };
    location.target_percent.map_or(by_default.value, crate::domain::Percent::get)
}

/// The fewest units, distributed evenly across the zones, of which `needed` remain after a zone outage.
pub const fn outliving_a_zone(needed: u32, zones: ZoneCount) -> u32 {
    let zones = zones.get();
    // A redundant layout has at least two zones, so there is always one left.
    evenly(needed.saturating_mul(zones).div_ceil(zones - 1), zones)
}

/// The next number of units that so many zones can share.
pub const fn evenly(units: u32, zones: u32) -> u32 {
    match units.checked_next_multiple_of(zones) {
        Some(multiple) => multiple,
        None => units,
    }
}

/// Autoscale limits that fit a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AutoscaleDecision {
    /// The limits as given fit.
    pub valid: bool,
    /// Corrected.
    pub minimum: u32,
    /// Corrected.
    pub maximum: u32,
    /// Corrected.
    pub step: u32,
    /// The zones whose multiples the numbers are; `None` where no multiple is required.
    pub zones: Option<u32>,
    /// The units that the goals need: autoscale must never scale in below them. 0 without a goal.
    pub for_goals: u32,
    /// The units of the recommended layout: autoscale must be able to reach them.
    pub recommended: u32,
}

/// What autoscale limits must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AutoscaleFor {
    /// The zones across which units are distributed evenly; 1 where no multiple is required.
    pub zones: u32,
    /// The units that the goals need.
    pub for_goals: u32,
    /// The units of the recommended layout.
    pub recommended: u32,
    /// The most units that the location may have.
    pub limit: u32,
}

/// The limits, corrected to the recommended layout.
///
/// The minimum is rounded up and the maximum down to multiples, so that neither the load nor the cost leaves what the
/// reader wanted. The minimum is never below what the goals need, and the maximum never below the minimum, the
/// recommended units, nor above what the location may have.
pub fn autoscale(limits: AutoscaleLimits, fit: AutoscaleFor) -> AutoscaleDecision {
    let AutoscaleFor { zones, for_goals, recommended, limit } = fit;
    let zones = zones.max(1);
    let most = (limit - limit % zones).max(zones);
    let minimum = evenly(limits.minimum.get().max(for_goals), zones).min(most);
    let given = limits.maximum.get();
    let maximum = (given - given % zones).max(minimum).max(recommended).min(most);
    let step = evenly(limits.step.get(), zones);
    AutoscaleDecision {
        valid: (minimum, maximum, step) == (limits.minimum.get(), given, limits.step.get()),
        minimum,
        maximum,
        step,
        zones: (zones > 1).then_some(zones),
        for_goals,
        recommended,
    }
}
