use apim_plan::PortalStep;
use yew::prelude::*;

use super::cites;
use crate::planned::{Marks, PlanPart, Planned, recommended};

/// Properties of [`PortalSteps`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PortalStepsProps {
    /// The steps of the recommended path.
    pub steps: PlanPart<Vec<PortalStep>>,
    /// The numbers of the sources.
    pub marks: Marks,
}

impl PortalStepsProps {
    /// The steps of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self { steps: plan.part(|plan| Some(&recommended(plan)?.portal_steps)), marks: plan.marks().clone() }
    }
}

/// The recommended path in the portal, step by step.
#[component]
pub fn PortalSteps(props: &PortalStepsProps) -> Html {
    let steps = props.steps.get().map(Vec::as_slice).unwrap_or_default();
    if steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="portal" aria-labelledby="portal-title">
            <h2 id="portal-title">{ "Portal steps" }</h2>
            <ol class="order">
                for (at, step) in steps.iter().enumerate() {
                    <li key={at}><span>{ &*step.text }{ cites(&step.sources, &props.marks) }</span></li>
                }
            </ol>
        </section>
    }
}
