//! What losing each region means for the others.

use super::account::CapacityAccount;
use super::shape::{IfLost, RegionLoss, RegionNeed, Survivor};
use crate::cite::{Sources, by};
use crate::decide::LocationDecision;
use crate::decide::loss::{Load, carried};
use crate::facts::reliability as facts;

/// What losing each region means for the others; `None` with fewer than two locations.
///
/// A location whose gateway is disabled serves nothing: it is no survivor, and its outage changes nothing.
pub(super) fn region_loss(account: &CapacityAccount<'_>) -> Option<RegionLoss> {
    let places = &account.places;
    if places.len() < 2 {
        return None;
    }
    let loads: Vec<Load> = places.iter().map(|place| place.decided.load).collect();
    let survivor = |at: usize, lost: usize| {
        let place = places.get(at).filter(|_| at != lost)?;
        let units_to_carry = carried(at, lost, &loads)?;
        let units = serving_units(place.decided);
        Some(Survivor { name: place.location.name.clone(), units_to_carry, units, enough: units >= units_to_carry })
    };
    let serving = || places.iter().filter(|place| place.decided.load.serves);
    Some(RegionLoss {
        if_lost: places
            .iter()
            .enumerate()
            .map(|(lost, place)| IfLost {
                name: place.location.name.clone(),
                survivors: (0..places.len()).filter_map(|at| survivor(at, lost)).collect(),
            })
            .collect(),
        units_total: serving().map(|place| serving_units(place.decided)).fold(0, u32::saturating_add),
        units_for_any_loss: serving().map(|place| place.decided.carry).fold(0, u32::saturating_add),
        regions: serving()
            .map(|place| RegionNeed {
                name: place.location.name.clone(),
                units: serving_units(place.decided),
                units_for_any_loss: place.decided.carry,
            })
            .collect(),
        sources: Sources::listed(by![facts::OVERPROVISION_REGIONS, facts::SECONDARY_BY_HAND, facts::REGION_TRAFFIC]),
    })
}

/// The units that serve traffic there now; one that does not say counts as one.
fn serving_units(decided: &LocationDecision) -> u32 {
    decided.current.units.unwrap_or(1)
}
