use apim_plan::{Minutes, PathId, TableRow};
use yew::prelude::*;

use super::cites;
use crate::planned::{Marks, PlanPart, Planned};
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`DowntimeTable`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DowntimeTableProps {
    /// Its rows.
    pub rows: PlanPart<Vec<TableRow>>,
    /// The recommended path: it tells which row is the reader's.
    pub recommended: Option<PathId>,
    /// The numbers of the sources.
    pub marks: Marks,
}

impl DowntimeTableProps {
    /// The table of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self { rows: plan.part(|plan| Some(&plan.table)), recommended: plan.recommended, marks: plan.marks().clone() }
    }
}

/// The downtime and retention table, row for row as the page has it, the reader's row marked.
#[component]
pub fn DowntimeTable(props: &DowntimeTableProps) -> Html {
    let DowntimeTableProps { rows, recommended, marks } = props;
    html! {
        <table class="table table--downtime reflow" role="table" data-table="downtime">
            <caption class="sr">{ "Expected downtime and compute retention, by network mode and VIP" }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ "Network mode" }</th>
                    <th role="columnheader" scope="col">{ "VIP" }</th>
                    <th role="columnheader" scope="col" class="num">{ "Gateway downtime" }</th>
                    <th role="columnheader" scope="col" class="num">{ "stv1 compute retained" }</th>
                    <th role="columnheader" scope="col" class="num">{ "Locked" }</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                for row in rows.get().into_iter().flatten() {
                    { line(row, *recommended, marks) }
                }
            </tbody>
        </table>
    }
}

/// How the row stands to the reader.
fn mark(row: &TableRow, recommended: Option<PathId>) -> Option<&'static str> {
    match recommended.and_then(PathId::same_subnet) {
        _ if !row.current => None,
        Some(vip) if vip == row.vip => Some("your row"),
        Some(_) => None,
        None => Some("your mode"),
    }
}

fn line(row: &TableRow, recommended: Option<PathId>, marks: &Marks) -> Html {
    let mark = mark(row, recommended);
    let down =
        if row.downtime_minutes == 0 { "0 min".to_owned() } else { format!("about {}", words::minutes(row.downtime_minutes)) };
    html! {
        <tr role="row" class={mark.map(|_| "is-yours")} data-vnet={<&str>::from(row.vnet)} data-vip={<&str>::from(row.vip)}>
            <th role="rowheader" scope="row">
                { words::vnet(row.vnet) }
                if let Some(mark) = mark {
                    { " " }<span class="tag tag--yours">{ mark }</span>
                }
            </th>
            <td role="cell" data-label="VIP">{ words::vip(row.vip) }</td>
            <td role="cell" class="num" data-label="Gateway downtime">
                { down }{ cites(&row.sources, marks) }
                if row.temporary_address_minutes > 0 {
                    <small>{ "up to " }{ words::minutes(row.temporary_address_minutes) }{ " on a temporary address" }</small>
                }
            </td>
            <td role="cell" class="num" data-label="stv1 compute retained">
                { if row.retention_minutes == 0 { "not retained".to_owned() } else { words::minutes(row.retention_minutes) } }
                if let Some((shortest, all)) = disagreement(row) {
                    <small>
                        <a class="mark" href="#disagreements">{ icon(Sign::Disagree) }{ format!("documentation differs: {all}; plan for {shortest}") }</a>
                    </small>
                }
            </td>
            <td role="cell" class="num" data-label="Locked">{ words::minutes(row.lock_minutes) }</td>
        </tr>
    }
}

/// The shortest figure, and all of them, where later pages say something else.
fn disagreement(row: &TableRow) -> Option<(String, String)> {
    let later: Vec<Minutes> =
        row.later_pages.iter().filter_map(|page| page.minutes).filter(|minutes| *minutes != row.retention_minutes).collect();
    let shortest = later.iter().copied().min()?.min(row.retention_minutes);
    let all: Vec<String> = std::iter::once(row.retention_minutes).chain(later).map(words::minutes).collect();
    Some((words::minutes(shortest), all.join(" / ")))
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::{DowntimeTable, DowntimeTableProps};
    use crate::rendered::{REFUSES_DOWNTIME, planned, text};

    fn table(request: &str) -> yew::Html {
        html! { <DowntimeTable ..DowntimeTableProps::of(&planned(request)) /> }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn both_figures_stand_in_the_row_that_pages_disagree_on() {
        let text = text(table(REFUSES_DOWNTIME)).await;
        assert!(text.contains("documentation differs: 4 h / 15 min; plan for 15 min"), "{text}");
        assert_eq!(text.matches("your row").count(), 1, "{text}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_mode_that_is_not_known_marks_no_row() {
        let text = text(table("{}")).await;
        assert!(!text.contains("your"), "{text}");
    }
}
