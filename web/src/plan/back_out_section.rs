use apim_plan::BackOut;
use yew::prelude::*;

use super::statement;
use crate::planned::{Marks, PlanPart, Planned, recommended};

/// Properties of [`BackOutSection`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct BackOutSectionProps {
    /// How to back out of the recommended path.
    pub back_out: PlanPart<BackOut>,
    /// The numbers of the sources.
    pub marks: Marks,
}

impl BackOutSectionProps {
    /// The back-out of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self { back_out: plan.part(|plan| recommended(plan)?.back_out.as_ref()), marks: plan.marks().clone() }
    }
}

/// Until when a failure leaves the instance on stv1 by itself, and what can be done later.
#[component]
pub fn BackOutSection(props: &BackOutSectionProps) -> Html {
    let Some(back_out) = props.back_out.get() else { return Html::default() };
    html! {
        <section class="section" id="back-out" aria-labelledby="back-out-title">
            <h2 id="back-out-title">{ "Back-out" }</h2>
            <ol class="order">
                if let Some(minute) = back_out.until_minute {
                    <li><span>{ format!("Until minute {minute}, a failed migration rolls back to stv1 automatically.") }</span></li>
                }
                for (at, after) in back_out.after.iter().enumerate() {
                    <li key={at}><span>{ statement(after, &props.marks) }</span></li>
                }
            </ol>
        </section>
    }
}
