use apim_plan::{AddressChange, Minutes, Path, Scope, Statement, Verdict};
use yew::prelude::*;

use super::cites;
use crate::planned::{Marks, PlanPart, Planned};
use crate::ui::icon;
use crate::words;

const HEADS: [&str; 5] = ["Gateway downtime", "stv1 compute retained", "Locked", "VIP", "Tools"];

/// Properties of [`PathsTable`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PathsTableProps {
    /// Every path.
    pub paths: PlanPart<Vec<Path>>,
    /// How many locations the instance has now.
    pub locations: usize,
    /// The numbers of the sources.
    pub marks: Marks,
}

impl PathsTableProps {
    /// The paths of a plan.
    pub fn of(plan: &Planned) -> Self {
        let paths = plan.part(|plan| Some(&plan.paths));
        Self { paths, locations: plan.platform.locations.len(), marks: plan.marks().clone() }
    }
}

/// Every path side by side: the recommended one first, those ruled out last and with their reason.
#[component]
pub fn PathsTable(props: &PathsTableProps) -> Html {
    let PathsTableProps { paths, locations, marks } = props;
    let paths = paths.get().map(Vec::as_slice).unwrap_or_default();
    let (out, open): (Vec<&Path>, Vec<&Path>) = paths.iter().partition(|path| path.verdict == Verdict::RuledOut);
    let [down, kept, locked, address, with] = HEADS;
    html! {
        <section class="section" id="paths" aria-labelledby="paths-title">
            <h2 id="paths-title">{ "Paths" }</h2>
            <p class="lead">{ lead(open.len(), out.len()) }</p>
            <table class="table table--paths reflow" role="table">
                <caption class="sr">{ "Migration paths compared" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ "Path" }</th>
                        <th role="columnheader" scope="col" class="num">{ down }</th>
                        <th role="columnheader" scope="col" class="num">{ kept }</th>
                        <th role="columnheader" scope="col" class="num">{ locked }</th>
                        <th role="columnheader" scope="col">{ address }</th>
                        <th role="columnheader" scope="col">{ with }</th>
                    </tr>
                </thead>
                if !open.is_empty() {
                    <tbody role="rowgroup">
                        for path in open {
                            { row(path, *locations, marks) }
                        }
                    </tbody>
                }
                if !out.is_empty() {
                    <tbody role="rowgroup" class="is-out">
                        for path in out {
                            <tr role="row" key={<&str>::from(path.id)} data-path={<&str>::from(path.id)}>
                                <th role="rowheader" scope="row"><span class="way">{ icon(words::verdict(path.verdict).0) }{ path.title }</span></th>
                                <td role="cell" colspan="5">{ why(path, marks) }</td>
                            </tr>
                        }
                    </tbody>
                }
            </table>
        </section>
    }
}

fn lead(open: usize, out: usize) -> String {
    let open = match open {
        0 => "No path is possible".to_owned(),
        1 => "1 path is possible".to_owned(),
        open => format!("{open} paths are possible"),
    };
    let out = match out {
        0 => "none is ruled out".to_owned(),
        1 => "1 is ruled out".to_owned(),
        out => format!("{out} are ruled out"),
    };
    format!("{open}, {out}. DNS and firewall changes are not included in these times.")
}

fn row(path: &Path, locations: usize, marks: &Marks) -> Html {
    let recommended = path.verdict == Verdict::Recommended;
    let [down, kept, locked, address, with] = HEADS;
    let temporary = path.downtime.temporary_address_minutes.filter(|minutes| *minutes > 0);
    html! {
        <tr role="row" key={<&str>::from(path.id)} class={recommended.then_some("is-yours")} data-path={<&str>::from(path.id)}>
            <th role="rowheader" scope="row">
                <span class={classes!("way", recommended.then_some("way--recommended"))}>
                    { icon(words::verdict(path.verdict).0) }{ path.title }
                </span>
                <span class="way__why">{ why(path, marks) }</span>
            </th>
            <td role="cell" class="num" data-label={down}>
                { figure(path.downtime.minutes, "0 min") }
                if let Some(minutes) = temporary {
                    <small>{ words::minutes(minutes) }{ " on a temporary address" }</small>
                }
            </td>
            <td role="cell" class="num" data-label={kept}>
                { figure(path.retention.plan_for_minutes.or(path.retention.minutes), "not retained") }
                for other in others(path) {
                    <small>{ other }</small>
                }
            </td>
            <td role="cell" class="num" data-label={locked}>{ figure(path.lock_minutes, "none") }</td>
            <td role="cell" data-label={address}>
                { words::address(path.public_vip) }
                if path.private_vip != path.public_vip && path.private_vip != AddressChange::NotUsed {
                    <small>{ "private: " }{ words::address(path.private_vip) }</small>
                }
            </td>
            <td role="cell" data-label={with}>
                { tools(path) }
                if let Some(scope) = scope(path, locations) {
                    <small>{ scope }</small>
                }
            </td>
        </tr>
    }
}

