use yew::prelude::*;

use super::parts::statement;
use crate::plan::cites;
use crate::planned::Planned;

/// The steps from here to the recommended layouts, the migration among them.
pub fn order_of_work(plan: &Planned) -> Html {
    let capacity = &plan.capacity;
    if capacity.order.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="order" aria-labelledby="order-title">
            <h2 id="order-title">{ "Order of work" }</h2>
            <ol class="order">
                for step in &capacity.order {
                    <li>
                        <p><b>{ &*step.text }</b>{ cites(&step.sources, plan) }</p>
                        <span class="num">{ step.takes.as_deref().unwrap_or_default().to_owned() }</span>
                        <span>
                            if step.changes_addresses {
                                { "new addresses" }
                            }
                        </span>
                    </li>
                }
            </ol>
            if let Some(at_once) = &capacity.at_once {
                <p class="aside">{ statement(at_once, plan) }</p>
            }
            if !capacity.avoid.is_empty() {
                <h3 class="phase">{ "Avoid on the way" }</h3>
                <ul class="avoid">
                    for said in &capacity.avoid {
                        <li>{ statement(said, plan) }</li>
                    }
                </ul>
            }
        </section>
    }
}
