//! Where documentation differs on zones, units and regions: both sides, and the one that a plan uses.

use super::reliability::{NO_REPLACEMENT, ZONE_DOWNTIME_AUTOMATIC, ZONE_TRAFFIC_REDUNDANT};
use super::sources::cites;
use super::tiers::{PREMIUM_V2_ZONES, UNITS_BY_TIER, V2_ONLY_AT_CREATION, ZONES_NEED_PREMIUM};
use super::zones::{
    AUTOMATIC_THREE, AUTOMATIC_TWO, AUTOMATIC_TWO_LATER, CHANGE_TAKES, CHANGE_TAKES_MORE, MAY_THROTTLE, NEW_LOCATION_NETWORK,
    NO_THROTTLING, PUBLIC_IP_REQUIRED, STV1_NETWORK, STV2_NETWORK, STV2_STEPS, UNIT_IS_TWO_MACHINES,
};
use crate::cite::{Disagreement, Side};

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

/// The minimum number of units for automatic zones.
pub static AUTOMATIC_UNITS: Disagreement = Disagreement {
    id: "automatic-zones-minimum-units",
    about: "how many units automatic zones need",
    sides: &[
        Side { says: "Three, in a note.", source: &AUTOMATIC_THREE },
        Side { says: "Two, in the considerations of the same page.", source: &AUTOMATIC_TWO },
        Side { says: "Three.", source: &AUTOMATIC_THREE_ZONES_PAGE },
        Side { says: "Two.", source: &AUTOMATIC_TWO_LATER },
    ],
    used: "This plan uses two, the latest figure; use three to cover three zones.",
};

/// Whether a single unit with automatic zones survives a zone outage.
pub static SINGLE_UNIT: Disagreement = Disagreement {
    id: "automatic-single-unit-zone-loss",
    about: "whether a single unit with automatic zones survives a zone outage",
    sides: &[
        Side { says: "The instance can be unavailable until its zone recovers.", source: &ZONE_DOWNTIME_AUTOMATIC },
        Side {
            says: "The instance stays available: a unit has two virtual machines in two zones.",
            source: &UNIT_IS_TWO_MACHINES,
        },
    ],
    used: "This plan does not rely on a single unit: two units survive by both statements.",
};

/// Whether a public IP address resource is required.
pub static PUBLIC_IP: Disagreement = Disagreement {
    id: "public-ip-for-zones",
    about: "whether an injected location needs a public IP address resource when zones are configured",
    sides: &[
        Side { says: "Optional on stv1.", source: &STV1_NETWORK },
        Side { says: "Optional on stv2.", source: &STV2_NETWORK },
        Side { says: "Optional for a new location.", source: &NEW_LOCATION_NETWORK },
        Side { says: "Optional.", source: &PUBLIC_IP_OPTIONAL_2025 },
        Side { says: "Required.", source: &PUBLIC_IP_REQUIRED },
        Side { says: "Required.", source: &PUBLIC_IP_REQUIRED_JULY },
        Side { says: "Required.", source: &PUBLIC_IP_REQUIRED_2026 },
    ],
    used: "This plan includes one for each location, as the latest revision requires.",
};

/// Whether lost units are replaced.
pub static REPLACEMENT: Disagreement = Disagreement {
    id: "replacement-of-lost-units",
    about: "whether lost units are replaced after a zone outage",
    sides: &[
        Side { says: "The platform looks for replacements if the instance is zone-redundant.", source: &ZONE_TRAFFIC_REDUNDANT },
        Side { says: "A replacement is not guaranteed; you can add units.", source: &NO_REPLACEMENT },
    ],
    used: "This plan counts only the units that remain.",
};

/// How long a change of zones takes.
pub static CHANGE_TIME: Disagreement = Disagreement {
    id: "zone-change-duration",
    about: "how long a change of zones takes",
    sides: &[
        Side { says: "15 to 45 minutes.", source: &CHANGE_TAKES },
        Side { says: "15 to 45 minutes or more.", source: &CHANGE_TAKES_MORE },
    ],
    used: "This plan shows 15 to 45 minutes: allow for more.",
};

/// Whether configuring zones on stv2 requires another subnet.
pub static STV2_SUBNET: Disagreement = Disagreement {
    id: "new-subnet-for-zones-on-stv2",
    about: "whether configuring zones on stv2 needs a new subnet",
    sides: &[
        Side { says: "A new subnet is listed as a prerequisite.", source: &STV2_NETWORK },
        Side { says: "No step of the same page selects a subnet.", source: &STV2_STEPS },
    ],
    used: "This plan includes the public IP address resource only: have a subnet ready in case the portal requires it.",
};

/// Whether Premium v2 has zones.
pub static PREMIUM_V2: Disagreement = Disagreement {
    id: "zones-in-premium-v2",
    about: "whether Premium v2 has zones",
    sides: &[
        Side { says: "No: it is in preview, without zones.", source: &ZONES_NEED_PREMIUM },
        Side { says: "Yes.", source: &PREMIUM_V2_ZONES },
        Side { says: "Yes, set at creation and not changeable.", source: &V2_ONLY_AT_CREATION },
    ],
    used: "This plan uses the latest revision: zones, but only when the instance is created.",
};

/// Whether Standard v2 has zones.
pub static STANDARD_V2: Disagreement = Disagreement {
    id: "zones-in-standard-v2",
    about: "whether Standard v2 has zones",
    sides: &[
        Side { says: "No.", source: &ZONES_NEED_PREMIUM },
        Side { says: "Yes, set at creation (a copy of 2026 without a date of its own).", source: &V2_ONLY_AT_CREATION },
    ],
    used: "This plan counts no zones: check the features page before you design for them.",
};

/// What an instance does at its capacity limit.
pub static AT_THE_LIMIT: Disagreement = Disagreement {
    id: "behaviour-at-the-limit",
    about: "what a gateway at its limit does",
    sides: &[
        Side {
            says: "The gateway does not throttle: it responds slowly, drops connections and runs into time-outs.",
            source: &NO_THROTTLING,
        },
        Side { says: "The gateway can answer 429.", source: &MAY_THROTTLE },
    ],
    used: "Plan for both: clients must retry after 429 and after time-outs.",
};

/// The maximum number of units in Premium.
pub static PREMIUM_MAXIMUM: Disagreement = Disagreement {
    id: "premium-maximum-units",
    about: "how many units Premium can have in a region",
    sides: &[Side { says: "12.", source: &TWELVE_UNITS }, Side { says: "31.", source: &UNITS_BY_TIER }],
    used: "This plan uses 31, the latest figure.",
};

/// Every disagreement of this file.
pub static ALL: &[&Disagreement] = &[
    &AUTOMATIC_UNITS,
    &SINGLE_UNIT,
    &PUBLIC_IP,
    &REPLACEMENT,
    &CHANGE_TIME,
    &STV2_SUBNET,
    &PREMIUM_V2,
    &STANDARD_V2,
    &AT_THE_LIMIT,
    &PREMIUM_MAXIMUM,
];
