use std::rc::Rc;

use apim_plan::questionnaire::QUESTIONNAIRE;
use apim_plan::{Answer, Field, Flip, OpenQuestion};
use yew::prelude::*;

use crate::planned::{PlanPart, Planned};
use crate::questionnaire::answers::{AnswersAction, AnswersDispatcher, use_dispatcher};
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`Flips`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FlipsProps {
    /// The smallest changes of an answer that would change the verdict.
    pub flips: PlanPart<Vec<Flip>>,
    /// Questions without an answer.
    pub open: PlanPart<Vec<OpenQuestion>>,
    /// There is a verdict: before, nearly everything is open, and the questionnaire says so better.
    pub decided: bool,
}

impl FlipsProps {
    /// The alternatives to a plan.
    pub fn of(plan: &Planned) -> Self {
        Self {
            flips: plan.part(|plan| Some(&plan.flips)),
            open: plan.part(|plan| Some(&plan.open_questions)),
            decided: plan.recommended.is_some(),
        }
    }
}

/// What would change the verdict, to be tried out.
#[component]
pub fn Flips(props: &FlipsProps) -> Html {
    let dispatcher = use_dispatcher();
    let flips = props.flips.get().map(Vec::as_slice).unwrap_or_default();
    let open = props.open.get().into_iter().flatten().filter(|open| props.decided && open.matters && !open.decides);
    let shorts = open.filter_map(|open| QUESTIONNAIRE.find(open.field)).map(|question| question.short);
    let without: Vec<String> = shorts.map(words::in_sentence).collect();
    if flips.is_empty() && without.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="flips" aria-labelledby="flips-title">
            <h2 id="flips-title">{ "What would change the verdict" }</h2>
            if !flips.is_empty() {
                <ul class="flips">
                    for flip in flips.iter() {
                        { item(flip, &dispatcher) }
                    }
                </ul>
            }
            if !without.is_empty() {
                <p class="aside">{ "Not answered, without effect on the verdict: " }{ without.join(", ") }{ "." }</p>
            }
        </section>
    }
}

fn item(flip: &Flip, dispatcher: &AnswersDispatcher) -> Html {
    let (condition, then) = flip.text.split_once(": ").unwrap_or((&flip.text, ""));
    let change: Rc<[(Field, Answer)]> = flip.change.iter().cloned().collect();
    let said: AttrValue = condition.to_owned().into();
    let dispatcher = dispatcher.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(AnswersAction::Try(change.clone(), said.clone())));
    html! {
        <li class="flip" key={&*flip.text} data-recommended={flip.recommended.map(<&str>::from)}>
            <p class="flip__if">{ condition.to_owned() }</p>
            <p class="flip__then">{ icon(Sign::Arrow) }<span><b>{ then.to_owned() }</b></span></p>
            <button type="button" class="btn btn--small" {onclick}>{ "Try" }<span class="sr">{ ": " }{ condition.to_owned() }</span></button>
        </li>
    }
}
