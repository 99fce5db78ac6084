use apim_plan::{CommandId, Reversible};
use yew::prelude::*;

use super::checklist::recommended;
use super::cites;
use crate::planned::Planned;
use crate::ui::{Sign, icon};

/// Commands to copy, filled in.
pub fn commands(plan: &Planned, oncopy: &Callback<AttrValue>) -> Html {
    let Some(path) = recommended(plan).filter(|path| !path.commands.is_empty()) else {
        return Html::default();
    };
    let lead = if path.commands.iter().any(|command| command.text.contains('<')) {
        "Azure CLI. Names in angle brackets are yours to fill in: give them under \"Names for the commands\" and they stand here."
    } else {
        "Azure CLI, filled in with your names."
    };
    html! {
        <section class="section" id="commands" aria-labelledby="commands-title">
            <h2 id="commands-title">{ "Commands" }</h2>
            <p class="lead">{ lead }</p>
            <ol class="commands">
                for (at, command) in path.commands.iter().enumerate() {
                    <li class="command" key={<&str>::from(command.id)} data-command={<&str>::from(command.id)}>
                        <div class="command__head">
                            <h3>{ &*command.title }{ cites(&command.sources, plan) }</h3>
                            if command.id == CommandId::Migrate && path.reversible == Reversible::No {
                                <span class="tag">{ icon(Sign::Lock) }{ "no way back once it succeeds" }</span>
                            }
                            <button type="button" class="btn btn--small btn--bare" onclick={
                                let text: AttrValue = command.text.to_string().into();
                                oncopy.reform(move |_: MouseEvent| text.clone())
                            }>
                                { icon(Sign::Copy) }{ "Copy" }<span class="sr">{ format!(" command {}", at + 1) }</span>
                            </button>
                        </div>
                        <pre tabindex="0" aria-label={format!("Command {}", at + 1)}><code>{ &*command.text }</code></pre>
                        if let Some(note) = &command.note {
                            <p class="command__note">{ &**note }</p>
                        }
                    </li>
                }
            </ol>
        </section>
    }
}
