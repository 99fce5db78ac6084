use apim_plan::export::{CodePart, CodeTool, code, code_parts};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::cites;
use crate::planned::Planned;
use crate::platform;
use crate::split::{LazyPart, Piece};
use crate::ui::{CopyButton, Sign, icon, tabs, use_say};
use crate::words;

/// Properties of [`ChangeSection`] and [`ChangeCode`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ChangeProps {
    /// The plan.
    pub plan: Planned,
}

/// The change itself. The code comes with the rest of the page: the first view does without.
#[component]
pub fn ChangeSection(props: &ChangeProps) -> Html {
    if props.plan.changes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="change" aria-labelledby="change-title">
            <h2 id="change-title">{ "The change itself" }</h2>
            <p class="lead">
                { "What has to be sent or edited, step by step. Names in angle brackets are yours to fill in. Nothing here deletes a resource." }
            </p>
            <LazyPart piece={Piece::Change(props.plan.clone())} />
        </section>
    }
}

/// What is sent or edited, for the tool of the reader's choice.
#[component]
pub fn ChangeCode(props: &ChangeProps) -> Html {
    let say = use_say();
    let tool = use_state_eq(|| CodeTool::Azcli);
    let plan = &props.plan;
    let parts = code_parts(plan, *tool, None);
    let titles: Vec<&'static str> = CodeTool::iter().map(CodeTool::title).collect();
    let chosen = CodeTool::iter().position(|one| one == *tool).unwrap_or_default();
    let onchoose = {
        let tool = tool.setter();
        Callback::from(move |at: usize| tool.set(CodeTool::iter().nth(at).unwrap_or(CodeTool::Azcli)))
    };
    let ondownload = {
        let (plan, say, tool) = (plan.clone(), say.clone(), *tool);
        Callback::from(move |_: MouseEvent| {
            let done = platform::download(tool.file(), "text/plain", &code(&plan, tool, None));
            say.either("File saved.", "Saving a file may not be allowed here: the text is shown.")(done);
        })
    };
    html! {
        <>
            <div class="q__row">
                { tabs(&"change-tool".into(), "Tool", &titles, chosen, &onchoose) }
                <button type="button" class="btn btn--small" data-change="download" onclick={ondownload}>
                    { icon(Sign::Export) }{ format!("Save as {}", tool.file()) }
                </button>
            </div>
            <ol class="commands">
                for part in &parts {
                    <li class="command" key={part.step} data-step={part.step.to_string()}>{ step(part, plan) }</li>
                }
            </ol>
        </>
    }
}

fn step(part: &CodePart, plan: &Planned) -> Html {
    html! {
        <>
            <div class="command__head">
                <h3>{ &*part.title }{ cites(&part.sources, plan.marks()) }</h3>
                <span class="tag">{ format!("{}, {}", words::owner(part.owner), part.when) }</span>
                <CopyButton text={part.text.clone()} what={format!("step {}", part.step)} />
            </div>
            <pre tabindex="0" aria-label={format!("Step {}", part.step)}><code>{ &*part.text }</code></pre>
            if let Some(note) = &part.note {
                <p class="command__note">{ &**note }</p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rendered::{self, REFUSES_DOWNTIME};

    #[tokio::test(flavor = "current_thread")]
    async fn every_step_is_shown_for_the_first_tool() {
        let plan = rendered::unnumbered(REFUSES_DOWNTIME);
        let steps = plan.changes.iter().map(|change| change.step).max().unwrap_or_default();
        assert!(steps > 1, "there are changes");
        let drawn = rendered::html(html! { <ChangeCode plan={plan} /> }).await;
        assert_eq!(drawn.matches("data-step=").count(), steps as usize);
        assert_eq!(drawn.matches("type=\"radio\"").count(), CodeTool::iter().count());
        assert!(drawn.contains("migrateToStv2"), "{drawn}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_plan_that_changes_nothing_has_no_section() {
        let plan = rendered::unnumbered(r#"{"tier":"consumption"}"#);
        assert_eq!(rendered::html(html! { <ChangeSection plan={plan} /> }).await, "");
    }
}
