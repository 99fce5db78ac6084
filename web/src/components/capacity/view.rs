use std::rc::Rc;

use apim_plan::model::{Autoscale, PlanRequest, Role};
use apim_plan::plan::{Capacity, Plan};
use yew::prelude::*;

use super::parts::Numbers;
use super::{
    AutoscaleTable, CapacityVerdict, FailColumn, FailsTable, Loss, Losses, OrderOfWork, Place, RegionLossPicture, Reliability,
    Subnets,
};

/// What a [`CapacityView`] shows.
#[derive(Debug, Clone, Properties)]
pub struct CapacityViewProps {
    /// The reader's answers.
    pub request: Rc<PlanRequest>,
    /// The plan for them.
    pub plan: Rc<Plan>,
    /// What the reader has switched off.
    pub losses: Losses,
    /// Turns a switch.
    pub on_loss: Callback<Loss>,
}

/// A plan is compared by identity: it is made anew whenever an answer changes, and never changed.
impl PartialEq for CapacityViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.plan, &other.plan)
            && self.request == other.request
            && self.losses == other.losses
            && self.on_loss == other.on_loss
    }
}

/// The capacity plan as a whole.
#[component]
pub fn CapacityView(props: &CapacityViewProps) -> Html {
    let plan = &props.plan;
    let numbers = Numbers::of(plan);
    let locations: Rc<[Rc<Capacity>]> = plan.capacity.locations.iter().cloned().map(Rc::new).collect();
    let primary = locations.first().cloned();
    let set = props.request.autoscale.and_then(|autoscale| match autoscale {
        Autoscale::Off => None,
        Autoscale::Limits(limits) => Some(limits),
    });
    html! {
        <>
            <CapacityVerdict request={props.request.clone()} capacity={Rc::new(plan.capacity.clone())} findings={Rc::from(plan.findings.as_slice())} numbers={numbers.clone()}/>
            for capacity in locations.iter() {
                <Place
                    capacity={capacity.clone()}
                    numbers={numbers.clone()}
                    lost={props.losses.zone(&capacity.name)}
                    region_lost={props.losses.region() == Some(&capacity.name)}
                    on_lose={zone_switch(capacity, &props.on_loss)}
                />
            }
            <p class="aside">{ "Filled units carry the peak, outlined ones are spare. Zone numbers are logical: your zone 1 may not be another subscription's." }</p>
            if let Some(loss) = &plan.capacity.region_loss {
                <RegionLossPicture loss={Rc::new(loss.clone())} lost={props.losses.region().cloned()} on_lose={props.on_loss.reform(Loss::Region)} numbers={numbers.clone()}/>
            }
            <Subnets locations={locations.clone()} numbers={numbers.clone()}/>
            if let (Some(capacity), Some(set)) = (primary, set) {
                <AutoscaleTable {capacity} {set} numbers={numbers.clone()}/>
            }
            <OrderOfWork steps={Rc::from(plan.capacity.order.as_slice())} numbers={numbers.clone()}/>
            <section class="section" id="fails" aria-labelledby="fails-title">
                <h2 id="fails-title">{ "What fails how" }</h2>
                <FailsTable when="When a zone is lost" columns={zone_columns(&locations)} numbers={numbers.clone()}/>
                <FailsTable when="When a region is lost" columns={region_columns(&locations)} numbers={numbers.clone()}/>
            </section>
            <Reliability topics={Rc::from(plan.capacity.reliability.as_slice())} {numbers}/>
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
            title: AttrValue::from(format!("{}, {}", capacity.display_name, short_role(capacity.role))),
            yours: false,
            failure: Rc::new(capacity.region_down.clone()),
        })
        .collect()
}

const fn short_role(role: Role) -> &'static str {
    match role {
        Role::Primary => "primary",
        Role::Secondary => "secondary",
    }
}
