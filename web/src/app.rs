//! The frame around the views: what every one of them has.

mod header;
mod loading;
mod parts;
mod top;

use std::rc::Rc;

use yew::prelude::*;

use self::top::Top;
use crate::context::{Arrival, Arrived, Page, Wish, use_planning};
use crate::fleet::of_fleet;
use crate::fleet::state::FleetState;
use crate::import::PANEL;
use crate::plan::{PlanPage, source_notes};
use crate::platform;
use crate::questionnaire::answers::{Action, Answers, Origin};
use crate::questionnaire::notices;
use crate::route::{self, View};
use crate::ui::sprite;

/// The page.
#[component]
pub fn App() -> Html {
    // The address is read before anything is shown: what it says is there from the first paint on.
    let place = use_memo((), |()| route::read(&platform::fragment()).unwrap_or_default());
    let answers = use_reducer_eq(|| {
        let ticks = platform::stored_ticks().into_iter().collect();
        let kept = Answers::starting_from(route::unkeep(&platform::stored_answers()).unwrap_or_default(), ticks);
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
    let later = loading::use_later();
    let arrived = use_state(|| None::<Arrival>);
    use_effect_with((), {
        let (arrived, later) = (arrived.setter(), later.clone());
        move |()| {
            let take = move |description: Arrived| {
                arrived.set(Some(description.into()));
                // Whoever pastes by a menu of the browser may not have touched the page before.
                later.with(|_| ());
                platform::open_popover(PANEL);
            };
            let dropped = {
                let take = take.clone();
                move |name, bytes| take(Arrived::File(name, bytes))
            };
            let listeners =
                (platform::on_dropped_file(dropped), platform::on_pasted_text(move |text| take(Arrived::Text(text.into()))));
            move || drop(listeners)
        }
    });
    let table = use_memo((fleet.imported.clone(), fleet.options.clone(), later.parts.is_some()), |(imported, options, _)| {
        later.parts.and_then(|parts| (parts.table)(imported, options))
    });
    let table = Option::clone(&table);
    let say = use_callback((), {
        let said = said.setter();
        move |text, ()| said.set(text)
    });

    use_effect_with((), {
        let (answers, view, broken) = (answers.dispatcher(), view.setter(), broken.setter());
        move |()| {
            let on_fragment = platform::on_fragment(move |fragment| {
                let Some(place) = route::read(&fragment) else {
                    return;
                };
                view.set(place.view);
                // The history is one of views: whoever goes back keeps the answers given since.
                match place.answers.filter(|_| !platform::is_own_step()) {
                    Some(Ok(request)) => answers.dispatch(Action::Load(Rc::new(request), Origin::Link)),
                    Some(Err(error)) => broken.set(Some(error)),
                    None => {}
                }
            });
            let listeners = (on_fragment, platform::on_links_within(), platform::on_print());
            move || drop(listeners)
        }
    });
    use_effect_with((answers.settled(), *view, (*broken).clone()), |(request, view, _)| {
        platform::set_fragment(&route::write(*view, request));
    });
    use_effect_with(*view, {
        let later = later.clone();
        move |view| {
            if *view != View::Plan {
                later.with(|_| ());
            }
        }
    });
    use_effect_with(answers.lasting(), |lasting| platform::store_answers(&route::keep(lasting)));
    use_effect_with(answers.ticks.clone(), |ticks| platform::store_ticks(&ticks.keys().cloned().collect::<Vec<_>>()));
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
    let on_again = later.ask.reform(|_: MouseEvent| Rc::new(|_| ()) as Wish);
    let main = match (*view, later.parts) {
        (View::Plan, _) => html! { <PlanPage /> },
        (View::Capacity, Some(parts)) => (parts.capacity)(),
        (View::Fleet, Some(parts)) => (parts.fleet)(),
        (View::Reference, Some(parts)) => (parts.reference)(&plan),
        (View::Capacity | View::Fleet | View::Reference, None) if later.failed => loading::without_view(on_again.clone()),
        (View::Capacity | View::Fleet | View::Reference, None) => loading::on_its_way(),
    };
    let page = Page {
        answers: answers.clone(),
        plan: plan.clone(),
        say,
        later: later.clone(),
        fleet: fleet.clone(),
        table,
        arrived: (*arrived).clone(),
    };
    html! {
        <ContextProvider<Page> context={page}>
            { sprite() }
            <a class="skip" href="#plan">{ "Skip to the plan" }</a>
            <Top view={*view} />
            <p class="sr" role="status" data-said="true">{ &*said }</p>
            { notices(&answers, broken.as_ref(), &onclose) }
            if later.failed && *view == View::Plan {
                { loading::without_rest(on_again) }
            }
            { of_fleet(&fleet, *view) }
            { main }
            { source_notes(&plan) }
        </ContextProvider<Page>>
    }
}

/// The planner inside somebody else's page.
#[component]
pub fn Embedded() -> Html {
    let fragment = use_memo((), |()| platform::fragment());
    let later = loading::use_later();
    let (draw, ask) = loading::use_embed();
    match draw {
        Some(Ok(draw)) => draw(&fragment, later),
        Some(Err(_)) => loading::without_view(ask.reform(|_| ())),
        None => loading::on_its_way(),
    }
}
