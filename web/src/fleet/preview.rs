use std::rc::Rc;

use apim_plan::{Path, PlanRequest, Severity};
use yew::prelude::*;

use super::state::{FleetAction, use_fleet_dispatcher};
use crate::planned::{recommended, use_planning};
use crate::platform;
use crate::questionnaire::answers::{AnswersAction, Origin, use_dispatcher};
use crate::route::View;
use crate::ui::{Sign, icon};
use crate::words;

/// Findings that the preview names before it only counts the rest.
const FINDINGS: usize = 4;

/// Properties of [`FleetPreview`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FleetPreviewProps {
    /// Which instance.
    pub place: u32,
    /// Its answers.
    pub request: Rc<PlanRequest>,
}

/// One instance in short: the sentence, four figures, what can go wrong, and the way to its plan.
#[component]
pub fn FleetPreview(props: &FleetPreviewProps) -> Html {
    let FleetPreviewProps { place, request } = props.clone();
    let (fleet, answers) = (use_fleet_dispatcher(), use_dispatcher());
    let plan = use_planning(&request, platform::today());
    let name = request.name.clone().unwrap_or_else(|| "without a name".to_owned());
    let path = recommended(&plan);
    let on_open = Callback::from(move |_: MouseEvent| {
        fleet.dispatch(FleetAction::Open(place));
        answers.dispatch(AnswersAction::Load(request.clone(), Origin::Fleet));
        platform::go(&View::Plan.href());
    });
    let grave: Vec<_> = plan.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    let more = grave.len().saturating_sub(FINDINGS);
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ name }</h2>
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
            <button type="button" class="btn" data-fleet="open" onclick={on_open}>
                { "Open the plan" }{ icon(Sign::Arrow) }
            </button>
        </section>
    }
}

fn item(severity: Severity, what: &str) -> Html {
    let (sign, word) = words::severity(severity);
    html! {
        <li class={format!("finding finding--{}", <&str>::from(severity))}>
            { icon(sign) }<p><span class="sr">{ word }{ ": " }</span>{ what.to_owned() }</p>
        </li>
    }
}

fn figures(path: &Path) -> [(&'static str, Html); 4] {
    let minutes = |minutes: Option<u32>, zero: &'static str| match minutes.map(words::figure) {
        Some((0, _)) => html! { <b>{ zero }</b> },
        Some((number, unit)) => html! { <><b>{ number }</b>{ " " }{ unit }</> },
        None => "not documented".into(),
    };
    [
        ("Gateway downtime", minutes(path.downtime.minutes, "0 min")),
        ("stv1 compute retained", minutes(path.retention.plan_for_minutes.or(path.retention.minutes), "not retained")),
        ("Configuration locked", minutes(path.lock_minutes, "0 min")),
        ("Public VIP", html! { <b>{ words::address(path.public_vip) }</b> }),
    ]
}
