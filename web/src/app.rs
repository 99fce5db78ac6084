//! The frame around the views: what every one of them has.

mod arrivals;
mod browser;
mod header;
mod top;

use yew::prelude::*;

use self::arrivals::use_arrivals;
use self::browser::{use_address, use_keeping, use_starting, use_title};
use self::top::Top;
use crate::fleet::OfFleet;
use crate::fleet::state::{FleetDispatcher, FleetHandle, FleetState};
use crate::plan::{PlanPage, SourceNote};
use crate::planned::{Planned, use_planning};
use crate::platform;
use crate::questionnaire::Notices;
use crate::questionnaire::answers::{AnswersDispatcher, AnswersHandle};
use crate::route::View;
use crate::split::{Later, LazyEmbed, LazyView, Piece, RestNotLoaded, use_fetching};
use crate::start::StartPage;
use crate::ui::{Say, sprite, use_saying};

/// The page.
#[component]
pub fn App() -> Html {
    let start = use_starting();
    let answers = use_reducer_eq(|| start.answers.clone());
    let view = use_state_eq(|| start.view);
    let unused = use_state_eq(|| start.unused.clone());
    let (said, say) = use_saying();
    let today = *use_memo((), |()| platform::today());
    let plan = use_planning(&answers.request, today);
    let fleet = use_reducer_eq(|| FleetState::starting(today, platform::time_zone()));
    let later = use_fetching();
    let (arrived, on_arrived) = use_arrivals(&later);

    use_address(&answers, &view, &unused);
    use_keeping(&answers);
    use_title(*view, &plan, answers.is_empty());
    use_effect_with(answers.focus.clone(), |focus| {
        if let Some((id, _)) = focus {
            platform::focus(id);
        }
    });

    let on_close = use_callback((), {
        let unused = unused.setter();
        move |(), ()| unused.set(None)
    });
    let main = match *view {
        View::Plan if answers.is_at_start() => html! { <StartPage {on_arrived} /> },
        View::Plan => html! { <PlanPage /> },
        View::Capacity => html! { <LazyView key="capacity" piece={Piece::Capacity} /> },
        View::Fleet => html! { <LazyView key="fleet" piece={Piece::Fleet} /> },
        View::Reference => html! { <LazyView key="reference" piece={Piece::Reference} /> },
    };
    html! {
        <ContextProvider<AnswersDispatcher> context={answers.dispatcher()}>
        <ContextProvider<AnswersHandle> context={answers.clone()}>
        <ContextProvider<Planned> context={plan.clone()}>
        <ContextProvider<FleetDispatcher> context={fleet.dispatcher()}>
        <ContextProvider<FleetHandle> context={fleet}>
        <ContextProvider<Say> context={say}>
        <ContextProvider<Later> context={later}>
            { sprite() }
            <a class="skip" href="#plan">{ "Skip to the plan" }</a>
            <Top view={*view} {arrived} />
            <p class="sr" role="status" data-said="true">{ said }</p>
            <Notices unused={(*unused).clone()} {on_close} />
            if *view == View::Plan {
                <RestNotLoaded />
            }
            if *view != View::Fleet {
                <OfFleet />
            }
            { main }
            <SourceNote sources={plan.part(|plan| Some(&plan.sources))} marks={plan.marks().clone()} />
        </ContextProvider<Later>>
        </ContextProvider<Say>>
        </ContextProvider<FleetHandle>>
        </ContextProvider<FleetDispatcher>>
        </ContextProvider<Planned>>
        </ContextProvider<AnswersHandle>>
        </ContextProvider<AnswersDispatcher>>
    }
}

/// The planner inside another page.
#[component]
pub fn Embedded() -> Html {
    let fragment: AttrValue = use_memo((), |()| platform::fragment()).to_string().into();
    let later = use_fetching();
    html! {
        <ContextProvider<Later> context={later}><LazyEmbed {fragment} /></ContextProvider<Later>>
    }
}
