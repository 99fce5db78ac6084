//! Revisions that differ from others on zones, units and regions, and are cited for that only.

use super::sources::cites;

cites! {
    AUTOMATIC_THREE_ZONES_PAGE = ZONES_2025_LATER, "zones-2025-06-26.three-units", "Automatic availability zone support",
        "Automatic zones need at least three units.";
    PUBLIC_IP_OPTIONAL_2025 = ZONES_2025, "zones-2025-06.public-ip", "Prerequisites",
        "The public IP address resource is optional.";
    PUBLIC_IP_REQUIRED_JULY = RELIABILITY_JULY, "reliability-2025-07.public-ip", "Availability zone support: considerations",
        "An injected instance needs a public IP address resource for its zones.";
    PUBLIC_IP_REQUIRED_2026 = RELIABILITY_2026, "reliability-2026-01.public-ip", "Availability zone support: considerations",
        "An injected instance needs a public IP address resource for its zones.";
    STV1_CASE_DROPPED = ZONES_2025, "zones-2025-06.no-stv1", "Scenarios",
        "The scenario of a location on stv1 is no longer described.";
    TWELVE_UNITS = LIMITS_2023, "limits-2023-06.premium", "API Management limits",
        "Premium has at most 12 units in a region.";
}
