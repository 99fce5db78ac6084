use yew::prelude::*;

use crate::questionnaire::answers::{AnswersAction, STARTERS, use_answers};
use crate::questionnaire::asked;
use crate::ui::{Sign, icon};

/// The three questions that lead to a first path.
#[component]
pub(super) fn DoorQuestions() -> Html {
    let answers = use_answers();
    let onshow = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(AnswersAction::Begin))
    };
    html! {
        <section class="door" aria-labelledby="door-ask">
            <div class="door__head">
                <h2 id="door-ask">{ "Answer three questions" }</h2>
                <p>{ "Enough for a first path. " }<i>{ "Not sure" }</i>{ " is an answer." }</p>
            </div>
            <form class="door__form" autocomplete="off" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                for field in STARTERS {
                    { asked(&answers, field) }
                }
            </form>
            <p class="door__foot">
                <button type="button" class="btn btn--main" data-start="show" onclick={onshow}>{ icon(Sign::Arrow) }{ "Show the plan" }</button>
            </p>
        </section>
    }
}
