//! What a component becomes, for tests: no browser needed.

use apim_plan::api::read_request;
use yew::html::BaseComponent;
use yew::prelude::*;

use crate::state::Planned;

/// The HTML.
pub(crate) async fn html<C: BaseComponent>(props: C::Properties) -> String {
    yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

/// The words alone, a line for each piece of text.
pub(crate) async fn text<C: BaseComponent>(props: C::Properties) -> String {
    let html = html::<C>(props).await;
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
    Planned::new(apim_plan::api::plan(&request), request.as_of)
}

/// The same without sources, for snapshots: their numbers change with every citation that is added.
pub(crate) fn unnumbered(request: &str) -> Planned {
    let request = read_request(request).expect("a request");
    let mut plan = apim_plan::api::plan(&request);
    plan.sources.clear();
    Planned::new(plan, None)
}

/// The mock's reader: internal, two regions, downtime refused, DNS too slow.
pub(crate) const REFUSES_DOWNTIME: &str = r#"{"tier":"premium","platform":"stv1","vnet":"internal","customDomains":true,
    "customDomainRecord":"a","dnsChangeMinutes":25,"downtimeAllowed":false,"newSubnet":true,
    "locations":[{"name":"West Europe","units":4},{"name":"North Europe","units":2}]}"#;

/// A callback that nobody hears.
pub(crate) fn deaf<T: 'static>() -> Callback<T> {
    Callback::noop()
}
