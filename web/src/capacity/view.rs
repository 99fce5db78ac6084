use std::rc::Rc;

use apim_plan::{Autoscale, Capacity, Placement, PlanRequest, Role, ZoneSupport, zone_down};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::{
    AutoscaleTable, CapacityVerdict, FailColumn, FailsTable, LocationPlan, Loss, Losses, OrderOfWork, RegionLossPicture,
    Reliability, Subnets,
};
use crate::plan::Disagreements;
use crate::planned::Planned;
use crate::words;

/// Properties of [`CapacityView`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CapacityViewProps {
    /// The answers.
    pub request: Rc<PlanRequest>,
    /// The plan for them.
    pub plan: Planned,
    /// What is imagined as lost.
    pub losses: Losses,
    /// Something else is to be lost, or nothing.
    pub on_loss: Callback<Loss>,
}

/// The capacity plan as a whole.
#[component]
pub fn CapacityView(props: &CapacityViewProps) -> Html {
    let CapacityViewProps { request, plan, losses, on_loss } = props;
    let marks = plan.marks();
    let locations = plan.capacity.locations.as_slice();
    let capacity = plan.part(|plan| Some(&plan.capacity));
    let set = match request.autoscale {
        Some(Autoscale::Limits(limits)) => Some(limits),
        Some(Autoscale::Off) | None => None,
    };
    html! {
        <>
            <CapacityVerdict request={request.clone()} plan={plan.clone()} />
            for (at, location) in locations.iter().enumerate() {
                <LocationPlan
                    key={location.name.to_string()}
                    capacity={plan.part_at(at, |plan, at| plan.capacity.locations.get(at))}
                    lost={losses.zone(&location.name)}
                    region_lost={losses.is_lost(&location.name)}
                    {on_loss}
                    marks={marks.clone()}
                />
            }
            <p class="aside">{ "Filled units are needed at peak; outlined units are spare. Zone numbers are logical: zone 1 can be a different datacenter in another subscription." }</p>
            <RegionLossPicture losses={plan.part(|plan| plan.capacity.region_loss.as_ref())} lost={losses.region.clone()} {on_loss} marks={marks.clone()} />
            <Subnets locations={plan.part(|plan| Some(&plan.capacity.locations))} marks={marks.clone()} />
            if let Some(set) = set {
                <AutoscaleTable capacity={plan.part(|plan| plan.capacity.locations.first())} {set} marks={marks.clone()} />
            }
            <OrderOfWork capacity={capacity.clone()} marks={marks.clone()} />
            <Disagreements list={plan.part(|plan| Some(&plan.disagreements))} of_capacity={true} marks={marks.clone()} />
            <section class="section" id="fails" aria-labelledby="fails-title">
                <h2 id="fails-title">{ "Outage behavior" }</h2>
                <FailsTable when="Zone outage" columns={zone_columns(locations)} marks={marks.clone()} />
                <FailsTable when="Region outage" columns={region_columns(locations)} marks={marks.clone()} />
            </section>
            <Reliability {capacity} marks={marks.clone()} />
        </>
    }
}

/// The three layouts side by side, the reader's own among them; others only where the reader has them.
fn zone_columns(locations: &[Capacity]) -> Rc<[FailColumn]> {
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
            (yours || always).then(|| FailColumn { title: title.into(), yours, failure: zone_down(placement, Role::Primary) })
        })
        .collect()
}

fn region_columns(locations: &[Capacity]) -> Rc<[FailColumn]> {
    locations
        .iter()
        .map(|capacity| FailColumn {
            title: AttrValue::from(format!("{}, {}", capacity.display_name, words::role(capacity.role))),
            yours: false,
            failure: capacity.region_down.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn rendered(json: &str) -> String {
        let request = apim_plan::read_request(json).unwrap_or_else(|error| unreachable!("{error}"));
        let plan = Planned::new(apim_plan::plan(&request), None);
        let request = Rc::new(request);
        let view = html! { <CapacityView {request} {plan} losses={Losses::default()} on_loss={Callback::noop()} /> };
        crate::rendered::html(view).await
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
