//! Where documentation differs on something that the plan uses.

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
            about: "how long stv1 compute is retained in internal mode with a new VIP",
            sides: &[
                side(&migration::INTERNAL_NEW, "4 hours by default."),
                side(&migration::INTERNAL_NEW_NOVEMBER, "15 minutes by default, up to 48 hours if set in the portal."),
            ],
            used: "The table shows 4 hours first; every deadline uses 15 minutes, the shorter figure.",
        },
        touches: |_, decision| decision.answers.vnet != Some(Vnet::External) && open(decision, PathId::SameSubnetNewVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "overlap-after-new-address",
            about: "how long both computes serve traffic after a migration with a new VIP",
            sides: &[
                side(&migration::FAQ_TEST, "15 minutes by default."),
                side(&migration::COEXIST_LATER, "Usually an hour or less."),
            ],
            used: "Deadlines use 15 minutes; the portal shows the value for your migration.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetNewVip) || open(decision, PathId::NewSubnetReturn),
    },
    Entry {
        disagreement: Disagreement {
            id: "overlap-outside-a-network",
            about: "how long both computes serve traffic if the instance is not in a virtual network",
            sides: &[side(&migration::NO_VNET_OVERLAP, "15 minutes."), side(&migration::NO_VNET_NEW, "Not documented.")],
            used: "This plan states no deadline: update A records and rules at once.",
        },
        touches: |_, decision| open(decision, PathId::InPlaceNewVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "same-subnet-in-the-portal",
            about: "whether the portal can migrate in the same subnet",
            sides: &[
                side(&migration::FAQ_SAME_SUBNET, "REST only, in one request; the portal migrates through another subnet."),
                side(&migration::SAME_SUBNET_IN_PORTAL, "REST and the portal."),
            ],
            used: "This plan names both tools, as the later revision does.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip) || open(decision, PathId::SameSubnetNewVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "lock-length",
            about: "how long the configuration is locked",
            sides: &[
                side(&migration::PRESERVE, "45 minutes if the VIP is preserved, 30 minutes with a new VIP."),
                side(&migration::FAQ_LOCK, "30 minutes in both cases."),
            ],
            used: "This plan uses the body of the page, because it distinguishes the two cases.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip),
    },
    Entry {
        disagreement: Disagreement {
            id: "basic-and-standard",
            about: "whether Basic and Standard can be migrated",
            sides: &[
                side(&platform::BASIC_STANDARD_2022, "Not supported: create a new instance in Developer or Premium."),
                side(&migration::NO_VNET_SCOPE, "In place, in the portal or by REST."),
            ],
            used: "This plan migrates them in place, as the later revision describes.",
        },
        touches: |_, decision| {
            matches!(decision.answers.tier, Some(Tier::Basic | Tier::Standard)) && open(decision, PathId::InPlacePreserveVip)
        },
    },
    Entry {
        disagreement: Disagreement {
            id: "public-ip-for-stv2",
            about: "whether stv2 in a virtual network needs a public IP address resource",
            sides: &[
                side(&platform::UPDATE_IN_A_NETWORK, "Required."),
                side(&network::PUBLIC_IP_REQUIRED_2022, "A prerequisite."),
                side(&network::PUBLIC_IP_OPTION_2, "Optional."),
                side(&network::PUBLIC_IP_OPTIONAL, "Not needed in internal mode, optional in external mode."),
            ],
            used: "This plan counts it as optional: provide one if you want to select the public IP address.",
        },
        touches: |_, decision| open(decision, PathId::NewSubnetKeep48h) || open(decision, PathId::InjectIntoVnet),
    },
    Entry {
        disagreement: Disagreement {
            id: "required-ports",
            about: "which ports stv2 needs",
            sides: &[
                side(&ports::MINIMUM_PORTS, "A minimum list of six."),
                side(
                    &ports::REQUIRED_PORTS,
                    "Also outbound to Internet on 80 and to AzureMonitor, and inbound from AzureTrafficManager with several regions.",
                ),
            ],
            used: "This plan lists the full set.",
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip) || open(decision, PathId::NewSubnetKeep48h),
    },
    Entry {
        disagreement: Disagreement {
            id: "waiting-for-the-old-subnet",
            about: "how long the original subnet stays in use",
            sides: &[
                side(&migration::FAQ_SAME_SUBNET, "15 to 45 minutes."),
                side(
                    &network::LOCK_CLEARS,
                    "Up to an hour, and 4 to 6 hours after removing a lock of the resource group; earlier revisions give up to 6 hours.",
                ),
            ],
            used: "Check Available IPs of the subnet: allow an hour, and 6 hours after removing a lock.",
        },
        touches: |_, decision| open(decision, PathId::NewSubnetReturn),
    },
    Entry {
        disagreement: Disagreement {
            id: "service-endpoints",
            about: "which service endpoints forced tunneling needs",
            sides: &[
                side(&network::SERVICE_ENDPOINTS, "Storage, SQL and Key Vault."),
                side(&network::TUNNEL_ENDPOINTS, "Storage, SQL, Key Vault and Event Hubs."),
            ],
            used: "This plan includes all four with forced tunneling.",
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
                side(&platform::TIERS_2021, "Every tier except Consumption."),
                side(&platform::TIERS_2022, "Developer and Premium, with a virtual network or zones."),
                side(&platform::TIERS_2024, "Developer, Basic, Standard and Premium."),
            ],
            used: "This plan counts all four classic tiers, as the latest revision does.",
        },
        touches: |_, decision| decision.status == Status::Unknown,
    },
    Entry {
        disagreement: Disagreement {
            id: "special-conditions-and-zones",
            about: "whether configuring zones on stv1 is a way to migrate",
            sides: &[
                side(&migration::ZONES_MOVE, "Yes: it moves an injected location on stv1 automatically."),
                side(&migration::SPECIAL_TWO, "The later migration page describes the two options only."),
            ],
            used: "This plan shows it as possible, never as recommended.",
        },
        touches: |_, decision| open(decision, PathId::EnableZoneRedundancy),
    },
    Entry {
        disagreement: Disagreement {
            id: "restoring-a-blocked-instance",
            about: "the order in which a blocked instance is restored",
            sides: &[
                side(&retirement::UNBLOCK_FEBRUARY, "Restore the virtual network first, then unblock."),
                side(&retirement::UNBLOCK, "Unblock first, then restore the virtual network; one PATCH can do both."),
            ],
            used: "This plan uses the single PATCH, because the endpoints are never public meanwhile.",
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
