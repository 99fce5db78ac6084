//! What a part of the page becomes, for tests: no browser needed.

use apim_plan::read_request;
use yew::prelude::*;

use crate::planned::Planned;
use crate::questionnaire::answers::{AnswersDispatcher, AnswersState};
use crate::split::{Later, use_fetching};
use crate::ui::{Say, use_saying};

/// Properties of [`Shown`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

/// Provides what the application provides: nothing is answered, and what comes later has not come.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let answers = use_reducer_eq(AnswersState::default);
    let (_, say) = use_saying();
    let later = use_fetching();
    html! {
        <ContextProvider<AnswersDispatcher> context={answers.dispatcher()}>
            <ContextProvider<Say> context={say}>
                <ContextProvider<Later> context={later}>{ props.html.clone() }</ContextProvider<Later>>
            </ContextProvider<Say>>
        </ContextProvider<AnswersDispatcher>>
    }
}

/// The HTML.
pub(crate) async fn html(html: Html) -> String {
    yew::LocalServerRenderer::<Shown>::with_props(ShownProps { html }).hydratable(false).render().await
}

/// The words alone, a line for each piece of text.
pub(crate) async fn text(of: Html) -> String {
    let html = html(of).await;
    let pieces = html.split('<').filter_map(|piece| piece.split_once('>').map_or(Some(piece), |(_, text)| Some(text)));
    let lines: Vec<&str> = pieces.map(str::trim).filter(|line| !line.is_empty()).collect();
    lines
        .join("\n")
        .replace("&amp;", "&")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
}

/// A plan for a request, computed on the day this was written.
pub(crate) fn planned(request: &str) -> Planned {
    let mut request = read_request(request).expect("a request");
    request.as_of = "2026-11-21".parse().ok();
    Planned::new(apim_plan::plan(&request), request.as_of)
}

/// The same without sources, for snapshots: their numbers change with every citation that is added.
pub(crate) fn unnumbered(request: &str) -> Planned {
    let request = read_request(request).expect("a request");
    let mut plan = apim_plan::plan(&request);
    plan.sources = apim_plan::SourceList::default();
    Planned::new(plan, None)
}

/// The mock's reader: internal, two regions, downtime refused, DNS too slow.
pub(crate) const REFUSES_DOWNTIME: &str = r#"{"tier":"premium","platform":"stv1","vnet":"internal","customDomains":true,
    "customDomainRecord":"a","dnsChangeMinutes":25,"downtimeAllowed":false,"newSubnet":true,
    "locations":[{"name":"West Europe","units":4},{"name":"North Europe","units":2}]}"#;

/// A callback that does nothing.
pub(crate) fn deaf<T: 'static>() -> Callback<T> {
    Callback::noop()
}
