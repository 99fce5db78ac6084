//! Values of the vocabulary as words in a table or a list.

use crate::domain::{
    AddressChange, Layout, Minutes, Owner, Phase, Role, Scope, Severity, Status, Text, Tool, Verdict, Vip, Vnet, ZoneSupport,
};
use crate::fleet::{Environment, ZoneVerdict};
use crate::migration::{Duration, Path, Retention};

/// `45 min`, `48 h`.
pub(super) fn short(minutes: Minutes) -> Text {
    if minutes >= 120 && minutes.is_multiple_of(60) {
        format!("{} h", minutes / 60).into()
    } else {
        format!("{minutes} min").into()
    }
}

pub(super) fn figure(minutes: Option<Minutes>) -> Text {
    minutes.map_or("not documented".into(), short)
}

/// How long stv1 compute is retained: the figure that the plan goes by, and that of the primary page where it is another.
pub(super) fn kept(retention: &Retention) -> Text {
    let first = kept_for(retention.minutes);
    match retention.plan_for_minutes {
        Some(plan_for) if Some(plan_for) != retention.minutes => {
            format!("{}; {first} in the earlier revision", kept_for(Some(plan_for))).into()
        }
        Some(_) | None => first,
    }
}

pub(super) fn kept_for(minutes: Option<Minutes>) -> Text {
    match minutes {
        Some(0) => "not retained".into(),
        minutes => figure(minutes),
    }
}

pub(super) fn length(duration: &Duration) -> Text {
    let one: Text = match (duration.typical, duration.from, duration.to) {
        (Some(typical), _, _) => format!("about {}", short(typical)).into(),
        (None, Some(from), Some(to)) => format!("{from} to {}", short(to)).into(),
        (None, _, _) => "not documented".into(),
    };
    if duration.runs > 1 { format!("{one} each, {} migrations", duration.runs).into() } else { one }
}

/// `REST (all regions at once), portal (one region at a time)`.
pub(super) fn tools(path: &Path) -> String {
    if path.tools.is_empty() {
        return "your own tools".to_owned();
    }
    let scope = |scope: Option<Scope>| match scope {
        Some(Scope::AllLocationsAtOnce) => " (all locations at once)",
        Some(Scope::OneLocationAtATime) => " (one location at a time)",
        None => "",
    };
    let words: Vec<String> = path
        .tools
        .iter()
        .map(|tool| match tool {
            Tool::Rest => format!("REST{}", scope(path.scope.rest)),
            Tool::Portal => format!("portal{}", scope(path.scope.portal)),
        })
        .collect();
    words.join(", ")
}

pub(super) const fn address(change: AddressChange) -> &'static str {
    match change {
        AddressChange::Kept => "preserved",
        AddressChange::Changes => "changes",
        AddressChange::ChangesTwice => "changes twice",
        AddressChange::New => "new instance, new VIP",
        AddressChange::Appears => "new private VIP",
        AddressChange::NotUsed => "not used",
    }
}

pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Recommended => "Recommended",
        Verdict::Possible => "Possible",
        Verdict::RuledOut => "Ruled out",
    }
}

pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker => "Blocker",
        Severity::Risk => "Risk",
        Severity::Note => "Note",
    }
}

pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::Migrate => "Must migrate",
        Status::Migrated => "Migrated",
        Status::NotAffected => "Not affected",
        Status::Unknown => "Platform not known",
    }
}

pub(super) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "Before",
        Phase::During => "During",
        Phase::After => "After",
        Phase::WayBack => "Return to the original subnet",
    }
}

pub(super) const fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Apim => "API platform",
        Owner::Network => "Network",
        Owner::Dns => "DNS",
        Owner::Security => "Security",
        Owner::Clients => "API consumers",
    }
}

pub(super) const fn mode(vnet: Vnet) -> &'static str {
    match vnet {
        Vnet::None => "not in a virtual network",
        Vnet::External => "external",
        Vnet::Internal => "internal",
    }
}

pub(super) const fn vip(vip: Vip) -> &'static str {
    match vip {
        Vip::Preserve => "preserved",
        Vip::New => "new",
    }
}

pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Primary => "primary",
        Role::Secondary => "secondary",
    }
}

pub(super) const fn support(support: ZoneSupport) -> &'static str {
    match support {
        ZoneSupport::Yes => "yes",
        ZoneSupport::No => "the region has no zones",
        ZoneSupport::Unknown => "not known",
        ZoneSupport::TierLacksZones => "the tier has no zones",
        ZoneSupport::OnlyAtCreation => "only at creation",
    }
}

pub(super) fn layout(layout: Layout, zones: Option<u32>) -> Text {
    match (layout, zones) {
        (Layout::Automatic, _) => "automatic zones".into(),
        (Layout::Zonal, _) => "one zone".into(),
        (Layout::Redundant, Some(zones)) => format!("{zones} zones").into(),
        (Layout::Redundant, None) => "several zones".into(),
    }
}

pub(super) const fn zones(verdict: ZoneVerdict) -> &'static str {
    match verdict {
        ZoneVerdict::Lost => "does not survive a zone outage",
        ZoneVerdict::Unknown => "not known",
        ZoneVerdict::Unseen => "automatic, not visible",
        ZoneVerdict::Survives => "survives a zone outage",
    }
}

pub(super) const fn environment(environment: Option<Environment>) -> &'static str {
    match environment {
        Some(Environment::Development) => "development",
        Some(Environment::Test) => "test",
        Some(Environment::Production) => "production",
        None => "not stated",
    }
}

/// `yes`, `no`, or `not known`.
pub(super) const fn known(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    }
}
