use apim_plan::import::Imported;
use yew::prelude::*;

use super::{Outcome, import_preview, not_made_out};
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`ImportPanel`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ImportPanelProps {
    /// The id of the popover that it stands in: what needs an id begins with it.
    pub id: &'static str,
    /// What stands in the field.
    pub text: AttrValue,
    /// The name of the file it came from; nothing for what was pasted.
    pub file: Option<AttrValue>,
    /// What reading it gave.
    pub outcome: Outcome,
    /// Something was typed or pasted into the field.
    pub on_text: Callback<InputEvent>,
    /// A file was chosen.
    pub on_file: Callback<Event>,
    /// The text is to be read.
    pub on_read: Callback<()>,
    /// The one instance is to fill the questions.
    pub on_fill: Callback<()>,
    /// The instances are to be planned together.
    pub on_fleet: Callback<()>,
    /// Another description is to be read.
    pub on_again: Callback<()>,
}

/// Paste, drop or choose a description; see what was understood; then let it fill the questions.
#[component]
pub fn ImportPanel(props: &ImportPanelProps) -> Html {
    match &props.outcome {
        Outcome::Read(instances) => read(props, instances),
        Outcome::Refused(_) | Outcome::Waiting => ask(props),
    }
}

const PRIVACY: &str = "Read in this browser; nothing is sent. Secrets and e-mail addresses are dropped.";

fn ask(props: &ImportPanelProps) -> Html {
    let field = format!("{}-text", props.id);
    let error = match &props.outcome {
        Outcome::Refused(error) => Some(error.clone()),
        Outcome::Waiting | Outcome::Read(_) => None,
    };
    let error_id = format!("{}-error", props.id);
    html! {
        <>
            <p class="q__help">
                { "JSON view of the portal, " }<code>{ "az apim show" }</code>{ " or " }<code>{ "list" }</code>
                { ", Resource Graph as JSON or CSV, an ARM template, PowerShell. One instance fills the questions; several instances open the fleet." }
            </p>
            <label class="sr" for={field.clone()}>{ "Description" }</label>
            <textarea
                class="input input--area"
                id={field}
                rows="6"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste here, or drop a file anywhere on the page"
                value={&props.text}
                aria-invalid={error.as_ref().map(|_| "true")}
                aria-describedby={error.as_ref().map(|_| error_id.clone())}
                oninput={&props.on_text}
            />
            <div role="alert">
                if let Some(error) = error {
                    <p class="q__error" id={error_id}>{ icon(Sign::Blocker) }<span>{ error.to_string() }</span></p>
                }
            </div>
            <p class="pop__foot">
                <span class="q__help">{ PRIVACY }</span>
                { choose(props, "Select a file") }
                <button type="button" class="btn btn--main" data-import="read" onclick={props.on_read.reform(|_: MouseEvent| ())}>{ "Read" }</button>
            </p>
        </>
    }
}

/// A file field that looks like a button: the field itself keeps the focus and the name.
fn choose(props: &ImportPanelProps, words: &'static str) -> Html {
    html! {
        <label class="btn btn--file">
            <input class="sr" type="file" accept=".json,.jsonl,.ndjson,.csv,.txt,application/json,text/csv,text/plain" onchange={&props.on_file} />
            { words }
        </label>
    }
}

fn read(props: &ImportPanelProps, instances: &[Imported]) -> Html {
    let from = props.file.as_ref().map(|file| format!(" in {file}")).unwrap_or_default();
    let again = html! {
        <button type="button" class="btn" data-import="again" onclick={props.on_again.reform(|_: MouseEvent| ())}>{ "Read another" }</button>
    };
    match instances {
        [] => html! {
            <>
                <p role="status"><b>{ format!("No instance{from}.") }</b>{ " The text is valid, and contains no instance or only deleted ones." }</p>
                <p class="pop__foot"><span class="q__help">{ PRIVACY }</span>{ again }</p>
            </>
        },
        [only] => html! {
            <>
                <p role="status" class="q__help">{ format!("One instance{from}: {}", only.request.name.as_deref().unwrap_or("without a name")) }</p>
                { import_preview(only) }
                <p class="pop__foot">
                    <span class="q__help">{ "You can change every answer." }</span>
                    { again }
                    <button type="button" class="btn btn--main" data-import="fill" onclick={props.on_fill.reform(|_: MouseEvent| ())}>{ "Fill the questions" }</button>
                </p>
            </>
        },
        several => html! {
            <>
                <p role="status"><b>{ format!("{}{from}.", words::count(several.len(), "instance", "instances")) }</b>{ " " }{ names(several) }</p>
                { warnings(several) }
                { not_made_out(several) }
                <p class="pop__foot">
                    <span class="q__help">{ PRIVACY }</span>
                    { again }
                    <button type="button" class="btn btn--main" data-import="fleet" onclick={props.on_fleet.reform(|_: MouseEvent| ())}>{ "Open the fleet" }</button>
                </p>
            </>
        },
    }
}

/// The first few names, and how many more there are.
fn names(instances: &[Imported]) -> String {
    const NAMED: usize = 6;
    let names: Vec<&str> =
        instances.iter().take(NAMED).map(|imported| imported.request.name.as_deref().unwrap_or("without a name")).collect();
    match instances.len().saturating_sub(NAMED) {
        0 => format!("{}.", names.join(", ")),
        more => format!("{} and {more} more.", names.join(", ")),
    }
}

/// What is to be known before the fleet is opened, each once.
fn warnings(instances: &[Imported]) -> Html {
    use std::collections::BTreeMap;
    let mut warnings: BTreeMap<&str, usize> = BTreeMap::new();
    for warning in instances.iter().flat_map(|imported| &imported.warnings) {
        *warnings.entry(warning).or_default() += 1;
    }
    if warnings.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="findings" aria-label="Check first">
            for (warning, count) in warnings {
                <li class="finding finding--risk">
                    { icon(Sign::Risk) }
                    <p><span class="sr">{ "Risk: " }</span>{ warning.to_owned() }{ if count > 1 { format!(" ({count} instances)") } else { String::new() } }</p>
                </li>
            }
        </ul>
    }
}
