//! The mock's instance: West Europe with four units, North Europe with two, both to survive the loss of a zone.

use apim_plan::cite::Sources;
use apim_plan::{
    Capacity, ChangeMinutes, CurrentLayout, Failure, IpChange, Layout, LayoutOption, PlanRequest, RegionName, Role, Scenario,
    Statement, SubnetPlan, SubnetUse, UnitsNeeded, Verdict, ZoneSupport,
};

use crate::planned::Planned;

/// A plan without sources to number.
pub(super) fn unplanned() -> Planned {
    let mut plan = apim_plan::plan(&PlanRequest::default());
    plan.sources = apim_plan::SourceList::default();
    Planned::new(plan, None)
}

/// A plan of that region alone.
pub(super) fn planned(capacity: Capacity) -> Planned {
    let mut plan = apim_plan::plan(&PlanRequest::default());
    plan.sources = apim_plan::SourceList::default();
    plan.capacity.locations = vec![capacity];
    Planned::new(plan, None)
}

pub(super) fn region(name: &str) -> RegionName {
    RegionName::new(name).unwrap_or_else(|| unreachable!("the name is written in a test"))
}

pub(super) fn said(text: &'static str) -> Statement {
    Statement { text: text.into(), sources: Sources::NONE }
}

pub(super) fn failure() -> Failure {
    Failure {
        layout: None,
        detection: "The platform detects the outage.".into(),
        active_requests: "Requests in progress there fail.".into(),
        data: "The last seconds can be lost.".into(),
        downtime: "The gateway stays available.".into(),
        rerouting: "Azure reroutes traffic.".into(),
        failback: "Automatic.".into(),
        test: "Nothing to test.".into(),
        sources: Sources::NONE,
    }
}

fn option(layout: Layout, zones: Option<u32>, units: u32, left: Option<u32>, verdict: Verdict, extra: i32) -> LayoutOption {
    LayoutOption {
        layout,
        zones,
        units,
        units_per_zone: zones.map(|zones| units / zones),
        surviving_units: left,
        meets_goal: left.map(|left| left >= 4),
        verdict,
        extra_units: Some(extra),
        monthly_price: None,
        reason: said("For a reason."),
    }
}

pub(super) fn west_europe() -> Capacity {
    Capacity {
        name: region("westeurope"),
        display_name: "West Europe".into(),
        role: Role::Primary,
        zone_support: ZoneSupport::Yes,
        zone_support_sources: Sources::NONE,
        scenario: Scenario::InjectedStv1,
        current: CurrentLayout {
            layout: None,
            zones: None,
            units: Some(4),
            valid: Some(true),
            units_per_zone: None,
            surviving_units: None,
        },
        serves: true,
        units_needed: Some(UnitsNeeded { units: 4, because: said("By your answer.") }),
        options: vec![
            option(Layout::Redundant, Some(3), 6, Some(4), Verdict::Recommended, 2),
            option(Layout::Redundant, Some(2), 8, Some(4), Verdict::Possible, 4),
            option(Layout::Automatic, None, 4, None, Verdict::Possible, 0),
            option(Layout::Zonal, Some(1), 4, Some(0), Verdict::Possible, 0),
        ],
        steps: vec![said("Open the instance in the portal.")],
        zone_down: failure(),
        region_down: failure(),
        autoscale: None,
        ip: IpChange { public_changes: true, private_changes: true, public_ip_required: true, sources: Sources::NONE },
        change_minutes: ChangeMinutes { from: 15, to: 45, or_more: true, sources: Sources::NONE },
        gateway_downtime_minutes: 0,
        gateway_downtime_sources: Sources::NONE,
        subnet: Some(SubnetPlan {
            addresses_needed: 9,
            used_by_others: Some(0),
            usable: Some(27),
            fits: Some(true),
            smallest_prefix: Some(27),
            during_migration: Some(SubnetUse { addresses_needed: 18, fits: Some(true) }),
            after: SubnetUse { addresses_needed: 13, fits: Some(true) },
            sources: Sources::NONE,
        }),
    }
}

/// The only option is the given one.
pub(super) fn laid_out(layout: Layout, zones: Option<u32>, units: u32, left: Option<u32>) -> Capacity {
    Capacity { options: vec![option(layout, zones, units, left, Verdict::Recommended, 0)], ..west_europe() }
}
