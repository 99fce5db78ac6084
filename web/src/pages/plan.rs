use yew::prelude::*;

/// The view at `#/plan`: questions, and the plan that follows from the answers.
#[component]
pub fn PlanPage() -> Html {
    html! { <main class="app"><h1 class="sr">{ "Migration plan" }</h1></main> }
}
