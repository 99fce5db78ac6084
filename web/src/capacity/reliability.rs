use apim_plan::CapacityPlan;
use yew::prelude::*;

use crate::plan::statement;
use crate::planned::{Marks, PlanPart};

/// Properties of [`Reliability`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ReliabilityProps {
    /// The capacity plan.
    pub capacity: PlanPart<CapacityPlan>,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// What holds of the instance whatever its layout: faults, backup, maintenance, service level.
#[component]
pub fn Reliability(props: &ReliabilityProps) -> Html {
    let ReliabilityProps { capacity, marks } = props;
    let topics = capacity.get().map(|capacity| capacity.reliability.as_slice()).unwrap_or_default();
    if topics.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="reliability" aria-labelledby="reliability-title">
            <h2 id="reliability-title">{ "Other reliability topics" }</h2>
            <dl class="topics">
                for topic in topics.iter() {
                    <div data-topic={topic.id}>
                        <dt>{ topic.title }</dt>
                        for said in &topic.statements {
                            <dd>{ statement(said, marks) }</dd>
                        }
                    </div>
                }
            </dl>
        </section>
    }
}
