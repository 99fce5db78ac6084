use yew::prelude::*;

use crate::components::embedding::{EmbedBuilder, Wish};
use crate::hooks::{use_answers, use_say};
use crate::platform;
use crate::share::embed::{self, EmbedView};

/// What to copy to have the planner in another page.
#[component]
pub fn Embedding() -> Html {
    let answers = use_answers();
    let say = use_say();
    let wish = use_state_eq(Wish::default);
    let site = platform::address("");
    let site = site.strip_suffix("index.html").unwrap_or(&site).to_owned();
    let snippet = wish.snippet(&site, &answers.request);
    let doctor = format!("{site}{}", embed::write(EmbedView::Doctor, &apim_plan::model::PlanRequest::default(), None));
    let on_wish = {
        let wish = wish.setter();
        Callback::from(move |next| wish.set(next))
    };
    let on_copy = {
        let snippet = snippet.clone();
        Callback::from(move |()| {
            let say = say.clone();
            platform::copy(snippet.clone(), move |copied| {
                say.emit(AttrValue::Static(if copied { "Copied." } else { "Copying is not allowed here: select the text." }));
            });
        })
    };
    html! { <EmbedBuilder wish={*wish} {snippet} {doctor} {on_wish} {on_copy} /> }
}
