use apim_plan::Capacity;
use yew::prelude::*;

use super::options::options_table;
use super::{Loss, ZonePicture, phrases};
use crate::plan::{cites, statement};
use crate::planned::{Marks, PlanPart};

/// Properties of [`LocationPlan`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct LocationPlanProps {
    /// The location.
    pub capacity: PlanPart<Capacity>,
    /// The zone that is lost, counted from one.
    pub lost: Option<u32>,
    /// The whole region is lost.
    pub region_lost: bool,
    /// Something else is to be lost, or nothing.
    pub on_loss: Callback<Loss>,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// One region: its zones as a picture, the layouts it could have, and the steps to the best one.
#[component]
pub fn LocationPlan(props: &LocationPlanProps) -> Html {
    let LocationPlanProps { capacity: part, lost, region_lost, on_loss, marks } = props;
    let Some(capacity) = part.get() else {
        return Html::default();
    };
    let id = format!("place-{}", capacity.name);
    html! {
        <section class="section" id={id.clone()} aria-labelledby={format!("{id}-title")}>
            <div class="place">
                <div class="place__head">
                    <h2 id={format!("{id}-title")}>{ &*capacity.display_name }</h2>
                    <span>
                        { format!("{}. Zones: {}.", phrases::role(capacity.role), phrases::zone_support(capacity.zone_support)) }
                        { cites(&capacity.zone_support_sources, marks) }
                        if let Some(needed) = &capacity.units_needed {
                            { " " }
                            { statement(&needed.because, marks) }
                        }
                    </span>
                </div>
                <ZonePicture capacity={part.clone()} lost={*lost} region_lost={*region_lost} {on_loss} />
                { options_table(capacity, marks) }
            </div>
            if !capacity.steps.is_empty() {
                <details class="why why--block">
                    <summary>{ format!("Steps in the portal for {}", capacity.display_name) }</summary>
                    <ol class="order">
                        for step in &capacity.steps {
                            <li><span>{ statement(step, marks) }</span></li>
                        }
                    </ol>
                </details>
            }
        </section>
    }
}
