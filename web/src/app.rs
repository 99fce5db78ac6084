//! The frame around the views: what every one of them has.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{source_notes, sprite};
use crate::hooks::{Say, use_planning, use_tabling};
use crate::pages::{CapacityPage, FleetPage, PlanPage, Top, notices, of_fleet, reference_page};
use crate::platform;
use crate::share::{self, View};
use crate::state::fleet::{FleetState, Table};
use crate::state::{Action, Answers, Origin, Planned};

/// The page.
#[component]
pub fn App() -> Html {
    // The address is read before anything is shown: what it says is there from the first paint on.
    let place = use_memo((), |()| share::read(&platform::fragment()).unwrap_or_default());
    let answers = use_reducer_eq(|| {
        let kept = Answers::starting_from(platform::stored_answers().unwrap_or_default());
        match &place.answers {
            Some(Ok(request)) => Rc::new(kept).reduce(Action::Load(Rc::new(request.clone()), Origin::Link)).as_ref().clone(),
            Some(Err(_)) | None => kept,
        }
    });
    let view = use_state_eq(|| place.view);
    let broken = use_state_eq(|| place.answers.as_ref().and_then(|answers| answers.as_ref().err().cloned()));
    let said = use_state_eq(AttrValue::default);
    let today = use_memo((), |()| platform::today());
    let plan = use_planning(&answers.request, *today);
    let fleet = use_reducer_eq(|| FleetState::starting(platform::today(), platform::time_zone()));
    let table = use_tabling(&fleet);
    let say = use_callback((), {
        let said = said.setter();
        move |text, ()| said.set(text)
    });

    use_effect_with((), {
        let (answers, view, broken) = (answers.dispatcher(), view.setter(), broken.setter());
        move |()| {
            let on_fragment = platform::on_fragment(move |fragment| {
                let Some(place) = share::read(&fragment) else {
                    return;
                };
                view.set(place.view);
                match place.answers {
                    Some(Ok(request)) => answers.dispatch(Action::Load(Rc::new(request), Origin::Link)),
                    Some(Err(error)) => broken.set(Some(error)),
                    None => {}
                }
            });
            let listeners = (on_fragment, platform::on_links_within(), platform::on_print());
            move || drop(listeners)
        }
    });
    use_effect_with((answers.request.clone(), *view), |(request, view)| {
        platform::set_fragment(&share::write(*view, request));
    });
    use_effect_with(answers.lasting(), |lasting| platform::store_answers(lasting));
    use_effect_with(answers.focus.clone(), |focus| {
        if let Some((id, _)) = focus {
            platform::focus(id);
        }
    });
    use_effect_with((*view, plan.clone(), answers.is_empty()), |(view, plan, empty)| {
        platform::set_title(&match (view, empty) {
            (View::Plan, false) => format!("{} · apim-plan", plan.headline),
            (View::Plan, true) => "apim-plan: from stv1 to stv2".to_owned(),
            (view, _) => format!("{} · apim-plan", view.title()),
        });
    });

    let onclose = {
        let broken = broken.setter();
        Callback::from(move |()| broken.set(None))
    };
    let main = match *view {
        View::Plan => html! { <PlanPage /> },
        View::Capacity => html! { <CapacityPage /> },
        View::Fleet => html! { <FleetPage /> },
        View::Reference => reference_page(&plan),
    };
    html! {
        <ContextProvider<UseReducerHandle<Answers>> context={answers.clone()}>
            <ContextProvider<Planned> context={plan.clone()}>
                <ContextProvider<Say> context={say}>
                <ContextProvider<UseReducerHandle<FleetState>> context={fleet.clone()}>
                <ContextProvider<Option<Table>> context={table}>
                    { sprite() }
                    <a class="skip" href="#plan">{ "Skip to the plan" }</a>
                    <Top view={*view} />
                    <p class="sr" role="status" data-said="true">{ &*said }</p>
                    { notices(&answers, broken.as_ref(), &onclose) }
                    { of_fleet(&fleet, *view) }
                    { main }
                    { source_notes(&plan) }
                </ContextProvider<Option<Table>>>
                </ContextProvider<UseReducerHandle<FleetState>>>
                </ContextProvider<Say>>
            </ContextProvider<Planned>>
        </ContextProvider<UseReducerHandle<Answers>>>
    }
}
