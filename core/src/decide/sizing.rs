//! How many units: for the peak, for the peak with a zone lost, and for autoscale.

use crate::domain::{AutoscaleLimits, Location, Units, ZoneCount};
use crate::facts::zones::{TARGET, TARGET_OF_ONE};

/// How many units carry the peak of a location, and how that is known.
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
    /// The reader said so.
    Stated,
    /// From a measured load and the load to aim for, both in percent.
    Measured {
        /// The units that were measured.
        units: u32,
        /// Their load.
        percent: u32,
        /// The load to aim for.
        target: u32,
    },
    /// The present units are taken to be enough.
    Present,
    /// Nothing was said: one unit.
    Nothing,
}

/// The units that carry the peak of a location.
pub fn needed(location: &Location) -> Needed {
    if let Some(units) = location.units_needed {
        return Needed { units: units.get(), from: NeededFrom::Stated };
    }
    let present = location.units.map(Units::get);
    if let Some(percent) = location.capacity_percent {
        let (units, percent, target) = (present.unwrap_or(1), percent.get(), target(location));
        let needed = units.saturating_mul(percent).div_ceil(target);
        return Needed { units: needed, from: NeededFrom::Measured { units, percent, target } };
    }
    match present {
        Some(units) => Needed { units, from: NeededFrom::Present },
        None => Needed { units: 1, from: NeededFrom::Nothing },
    }
}

/// The load to aim for in percent. Never zero.
pub fn target(location: &Location) -> u32 {
    let by_default = if location.units.map_or(1, Units::get) == 1 { TARGET_OF_ONE } else { TARGET };
    location.target_percent.map_or(by_default.value, crate::domain::Percent::get)
}

/// The fewest units, shared evenly by the zones, of which `needed` go on when one zone is lost.
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
    /// The zones whose multiples the numbers are; `None` where no multiple is asked for.
    pub zones: Option<u32>,
}

/// The limits, corrected to multiples of the zones that are named by hand.
///
/// The minimum goes up and the maximum down, so that neither the load nor the
/// cost leaves what the reader wanted; a maximum below the minimum gives way.
pub fn autoscale(limits: AutoscaleLimits, zones: Option<u32>) -> AutoscaleDecision {
    let (minimum, maximum, step) = (limits.minimum.get(), limits.maximum.get(), limits.step.get());
    let Some(zones) = zones.filter(|zones| *zones > 1) else {
        return AutoscaleDecision { valid: true, minimum, maximum, step, zones: None };
    };
    let low = evenly(minimum, zones);
    let corrected = AutoscaleDecision {
        valid: false,
        minimum: low,
        maximum: (maximum - maximum % zones).max(low),
        step: evenly(step, zones),
        zones: Some(zones),
    };
    let valid = (corrected.minimum, corrected.maximum, corrected.step) == (minimum, maximum, step);
    AutoscaleDecision { valid, ..corrected }
}
