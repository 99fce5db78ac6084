//! How many addresses a location needs, and whether its subnet has them.

use crate::domain::{Prefix, Subnet, Tier, Vnet};
use crate::facts::network::{KEPT_BY_AZURE, addresses_per_unit, balancer_addresses, usable};

/// Addresses that `units` of one location take.
pub const fn addresses(units: u32, tier: Option<Tier>, mode: Vnet) -> u32 {
    units.saturating_mul(addresses_per_unit(tier)).saturating_add(balancer_addresses(mode))
}

/// The smallest subnet with room for so many addresses; `None` when even the largest prefix length we know is too small.
pub fn smallest_prefix(needed: u32) -> Option<u32> {
    (Prefix::MIN.get()..=Prefix::MAX.get()).rev().find(|bits| (1_u32 << (32 - bits)) >= needed.saturating_add(KEPT_BY_AZURE))
}

/// Whether so many addresses fit, with nothing else moving.
pub fn fits(subnet: &Subnet, needed: u32) -> Option<bool> {
    let free = usable(subnet.prefix?).checked_sub(others(subnet, subnet.available_addresses.is_some())?);
    Some(free.is_some_and(|free| needed <= free))
}

/// Whether a second copy fits beside the first.
///
/// The free addresses, where they are known, are what counts: the copy alone
/// must fit in them. Otherwise both copies must fit in the subnet, beside what
/// other resources use, and nothing can be said while those are not counted.
pub fn copy_fits(subnet: &Subnet, one_copy: u32) -> Option<bool> {
    if let Some(free) = subnet.available_addresses {
        return Some(one_copy <= free);
    }
    let free = usable(subnet.prefix?).checked_sub(others(subnet, false)?);
    Some(free.is_some_and(|free| one_copy.saturating_mul(2) <= free))
}

/// Addresses that others use; `None` if other instances are there and nothing tells how many they use.
fn others(subnet: &Subnet, free_are_known: bool) -> Option<u32> {
    match (subnet.used_by_others, subnet.other_instances) {
        (Some(used), _) => Some(used),
        (None, Some(1..)) if !free_are_known => None,
        (None, _) => Some(0),
    }
}
