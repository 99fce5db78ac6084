//! Letters by recipient: the owners of steps, and two teams that own none but must know.

use std::fmt::Write;

use serde::Deserialize;

use super::letter::{basis, instance, letter, line};
use super::markdown::recommended;
use super::provenance::ExportContext;
use crate::domain::{Owner, Phase};
use crate::migration::{Action, ActionId, Path};
use crate::plan::Plan;
use crate::wording::span;

/// Who a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, strum::EnumIter, strum::IntoStaticStr, strum::VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Recipient {
    /// The team that owns the instance.
    Apim,
    /// The network team.
    Network,
    /// The DNS team.
    Dns,
    /// Those who grant permissions.
    Security,
    /// API consumers and the owners of backends.
    Clients,
    /// Those who renew certificates.
    Certificates,
    /// Those who are on call during the window.
    OnCall,
}

impl From<Owner> for Recipient {
    fn from(owner: Owner) -> Self {
        match owner {
            Owner::Apim => Self::Apim,
            Owner::Network => Self::Network,
            Owner::Dns => Self::Dns,
            Owner::Security => Self::Security,
            Owner::Clients => Self::Clients,
        }
    }
}

/// The letter to a recipient, to paste into a mail or a ticket; `None` when the plan has nothing for them. Plain text.
pub fn to_letter(plan: &Plan, recipient: Recipient, context: &ExportContext) -> Option<String> {
    match recipient {
        Recipient::Apim => letter(plan, Owner::Apim, context),
        Recipient::Network => letter(plan, Owner::Network, context),
        Recipient::Dns => letter(plan, Owner::Dns, context),
        Recipient::Security => letter(plan, Owner::Security, context),
        Recipient::Clients => letter(plan, Owner::Clients, context),
        Recipient::Certificates => certificates(plan, recommended(plan)?, context),
        Recipient::OnCall => Some(on_call(plan, recommended(plan)?, context)),
    }
}

/// Certificates are not steps of a migration in place, but they can't be changed while infrastructure configuration is locked.
fn certificates(plan: &Plan, path: &Path, context: &ExportContext) -> Option<String> {
    let concerns = |action: &&Action| {
        matches!(action.id, ActionId::RecreateWhatBackupLeavesOut | ActionId::ReassignIdentity | ActionId::FreeOriginalSubnet)
    };
    let steps: Vec<&Action> = path.actions.iter().filter(concerns).collect();
    if path.lock_minutes.is_none() && steps.is_empty() {
        return None;
    }
    let name = instance(plan);
    let mut out = format!("Subject: Certificates: {name} migrates to stv2\n\n{}\n", line(&plan.headline));
    if let Some(lock) = path.lock_minutes {
        let _ = writeln!(
            out,
            "\nCustom domains and CA certificates can't be changed for {} from the start of the migration of each location.",
            span(lock)
        );
        out.push_str(
            "Don't schedule a renewal or a rotation in the window. Before the window, renew certificates that expire soon.\n",
        );
    }
    if !steps.is_empty() {
        out.push_str("\nWhat we need from you:\n");
        list(&mut out, &steps);
    }
    out.push_str("\nAfter the migration, check that every custom domain presents its certificate.\n");
    basis(&mut out, plan, context);
    Some(out)
}

/// What is expected in the window, so that an expected alert is told from a real one.
fn on_call(plan: &Plan, path: &Path, context: &ExportContext) -> String {
    let name = instance(plan);
    let mut out = format!("Subject: On-call: {name} migrates to stv2\n\n{}\n", line(&plan.headline));
    if !path.timeline.is_empty() {
        out.push_str("\nWhat to expect, in minutes from the start of the migration of each location:\n");
        let mut spans: Vec<_> = path.timeline.iter().collect();
        spans.sort_by_key(|span| (span.from_minute, span.to_minute));
        for span in spans {
            let from = span.from_minute;
            let minutes = match span.to_minute {
                Some(to) if to == from => format!("{to}"),
                Some(to) => format!("{from} to {to}"),
                None => format!("from {from}"),
            };
            let _ = writeln!(out, "- {minutes}: {}", line(&span.label));
        }
    }
    let watch = |action: &&Action| {
        action.phase != Phase::Before
            && matches!(
                action.id,
                ActionId::WatchStatus
                    | ActionId::LeaveConfigurationAlone
                    | ActionId::CheckNetworkStatus
                    | ActionId::SwitchTraffic
            )
    };
    let steps: Vec<&Action> = path.actions.iter().filter(watch).collect();
    if !steps.is_empty() {
        out.push_str("\nWhat to watch:\n");
        list(&mut out, &steps);
    }
    if let Some(back_out) = &path.back_out {
        out.push_str("\nIf something fails:\n");
        if let Some(minute) = back_out.until_minute {
            let _ = writeln!(out, "- Until minute {minute}: a failed migration rolls back to stv1 by itself.");
        }
        for statement in &back_out.after {
            let _ = writeln!(out, "- {}", line(&statement.text));
        }
    }
    basis(&mut out, plan, context);
    out
}

fn list(out: &mut String, steps: &[&Action]) {
    for step in steps {
        let _ = writeln!(out, "- {}", line(&step.text));
    }
}
