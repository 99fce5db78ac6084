use std::rc::Rc;

use apim_plan::{Answer, Field, Flip};
use yew::prelude::*;

use crate::planned::Planned;
use crate::ui::{Sign, icon};
use crate::words::{self, Question};

/// Other answers to try, and what that is in words.
pub type Trying = (Rc<[(Field, Answer)]>, AttrValue);

/// The smallest changes of an answer that would change the verdict.
pub fn flips(plan: &Planned, ontry: &Callback<Trying>) -> Html {
    let without: Vec<String> = plan
        .open_questions
        .iter()
        .filter(|open| open.matters && !open.decides)
        .map(|open| words::in_sentence(Question::Counted(open.field).words().short))
        .collect();
    // Before there is a verdict nearly everything is open, and the panel says so better.
    let without = if plan.recommended.is_some() { without } else { Vec::new() };
    if plan.flips.is_empty() && without.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="flips" aria-labelledby="flips-title">
            <h2 id="flips-title">{ "What would change it" }</h2>
            if !plan.flips.is_empty() {
                <ul class="flips">
                    for flip in plan.flips.iter() {
                        { item(flip, ontry) }
                    }
                </ul>
            }
            if !without.is_empty() {
                <p class="aside">{ "Still open, without effect on the verdict: " }{ without.join(", ") }{ "." }</p>
            }
        </section>
    }
}

fn item(flip: &Flip, ontry: &Callback<Trying>) -> Html {
    let (condition, then) = flip.text.split_once(": ").unwrap_or((&flip.text, ""));
    let change: Rc<[(Field, Answer)]> = flip.change.iter().copied().collect();
    let said: AttrValue = condition.to_owned().into();
    let onclick = ontry.reform(move |_: MouseEvent| (change.clone(), said.clone()));
    html! {
        <li class="flip" data-recommended={flip.recommended.map(<&str>::from)}>
            <p class="flip__if">{ condition.to_owned() }</p>
            <p class="flip__then">{ icon(Sign::Arrow) }<span><b>{ then.to_owned() }</b></span></p>
            <button type="button" class="btn btn--small" {onclick}>{ "Try" }<span class="sr">{ ": " }{ condition.to_owned() }</span></button>
        </li>
    }
}
