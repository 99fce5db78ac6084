use std::rc::Rc;

use apim_plan::fleet::Row;
use apim_plan::{Minutes, Status};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::moment;
use super::state::{Column, FleetAction, FleetDispatcher, FleetRows, PAGE, RowOrder, pages, use_fleet_dispatcher};
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`FleetTable`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FleetTableProps {
    /// The fleet.
    pub rows: FleetRows,
    /// The places of the rows that fit the filter, in their order.
    pub places: Rc<[u32]>,
    /// How they are ordered.
    pub order: RowOrder,
    /// Which page of them, from zero.
    pub page: usize,
    /// The row that the preview shows.
    pub chosen: Option<u32>,
}

/// Instances, their path and when they move. A page of rows at a time: ten thousand stay as quick as ten.
#[component]
pub fn FleetTable(props: &FleetTableProps) -> Html {
    let dispatcher = use_fleet_dispatcher();
    let first = props.page * PAGE;
    let places = props.places.iter().copied().enumerate().skip(first).take(PAGE);
    let shown = places.filter_map(|(at, instance)| props.rows.row(instance).map(|row| (at, instance, row)));
    html! {
        <div class="fleet__rows">
            <table class="table table--fleet reflow" role="table" aria-rowcount={(props.places.len() + 1).to_string()}>
                <caption class="sr">{ "Instances, their path and the start of their migration" }</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        for column in Column::iter() {
                            { head(column, props.order, &dispatcher) }
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (at, instance, row) in shown {
                        { line(props, at, instance, row, &dispatcher) }
                    }
                </tbody>
            </table>
            { pager(props, &dispatcher) }
        </div>
    }
}

fn head(column: Column, order: RowOrder, dispatcher: &FleetDispatcher) -> Html {
    let sorted = (order.by == column).then_some(if order.descending { "descending" } else { "ascending" });
    html! {
        <th role="columnheader" scope="col" class={column.is_number().then_some("num")} aria-sort={sorted}>
            <button type="button" class="sort" data-column={<&str>::from(column)} onclick={act(dispatcher, FleetAction::Order(column))}>
                { column.title() }
                { icon(if sorted == Some("ascending") { Sign::Up } else { Sign::Down }) }
            </button>
        </th>
    }
}

fn line(props: &FleetTableProps, at: usize, instance: u32, row: &Row, dispatcher: &FleetDispatcher) -> Html {
    let chosen = props.chosen == Some(instance);
    let choose = act(dispatcher, FleetAction::Choose(instance));
    html! {
        <tr key={instance} role="row" aria-rowindex={(at + 2).to_string()} class={chosen.then_some("is-yours")} data-instance={instance.to_string()} data-status={<&str>::from(row.status)}>
            <th role="rowheader" scope="row">
                <button type="button" class="fleet__name" aria-current={chosen.then_some("true")} onclick={choose}>{ name(row) }</button>
                <small>{ about(row) }</small>
            </th>
            <td role="cell" data-label="Path">{ path(row) }</td>
            <td role="cell" class="num" data-label="Gateway downtime">{ minutes(row, row.downtime_minutes, "0 min") }</td>
            <td role="cell" class="num" data-label="Retained">{ minutes(row, row.plan_for_minutes, "not retained") }</td>
            <td role="cell" data-label="VIP">{ row.public_vip.map(words::address).unwrap_or_default() }</td>
            <td role="cell" data-label="Findings">{ watch(row) }</td>
            <td role="cell" class="num" data-label="Start">{ when(&props.rows, instance, row) }</td>
        </tr>
    }
}

/// The instance's name, or that it has none.
pub(super) fn name(row: &Row) -> String {
    row.name.clone().unwrap_or_else(|| "without a name".to_owned())
}

/// Tier, network mode and regions: `Premium, internal. West Europe, 4 units`.
pub(super) fn about(row: &Row) -> String {
    let tier = row.tier.map_or("Tier not known", apim_plan::Tier::title);
    let vnet = row.vnet.map(|vnet| match vnet {
        apim_plan::Vnet::None => ", not in a virtual network",
        apim_plan::Vnet::External => ", external",
        apim_plan::Vnet::Internal => ", internal",
    });
    // A bare number would be read as part of the name: there is an East US 2.
    let regions: Vec<String> = row
        .regions
        .iter()
        .map(|region| {
            let name = words::region(&region.name);
            let units = region.units.map(|units| format!(", {}", words::count(units as usize, "unit", "units")));
            format!("{name}{}", units.unwrap_or_default())
        })
        .collect();
    format!("{tier}{}. {}", vnet.unwrap_or_default(), regions.join("; "))
}

fn path(row: &Row) -> Html {
    let (class, sign, words) = match (row.status, row.recommended) {
        (Status::Migrate, Some(path)) => (Some("way--recommended"), Sign::Recommended, path.title().to_owned()),
        (Status::Migrate, None) if row.blockers > 0 => (Some("way--blocker"), Sign::Blocker, "No path".to_owned()),
        (Status::Migrate, None) => (Some("way--unknown"), Sign::Unknown, "Depends on an open question".to_owned()),
        (Status::Unknown, Some(path)) => {
            (Some("way--unknown"), Sign::Unknown, format!("Platform not known; on stv1: {}", path.title()))
        }
        (Status::Unknown, None) => (Some("way--unknown"), Sign::Unknown, "Platform not known".to_owned()),
        (Status::Migrated, _) => (None, Sign::Check, "Already on stv2".to_owned()),
        (Status::NotAffected, _) => (None, Sign::Check, "Not affected".to_owned()),
    };
    html! { <span class={classes!("way", class)}>{ icon(sign) }{ words }</span> }
}

/// A figure of the recommended path; nothing where there is no path.
fn minutes(row: &Row, minutes: Option<Minutes>, zero: &str) -> String {
    match (row.recommended, minutes) {
        (None, _) => String::new(),
        (Some(_), None) => "not documented".to_owned(),
        (Some(_), Some(0)) => zero.to_owned(),
        (Some(_), Some(minutes)) => words::minutes(minutes),
    }
}

/// A blocker need not stop the move: a description can be impossible, or a goal. With a path it is something to settle.
fn watch(row: &Row) -> Html {
    let (class, sign, count, one, many) = match (row.blockers, row.risks) {
        (0, 0) => return Html::default(),
        (blockers @ 1.., _) if row.recommended.is_some() => ("watch", Sign::Risk, blockers, "blocker", "blockers"),
        (0, risks) => ("watch", Sign::Risk, risks, "risk", "risks"),
        (blockers, _) => ("watch watch--blocker", Sign::Blocker, blockers, "blocker", "blockers"),
    };
    html! { <span {class}>{ icon(sign) }{ words::count(count as usize, one, many) }</span> }
}

fn when(rows: &FleetRows, instance: u32, row: &Row) -> String {
    match (rows.first_slot(instance), row.wave) {
        (Some(slot), _) => moment::short(&slot.start),
        (None, Some(wave)) => format!("wave {wave}"),
        (None, None) if rows.lacks_hours(instance) => "no window".to_owned(),
        (None, None) if rows.is_undecided(instance) => "not planned".to_owned(),
        (None, None) => String::new(),
    }
}

fn pager(props: &FleetTableProps, dispatcher: &FleetDispatcher) -> Html {
    let (all, last) = (props.places.len(), pages(props.places.len()) - 1);
    if last == 0 {
        return Html::default();
    }
    let first = props.page * PAGE;
    let step = |to: usize, sign: Sign, words: &'static str, end: bool| {
        html! {
            <button type="button" class="btn" disabled={end} data-page={words} onclick={act(dispatcher, FleetAction::Page(to))}>
                { icon(sign) }{ words }
            </button>
        }
    };
    html! {
        <nav class="pager" aria-label="Pages of the table">
            { step(props.page.saturating_sub(1), Sign::Up, "Previous", props.page == 0) }
            <p aria-live="polite">{ format!("{}–{} of {all}", first + 1, (first + PAGE).min(all)) }</p>
            { step((props.page + 1).min(last), Sign::Down, "Next", props.page >= last) }
        </nav>
    }
}

/// A press of a button that does something to the fleet.
pub(super) fn act(dispatcher: &FleetDispatcher, action: FleetAction) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_| dispatcher.dispatch(action.clone()))
}
