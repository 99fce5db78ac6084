use yew::prelude::*;

use super::Builder;
use crate::platform;
use crate::questionnaire::answers::use_answers;

/// What to copy to have the planner in another page.
#[component]
pub fn EmbeddingSection() -> Html {
    let answers = use_answers();
    let site = platform::address("");
    let site = site.strip_suffix("index.html").unwrap_or(&site).to_owned();
    html! { <Builder {site} request={answers.request.clone()} /> }
}
