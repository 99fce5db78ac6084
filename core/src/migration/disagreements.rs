//! Where pages contradict each other on something that the plan uses.

use crate::cite::{Disagreement, Side};
use crate::decide::Decision;
use crate::domain::{PathId, PlanRequest, Status, Tier, Verdict, Vnet};
use crate::facts::{migration, network, platform, ports, retirement};

/// A disagreement, and whether it touches a request.
struct Entry {
    disagreement: Disagreement,
    touches: fn(&PlanRequest, &Decision) -> bool,
}

const fn side(source: &'static crate::cite::Citation, says: &'static str) -> Side {
    Side { says, source }
}

fn open(decision: &Decision, path: PathId) -> bool {
    decision.route.judged(path).verdict != Verdict::RuledOut
}

static ENTRIES: &[Entry] = &[
    Entry {
        disagreement: Disagreement {
            id: "retention-internal-new-address",
            about: "how long the old compute is kept in internal mode with a new address",
            sides: &[
                side(&migration::INTERNAL_NEW, "4 hours by default."),
                side(&migration::INTERNAL_NEW_NOVEMBER, "15 minutes by default, up to 48 hours if set in the portal."),
            ],
            used: "The table shows 4 hours first; every deadline goes by 15 minutes, because that is the shorter.",
        },
        touches: |_, decision| decision.answers.vnet != Some(Vnet::External) && open(decision, PathId::SameSubnetNewVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "overlap-after-new-address",
            about: "how long both computes answer after a new address",
            sides: &[
                side(&migration::FAQ_TEST, "15 minutes by default."),
                side(&migration::COEXIST_LATER, "Usually an hour or less."),
            ],
            used: "Deadlines go by 15 minutes; the portal shows what holds for your run.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetNewVip) || open(decision, PathId::NewSubnetReturn),
    },
    Entry {
        disagreement: Disagreement {
            id: "overlap-outside-a-network",
            about: "how long both computes answer outside a network",
            sides: &[side(&migration::NO_VNET_OVERLAP, "15 minutes."), side(&migration::NO_VNET_NEW, "No figure.")],
            used: "No deadline is promised: change A records and rules at once.",
        },
        touches: |_, decision| open(decision, PathId::InPlaceNewVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "same-subnet-in-the-portal",
            about: "whether the portal can migrate in the same subnet",
            sides: &[
                side(&migration::FAQ_SAME_SUBNET, "Only REST can, in one pass; the portal goes over another subnet."),
                side(&migration::SAME_SUBNET_IN_PORTAL, "The portal can too."),
            ],
            used: "Both tools are named, because the later page says what is possible now.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip) || open(decision, PathId::SameSubnetNewVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "lock-length",
            about: "how long the configuration is locked",
            sides: &[
                side(&migration::PRESERVE, "45 minutes with the address kept, 30 with a new one."),
                side(&migration::FAQ_LOCK, "30 minutes, whatever the address."),
            ],
            used: "The body of the page is used, because it tells the two cases apart.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "basic-and-standard",
            about: "whether Basic and Standard can be migrated",
            sides: &[
                side(&platform::BASIC_STANDARD_2022, "Not supported: build anew in Developer or Premium."),
                side(&migration::NO_VNET_SCOPE, "In place, in the portal or by REST."),
            ],
            used: "They migrate in place, because the later page says what is possible now.",
        },
        touches: |_, decision| {
            matches!(decision.answers.tier, Some(Tier::Basic | Tier::Standard)) && open(decision, PathId::InPlacePreserveVip)
        },
    },
    Entry {
        disagreement: Disagreement {
            id: "public-ip-for-stv2",
            about: "whether a public address resource is needed for stv2 in a network",
            sides: &[
                side(&platform::UPDATE_IN_A_NETWORK, "It must be given."),
                side(&network::PUBLIC_IP_REQUIRED_2022, "It belongs to the prerequisites."),
                side(&network::PUBLIC_IP_OPTION_2, "It is optional."),
                side(&network::PUBLIC_IP_OPTIONAL, "Not needed in internal mode, optional in external."),
            ],
            used: "It is counted as optional; give one if you want to choose the address.",
        },
        touches: |_, decision| open(decision, PathId::NewSubnetKeep48h) || open(decision, PathId::InjectIntoVnet),
    },
    Entry {
        disagreement: Disagreement {
            id: "required-ports",
            about: "which ports stv2 needs",
            sides: &[
                side(&ports::MINIMUM_PORTS, "A short list of six."),
                side(
                    &ports::REQUIRED_PORTS,
                    "Also out to the internet on 80 and to AzureMonitor, and in from AzureTrafficManager with several regions.",
                ),
            ],
            used: "The full set is listed.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip) || open(decision, PathId::NewSubnetKeep48h),
    },
    Entry {
        disagreement: Disagreement {
            id: "waiting-for-the-old-subnet",
            about: "how long the original subnet stays taken",
            sides: &[
                side(&migration::FAQ_SAME_SUBNET, "15 to 45 minutes."),
                side(
                    &network::LOCK_CLEARS,
                    "Up to an hour, and 4 to 6 hours after a lock of the resource group; earlier revisions said up to 6 hours.",
                ),
            ],
            used: "Available IPs of the subnet decide; allow an hour, and 6 after a lock.",
        },
        touches: |_, decision| open(decision, PathId::NewSubnetReturn),
    },
    Entry {
        disagreement: Disagreement {
            id: "service-endpoints",
            about: "which service endpoints forced tunnelling needs",
            sides: &[
                side(&network::SERVICE_ENDPOINTS, "Storage, SQL and Key Vault."),
                side(&network::TUNNEL_ENDPOINTS, "Event Hubs too."),
            ],
            used: "All four are asked for under forced tunnelling.",
        },
        touches: |request, decision| {
            decision.answers.injected() != Some(false)
                && request.firewall == Some(crate::domain::Firewall::ForcedTunnel)
                && decision.route.recommended.is_some()
        },
    },
    Entry {
        disagreement: Disagreement {
            id: "tiers-on-stv2",
            about: "which tiers can run on stv2",
            sides: &[
                side(&platform::TIERS_2021, "Every tier but Consumption."),
                side(&platform::TIERS_2022, "Developer and Premium, with a network or zones."),
                side(&platform::TIERS_2024, "Developer, Basic, Standard and Premium."),
            ],
            used: "All four classic tiers are counted, as the newest page has them.",
        },
        touches: |_, decision| decision.status == Status::Unknown,
    },
    Entry {
        disagreement: Disagreement {
            id: "special-conditions-and-zones",
            about: "whether naming zones is a way to stv2",
            sides: &[
                side(&migration::ZONES_MOVE, "It moves an injected location on stv1 by itself."),
                side(&migration::SPECIAL_TWO, "The later migration page names the two options only."),
            ],
            used: "It is shown as possible, never recommended.",
        },
        touches: |_, decision| open(decision, PathId::EnableZoneRedundancy),
    },
    Entry {
        disagreement: Disagreement {
            id: "restoring-a-blocked-instance",
            about: "the order in which a blocked instance is restored",
            sides: &[
                side(&retirement::UNBLOCK_FEBRUARY, "First the network, then unblock."),
                side(&retirement::UNBLOCK, "First unblock, then the network; one PATCH can do both."),
            ],
            used: "The single PATCH, because it leaves no time in which the endpoints are public.",
        },
        touches: |_, decision| decision.status == Status::Migrate && decision.answers.injected() == Some(true),
    },
];

/// Those that touch the request, in the order of their weight.
pub(crate) fn disagreements(request: &PlanRequest, decision: &Decision) -> impl Iterator<Item = &'static Disagreement> {
    ENTRIES.iter().filter(|entry| (entry.touches)(request, decision)).map(|entry| &entry.disagreement)
}

/// All of them, for a reader of the reference.
pub(crate) fn all() -> impl Iterator<Item = &'static Disagreement> {
    ENTRIES.iter().map(|entry| &entry.disagreement)
}
