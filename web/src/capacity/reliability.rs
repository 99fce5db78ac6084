use yew::prelude::*;

use super::parts::statement;
use crate::planned::Planned;

/// What holds of the instance whatever its layout: faults, backup, maintenance, service level.
pub fn reliability(plan: &Planned) -> Html {
    let topics = &plan.capacity.reliability;
    if topics.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="reliability" aria-labelledby="reliability-title">
            <h2 id="reliability-title">{ "Beside zones and regions" }</h2>
            <dl class="topics">
                for topic in topics.iter() {
                    <div data-topic={topic.id}>
                        <dt>{ topic.title }</dt>
                        for said in &topic.statements {
                            <dd>{ statement(said, plan) }</dd>
                        }
                    </div>
                }
            </dl>
        </section>
    }
}
