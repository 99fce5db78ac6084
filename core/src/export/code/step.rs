//! What a step is called, and when it is made.

use super::CodeTool;
use crate::change::{ChangeId, PlannedChange};
use crate::domain::{Minutes, Phase, Text};

/// The heading of a step. All changes of a step are of one kind, except in the network.
pub(super) fn title(first: &PlannedChange, tool: CodeTool) -> Text {
    let commands = matches!(tool, CodeTool::Azcli | CodeTool::Powershell);
    match first.id {
        ChangeId::GuardInstance if commands => "Record the present state".into(),
        ChangeId::GuardInstance => "Guard the instance in code".into(),
        ChangeId::CreateSubnet
        | ChangeId::AssociateNetworkSecurityGroup
        | ChangeId::AllowPort
        | ChangeId::AddRoute
        | ChangeId::EnableServiceEndpoints
        | ChangeId::RemoveLock => {
            if first.phase == Phase::WayBack {
                "Prepare the original subnet".into()
            } else {
                "Prepare the network".into()
            }
        }
        ChangeId::CreatePublicIpAddress => "Create the public IP addresses".into(),
        ChangeId::DisableAutoscale => "Turn autoscale off".into(),
        ChangeId::Migrate => "Migrate".into(),
        ChangeId::RefreshCode if commands => "Verify the migration".into(),
        ChangeId::RefreshCode => "Refresh, and expect no change of the instance".into(),
        ChangeId::UpdateDnsRecord => "Update the DNS records".into(),
        ChangeId::ReturnToSubnet => "Return to the original subnet".into(),
        ChangeId::EnableAutoscale => "Turn autoscale back on".into(),
        ChangeId::SetUnits => "Set the units".into(),
        ChangeId::SetZones => "Configure zones and units".into(),
        ChangeId::AddLocation => match &first.location {
            Some(location) => format!("Add {location}").into(),
            None => "Add a location".into(),
        },
        ChangeId::SetAutoscale => "Set autoscale".into(),
        ChangeId::CreateInstance => "Create the second instance".into(),
    }
}

/// When a step is made, from its phase and its minute.
pub(super) fn when(first: &PlannedChange, migrates: bool) -> Text {
    match (first.phase, first.id, first.minute) {
        (_, ChangeId::GuardInstance, _) => "now".into(),
        (Phase::After, _, _) if !migrates => "as a change of its own".into(),
        (Phase::Before, _, Some(_)) => "at the start of the window".into(),
        (Phase::Before, _, None) => "before the window".into(),
        (Phase::During, _, _) => "in the window".into(),
        (Phase::After | Phase::WayBack, ChangeId::UpdateDnsRecord, Some(minute)) => {
            format!("clients must have followed by {}", clock(minute)).into()
        }
        (Phase::WayBack, ChangeId::ReturnToSubnet, Some(minute)) => {
            format!("when the original subnet is free, about {}", clock(minute)).into()
        }
        (Phase::After | Phase::WayBack, _, Some(minute)) => format!("from {}, when the status is Online", clock(minute)).into(),
        (Phase::After, _, None) => "after the migration".into(),
        (Phase::WayBack, _, None) => "before the return".into(),
    }
}

/// `minute 45`; `minute 2925 (48 h 45 min)`.
fn clock(minute: Minutes) -> String {
    let (hours, minutes) = (minute / 60, minute % 60);
    match (hours, minutes) {
        (0 | 1, _) => format!("minute {minute}"),
        (hours, 0) => format!("minute {minute} ({hours} h)"),
        (hours, minutes) => format!("minute {minute} ({hours} h {minutes} min)"),
    }
}

/// What to do with the text as a whole.
pub(super) const fn how_to_use(tool: CodeTool) -> &'static str {
    match tool {
        CodeTool::Azcli => {
            "Replace the names in angle brackets. The parts are for different times: this script runs the one that you name, and without a name nothing. Needs az and jq."
        }
        CodeTool::Powershell => {
            "Replace the names in angle brackets. The parts are for different times: this script runs the one that you name, and without a name nothing. Needs PowerShell 7 and the Az modules."
        }
        CodeTool::Bicep => {
            "Save each part as a file of its own: the parts are for different times and resource groups. Run what-if before each deployment, and deploy in incremental mode."
        }
        CodeTool::Terraform => {
            "Add each part to your configuration when its time has come, with the labels that you use. Where a resource is in your configuration already, change the arguments there. Replace the names in angle brackets."
        }
    }
}
