use std::rc::Rc;

use apim_plan::plan::OrderStep;
use yew::prelude::*;

use super::parts::cites;
use crate::state::Planned;

/// What [`OrderOfWork`] lists.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct OrderOfWorkProps {
    /// The steps in their order.
    pub steps: Rc<[OrderStep]>,
    /// The plan it is part of.
    pub plan: Planned,
}

/// The steps from here to the recommended layouts, the migration among them.
#[component]
pub fn OrderOfWork(props: &OrderOfWorkProps) -> Html {
    if props.steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="order" aria-labelledby="order-title">
            <h2 id="order-title">{ "Order of work" }</h2>
            <ol class="order">
                for step in props.steps.iter() {
                    <li>
                        <p><b>{ &*step.text }</b>{ cites(&step.sources, &props.plan) }</p>
                        <span class="num">{ step.takes.as_deref().unwrap_or_default().to_owned() }</span>
                        <span>
                            if step.changes_addresses {
                                { "new addresses" }
                            }
                        </span>
                    </li>
                }
            </ol>
        </section>
    }
}
