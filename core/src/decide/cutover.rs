//! What a path does to VIPs, and how long stv1 compute is retained at least.

use super::Answers;
use crate::domain::{Minutes, PathId, Vip, Vnet};
use crate::facts::migration::{KEEP_48H, KEEP_TO_RETURN, same_subnet};

/// The instance answers at another address afterwards, and the old one goes away.
pub const fn changes_address(path: PathId) -> bool {
    match path {
        PathId::SameSubnetNewVip
        | PathId::NewSubnetKeep48h
        | PathId::NewSubnetReturn
        | PathId::InPlaceNewVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet => true,
        // A second instance has its own VIP, and the first instance exists until its owner deletes it.
        PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip | PathId::SideBySide => false,
    }
}

/// DNS must be updated by the owner after this path: all names in internal mode, custom domains with A records elsewhere.
pub fn dns_by_hand(path: PathId, answers: &Answers) -> bool {
    let may_be_internal = match answers.vnet {
        Some(Vnet::Internal) => true,
        Some(Vnet::External) => false,
        // Injection may choose internal mode; an open mode may turn out to be it.
        Some(Vnet::None) => path == PathId::InjectIntoVnet,
        None => !matches!(path, PathId::InPlacePreserveVip | PathId::InPlaceNewVip),
    };
    changes_address(path) && (may_be_internal || !answers.has_no_a_record())
}

/// The shortest retention of stv1 compute of any revision in force; `None` if it is not documented.
pub fn kept_for(path: PathId, answers: &Answers) -> Option<Minutes> {
    match path {
        // Deleted permanently at the end of the migration.
        PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip => Some(0),
        PathId::SameSubnetNewVip => {
            let row = same_subnet(answers.vnet?, Vip::New)?;
            Some(row.value.retention.min(row.latest().retention))
        }
        PathId::NewSubnetKeep48h => Some(KEEP_48H.value),
        PathId::NewSubnetReturn => Some(KEEP_TO_RETURN.value),
        PathId::InPlaceNewVip | PathId::EnableZoneRedundancy | PathId::InjectIntoVnet | PathId::SideBySide => None,
    }
}
