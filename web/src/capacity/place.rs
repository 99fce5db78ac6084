use apim_plan::Capacity;
use yew::prelude::*;

use super::parts::statement;
use super::{ZonePictureProps, options_table, phrases, zone_picture};
use crate::plan::cites;
use crate::planned::Planned;

/// What a [`place`] shows.
pub struct PlaceProps<'a> {
    /// The location.
    pub capacity: &'a Capacity,
    /// The plan it is part of.
    pub plan: &'a Planned,
    /// The zone that is lost, counted from one.
    pub lost: Option<u32>,
    /// The whole region is lost.
    pub region_lost: bool,
    /// Asks to lose another zone, or none.
    pub on_lose: Callback<Option<u32>>,
}

/// One region: its zones as a picture, the layouts it could have, and the steps to the best one.
pub fn place(props: &PlaceProps<'_>) -> Html {
    let PlaceProps { capacity, plan, lost, region_lost, ref on_lose } = *props;
    let id = format!("place-{}", capacity.name);
    html! {
        <section class="section" id={id.clone()} aria-labelledby={format!("{id}-title")}>
            <div class="place">
                <div class="place__head">
                    <h2 id={format!("{id}-title")}>{ &*capacity.display_name }</h2>
                    <span>
                        { format!("{}. Zones: {}.", phrases::role(capacity.role), phrases::zone_support(capacity.zone_support)) }
                        { cites(&capacity.zone_support_sources, plan) }
                        if let Some(needed) = &capacity.units_needed {
                            { " " }
                            { statement(&needed.because, plan) }
                        }
                    </span>
                </div>
                { zone_picture(&ZonePictureProps { capacity, lost, region_lost, on_lose }) }
                { options_table(capacity, plan) }
            </div>
            if !capacity.steps.is_empty() {
                <details class="why why--block">
                    <summary>{ format!("Steps in the portal for {}", capacity.display_name) }</summary>
                    <ol class="order">
                        for step in &capacity.steps {
                            <li><span>{ statement(step, plan) }</span></li>
                        }
                    </ol>
                </details>
            }
        </section>
    }
}
