use yew::prelude::*;

/// The view at `#/capacity`.
#[component]
pub fn CapacityPage() -> Html {
    html! { <main class="plan" id="plan" tabindex="-1"><h1>{ "Capacity plan" }</h1></main> }
}
