use std::rc::Rc;

use apim_plan::model::{Autoscale, PlanRequest};
use apim_plan::plan::Capacity;
use yew::prelude::*;

use super::{
    AutoscaleTable, CapacityVerdict, FailColumn, FailsTable, Loss, Losses, OrderOfWork, Place, RegionLossPicture, Reliability,
    Subnets,
};
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
    let findings = plan.findings.iter().cloned().map(Rc::new).collect::<Rc<[_]>>();
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
            <OrderOfWork steps={Rc::from(plan.capacity.order.as_slice())} plan={plan.clone()} />
            <section class="section" id="fails" aria-labelledby="fails-title">
                <h2 id="fails-title">{ "What fails how" }</h2>
                <FailsTable when="When a zone is lost" columns={zone_columns(&locations)} plan={plan.clone()} />
                <FailsTable when="When a region is lost" columns={region_columns(&locations)} plan={plan.clone()} />
            </section>
            <Reliability topics={Rc::from(plan.capacity.reliability.as_slice())} plan={plan.clone()} />
        </>
    }
}

fn zone_switch(capacity: &Capacity, on_loss: &Callback<Loss>) -> Callback<Option<u32>> {
    let name = capacity.name.clone();
    on_loss.reform(move |zone| Loss::Zone(name.clone(), zone))
}

fn zone_columns(locations: &[Rc<Capacity>]) -> Rc<[FailColumn]> {
    locations
        .iter()
        .map(|capacity| FailColumn {
            title: AttrValue::from(capacity.display_name.to_string()),
            yours: false,
            failure: Rc::new(capacity.zone_down.clone()),
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
