use std::rc::Rc;

use apim_plan::plan::Capacity;
use yew::prelude::*;

use super::parts::{cites, statement};
use super::phrases;
use super::{OptionsTable, ZonePicture};
use crate::state::Planned;

/// What a [`Place`] shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PlaceProps {
    /// The location.
    pub capacity: Rc<Capacity>,
    /// The plan it is part of.
    pub plan: Planned,
    /// The zone that is lost, counted from one.
    #[prop_or_default]
    pub lost: Option<u32>,
    /// The whole region is lost.
    #[prop_or_default]
    pub region_lost: bool,
    /// Asks to lose another zone, or none.
    pub on_lose: Callback<Option<u32>>,
}

/// One region: its zones as a picture, the layouts it could have, and the steps to the best one.
#[component]
pub fn Place(props: &PlaceProps) -> Html {
    let capacity = &props.capacity;
    let id = format!("place-{}", capacity.name);
    html! {
        <section class="section" id={id.clone()} aria-labelledby={format!("{id}-title")}>
            <div class="place">
                <div class="place__head">
                    <h2 id={format!("{id}-title")}>{ &*capacity.display_name }</h2>
                    <span>
                        { format!("{}. Zones: {}.", phrases::role(capacity.role), phrases::zone_support(capacity.zone_support)) }
                        { cites(&capacity.zone_support_sources, &props.plan) }
                        if let Some(needed) = &capacity.units_needed {
                            { " " }
                            { statement(&needed.because, &props.plan) }
                        }
                    </span>
                </div>
                <ZonePicture capacity={capacity.clone()} lost={props.lost} region_lost={props.region_lost} on_lose={&props.on_lose}/>
                <OptionsTable capacity={capacity.clone()} plan={props.plan.clone()}/>
            </div>
            if !capacity.steps.is_empty() {
                <details class="why why--block">
                    <summary>{ format!("Steps in the portal for {}", capacity.display_name) }</summary>
                    <ol class="order">
                        for step in &capacity.steps {
                            <li><span>{ statement(step, &props.plan) }</span></li>
                        }
                    </ol>
                </details>
            }
        </section>
    }
}
