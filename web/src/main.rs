//! Starts the page in the browser.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main class="plan" id="plan"><h1>{ "apim-plan" }</h1></main> }
}

fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}
