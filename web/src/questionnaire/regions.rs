use apim_plan::Status;
use apim_plan::facts::regions::REGIONS;
use yew::prelude::*;

use super::answers::{ADD_LOCATION, AnswersAction, use_answers};
use super::region::{Region, RegionProps};
use crate::platform;
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`Regions`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct RegionsProps {
    /// What the plan for them is about.
    pub status: Status,
}

/// The locations of the instance: the first is the primary.
#[component]
pub(super) fn Regions(props: &RegionsProps) -> Html {
    let answers = use_answers();
    let adding = use_state_eq(|| false);
    let count = answers.keys.len();
    let open = {
        let adding = adding.clone();
        Callback::from(move |_: MouseEvent| adding.set(true))
    };
    let onchange = {
        let (adding, dispatcher) = (adding.clone(), answers.dispatcher());
        Callback::from(move |event: Event| {
            dispatcher.dispatch(AnswersAction::AddLocation(platform::chosen(&event)));
            adding.set(false);
        })
    };
    use_effect_with(*adding, |adding| {
        if *adding {
            platform::focus("new-region");
        }
    });
    html! {
        <>
            if count > 0 {
                <ol class="regions">
                    for (at, (key, location)) in answers.locations().enumerate() {
                        <Region {key} ..RegionProps::of(&answers, props.status, key, location, at) />
                    }
                </ol>
            }
            if *adding {
                <div class="region">
                    <div class="region__name">
                        <span class="region__role">{ words::place(count) }</span>
                        <input class="input" type="text" id="new-region" aria-label="Name of the new region" placeholder="West Europe" list="region-names" autocomplete="off" {onchange} />
                    </div>
                </div>
            } else {
                <button type="button" class="btn" id={ADD_LOCATION} onclick={open}>{ icon(Sign::Plus) }{ "Add a region" }</button>
            }
            <datalist id="region-names">
                for region in REGIONS.iter() {
                    <option key={region.name} value={region.title}></option>
                }
            </datalist>
        </>
    }
}
