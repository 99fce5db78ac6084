//! The migration itself: downtime, retention, locks, durations, addresses.

use super::sources::cites;
use crate::cite::{Cited, Revision};
use crate::model::{Minutes, Vip, Vnet};

cites! {
    /// Row of the table.
    EXTERNAL_PRESERVE = S002, "S002.external-preserve", "Expected downtime and compute retention",
        "External mode, address kept: no downtime, traffic on a temporary address for up to 20 minutes, the stv1 compute is not kept.";
    /// Row of the table.
    EXTERNAL_NEW = S002, "S002.external-new", "Expected downtime and compute retention",
        "External mode, new address: no downtime, the stv1 compute stays 15 minutes by default.";
    /// Row of the table.
    INTERNAL_PRESERVE = S002, "S002.internal-preserve", "Expected downtime and compute retention",
        "Internal mode, address kept: the gateway is away for about 20 minutes while the address is handed over; the stv1 compute is not kept.";
    /// Row of the table.
    INTERNAL_NEW = S002, "S002.internal-new", "Expected downtime and compute retention",
        "Internal mode, new address: no downtime, the stv1 compute stays 4 hours by default.";
    /// The row that changed.
    INTERNAL_NEW_NOVEMBER = VNET_NOVEMBER, "vnet-2024-11.internal-new", "Expected downtime and compute retention",
        "Internal mode, new address: the stv1 compute stays 15 minutes by default and up to 48 hours if set in the portal; the other three rows are as before.";
}

/// What a cutover in the same subnet costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutover {
    /// Minutes without a gateway.
    pub downtime: Minutes,
    /// Minutes on a temporary address.
    pub temporary_address: Minutes,
    /// Minutes that the stv1 compute stays.
    pub retention: Minutes,
    /// To which a setting extends that, where a page says so.
    pub extendable_to: Option<Minutes>,
}

/// The row of the table "Expected downtime and compute retention"; `None` outside a network.
pub const fn same_subnet(mode: Vnet, vip: Vip) -> Option<Cited<Cutover>> {
    const fn row(downtime: Minutes, temporary_address: Minutes, retention: Minutes) -> Cutover {
        Cutover { downtime, temporary_address, retention, extendable_to: None }
    }
    Some(match (mode, vip) {
        (Vnet::External, Vip::Preserve) => Cited::new(row(0, 20, 0), &EXTERNAL_PRESERVE),
        (Vnet::External, Vip::New) => Cited::new(row(0, 0, 15), &EXTERNAL_NEW),
        (Vnet::Internal, Vip::Preserve) => Cited::new(row(20, 0, 0), &INTERNAL_PRESERVE),
        (Vnet::Internal, Vip::New) => Cited { value: row(0, 0, 4 * 60), by: &INTERNAL_NEW, later: &[LATER] },
        (Vnet::None, Vip::Preserve | Vip::New) => return None,
    })
}

const LATER: Revision<Cutover> = Revision {
    value: Cutover { downtime: 0, temporary_address: 0, retention: 15, extendable_to: Some(48 * 60) },
    by: &INTERNAL_NEW_NOVEMBER,
};
