//! Address, history, storage and title: the browser as the page's own state.

use std::rc::Rc;

use apim_plan::PlanRequest;
use apim_plan::link::Decoded;
use yew::prelude::*;

use crate::planned::Planned;
use crate::platform;
use crate::questionnaire::Unused;
use crate::questionnaire::answers::{AnswersAction, AnswersHandle, AnswersState, Origin};
use crate::route::{self, View};

/// What the page starts with.
pub(super) struct FirstState {
    pub view: View,
    pub answers: AnswersState,
    pub unused: Option<Unused>,
}

/// Reads the address and what was kept before anything is shown: it is there from the first paint on.
#[hook]
pub(super) fn use_starting() -> Rc<FirstState> {
    use_memo((), |()| {
        let place = route::read(&platform::fragment()).unwrap_or_default();
        let kept = AnswersState::starting_from(platform::stored_answers().unwrap_or_default(), platform::stored_ticks());
        let (answers, unused) = match place.answers {
            Some(decoded) => {
                let unused = Unused::of(&decoded);
                let loaded = of_link(decoded).map(|action| Rc::new(kept.clone()).reduce(action).as_ref().clone());
                (loaded.unwrap_or(kept), unused)
            }
            None => (kept, None),
        };
        FirstState { view: place.view, answers, unused }
    })
}

/// Takes the answers of a link. One in which none can be used leaves the reader's own as they are.
fn of_link(decoded: Decoded) -> Option<AnswersAction> {
    let is_used = decoded.dropped.is_empty() || decoded.request != PlanRequest::default();
    is_used.then(|| AnswersAction::Load(Rc::new(decoded.request), Origin::Link))
}

/// The address has view and answers, and a step in the history is one to another view.
#[hook]
pub(super) fn use_address(answers: &AnswersHandle, view: &UseStateHandle<View>, unused: &UseStateHandle<Option<Unused>>) {
    use_effect_with((), {
        let (answers, view, unused) = (answers.dispatcher(), view.setter(), unused.setter());
        move |()| {
            let on_fragment = platform::on_fragment(move |fragment| {
                let Some(place) = route::read(&fragment) else {
                    return;
                };
                view.set(place.view);
                // The history is one of views: going back keeps the answers given since.
                if let Some(decoded) = place.answers.filter(|_| !platform::is_own_step()) {
                    unused.set(Unused::of(&decoded));
                    if let Some(action) = of_link(decoded) {
                        answers.dispatch(action);
                    }
                }
            });
            let listeners = (on_fragment, platform::on_links_within(), platform::on_print());
            move || drop(listeners)
        }
    });
    use_soon((answers.settled(), **view, (**unused).clone()), |(request, view, _)| {
        platform::set_fragment(&route::write(*view, request));
    });
}

/// Answers and ticks are there on the next visit.
#[hook]
pub(super) fn use_keeping(answers: &AnswersHandle) {
    use_soon(answers.lasting(), |lasting| platform::store_answers(lasting));
    use_soon(answers.ticks.clone(), |ticks| platform::store_ticks(ticks));
}

/// The title of the window is that of the view, and the headline of the plan.
#[hook]
pub(super) fn use_title(view: View, plan: &Planned, is_empty: bool) {
    use_soon((view, plan.clone(), is_empty), |(view, plan, is_empty)| {
        platform::set_title(&match (view, is_empty) {
            (View::Plan, false) => format!("{} · apim-plan", plan.headline),
            (View::Plan, true) => "apim-plan: migrate Azure API Management from stv1 to stv2".to_owned(),
            (View::Capacity | View::Fleet | View::Reference, _) => format!("{} · apim-plan", view.title()),
        });
    });
}

/// Does something with a value when the page starts, and again each time the value has changed, but not before the change has
/// been painted: a reader waits for the plan, and not for its address.
#[hook]
fn use_soon<T: PartialEq + 'static>(value: T, act: fn(&T)) {
    let is_first = use_mut_ref(|| true);
    let value = Rc::new(value);
    use_effect_with(value, move |value| {
        let value = Rc::clone(value);
        let soon = if is_first.replace(false) {
            act(&value);
            None
        } else {
            Some(platform::soon(move || act(&value)))
        };
        move || drop(soon)
    });
}
