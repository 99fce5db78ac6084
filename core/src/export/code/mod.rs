//! The changes of a plan for the tools that make them: az CLI, PowerShell, Bicep, Terraform.
//!
//! Each step of the plan is a part of its own, because the parts are for different times. Every name is quoted for its
//! language; what the plan does not know stands in angle brackets. Nothing here deletes a resource.

mod bash;
mod bash_update;
mod bicep;
mod body;
mod powershell;
mod step;
mod terraform;
mod terraform_block;
mod terraform_service;

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::change::{ChangeId, ChangeSet, PlannedChange, changes_of};
use crate::cite::{Page, Sources};
use crate::domain::{Owner, PathId, PlanRequest, Text, Vnet};
use crate::facts::sources::{AZURERM, BICEP_DEFAULTS};
use crate::migration::{Path, PortalStep};
use crate::plan::Plan;
use crate::quote::in_line;

/// A tool that changes resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum CodeTool {
    /// The Azure CLI in Bash, with jq.
    Azcli,
    /// PowerShell 7 with the Az modules.
    Powershell,
    /// Bicep.
    Bicep,
    /// Terraform with azurerm or azapi.
    Terraform,
}

impl CodeTool {
    /// The name people use.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Azcli => "az CLI",
            Self::Powershell => "PowerShell",
            Self::Bicep => "Bicep",
            Self::Terraform => "Terraform",
        }
    }

    /// The name of a file with this code.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Azcli => "apim-change.sh",
            Self::Powershell => "apim-change.ps1",
            Self::Bicep => "apim-change.bicep",
            Self::Terraform => "apim-change.tf",
        }
    }

    const fn comment(self) -> &'static str {
        match self {
            Self::Azcli | Self::Powershell | Self::Terraform => "#",
            Self::Bicep => "//",
        }
    }
}

/// One step of the change, for one tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CodePart {
    /// The step of the plan.
    pub step: u32,
    /// What it does, as a heading.
    pub title: Text,
    /// When, in words.
    pub when: Text,
    /// Who.
    pub owner: Owner,
    /// What to know before it is used.
    pub note: Option<Text>,
    /// The code, to copy; a comment where the tool has nothing to do.
    pub text: String,
    /// Where it stands.
    pub sources: Sources,
}

/// What a writer reads besides the changes of its step.
struct Context<'a> {
    request: &'a PlanRequest,
    /// The path; `None` where nothing migrates.
    path: Option<&'a Path>,
    /// The changes of one step.
    changes: &'a [PlannedChange],
    /// An earlier step that updates the same DNS records.
    repeats: Option<u32>,
}

impl Context<'_> {
    /// The step is about the second instance of a side-by-side deployment.
    fn is_for_second(&self) -> bool {
        let second = |change: &PlannedChange| matches!(change.id, ChangeId::UpdateDnsRecord | ChangeId::CreateInstance);
        self.path.is_some_and(|path| path.id == PathId::SideBySide) && self.changes.iter().all(second)
    }

    /// The instance is in another subnet after the migration.
    fn has_moved(&self) -> bool {
        self.path.is_some_and(|path| match path.id {
            PathId::NewSubnetKeep48h | PathId::InjectIntoVnet => true,
            PathId::EnableZoneRedundancy => self.request.vnet.is_some_and(Vnet::is_injected),
            PathId::SameSubnetPreserveVip
            | PathId::SameSubnetNewVip
            | PathId::NewSubnetReturn
            | PathId::InPlacePreserveVip
            | PathId::InPlaceNewVip
            | PathId::SideBySide => false,
        })
    }

    /// The instance whose VIPs the records get.
    fn instance(&self) -> PlanRequest {
        if self.is_for_second() {
            return PlanRequest {
                name: Some("<name-of-the-second-instance>".to_owned()),
                resource_group: Some("<resource-group-of-the-second-instance>".to_owned()),
                ..PlanRequest::default()
            };
        }
        PlanRequest {
            name: self.request.name.clone(),
            resource_group: self.request.resource_group.clone(),
            subscription_id: self.request.subscription_id.clone(),
            ..PlanRequest::default()
        }
    }

    /// The network security group that a rule is for: that of the new subnet has another name.
    fn group_of(&self, change: &PlannedChange) -> &'static str {
        let creates = |other: &PlannedChange| other.id == ChangeId::CreateSubnet && other.location == change.location;
        if self.changes.iter().any(creates) { "nsg-of-new-subnet" } else { "nsg" }
    }

    /// The steps in the portal: of the migration, or of the return, which is the last of them.
    fn portal_steps(&self, returns: bool) -> &[PortalStep] {
        let Some(path) = self.path else { return &[] };
        let (first, last) = match (path.id, path.portal_steps.split_last()) {
            (PathId::NewSubnetReturn, Some((last, first))) => (first, std::slice::from_ref(last)),
            _ => (&*path.portal_steps, &[][..]),
        };
        if returns { last } else { first }
    }
}

