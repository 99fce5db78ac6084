use apim_plan::{Command, CommandId, Reversible};
use yew::prelude::*;

use super::cites;
use crate::planned::{Marks, PlanPart, Planned, recommended};
use crate::ui::{CopyButton, Sign, icon};
use crate::words;

/// Properties of [`Commands`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CommandsProps {
    /// The commands of the recommended path.
    pub commands: PlanPart<Vec<Command>>,
    /// Whether there is a way back.
    pub reversible: PlanPart<Reversible>,
    /// The numbers of the sources.
    pub marks: Marks,
}

impl CommandsProps {
    /// The commands of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self {
            commands: plan.part(|plan| Some(&recommended(plan)?.commands)),
            reversible: plan.part(|plan| Some(&recommended(plan)?.reversible)),
            marks: plan.marks().clone(),
        }
    }
}

/// Commands to copy, filled in.
#[component]
pub fn Commands(props: &CommandsProps) -> Html {
    let CommandsProps { commands, reversible, marks } = props;
    let commands = commands.get().map(Vec::as_slice).unwrap_or_default();
    if commands.is_empty() {
        return Html::default();
    }
    let is_final = reversible.get() == Some(&Reversible::No);
    let lead = if commands.iter().any(|command| command.text.contains('<')) {
        "In Bash with the Azure CLI, and in PowerShell. Replace the names in angle brackets, or answer \"Names for the commands\"."
    } else {
        "In Bash with the Azure CLI, and in PowerShell, filled in with your names."
    };
    html! {
        <section class="section" id="commands" aria-labelledby="commands-title">
            <h2 id="commands-title">{ "Commands" }</h2>
            <p class="lead">{ lead }</p>
            <ol class="commands">
                for (at, command) in commands.iter().enumerate() {
                    <li class="command" key={at} data-command={<&str>::from(command.id)} data-shell={<&str>::from(command.shell)}>
                        <div class="command__head">
                            <h3>{ &*command.title }{ format!(" ({})", words::shell(command.shell)) }{ cites(&command.sources, marks) }</h3>
                            if command.id == CommandId::Migrate && is_final {
                                <span class="tag">{ icon(Sign::Lock) }{ "can't be reversed" }</span>
                            }
                            <CopyButton text={command.text.to_string()} what={format!("command {}", at + 1)} />
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
