//! What the instances of one input say about each other: which of them share a subnet.

use std::collections::BTreeMap;

use super::shape::{Imported, ReadField};
use crate::domain::PlatformVersion;

/// Sets for each location the number of other instances on stv1 in its subnet, as far as the input shows them. An instance
/// on another platform, or without a stated platform, does not count.
pub(super) fn count_neighbours(instances: &mut [Imported]) {
    let mut tenants: BTreeMap<String, u32> = BTreeMap::new();
    for imported in instances.iter() {
        let mut mine: Vec<String> = on_stv1(imported).flatten().collect();
        mine.dedup();
        for subnet in mine {
            *tenants.entry(subnet).or_default() += 1;
        }
    }
    if tenants.values().all(|count| *count < 2) {
        return;
    }
    for imported in instances {
        let subnets: Vec<Option<String>> = on_stv1(imported).collect();
        for (at, (location, subnet)) in imported.request.locations.iter_mut().zip(subnets).enumerate() {
            let others = subnet.and_then(|subnet| tenants.get(&subnet)).map_or(0, |count| count - 1);
            if others == 0 {
                continue;
            }
            location.subnet.get_or_insert_default().other_instances = Some(others);
            imported.read.push(ReadField {
                field: format!("locations[{at}].subnet.otherInstances").into(),
                from: "the other instances of this input".to_owned(),
                value: others.to_string().into(),
                by_default: false,
            });
        }
    }
}

/// The subnet of each location that is on stv1, by its id in small letters.
fn on_stv1(imported: &Imported) -> impl Iterator<Item = Option<String>> {
    let of_instance = imported.request.platform;
    imported.request.locations.iter().enumerate().map(move |(at, location)| {
        let subnet = imported.extras.locations.get(at).and_then(|extras| extras.subnet.as_deref());
        let stv1 = location.platform.or(of_instance) == Some(PlatformVersion::Stv1);
        subnet.filter(|id| stv1 && !id.is_empty()).map(str::to_ascii_lowercase)
    })
}
