//! The retirement of stv1: dates, consequences, and automatic migration.

use super::sources::cites;
use crate::cite::Cited;
use crate::domain::{Cloud, Day};

cites! {
    RETIRED = RETIREMENT, "retirement-2024-08.date", "Retirement of stv1",
        "stv1 was retired in the public cloud on 31 Aug 2024.";
    RETIRED_SOVEREIGN = RETIREMENT_SOVEREIGN, "retirement-sovereign-2024-08.date", "Retirement of stv1",
        "stv1 was retired in Azure Government and Azure operated by 21Vianet on 24 Feb 2025; drafts had given 28 Feb 2025.";
    NO_SLA = RETIREMENT, "retirement-2024-08.sla", "What does it mean",
        "From 1 Sep 2024, stv1 has no SLA (before: 99.95 %) in any cloud, and gets no security or compliance updates.";
    AUTOMATIC_MIGRATION = RETIREMENT, "retirement-2024-08.automatic", "Automatic migration",
        "Since 1 Sep 2024, Azure migrates remaining instances in the public cloud automatically with a week of notice and possible downtime; until then you can migrate yourself.";
    AUTOMATIC_NETWORK = AUTOMATIC, "automatic-2025-03.network", "Automatic migration",
        "Automatic migration normally preserves the virtual network; under special conditions it removes the network configuration and blocks gateway, portal and management until you restore it.";
    UNBLOCK = AUTOMATIC, "automatic-2025-03.unblock", "Unblock the service",
        "Unblock in the portal, which can't be undone and leaves the endpoints public, then restore the virtual network with a new subnet; or send one PATCH that does both.";
    UNBLOCK_FEBRUARY = AUTOMATIC_FEBRUARY, "automatic-2025-02.unblock", "Unblock the service",
        "Restore the virtual network first, then unblock.";
    POLICY_AUDITS = POLICY, "policy.definition", "API Management platform version should be stv2",
        "A built-in policy, 1dc2fc00-2245-4143-99f4-874c937f13ef, audits or denies instances that are not on stv2.";
}

/// The day on which stv1 was retired in a cloud.
pub const fn retired_on(cloud: Cloud) -> Cited<Day> {
    match cloud {
        Cloud::Global => Cited::new(Day::constant(2024, 8, 31), &RETIRED),
        Cloud::Government | Cloud::China => Cited::new(Day::constant(2025, 2, 24), &RETIRED_SOVEREIGN),
    }
}

/// The first day without a service level.
pub const NO_SLA_FROM: Cited<Day> = Cited::new(Day::constant(2024, 9, 1), &NO_SLA);