/// The steps of the recommended path, or of another one that is open; empty where nothing changes.
pub fn code_parts(plan: &Plan, tool: CodeTool, path: Option<PathId>) -> Vec<CodePart> {
    let wanted = path.or(plan.recommended);
    let other = wanted.filter(|id| Some(*id) != plan.recommended).map(|id| changes_of(&plan.request, id).unwrap_or_default());
    let all = other.as_deref().unwrap_or(&plan.changes);
    let path = plan.paths.iter().find(|path| Some(path.id) == wanted);
    let migrates = all.iter().any(|change| change.id == ChangeId::Migrate);
    all.chunk_by(|one, next| one.step == next.step)
        .filter_map(|changes| {
            let first = changes.first()?;
            let context = Context { request: &plan.request, path, changes, repeats: repeated(all, changes) };
            let (text, note) = match tool {
                CodeTool::Azcli => bash::part(&context),
                CodeTool::Powershell => powershell::part(&context),
                CodeTool::Bicep => bicep::part(&context),
                CodeTool::Terraform => terraform::part(&context),
            };
            let sources = changes.iter().fold(Sources::NONE, |all, change| all.and(&change.sources));
            Some(CodePart {
                step: first.step,
                title: step::title(first, tool),
                when: step::when(first, migrates),
                owner: first.owner,
                note,
                text,
                sources,
            })
        })
        .collect()
}

/// An earlier step whose records hold all that this one updates.
fn repeated(all: &[PlannedChange], step: &[PlannedChange]) -> Option<u32> {
    let host = |change: &PlannedChange| match &change.set {
        Some(ChangeSet::DnsRecord { host, .. }) => Some((change.location.clone(), host.clone())),
        _ => None,
    };
    let first = step.first()?;
    let earlier = |change: &&PlannedChange| change.step < first.step && change.id == ChangeId::UpdateDnsRecord;
    let known = |change: &PlannedChange| all.iter().filter(earlier).any(|other| host(other) == host(change));
    let step_of = all.iter().find(earlier)?.step;
    step.iter().all(|change| change.id == ChangeId::UpdateDnsRecord && known(change)).then_some(step_of)
}

/// The pages that count for a tool: what another tool does is of no interest.
fn pages(part: &CodePart, tool: CodeTool) -> Vec<&'static Page> {
    let mut pages: Vec<&'static Page> = part.sources.iter().map(|citation| citation.page).collect();
    pages.retain(|page| {
        (page.id != AZURERM.id || tool == CodeTool::Terraform) && (page.id != BICEP_DEFAULTS.id || tool == CodeTool::Bicep)
    });
    pages.sort_by_key(|page| (!page.baseline, page.id));
    pages.dedup_by_key(|page| page.id);
    pages
}

/// All steps as one text: a script whose parts are called one by one, or files to split.
pub fn code(plan: &Plan, tool: CodeTool, path: Option<PathId>) -> String {
    let parts = code_parts(plan, tool, path);
    let mark = tool.comment();
    let mut out = String::new();
    if tool == CodeTool::Azcli {
        out.push_str("#!/usr/bin/env bash\n");
    }
    if tool == CodeTool::Powershell && !parts.is_empty() {
        out.push_str("param([string] $Part)\n\n");
    }
    let name = plan.name.as_deref().filter(|name| !name.is_empty()).unwrap_or("API Management instance");
    let wanted = path.or(plan.recommended);
    let chosen = plan.paths.iter().find(|path| Some(path.id) == wanted);
    let title = chosen.map_or(String::new(), |path| format!(" Path: {}.", path.title));
    comment(&mut out, mark, &format!("{name}: the change for {}.{title}", tool.title()));
    comment(&mut out, mark, "From public documentation, not from Microsoft. Nothing here deletes a resource.");
    if parts.is_empty() {
        match tool {
            // A script that prints it: comments alone are no program to every reader of PowerShell.
            CodeTool::Powershell => out.push_str("'This plan changes nothing.'\n"),
            CodeTool::Azcli | CodeTool::Bicep | CodeTool::Terraform => comment(&mut out, mark, "This plan changes nothing."),
        }
        return out;
    }
    comment(&mut out, mark, step::how_to_use(tool));
    for part in &parts {
        out.push('\n');
        let heading = format!("{}. {}: {} ({})", part.step, part.title, part.when, super::words::owner(part.owner));
        let _ = writeln!(out, "{mark} ==== {} ====", in_line(&heading));
        if let Some(note) = &part.note {
            comment(&mut out, mark, note);
        }
        for page in pages(part, tool) {
            let _ = writeln!(out, "{mark} See: {}, {}, {}", page.title, page.dated, page.url);
        }
        match tool {
            CodeTool::Azcli => bash::as_function(&mut out, part),
            CodeTool::Powershell => powershell::as_function(&mut out, part),
            CodeTool::Bicep | CodeTool::Terraform => {
                out.push('\n');
                out.push_str(&part.text);
            }
        }
    }
    match tool {
        CodeTool::Azcli => bash::call(&mut out, &parts),
        CodeTool::Powershell => powershell::call(&mut out, &parts),
        CodeTool::Bicep | CodeTool::Terraform => {}
    }
    out
}

/// Lines of a comment, none of them much longer than a terminal is wide.
fn comment(out: &mut String, mark: &str, text: &str) {
    const WIDTH: usize = 110;
    let mut line = String::from(mark);
    for word in in_line(text).split_whitespace() {
        if line.len() > mark.len() && line.len() + word.len() > WIDTH {
            let _ = writeln!(out, "{line}");
            line.truncate(mark.len());
        }
        let _ = write!(line, " {word}");
    }
    let _ = writeln!(out, "{line}");
}
