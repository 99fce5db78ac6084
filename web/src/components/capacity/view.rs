use std::rc::Rc;

use apim_plan::facts::disagreements_capacity::ALL as DISAGREEMENTS;
use apim_plan::model::{Autoscale, PlanRequest, Role, ZoneSupport};
use apim_plan::plan::Capacity;
use apim_plan::plan::capacity::{Placement, zone_down};
use apim_plan::rules::RuleId;
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::{
    AutoscaleTable, CapacityVerdict, FailColumn, FailsTable, Loss, Losses, OrderOfWork, Place, RegionLossPicture, Reliability,
    Subnets,
};
use crate::components::Disagreements;
use crate::state::Planned;
use crate::words;

/// What a [`CapacityView`] shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CapacityViewProps {
    /// The reader's answers.
    pub request: Rc<PlanRequest>,
    /// The plan for them.
    pub plan: Planned,
    /// What the reader has switched off.
    pub losses: Losses,
    /// Turns a switch.
    pub on_loss: Callback<Loss>,
}

/// The capacity plan as a whole.
#[component]
pub fn CapacityView(props: &CapacityViewProps) -> Html {
    let plan = &props.plan;
    let locations: Rc<[Rc<Capacity>]> = plan.capacity.locations.iter().cloned().map(Rc::new).collect();
    let findings =
        plan.findings.iter().filter(|finding| concerns_capacity(finding.rule)).cloned().map(Rc::new).collect::<Rc<[_]>>();
    let primary = locations.first().cloned();
    let set = props.request.autoscale.and_then(|autoscale| match autoscale {
        Autoscale::Off => None,
        Autoscale::Limits(limits) => Some(limits),
    });
    html! {
        <>
            <CapacityVerdict request={props.request.clone()} {findings} plan={plan.clone()} />
            for capacity in locations.iter() {
                <Place
                    capacity={capacity.clone()}
                    plan={plan.clone()}
                    lost={props.losses.zone(&capacity.name)}
                    region_lost={props.losses.is_lost(&capacity.name)}
                    on_lose={zone_switch(capacity, &props.on_loss)}
                />
            }
            <p class="aside">{ "Filled units carry the peak, outlined ones are spare. Zone numbers are logical: your zone 1 may not be another subscription's." }</p>
            if let Some(loss) = &plan.capacity.region_loss {
                <RegionLossPicture loss={Rc::new(loss.clone())} lost={props.losses.region.clone()} on_lose={props.on_loss.reform(Loss::Region)} plan={plan.clone()} />
            }
            <Subnets locations={locations.clone()} plan={plan.clone()} />
            if let (Some(capacity), Some(set)) = (primary, set) {
                <AutoscaleTable {capacity} {set} plan={plan.clone()} />
            }
            <OrderOfWork
                steps={Rc::from(plan.capacity.order.as_slice())}
                at_once={plan.capacity.at_once.clone().map(Rc::new)}
                avoid={Rc::from(plan.capacity.avoid.as_slice())}
                plan={plan.clone()}
            />
            <Disagreements plan={plan.clone()} among={Some(Rc::from(DISAGREEMENTS.iter().map(|each| each.id).collect::<Vec<_>>()))} />
            <section class="section" id="fails" aria-labelledby="fails-title">
                <h2 id="fails-title">{ "What fails how" }</h2>
                <FailsTable when="When a zone is lost" columns={zone_columns(&locations)} plan={plan.clone()} />
                <FailsTable when="When a region is lost" columns={region_columns(&locations)} plan={plan.clone()} />
            </section>
            <Reliability topics={Rc::from(plan.capacity.reliability.as_slice())} plan={plan.clone()} />
        </>
    }
}

/// The planner's rules stand in two parts: those on the migration, then those on units over zones and regions.
fn concerns_capacity(rule: RuleId) -> bool {
    rule >= RuleId::UnevenZoneUnits
}

fn zone_switch(capacity: &Capacity, on_loss: &Callback<Loss>) -> Callback<Option<u32>> {
    let name = capacity.name.clone();
    on_loss.reform(move |zone| Loss::Zone(name.clone(), zone))
}

/// The three layouts side by side, the reader's own among them; others only where the reader has them.
fn zone_columns(locations: &[Rc<Capacity>]) -> Rc<[FailColumn]> {
    let can_have_zones = locations.iter().any(|capacity| match capacity.zone_support {
        ZoneSupport::Yes | ZoneSupport::Unknown | ZoneSupport::OnlyAtCreation => true,
        ZoneSupport::No | ZoneSupport::TierLacksZones => false,
    });
    Placement::iter()
        .filter_map(|placement| {
            let yours = locations.iter().any(|capacity| capacity.zone_down == zone_down(placement, capacity.role));
            let (title, always) = match placement {
                Placement::Automatic => ("Automatic", can_have_zones),
                Placement::AutomaticSingle => ("Automatic, one unit", false),
                Placement::AutomaticOpen => ("Automatic, units not known", false),
                Placement::Redundant => ("Zone-redundant", can_have_zones),
                Placement::Zonal => ("Zonal", can_have_zones),
                Placement::Together => ("Without zones", false),
            };
            (yours || always).then(|| FailColumn {
                title: title.into(),
                yours,
                failure: Rc::new(zone_down(placement, Role::Primary)),
            })
        })
        .collect()
}

fn region_columns(locations: &[Rc<Capacity>]) -> Rc<[FailColumn]> {
    locations
        .iter()
        .map(|capacity| FailColumn {
            title: AttrValue::from(format!("{}, {}", capacity.display_name, words::role(capacity.role))),
            yours: false,
            failure: Rc::new(capacity.region_down.clone()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_on_the_migration_stay_with_the_migration() {
        use RuleId::{ParallelLacksTrustedBypass, RetiredPlatform, SubnetTooSmall, UnevenZoneUnits, ZonesNamedOnStv1};
        assert!([UnevenZoneUnits, SubnetTooSmall, ZonesNamedOnStv1].into_iter().all(concerns_capacity));
        assert!(![RetiredPlatform, ParallelLacksTrustedBypass].into_iter().any(concerns_capacity));
    }

    async fn rendered(json: &str) -> String {
        let request = Rc::new(apim_plan::api::read_request(json).unwrap_or_else(|error| unreachable!("{error}")));
        let plan = Planned::new(apim_plan::api::plan(&request), None);
        let props = CapacityViewProps { request, plan, losses: Losses::default(), on_loss: Callback::noop() };
        yew::LocalServerRenderer::<CapacityView>::with_props(props).hydratable(false).render().await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_readers_layout_is_marked_among_the_three() {
        let html = rendered(r#"{"tier":"premium","platform":"stv2","vnet":"none","locations":[{"name":"westeurope","units":3,"zones":{"kind":"redundant","zones":3}}]}"#).await;
        assert!(html.contains("Zone-redundant, yours") && html.contains(">Automatic<") && html.contains(">Zonal<"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_tier_without_zones_is_not_compared_with_layouts_it_cannot_have() {
        let html = rendered(r#"{"tier":"developer","platform":"stv2","locations":[{"name":"westeurope","units":1}]}"#).await;
        assert!(html.contains("Without zones, yours") && !html.contains("Zone-redundant"), "{html}");
    }
}
