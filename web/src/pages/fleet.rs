use yew::prelude::*;

/// The view at `#/fleet`.
#[component]
pub fn FleetPage() -> Html {
    html! { <main class="plan" id="plan" tabindex="-1"><h1>{ "Fleet" }</h1></main> }
}
