//! Where pages contradict each other on something that the plan uses.

use crate::cite::{Cited, Differing, Disagreement};
use crate::decide::Decision;
use crate::domain::{PathId, PlanRequest, Status, Tier, Verdict, Vnet};
use crate::facts::{disagreements_capacity as zones, migration, network, platform, ports, retirement};
use crate::wording::{range, span};

/// A disagreement, and whether it touches a request.
struct Entry {
    disagreement: Differing,
    touches: fn(&PlanRequest, &Decision) -> bool,
}

/// The row of the table on which two revisions differ.
fn in_internal_mode() -> Cited<migration::Cutover> {
    migration::INTERNAL_NEW_ROW
}

fn open(decision: &Decision, path: PathId) -> bool {
    decision.route.judged(path).verdict != Verdict::RuledOut
}

static ENTRIES: &[Entry] = &[
    Entry {
        disagreement: Differing {
            id: "retention-internal-new-address",
            about: "how long stv1 compute is retained in internal mode with a new VIP",
            sides: &[
                (&migration::INTERNAL_NEW, || format!("{} by default.", span(in_internal_mode().value.retention)).into()),
                (&migration::INTERNAL_NEW_NOVEMBER, || {
                    let latest = in_internal_mode().latest();
                    let most = latest.extendable_to.map(|most| format!(", up to {} if set in the portal", span(most)));
                    format!("{} by default{}.", span(latest.retention), most.unwrap_or_default()).into()
                }),
            ],
            used: || {
                let row = in_internal_mode();
                let (first, shorter) = (span(row.value.retention), span(row.latest().retention));
                format!("The table shows {first} first; every deadline uses {shorter}, the shorter figure.").into()
            },
        },
        touches: |_, decision| decision.answers.vnet != Some(Vnet::External) && open(decision, PathId::SameSubnetNewVip),
    },
    Entry {
        disagreement: Differing {
            id: "overlap-after-new-address",
            about: "how long both computes serve traffic after a migration with a new VIP",
            sides: &[
                (&migration::COEXIST_LATER, || {
                    let (first, later) = migration::COEXISTS.value;
                    format!("{} in the first text, usually {} or less in a later one.", span(first), span(later)).into()
                }),
                (&migration::FAQ_TEST, || format!("{} by default.", span(migration::COEXISTS_BY_DEFAULT.value)).into()),
            ],
            used: || {
                let least = span(migration::COEXISTS_BY_DEFAULT.value);
                format!("Deadlines use {least}; the portal shows the value for your migration.").into()
            },
        },
        touches: |_, decision| open(decision, PathId::SameSubnetNewVip) || open(decision, PathId::NewSubnetReturn),
    },
    Entry {
        disagreement: Differing {
            id: "overlap-outside-a-network",
            about: "how long both computes serve traffic if the instance is not in a virtual network",
            sides: &[
                (&migration::NO_VNET_OVERLAP, || format!("{}.", span(migration::COEXISTS_OUTSIDE.value)).into()),
                (&migration::NO_VNET_NEW, || "Not documented.".into()),
            ],
            used: || "This plan states no deadline: update A records and rules at once.".into(),
        },
        touches: |_, decision| open(decision, PathId::InPlaceNewVip),
    },
    Entry {
        disagreement: Differing {
            id: "same-subnet-in-the-portal",
            about: "whether the portal can migrate in the same subnet",
            sides: &[
                (&migration::FAQ_SAME_SUBNET, || "REST only, in one request; the portal migrates through another subnet.".into()),
                (&migration::SAME_SUBNET_IN_PORTAL, || "REST and the portal.".into()),
            ],
            used: || "This plan names both tools, as the later revision does.".into(),
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip) || open(decision, PathId::SameSubnetNewVip),
    },
    Entry {
        disagreement: Differing {
            id: "lock-length",
            about: "how long the configuration is locked",
            sides: &[
                (&migration::PRESERVE, || {
                    let (kept, new) = (span(migration::LOCK_PRESERVE.value), span(migration::LOCK_NEW.value));
                    format!("{kept} if the VIP is preserved, {new} with a new VIP.").into()
                }),
                (&migration::FAQ_LOCK, || format!("{} in both cases.", span(migration::LOCK_NEW_SUBNET.value)).into()),
            ],
            used: || "This plan uses the body of the page, because it distinguishes the two cases.".into(),
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip),
    },
    Entry {
        disagreement: Differing {
            id: "basic-and-standard",
            about: "whether Basic and Standard can be migrated",
            sides: &[
                (&platform::BASIC_STANDARD_2022, || "Not supported: create a new instance in Developer or Premium.".into()),
                (&migration::NO_VNET_SCOPE, || "In place, in the portal or by REST.".into()),
            ],
            used: || "This plan migrates them in place, as the later revision describes.".into(),
        },
        touches: |_, decision| {
            matches!(decision.answers.tier, Some(Tier::Basic | Tier::Standard)) && open(decision, PathId::InPlacePreserveVip)
        },
    },
    Entry {
        disagreement: Differing {
            id: "public-ip-for-stv2",
            about: "whether stv2 in a virtual network needs a public IP address resource",
            sides: &[
                (&platform::UPDATE_IN_A_NETWORK, || "Required.".into()),
                (&network::PUBLIC_IP_REQUIRED_2022, || "A prerequisite.".into()),
                (&network::PUBLIC_IP_OPTIONAL, || "Not needed in internal mode, optional in external mode.".into()),
                (&network::PUBLIC_IP_OPTION_2, || "Optional.".into()),
            ],
            used: || "This plan counts it as optional: provide one if you want to select the public IP address.".into(),
        },
        touches: |_, decision| open(decision, PathId::NewSubnetKeep48h) || open(decision, PathId::InjectIntoVnet),
    },
    Entry {
        disagreement: Differing {
            id: "required-ports",
            about: "which ports stv2 needs",
            sides: &[
                (&ports::MINIMUM_PORTS, || "A minimum list of six.".into()),
                (&ports::REQUIRED_PORTS, || {
                    "Also outbound to Internet and AzureMonitor, and inbound from AzureTrafficManager with several regions."
                        .into()
                }),
            ],
            used: || "This plan lists the full set.".into(),
        },
        touches: |_, decision| open(decision, PathId::SameSubnetPreserveVip) || open(decision, PathId::NewSubnetKeep48h),
    },
    Entry {
        disagreement: Differing {
            id: "waiting-for-the-old-subnet",
            about: "how long the original subnet stays in use",
            sides: &[
                (&migration::FAQ_SAME_SUBNET, || {
                    format!("{}.", range(migration::VACATES.value.0, migration::VACATES.value.1)).into()
                }),
                (&network::LOCK_CLEARS, || {
                    let (most, (from, to)) = (span(network::UNLOCKS_WITHIN.value), network::LOCK_REMOVAL.value);
                    let locked = range(from, to);
                    let earlier = span(network::UNLOCKED_WITHIN_EARLIER.value);
                    format!("Up to {most}, and {locked} after removing a lock of the resource group; earlier revisions give up to {earlier}.").into()
                }),
            ],
            used: || {
                let (most, locked) = (span(network::UNLOCKS_WITHIN.value), span(network::LOCK_REMOVAL.value.1));
                format!("Check Available IPs of the subnet: allow {most}, and {locked} after removing a lock.").into()
            },
        },
        touches: |_, decision| open(decision, PathId::NewSubnetReturn),
    },
    Entry {
        disagreement: Differing {
            id: "service-endpoints",
            about: "which service endpoints forced tunneling needs",
            sides: &[
                (&network::SERVICE_ENDPOINTS, || "Storage, SQL and Key Vault.".into()),
                (&network::TUNNEL_ENDPOINTS, || "Storage, SQL, Key Vault and Event Hubs.".into()),
            ],
            used: || "This plan includes all four with forced tunneling.".into(),
        },
        touches: |request, decision| {
            decision.answers.injected() != Some(false)
                && request.firewall == Some(crate::domain::Firewall::ForcedTunnel)
                && decision.route.recommended.is_some()
        },
    },
    Entry {
        disagreement: Differing {
            id: "tiers-on-stv2",
            about: "which tiers can run on stv2",
            sides: &[
                (&platform::TIERS_2021, || "Every tier except Consumption.".into()),
                (&platform::TIERS_2022, || "Developer and Premium, with a virtual network or zones.".into()),
                (&platform::TIERS_2024, || "Developer, Basic, Standard and Premium.".into()),
            ],
            used: || "This plan counts all four classic tiers, as the latest revision does.".into(),
        },
        touches: |_, decision| decision.status == Status::Unknown,
    },
    Entry {
        disagreement: Differing {
            id: "special-conditions-and-zones",
            about: "whether configuring zones on stv1 is a way to migrate",
            sides: &[
                (&migration::ZONES_MOVE, || "Yes: it moves an injected location on stv1 automatically.".into()),
                (&zones::STV1_CASE_DROPPED, || "The scenario of a location on stv1 is no longer described.".into()),
            ],
            used: || "This plan shows it as possible, never as recommended.".into(),
        },
        touches: |_, decision| open(decision, PathId::EnableZoneRedundancy),
    },
    Entry {
        disagreement: Differing {
            id: "restoring-a-blocked-instance",
            about: "the order in which a blocked instance is restored",
            sides: &[
                (&retirement::UNBLOCK_FEBRUARY, || "Restore the virtual network first, then unblock.".into()),
                (&retirement::UNBLOCK, || "Unblock first, then restore the virtual network; one PATCH can do both.".into()),
            ],
            used: || "This plan uses the single PATCH, because the endpoints are never public meanwhile.".into(),
        },
        touches: |_, decision| decision.status == Status::Migrate && decision.answers.injected() == Some(true),
    },
];

/// Those that touch the request, in the order of their weight.
pub(crate) fn disagreements(request: &PlanRequest, decision: &Decision) -> impl Iterator<Item = Disagreement> {
    ENTRIES.iter().filter(|entry| (entry.touches)(request, decision)).map(|entry| entry.disagreement.written())
}

/// All of them, for a reader of the reference.
pub(crate) fn all() -> impl Iterator<Item = Disagreement> {
    ENTRIES.iter().map(|entry| entry.disagreement.written())
}
