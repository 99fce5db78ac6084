use apim_plan::model::Severity;
use apim_plan::plan::Path;
use yew::prelude::*;

use crate::components::{Icon, Sign};
use crate::state::Planned;
use crate::words;

/// What a [`FleetPreview`] shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FleetPreviewProps {
    /// The instance's name.
    pub name: AttrValue,
    /// Its plan.
    pub plan: Planned,
    /// The whole plan was asked for.
    pub on_open: Callback<()>,
}

/// Findings that the preview names before it only counts the rest.
const FINDINGS: usize = 4;

/// One instance in short: the sentence, four figures, what can go wrong, and the way to its plan.
#[component]
pub fn FleetPreview(props: &FleetPreviewProps) -> Html {
    let plan = &props.plan;
    let path = plan.recommended.and_then(|id| plan.paths.iter().find(|path| path.id == id));
    let grave: Vec<_> = plan.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    let more = grave.len().saturating_sub(FINDINGS);
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ &props.name }</h2>
            <p class="preview__line">{ &*plan.headline }</p>
            if let Some(path) = path {
                <dl class="figures">
                    for (title, figure) in figures(path) {
                        <div><dt>{ title }</dt><dd>{ figure }</dd></div>
                    }
                </dl>
            }
            if !grave.is_empty() {
                <ul class="findings" aria-label="Findings">
                    for finding in grave.into_iter().take(FINDINGS) {
                        { item(finding.severity, &finding.what) }
                    }
                    if more > 0 {
                        <li class="finding"><p>{ format!("and {more} more") }</p></li>
                    }
                </ul>
            }
            <button type="button" class="btn" data-fleet="open" onclick={props.on_open.reform(|_: MouseEvent| ())}>
                { "Open the plan" }<Icon sign={Sign::Arrow} />
            </button>
        </section>
    }
}

fn item(severity: Severity, what: &str) -> Html {
    let (sign, word) = words::severity(severity);
    html! {
        <li class={format!("finding finding--{}", <&str>::from(severity))}>
            <Icon {sign} /><p><span class="sr">{ word }{ ": " }</span>{ what.to_owned() }</p>
        </li>
    }
}

fn figures(path: &Path) -> [(&'static str, Html); 4] {
    let minutes = |minutes: Option<u32>| match minutes.map(words::figure) {
        Some((number, unit)) => html! { <><b>{ number }</b>{ " " }{ unit }</> },
        None => "no figure".into(),
    };
    [
        ("Gateway down", minutes(path.downtime.minutes)),
        ("Old compute kept", minutes(path.retention.plan_for_minutes.or(path.retention.minutes))),
        ("Configuration locked", minutes(path.lock_minutes)),
        ("Public address", html! { <b>{ words::address(path.public_vip) }</b> }),
    ]
}
