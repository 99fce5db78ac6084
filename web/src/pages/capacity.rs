use apim_plan::model::RegionName;
use yew::prelude::*;

use crate::components::capacity::{CapacityView, Loss, Losses};
use crate::hooks::{use_answers, use_plan};
use crate::state::Action;

/// The view at `#/capacity`.
#[component]
pub fn CapacityPage() -> Html {
    let answers = use_answers();
    let plan = use_plan();
    let region = use_state_eq(|| None::<RegionName>);
    let on_loss = {
        let (answers, region) = (answers.dispatcher(), region.setter());
        Callback::from(move |loss| match loss {
            Loss::Zone(name, zone) => answers.dispatch(Action::Lose(name, zone)),
            Loss::Region(name) => region.set(name),
        })
    };
    // A region that was taken out of the answers is not lost any more.
    let lost = (*region).clone().filter(|name| answers.request.locations.iter().any(|location| location.name == *name));
    let losses = Losses { zones: answers.lost.clone(), region: lost };
    html! {
        <main class="plan" id="plan" tabindex="-1">
            <h1 class="sr">{ "Capacity plan" }</h1>
            <CapacityView request={answers.request.clone()} {plan} {losses} {on_loss} />
        </main>
    }
}
