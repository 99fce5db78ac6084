use std::rc::Rc;

use apim_plan::{PlanRequest, RegionName};
use serde::Serialize;
use yew::prelude::*;

use super::address::{self, Embed, EmbedTheme, EmbedView};
use super::{Check, Found, doctor, lines_to_ask_for};
use crate::capacity::{Loss, Losses, capacity_view};
use crate::context::{Later, Page, use_planning};
use crate::fleet::state::FleetState;
use crate::plan::{PlanPage, disagreements, downtime_table, source_notes, timeline, verdict};
use crate::planned::Planned;
use crate::questionnaire::answers::{Action, Answers, Few, Origin};
use crate::route::{self, View};
use crate::ui::{NoticeKind, Sign, icon, logo, notice, sprite};
use crate::{platform, words};

/// Properties of [`EmbedPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedPageProps {
    /// What the address of the frame asks for.
    pub embed: Embed,
    /// What comes later.
    pub later: Later,
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

/// The planner inside somebody else's page: the part that was asked for, as tall as its content. Stores nothing.
#[component]
pub fn EmbedPage(props: &EmbedPageProps) -> Html {
    let Embed { view, request, theme } = &props.embed;
    let answers = use_reducer_eq(|| match request {
        Some(Ok(request)) => Answers::starting_from(request.clone(), Few::default()),
        Some(Err(_)) | None => Answers::default(),
    });
    let broken = use_state_eq(|| request.as_ref().and_then(|request| request.as_ref().err().cloned()));
    let region = use_state_eq(|| None::<RegionName>);
    let said = use_state_eq(AttrValue::default);
    let today = use_memo((), |()| platform::today());
    let plan = use_planning(&answers.request, *today);
    // An embedded view is of one instance.
    let fleet = use_reducer_eq(FleetState::default);
    // Whoever speaks to us first is told; nobody else.
    let host = use_state_eq(|| None::<platform::Host>);
    let say = use_callback((), {
        let said = said.setter();
        move |text, ()| said.set(text)
    });

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
                    platform::HostSays::Request(json) => match address::request_of(&json) {
                        Ok(request) => {
                            answers.dispatch(Action::Load(Rc::new(request), Origin::Kept));
                            broken.set(None);
                        }
                        Err(error) => broken.set(Some(error)),
                    },
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

    let body = match view {
        EmbedView::Tool => html! { <PlanPage /> },
        EmbedView::Plan => framed(
            &plan,
            &answers.request,
            View::Plan,
            html! {
                <>
                    { verdict(&plan, None) }
                    { timeline(&plan) }
                    { others(&plan) }
                </>
            },
        ),
        EmbedView::Table => framed(
            &plan,
            &answers.request,
            View::Plan,
            html! {
                <section class="section" id="downtime" aria-labelledby="downtime-title">
                    <h2 id="downtime-title">{ "Downtime and retention, same subnet" }</h2>
                    { downtime_table(&plan) }
                    { disagreements(&plan) }
                </section>
            },
        ),
        EmbedView::Capacity => {
            let on_loss = {
                let answers = answers.dispatcher();
                let region = region.setter();
                Callback::from(move |loss| match loss {
                    Loss::Zone(name, zone) => answers.dispatch(Action::Lose(name, zone)),
                    Loss::Region(name) => region.set(name),
                })
            };
            let losses = Losses { zones: answers.lost.clone(), region: (*region).clone() };
            framed(
                &plan,
                &answers.request,
                View::Capacity,
                html! {
                    { capacity_view(&answers.request, &plan, &losses, &on_loss) }
                },
            )
        }
        EmbedView::Doctor => {
            let (site, around) = (platform::site_origin(), platform::host_origin());
            let lines = lines_to_ask_for(site.as_deref(), around.as_deref());
            let on_copy = {
                let (lines, say) = (lines.clone(), say.clone());
                Callback::from(move |()| {
                    let say = say.clone();
                    platform::copy(lines.clone(), move |copied| {
                        say.emit(AttrValue::Static(if copied {
                            "Copied."
                        } else {
                            "Copying is not allowed here: the text is shown."
                        }));
                    });
                })
            };
            let checks = checks(host.is_some(), site.as_deref(), around.as_deref());
            framed(&plan, &answers.request, View::Reference, doctor(&checks, &lines, &on_copy))
        }
    };
    let page =
        Page { answers: answers.clone(), plan: plan.clone(), say, later: props.later.clone(), fleet, table: None, arrived: None };
    html! {
        <ContextProvider<Page> context={page}>
            { sprite() }
            <div class="embedded" id="embed" data-view={<&str>::from(*view)}>
                <p class="sr" role="status">{ &*said }</p>
                if let Some(error) = &*broken {
                    { notice(NoticeKind::Blocker, "The answers of this page cannot be read.".into(), error.clone().into(), Html::default()) }
                }
                { body }
                { source_notes(&plan) }
            </div>
        </ContextProvider<Page>>
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
        apim_plan::Vnet::None => "no network".to_owned(),
        vnet => words::vnet(vnet).to_ascii_lowercase(),
    });
    let regions = (!request.locations.is_empty()).then(|| words::count(request.locations.len(), "region", "regions"));
    let parts: Vec<String> = [request.tier.map(|tier| tier.title().to_owned()), vnet, regions].into_iter().flatten().collect();
    if parts.is_empty() { "No answers yet".to_owned() } else { parts.join(", ") }
}

