use apim_plan::Cloud;
use apim_plan::facts::retirement;
use yew::prelude::*;

use super::door_paste::DoorPaste;
use super::door_questions::DoorQuestions;
use super::examples::examples;
use crate::import::Arrived;
use crate::plan::{DowntimeSection, cites};
use crate::planned::use_plan;
use crate::route::View;
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`StartPage`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct StartPageProps {
    /// A description is to be read.
    pub on_arrived: Callback<Arrived>,
}

/// What the page is for, who it concerns, three doors, and the table that holds without any answer.
#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    let plan = use_plan();
    let retired = retirement::retired_on(Cloud::Global);
    html! {
        <main class="start" id="plan" tabindex="-1">
            <h1 class="start__title">{ "Is your API Management instance still on stv1?" }</h1>
            <p class="start__lead">
                { "The stv1 compute platform was retired on " }<b class="num">{ words::day(&retired.value.to_string()) }</b>
                { ". Find the migration path to stv2, the gateway downtime it causes, and a runbook for your change ticket." }
                { cites(&retired.sources(), plan.marks()) }
            </p>
            <ul class="start__who">
                <li>{ icon(Sign::Check) }{ "For Developer, Basic, Standard and Premium instances" }</li>
                <li>{ icon(Sign::Check) }{ "Computed in your browser; nothing is sent" }</li>
                <li>{ icon(Sign::Check) }{ "Each figure names its documentation page and date" }</li>
            </ul>
            <div class="doors">
                <DoorPaste on_arrived={&props.on_arrived} />
                <DoorQuestions />
                { examples() }
            </div>
            <ul class="else">
                <li>
                    { icon(Sign::Arrow) }
                    <span><b>{ "Already on stv2?" }</b>{ " " }<a href={View::Capacity.href()}>{ "Plan zones and units." }</a></span>
                </li>
                <li>
                    { icon(Sign::Arrow) }
                    <span><b>{ "Consumption, Basic v2, Standard v2 or Premium v2?" }</b>{ " No migration is needed." }</span>
                </li>
            </ul>
            <DowntimeSection {plan} />
            <footer class="foot">
                <p>{ words::FOOT }</p>
            </footer>
        </main>
    }
}
