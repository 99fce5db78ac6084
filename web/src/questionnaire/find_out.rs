use apim_plan::questionnaire::FindOut;
use yew::prelude::*;

/// How the answer can be found out, folded: where the portal shows it, and the command that prints it.
pub(super) fn find_out(ways: &'static [FindOut]) -> Html {
    if ways.is_empty() {
        return Html::default();
    }
    html! {
        <details class="find">
            <summary>{ "How to find out" }</summary>
            <div>
                for way in ways.iter() {
                    if let FindOut::Portal(place) = way {
                        <p>{ "In the portal: " }<b>{ *place }</b></p>
                    }
                }
                for way in ways.iter() {
                    if let FindOut::Command(command) = way {
                        <pre tabindex="0" aria-label="Command that prints the answer"><code>{ *command }</code></pre>
                    }
                }
            </div>
        </details>
    }
}
