use std::rc::Rc;

use apim_plan::plan::{OrderStep, Statement};
use yew::prelude::*;

use super::parts::{cites, statement};
use crate::state::Planned;

/// What [`OrderOfWork`] lists.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct OrderOfWorkProps {
    /// The steps in their order.
    pub steps: Rc<[OrderStep]>,
    /// What one step could do instead of two.
    #[prop_or_default]
    pub at_once: Option<Rc<Statement>>,
    /// What to avoid on the way.
    pub avoid: Rc<[Statement]>,
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
            if let Some(at_once) = &props.at_once {
                <p class="aside">{ statement(at_once, &props.plan) }</p>
            }
            if !props.avoid.is_empty() {
                <h3 class="phase">{ "Avoid on the way" }</h3>
                <ul class="avoid">
                    for said in props.avoid.iter() {
                        <li>{ statement(said, &props.plan) }</li>
                    }
                </ul>
            }
        </section>
    }
}