fn why(path: &Path, marks: &Marks) -> Html {
    html! {
        <>
            <b>{ words::verdict(path.verdict).1 }{ "." }</b>
            for Statement { text, sources } in path.reasons.iter() {
                { " " }{ &**text }{ cites(sources, marks) }
            }
        </>
    }
}

fn figure(minutes: Option<Minutes>, zero: &str) -> String {
    match minutes {
        None => "not documented".to_owned(),
        Some(0) => zero.to_owned(),
        Some(minutes) => words::minutes(minutes),
    }
}

/// What else is said of retention: the primary page's figure where the plan goes by another, and what a setting extends it to.
fn others(path: &Path) -> Vec<String> {
    let retention = &path.retention;
    let shown = retention.plan_for_minutes.or(retention.minutes);
    let mut others = Vec::new();
    if let Some(minutes) = retention.minutes.filter(|_| retention.minutes != shown) {
        others.push(format!("{} in the earlier revision", words::minutes(minutes)));
    }
    let extended = retention.later_pages.iter().map(|page| page.extendable_to_minutes).chain([retention.extendable_to_minutes]);
    if let Some(minutes) = extended.flatten().max() {
        others.push(format!("{} if set", words::minutes(minutes)));
    }
    others
}

fn tools(path: &Path) -> String {
    let tools: Vec<&str> = path.tools.iter().map(|tool| words::tool(*tool)).collect();
    if tools.is_empty() { "your own tools".to_owned() } else { tools.join(", ") }
}

/// With one region there is nothing to say of an order.
fn scope(path: &Path, locations: usize) -> Option<&'static str> {
    if locations < 2 {
        return None;
    }
    match (path.scope.rest, path.scope.portal) {
        (Some(Scope::AllLocationsAtOnce), Some(Scope::OneLocationAtATime)) => Some("all locations at once by REST"),
        (Some(Scope::AllLocationsAtOnce), _) | (None, Some(Scope::AllLocationsAtOnce)) => Some("all locations at once"),
        (Some(Scope::OneLocationAtATime), _) | (None, Some(Scope::OneLocationAtATime)) => Some("one location at a time"),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use apim_plan::PathId;
    use strum::IntoEnumIterator;

    use yew::html;

    use super::{PathsTable, PathsTableProps, lead};
    use crate::rendered::{self, REFUSES_DOWNTIME, planned};

    #[tokio::test(flavor = "current_thread")]
    async fn every_path_has_a_row_and_one_is_yours() {
        for request in ["{}", REFUSES_DOWNTIME, r#"{"tier":"basic"}"#, r#"{"platform":"stv2"}"#] {
            let html = rendered::html(html! { <PathsTable ..PathsTableProps::of(&planned(request)) /> }).await;
            for path in PathId::iter() {
                assert!(html.contains(&format!("data-path=\"{}\"", <&str>::from(path))), "{path:?} with {request}");
            }
            let yours = usize::from(planned(request).recommended.is_some());
            assert_eq!(html.matches("is-yours").count(), yours, "{request}");
        }
    }

    #[test]
    fn counts_what_is_open_and_what_is_not() {
        assert_eq!(lead(1, 8), "1 path is possible, 8 are ruled out. DNS and firewall changes are not included in these times.");
        assert_eq!(lead(0, 9), "No path is possible, 9 are ruled out. DNS and firewall changes are not included in these times.");
    }
}
