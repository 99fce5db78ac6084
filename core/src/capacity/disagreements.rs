//! Where documentation differs on zones, units and regions: both sides, the one that a plan uses, and which of them touch a request.

use crate::cite::{Differing, Disagreement};
use crate::decide::{Decision, LocationDecision};
use crate::domain::{PlanRequest, Tier, Vnet, ZoneLayout, ZoneSupport};
use crate::facts::{disagreements_capacity as revisions, reliability, tiers, zones};
use crate::wording::{range, units};

/// The minimum number of units for automatic zones.
static AUTOMATIC_UNITS: Differing = Differing {
    id: "automatic-zones-minimum-units",
    about: "how many units automatic zones need",
    sides: &[
        (&zones::AUTOMATIC_THREE, || format!("At least {}, in a note.", units(zones::AUTOMATIC_EVEN.value)).into()),
        (&zones::AUTOMATIC_TWO, || {
            let least = units(zones::AUTOMATIC_MINIMUM.value);
            format!("At least {least}, in the considerations of the same page.").into()
        }),
        (&revisions::AUTOMATIC_THREE_ZONES_PAGE, || format!("At least {}.", units(zones::AUTOMATIC_EVEN.value)).into()),
        (&zones::AUTOMATIC_TWO_LATER, || format!("At least {}.", units(zones::AUTOMATIC_MINIMUM.latest())).into()),
    ],
    used: || {
        let (latest, even) = (units(zones::AUTOMATIC_MINIMUM.latest()), units(zones::AUTOMATIC_EVEN.value));
        format!("This plan uses {latest}, the latest figure; use {even} to cover every zone.").into()
    },
};

/// Whether a single unit with automatic zones survives a zone outage.
static SINGLE_UNIT: Differing = Differing {
    id: "automatic-single-unit-zone-loss",
    about: "whether a single unit with automatic zones survives a zone outage",
    sides: &[
        (&reliability::ZONE_DOWNTIME_AUTOMATIC, || "The instance can be unavailable until its zone recovers.".into()),
        (&zones::UNIT_IS_TWO_MACHINES, || "The instance stays available: a unit has two virtual machines in two zones.".into()),
    ],
    used: || "This plan does not rely on a single unit: two units survive by both statements.".into(),
};

/// Whether a public IP address resource is required.
static PUBLIC_IP: Differing = Differing {
    id: "public-ip-for-zones",
    about: "whether an injected location needs a public IP address resource when zones are configured",
    sides: &[
        (&zones::STV1_NETWORK, || "Optional on stv1.".into()),
        (&zones::STV2_NETWORK, || "Optional on stv2.".into()),
        (&zones::NEW_LOCATION_NETWORK, || "Optional for a new location.".into()),
        (&revisions::PUBLIC_IP_OPTIONAL_2025, || "Optional.".into()),
        (&zones::PUBLIC_IP_REQUIRED, || "Required.".into()),
        (&revisions::PUBLIC_IP_REQUIRED_JULY, || "Required.".into()),
        (&revisions::PUBLIC_IP_REQUIRED_2026, || "Required.".into()),
    ],
    used: || "This plan includes one for each location, as the latest revision requires.".into(),
};

/// Whether lost units are replaced.
static REPLACEMENT: Differing = Differing {
    id: "replacement-of-lost-units",
    about: "whether lost units are replaced after a zone outage",
    sides: &[
        (&reliability::ZONE_TRAFFIC_REDUNDANT, || {
            "The platform looks for replacements if the instance is zone-redundant.".into()
        }),
        (&reliability::NO_REPLACEMENT, || "A replacement is not guaranteed; you can add units.".into()),
    ],
    used: || "This plan counts only the units that remain.".into(),
};

/// How long a change of zones takes.
static CHANGE_TIME: Differing = Differing {
    id: "zone-change-duration",
    about: "how long a change of zones takes",
    sides: &[
        (&zones::CHANGE_TAKES, || format!("{}.", change(zones::CHANGE.value)).into()),
        (&zones::CHANGE_TAKES_MORE, || format!("{}.", change(zones::CHANGE.latest())).into()),
    ],
    used: || format!("This plan shows {}: allow for more.", change(zones::CHANGE.value)).into(),
};

/// Whether configuring zones on stv2 requires another subnet.
static STV2_SUBNET: Differing = Differing {
    id: "new-subnet-for-zones-on-stv2",
    about: "whether configuring zones on stv2 needs a new subnet",
    sides: &[
        (&zones::STV2_NETWORK, || "A new subnet is listed as a prerequisite.".into()),
        (&zones::STV2_STEPS, || "No step of the same page selects a subnet.".into()),
    ],
    used: || "This plan includes the public IP address resource only: have a subnet ready in case the portal requires it.".into(),
};

