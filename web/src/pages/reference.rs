use yew::prelude::*;

/// The view at `#/reference`: what the pages say, whatever the answers.
#[component]
pub fn ReferencePage() -> Html {
    html! { <main class="plan" id="plan" tabindex="-1"><h1>{ "Reference" }</h1></main> }
}
