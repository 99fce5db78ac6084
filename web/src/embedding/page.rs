use std::collections::BTreeSet;
use std::rc::Rc;

use apim_plan::{PlanRequest, RegionName};
use serde::Serialize;
use yew::prelude::*;

use super::Doctor;
use super::address::{Embed, EmbedTheme, EmbedView, Given};
use crate::capacity::{CapacityView, Loss, Losses};
use crate::plan::{DowntimeSection, PlanPage, PlanVerdict, SourceNote, Timeline, TimelineProps};
use crate::planned::{Planned, use_planning};
use crate::questionnaire::answers::{AnswersAction, AnswersDispatcher, AnswersHandle, AnswersState, Origin};
use crate::route::{self, View};
use crate::ui::{NoticeKind, Say, Sign, icon, logo, notice, sprite, use_saying};
use crate::{platform, words};

/// Properties of [`EmbedPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedPageProps {
    /// What the address of the frame asks for.
    pub embed: Embed,
}

/// What is told to the page around the frame when the plan changes. Answers without names, ids and addresses.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    headline: String,
    status: &'static str,
    recommended: Option<&'static str>,
    answers: String,
}

impl Told {
    fn of(plan: &Planned, request: &PlanRequest) -> Self {
        Self {
            headline: plan.headline.to_string(),
            status: plan.status.into(),
            recommended: plan.recommended.map(Into::into),
            answers: apim_plan::link::encode(request),
        }
    }
}

/// The planner inside another page: the part that was asked for, as tall as its content. Stores nothing.
#[component]
pub fn EmbedPage(props: &EmbedPageProps) -> Html {
    let Embed { view, given, theme } = &props.embed;
    let answers = use_reducer_eq(|| match given.as_ref().and_then(|given| given.request.as_ref()) {
        Some(request) => AnswersState::starting_from(request.clone(), BTreeSet::new()),
        None => AnswersState::default(),
    });
    let broken = use_state_eq(|| given.as_ref().and_then(|given| given.problem.clone()));
    let region = use_state_eq(|| None::<RegionName>);
    let (said, say) = use_saying();
    let today = use_memo((), |()| platform::today());
    let plan = use_planning(&answers.request, *today);
    // Only the first page that sends a message gets answers.
    let host = use_state_eq(|| None::<platform::HostPage>);
    use_effect_with((), {
        let (answers, broken, host) = (answers.dispatcher(), broken.setter(), host.setter());
        let theme = *theme;
        move |()| {
            platform::show_theme(theme.map(EmbedTheme::name));
            let listeners = (
                platform::on_links_within(),
                platform::on_links_out(),
                platform::on_print(),
                platform::on_height("embed", platform::tell_height_of),
                platform::on_host(move |from, said| match said {
                    platform::HostSays::Connect => {
                        // It may not have been there when the height was told.
                        platform::tell_height_of("embed");
                        host.set(Some(from));
                    }
                    platform::HostSays::Theme(name) => platform::show_theme(EmbedTheme::named(&name).map(EmbedTheme::name)),
                    platform::HostSays::Request(text) => {
                        let Given { request, problem } = Given::in_text(&text);
                        if let Some(request) = request {
                            answers.dispatch(AnswersAction::Load(Rc::new(request), Origin::Kept));
                        }
                        broken.set(problem);
                    }
                }),
            );
            platform::tell_hello();
            move || drop(listeners)
        }
    });
    use_effect_with(((*host).clone(), plan.clone(), answers.request.clone()), |(host, plan, request)| {
        if let Some(host) = host {
            host.tell_plan(&Told::of(plan, request));
        }
    });

    let on_loss = use_callback((), {
        let (answers, region) = (answers.dispatcher(), region.setter());
        move |loss, ()| match loss {
            Loss::Zone(name, zone) => answers.dispatch(AnswersAction::Lose(name, zone)),
            Loss::Region(name) => region.set(name),
        }
    });
    let body = match view {
        EmbedView::Tool => html! { <PlanPage /> },
        EmbedView::Plan => html! {
            <>
                <PlanVerdict plan={plan.clone()} />
                <Timeline ..TimelineProps::of(&plan) />
                { others(&plan) }
            </>
        },
        EmbedView::Table => html! { <DowntimeSection plan={plan.clone()} /> },
        EmbedView::Capacity => {
            let losses = Losses { zones: answers.lost.clone(), region: (*region).clone() };
            html! { <CapacityView request={answers.request.clone()} plan={plan.clone()} {losses} {on_loss} /> }
        }
        EmbedView::Doctor => html! { <Doctor is_spoken_to={host.is_some()} /> },
    };
    let body = match view {
        EmbedView::Tool => body,
        EmbedView::Plan | EmbedView::Table => framed(&plan, &answers.request, View::Plan, body),
        EmbedView::Capacity => framed(&plan, &answers.request, View::Capacity, body),
        EmbedView::Doctor => framed(&plan, &answers.request, View::Reference, body),
    };
    html! {
        <ContextProvider<AnswersDispatcher> context={answers.dispatcher()}>
        <ContextProvider<AnswersHandle> context={answers.clone()}>
        <ContextProvider<Planned> context={plan.clone()}>
        <ContextProvider<Say> context={say}>
            { sprite() }
            <div class="embedded" id="embed" data-view={<&str>::from(*view)}>
                <p class="sr" role="status">{ said }</p>
                if let Some(error) = &*broken {
                    { notice(NoticeKind::Blocker, "The answers of this page can't be read.".into(), error.clone().into(), Html::default()) }
                }
                { body }
                <SourceNote sources={plan.part(|plan| Some(&plan.sources))} marks={plan.marks().clone()} />
            </div>
        </ContextProvider<Say>>
        </ContextProvider<Planned>>
        </ContextProvider<AnswersHandle>>
        </ContextProvider<AnswersDispatcher>>
    }
}