/// What the page around the frame allows. That this is seen at all tells that it allows frames, scripts and WebAssembly.
fn checks(spoken_to: bool, site: Option<&str>, around: Option<&str>) -> Vec<Check> {
    let check = |id, what, found, means, ask: Option<&str>| Check { id, what, found, means, ask: ask.map(str::to_owned) };
    if !platform::is_framed() {
        let means = "This page stands alone. Put it into the wiki with the text that the builder writes: there it looks around.";
        return vec![check("run", "Being in a frame", Found::Unsure, means, None)];
    }
    let sandboxed = !platform::has_origin();
    let site = site.unwrap_or("https://the-planner.example");
    let script = format!("script-src {site}");
    let ancestors = format!("frame-ancestors 'self' {}", around.unwrap_or("https://the-wiki.example"));
    vec![
        check("run", "Frames, scripts and WebAssembly", Found::Allowed, "The planner runs here.", None),
        if spoken_to {
            check(
                "script",
                "The script embed.js",
                Found::Allowed,
                "It answers: the frame grows with its content, and the page hears of plans.",
                None,
            )
        } else {
            let means = "Nobody answers: the frame keeps the height it was given, and everything else works. Either the page has no embed.js, or its policy refuses it.";
            check("script", "The script embed.js", Found::Denied, means, Some(&script))
        },
        if sandboxed {
            let means = "The frame is sandboxed. The site's files must then come with Access-Control-Allow-Origin, or the single file planner.html is used; both work.";
            check("origin", "An origin of its own", Found::Denied, means, Some("sandbox=\"allow-scripts allow-same-origin\""))
        } else {
            check("origin", "An origin of its own", Found::Allowed, "The frame is not sandboxed, or may keep its origin.", None)
        },
        if platform::can_store() {
            check("storage", "Storage", Found::Allowed, "It is there; embedded views store nothing anyway.", None)
        } else {
            check(
                "storage",
                "Storage",
                Found::Denied,
                "Nothing is lost: embedded views store nothing, and a link or a file keeps the answers.",
                None,
            )
        },
        if platform::has_clipboard() {
            check("clipboard", "The clipboard", Found::Allowed, "A button copies.", None)
        } else {
            let means = "Copying goes the old way, by a selection; where that fails too, the text is shown for copying by hand.";
            check("clipboard", "The clipboard", Found::Denied, means, Some("allow=\"clipboard-write\""))
        },
        if sandboxed {
            let means = "No browser tells a sandboxed frame. Files are offered, and their text is shown besides.";
            check("downloads", "Downloads", Found::Unsure, means, Some("sandbox=\"allow-scripts allow-downloads\""))
        } else {
            check("downloads", "Downloads", Found::Allowed, "Files are saved as anywhere.", None)
        },
        check(
            "ancestors",
            "The planner's own site",
            Found::Allowed,
            "It lets this place frame it. If it should let no other place, its server sends this line with the addresses of all wikis.",
            Some(&ancestors),
        ),
    ]
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
