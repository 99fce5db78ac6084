use apim_plan::CapacityPlan;
use yew::prelude::*;

use crate::plan::{cites, statement};
use crate::planned::{Marks, PlanPart};

/// Properties of [`OrderOfWork`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct OrderOfWorkProps {
    /// The capacity plan.
    pub capacity: PlanPart<CapacityPlan>,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// The steps from here to the recommended layouts, the migration among them.
#[component]
pub fn OrderOfWork(props: &OrderOfWorkProps) -> Html {
    let OrderOfWorkProps { capacity, marks } = props;
    let Some(capacity) = capacity.get() else {
        return Html::default();
    };
    if capacity.order.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="order" aria-labelledby="order-title">
            <h2 id="order-title">{ "Order of work" }</h2>
            <ol class="order">
                for step in &capacity.order {
                    <li>
                        <p><b>{ &*step.text }</b>{ cites(&step.sources, marks) }</p>
                        <span class="num">{ step.takes.as_deref().unwrap_or_default().to_owned() }</span>
                        <span>
                            if step.changes_addresses {
                                { "new VIPs" }
                            }
                        </span>
                    </li>
                }
            </ol>
            if let Some(at_once) = &capacity.at_once {
                <p class="aside">{ statement(at_once, marks) }</p>
            }
            if !capacity.avoid.is_empty() {
                <h3 class="phase">{ "Avoid" }</h3>
                <ul class="avoid">
                    for said in &capacity.avoid {
                        <li>{ statement(said, marks) }</li>
                    }
                </ul>
            }
        </section>
    }
}
