use yew::prelude::*;

use super::Questions;
use super::answers::use_answers;
use super::panel::changes_the_verdict;
use crate::planned::use_plan;
use crate::route::View;
use crate::words;

/// Properties of [`Workbench`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct WorkbenchProps {
    /// Which view it is.
    pub view: View,
    /// The heading that screen readers and paper get.
    pub title: AttrValue,
    /// The result in two or three words, for the switch on small screens: "0 min down".
    pub result: AttrValue,
    /// The result.
    pub children: Html,
}

/// Questions beside a result; on small screens they take turns.
#[component]
pub fn Workbench(props: &WorkbenchProps) -> Html {
    let (answers, plan) = (use_answers(), use_plan());
    // With answers the plan comes first, without them the questions.
    let shows_plan = use_state_eq(|| !answers.is_empty());
    let left = plan.open_questions.iter().filter(|open| changes_the_verdict(open, props.view)).count();
    let left = if left == 0 { "all answered".to_owned() } else { format!("{left} left") };
    let show = |plan: bool| {
        let shows_plan = shows_plan.clone();
        Callback::from(move |_: Event| shows_plan.set(plan))
    };
    html! {
        <main class="app">
            <h1 class="sr">{ &props.title }</h1>
            <fieldset class="views">
                <legend class="sr">{ "Show" }</legend>
                <label class="views__opt">
                    <input type="radio" name="view" id="view-questions" checked={!*shows_plan} onchange={show(false)} />
                    <span>{ "Questions " }<b>{ left }</b></span>
                </label>
                <label class="views__opt">
                    <input type="radio" name="view" id="view-plan" checked={*shows_plan} onchange={show(true)} />
                    <span>{ props.view.title() }{ " " }<b>{ &props.result }</b></span>
                </label>
            </fieldset>
            <Questions view={props.view} />
            <div class="plan" id="plan" tabindex="-1">
                { props.children.clone() }
                <footer class="foot">
                    <p>{ words::FOOT }</p>
                </footer>
            </div>
        </main>
    }
}
