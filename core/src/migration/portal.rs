//! A path in the Azure portal, step by step: read off the account.

use super::account::{Account, Family};
use super::shape::PortalStep;
use crate::cite::{Citation, Sources, by};
use crate::domain::{PathId, Text, Tool};
use crate::facts::{migration, platform};
use crate::wording::span;

/// The steps of a path that the portal can carry out; empty for the others.
pub(super) fn steps(account: &Account<'_>) -> Vec<PortalStep> {
    if !account.figures.tools.contains(&Tool::Portal) {
        return Vec::new();
    }
    let mut steps = Vec::with_capacity(8);
    match account.family {
        Family::SameSubnet | Family::InPlace => {
            open_blade(&mut steps);
            if account.family == Family::SameSubnet && account.several() {
                add(&mut steps, "In step 2, select a location.", by![migration::OPTION_2_EACH]);
            }
            let vip = if account.changes_vip() { "New virtual IP address" } else { "Preserve virtual IP address" };
            let sources = if account.family == Family::InPlace {
                by![migration::NO_VNET_SCOPE]
            } else {
                by![migration::SAME_SUBNET_IN_PORTAL]
            };
            add(&mut steps, format!("In step 2, select {vip}."), sources);
            if account.family == Family::SameSubnet {
                add(
                    &mut steps,
                    "Select Verify for the subnet; if Verify finds special conditions, stop and plan again with that answer.",
                    by![migration::SAME_SUBNET_IN_PORTAL, migration::SPECIAL],
                );
                if let Some(longest) = account.safe_setting() {
                    add(
                        &mut steps,
                        format!("Select to retain stv1 compute for {}; if the portal does not offer it, stop.", span(longest)),
                        by![migration::INTERNAL_NEW_NOVEMBER],
                    );
                }
            }
            add(&mut steps, "In step 3, confirm and select Start migration.", sources);
            repeat(account, &mut steps);
        }
        Family::NewSubnet => {
            open_blade(&mut steps);
            add(
                &mut steps,
                "In step 2, select a location, then the virtual network, the new subnet and, optionally, the public IP address.",
                by![migration::OPTION_2, migration::OPTION_2_NEEDS],
            );
            let setting: Text = if account.path == PathId::NewSubnetReturn {
                "Select Return to original subnet as soon as possible.".into()
            } else {
                format!("Select Stay in the new subnet and keep stv1 compute around for {}.", span(migration::KEEP_48H.value))
                    .into()
            };
            add(&mut steps, setting, by![migration::OPTION_2_SETTINGS]);
            add(
                &mut steps,
                "In step 3, confirm and select Migrate; the status changes to Updating.",
                by![migration::OPTION_2_STATUS],
            );
            repeat(account, &mut steps);
            if account.way_back.is_some() {
                add(
                    &mut steps,
                    "When the original subnet is free, select Network, then the original virtual network and subnet for every location, then Apply and Save.",
                    by![migration::RETURN, migration::RETURN_ADDRESSES],
                );
            }
        }
        Family::Zones => {
            let network = if account.in_a_network() { ", the new subnet and the public IP address" } else { "" };
            add(&mut steps, "Select Deployment + infrastructure, then Locations, then a location.", by![migration::ZONES_MOVE]);
            add(
                &mut steps,
                format!("Select units that can be distributed evenly across the zones, the availability zones{network}."),
                by![migration::ZONES_MOVE],
            );
            add(&mut steps, "Select Apply, then Save.", by![migration::ZONES_MOVE]);
            repeat(account, &mut steps);
        }
        Family::Inject => {
            add(&mut steps, "Select Network, then Virtual network, then External or Internal.", by![platform::OPTIONS]);
            add(
                &mut steps,
                "Select virtual network, subnet and, optionally, public IP address for each location, then Apply and Save.",
                by![platform::VNET_UPDATE],
            );
        }
        Family::SideBySide => {}
    }
    steps
}

fn open_blade(steps: &mut Vec<PortalStep>) {
    add(
        steps,
        "In the instance's menu, select Settings, then Platform migration, and review step 1.",
        by![migration::OPTION_2, migration::NO_VNET_SCOPE],
    );
}

fn repeat(account: &Account<'_>, steps: &mut Vec<PortalStep>) {
    use crate::domain::Scope;
    if account.several() && account.figures.scope.portal == Some(Scope::OneLocationAtATime) {
        add(steps, "When the status is Online again, repeat the steps for the next location.", by![migration::OPTION_2_EACH]);
    }
}

fn add(steps: &mut Vec<PortalStep>, text: impl Into<Text>, sources: &'static [&'static Citation]) {
    steps.push(PortalStep { text: text.into(), sources: Sources::listed(sources) });
}
