use yew::prelude::*;

use super::{Disagreements, DowntimeTable, DowntimeTableProps};
use crate::planned::Planned;

/// Properties of [`DowntimeSection`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DowntimeSectionProps {
    /// The plan.
    pub plan: Planned,
}

/// What the documentation says of downtime and retention, and where it differs.
#[component]
pub fn DowntimeSection(props: &DowntimeSectionProps) -> Html {
    let plan = &props.plan;
    html! {
        <section class="section" id="downtime" aria-labelledby="downtime-title">
            <h2 id="downtime-title">{ "Downtime and retention, same subnet" }</h2>
            <DowntimeTable ..DowntimeTableProps::of(plan) />
            <Disagreements list={plan.part(|plan| Some(&plan.disagreements))} marks={plan.marks().clone()} />
        </section>
    }
}
