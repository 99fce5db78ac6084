use std::rc::Rc;

use apim_plan::plan::Topic;
use yew::prelude::*;

use super::parts::statement;
use crate::state::Planned;

/// What [`Reliability`] tells.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ReliabilityProps {
    /// The topics.
    pub topics: Rc<[Topic]>,
    /// The plan it is part of.
    pub plan: Planned,
}

/// What holds of the instance whatever its layout: faults, backup, maintenance, service level.
#[component]
pub fn Reliability(props: &ReliabilityProps) -> Html {
    if props.topics.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="reliability" aria-labelledby="reliability-title">
            <h2 id="reliability-title">{ "Beside zones and regions" }</h2>
            <dl class="topics">
                for topic in props.topics.iter() {
                    <div data-topic={topic.id}>
                        <dt>{ topic.title }</dt>
                        for said in &topic.statements {
                            <dd>{ statement(said, &props.plan) }</dd>
                        }
                    </div>
                }
            </dl>
        </section>
    }
}