/// Whether Premium v2 has zones.
static PREMIUM_V2: Differing = Differing {
    id: "zones-in-premium-v2",
    about: "whether Premium v2 has zones",
    sides: &[
        (&tiers::ZONES_NEED_PREMIUM, || "No: it is in preview, without zones.".into()),
        (&tiers::PREMIUM_V2_ZONES, || "Yes.".into()),
        (&tiers::V2_ONLY_AT_CREATION, || "Yes, set at creation and not changeable.".into()),
    ],
    used: || "This plan uses the latest revision: zones, but only when the instance is created.".into(),
};

/// Whether Standard v2 has zones.
static STANDARD_V2: Differing = Differing {
    id: "zones-in-standard-v2",
    about: "whether Standard v2 has zones",
    sides: &[
        (&tiers::ZONES_NEED_PREMIUM, || "No.".into()),
        (&tiers::V2_ONLY_AT_CREATION, || "Yes, set at creation (a copy without a date of its own).".into()),
    ],
    used: || "This plan counts no zones: check the features page before you design for them.".into(),
};

/// What an instance does at its capacity limit.
static AT_THE_LIMIT: Differing = Differing {
    id: "behaviour-at-the-limit",
    about: "what a gateway at its limit does",
    sides: &[
        (&zones::NO_THROTTLING, || {
            "The gateway does not throttle: it responds slowly, drops connections and runs into time-outs.".into()
        }),
        (&zones::MAY_THROTTLE, || "The gateway can answer 429.".into()),
    ],
    used: || "Plan for both: clients must retry after 429 and after time-outs.".into(),
};

/// The maximum number of units in Premium.
static PREMIUM_MAXIMUM: Differing = Differing {
    id: "premium-maximum-units",
    about: "how many units Premium can have in a region",
    sides: &[
        (&revisions::TWELVE_UNITS, || format!("{}.", units(tiers::PREMIUM_MAXIMUM.value)).into()),
        (&tiers::UNITS_BY_TIER, || format!("{}.", units(tiers::PREMIUM_MAXIMUM.latest())).into()),
    ],
    used: || format!("This plan uses {}, the latest figure.", units(tiers::PREMIUM_MAXIMUM.latest())).into(),
};

/// Every one, in the order in which plans show them.
static ALL: [&Differing; 10] = [
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

/// `15 to 45 minutes or more`.
fn change(change: zones::ZoneChange) -> String {
    format!("{}{}", range(change.from, change.to), if change.or_more { " or more" } else { "" })
}

/// Those that touch the request, in the order of the facts.
pub(crate) fn disagreements(request: &PlanRequest, decision: &Decision) -> impl Iterator<Item = Disagreement> {
    let locations = &decision.capacities.locations;
    let any = |holds: fn(&LocationDecision) -> bool| locations.iter().any(holds);
    let injected = decision.capacities.mode.is_some_and(Vnet::is_injected);
    let automatic = any(may_be_automatic);
    [
        (&AUTOMATIC_UNITS, automatic),
        (&SINGLE_UNIT, any(|one| may_be_automatic(one) && one.current.units.is_none_or(|units| units == 1))),
        (&PUBLIC_IP, injected && any(names_zones)),
        (&REPLACEMENT, any(|one| has_zones(one) && redundant(one))),
        (&CHANGE_TIME, any(|one| one.rezones)),
        (&STV2_SUBNET, injected && any(|one| one.rezones && one.scenario == crate::domain::Scenario::InjectedStv2)),
        (&PREMIUM_V2, request.tier == Some(Tier::PremiumV2)),
        (&STANDARD_V2, request.tier == Some(Tier::StandardV2)),
        (&AT_THE_LIMIT, request.locations.iter().any(|location| location.capacity_percent.is_some())),
        (&PREMIUM_MAXIMUM, any(|one| one.choices.iter().any(|choice| choice.units > tiers::PREMIUM_MAXIMUM.value))),
    ]
    .into_iter()
    .filter(|(_, touches)| *touches)
    .map(|(differing, _)| differing.written())
}

fn has_zones(one: &LocationDecision) -> bool {
    match one.support {
        ZoneSupport::Yes | ZoneSupport::Unknown => true,
        ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => false,
    }
}

/// Azure distributes the units, now or by the recommendation.
fn may_be_automatic(one: &LocationDecision) -> bool {
    let recommended = one.choices.recommended().map(|best| best.layout);
    has_zones(one) && one.current.layout.or(recommended) == Some(ZoneLayout::Automatic {})
}

fn redundant(one: &LocationDecision) -> bool {
    let is = |layout: Option<ZoneLayout>| matches!(layout, Some(ZoneLayout::Redundant { .. }));
    is(one.current.layout) || is(one.choices.recommended().map(|best| best.layout))
}

/// The change to the recommended layout configures zones.
fn names_zones(one: &LocationDecision) -> bool {
    has_zones(one) && (one.rezones || one.scenario == crate::domain::Scenario::NewLocation)
}

/// All of them, for a reader of the reference.
pub(crate) fn all() -> impl Iterator<Item = Disagreement> {
    ALL.iter().map(|differing| differing.written())
}

/// Whether a disagreement is about zones, units or regions.
pub fn is_of_capacity(disagreement: &Disagreement) -> bool {
    ALL.iter().any(|differing| differing.id == disagreement.id)
}
