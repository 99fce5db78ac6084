use yew::prelude::*;

use crate::import::Arrived;
use crate::platform;
use crate::ui::{CopyButton, tabs};

/// A way to get the description of an instance out of Azure.
struct OutputSource {
    title: &'static str,
    /// Shell and command.
    commands: &'static [(&'static str, &'static str)],
    /// Steps in the portal.
    steps: &'static [&'static str],
    note: &'static str,
}

static OUTPUT_SOURCES: [OutputSource; 3] = [
    OutputSource {
        title: "One instance",
        commands: &[
            ("Bash", "az apim show --name <name> --resource-group <resource-group>"),
            ("PowerShell", "Get-AzApiManagement -ResourceGroupName <resource-group> -Name <name> | ConvertTo-Json -Depth 10"),
        ],
        steps: &[],
        note: "",
    },
    OutputSource {
        title: "Subscription",
        commands: &[(
            "Bash",
            "az rest --method post \\\n  --uri \"https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01\" \\\n  --body \"{\\\"query\\\":\\\"resources | where type =~ 'microsoft.apimanagement/service'\\\"}\"",
        )],
        steps: &[],
        note: "Read-only. Several instances open the fleet view.",
    },
    OutputSource {
        title: "Portal",
        commands: &[],
        steps: &[
            "In the Azure portal, open the API Management instance.",
            "On the Overview page, select JSON View.",
            "In API version, select 2021-08-01 or later, then copy the text.",
        ],
        note: "",
    },
];

/// Properties of [`DoorPaste`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct DoorPasteProps {
    /// A description is to be read.
    pub on_arrived: Callback<Arrived>,
}

/// Paste what Azure says, with the commands that make it say so.
#[component]
pub(super) fn DoorPaste(props: &DoorPasteProps) -> Html {
    let way = use_state_eq(|| 0_usize);
    let text = use_state_eq(AttrValue::default);
    let onchoose = {
        let way = way.setter();
        Callback::from(move |at: usize| way.set(at))
    };
    let oninput = {
        let text = text.setter();
        Callback::from(move |event: InputEvent| text.set(platform::typed(&event)))
    };
    let onread = {
        let (on_arrived, text) = (props.on_arrived.clone(), (*text).clone());
        Callback::from(move |_: MouseEvent| on_arrived.emit(Arrived::Text(text.clone())))
    };
    html! {
        <section class="door door--paste" aria-labelledby="door-paste">
            <div class="door__head">
                <h2 id="door-paste">{ "Paste output from Azure" }</h2>
                <p>{ "Run a command, then paste its output. One paste answers most questions." }</p>
            </div>
            { tabs(&"door-way".into(), "How to get the output", &OUTPUT_SOURCES.each_ref().map(|way| way.title), *way, &onchoose) }
            if let Some(way) = OUTPUT_SOURCES.get(*way) {
                for (shell, command) in way.commands {
                    <div class="command" key={*shell}>
                        <div class="command__head">
                            <p class="command__title">{ *shell }</p>
                            <CopyButton text={*command} what={format!("the {shell} command")} />
                        </div>
                        <pre tabindex="0" aria-label={format!("{shell} command")}><code>{ *command }</code></pre>
                    </div>
                }
                if !way.steps.is_empty() {
                    <ol class="steps--portal">
                        for step in way.steps {
                            <li key={*step}>{ *step }</li>
                        }
                    </ol>
                }
                if !way.note.is_empty() {
                    <p class="door__note">{ way.note }</p>
                }
            }
            <label class="sr" for="paste-here">{ "Output from Azure" }</label>
            <textarea
                class="input input--area"
                id="paste-here"
                rows="5"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste the output here, or drop a file anywhere on the page"
                value={&*text}
                {oninput}
            />
            <p class="door__foot">
                <button type="button" class="btn btn--main" data-start="read" onclick={onread}>{ "Read" }</button>
                <span class="door__note">{ "JSON, CSV, ARM template, PowerShell, Resource Graph" }</span>
            </p>
        </section>
    }
}