/// A part with a head that says what it is about, and a foot that leads to the whole.
fn framed(plan: &Planned, request: &PlanRequest, view: View, part: Html) -> Html {
    html! {
        <main class="embed" id="plan" tabindex="-1">
            <h1 class="sr">{ "Migration planner for Azure API Management" }</h1>
            <p class="embed__head">{ logo() }<b>{ "apim-plan" }</b><span>{ about(request) }</span></p>
            <div class="embed__body">{ part }</div>
            <p class="embed__foot">
                <a href={platform::address(&route::write(view, request))} target="_blank" rel="noopener">{ "Open with these answers" }</a>
                <span>{ "Rules of " }{ plan.sources.iter().map(|source| source.checked).max().map(words::day).unwrap_or_default() }</span>
            </p>
        </main>
    }
}

/// Tier, network mode and number of regions: `Premium, internal, 2 regions`.
fn about(request: &PlanRequest) -> String {
    let vnet = request.vnet.map(|vnet| match vnet {
        apim_plan::Vnet::None => "not in a virtual network".to_owned(),
        vnet => words::vnet(vnet).to_ascii_lowercase(),
    });
    let regions = (!request.locations.is_empty()).then(|| words::count(request.locations.len(), "region", "regions"));
    let parts: Vec<String> = [request.tier.map(|tier| tier.title().to_owned()), vnet, regions].into_iter().flatten().collect();
    if parts.is_empty() { "No answers yet".to_owned() } else { parts.join(", ") }
}

/// The paths beside the recommended one, in short.
fn others(plan: &Planned) -> Html {
    use apim_plan::Verdict as Judged;
    let possible: Vec<_> = plan.paths.iter().filter(|path| path.verdict == Judged::Possible).collect();
    let out = plan.paths.iter().filter(|path| path.verdict == Judged::RuledOut).count();
    if possible.is_empty() && out == 0 {
        return Html::default();
    }
    html! {
        <details class="embed__more">
            <summary>
                { format!("{} possible, {out} ruled out", words::count(possible.len(), "other path is", "other paths are")) }
                { icon(Sign::Chevron) }
            </summary>
            <ul>
                for path in possible {
                    <li><b>{ path.title }{ ":" }</b>{ " " }{ path.reasons.first().map(|reason| reason.text.clone()).unwrap_or_default() }</li>
                }
            </ul>
        </details>
    }
}
