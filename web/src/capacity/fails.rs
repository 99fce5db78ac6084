use std::rc::Rc;

use apim_plan::Failure;
use apim_plan::cite::Sources;
use yew::prelude::*;

use crate::plan::cites;
use crate::planned::Marks;

/// A column of a [`FailsTable`].
#[derive(Debug, Clone, PartialEq)]
pub struct FailColumn {
    /// A layout, or a region and its role.
    pub title: AttrValue,
    /// The reader has this one.
    pub yours: bool,
    /// What happens.
    pub failure: Failure,
}

/// Properties of [`FailsTable`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FailsTableProps {
    /// What is lost.
    pub when: &'static str,
    /// One for each case.
    pub columns: Rc<[FailColumn]>,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// What happens when something is lost, point by point, one column for each case.
#[component]
pub fn FailsTable(props: &FailsTableProps) -> Html {
    let FailsTableProps { when, columns, marks } = props;
    let when = *when;
    let sources = columns.iter().fold(Sources::NONE, |sources, column| sources.and(&column.failure.sources));
    html! {
        <>
        <table class="table table--fails table--region reflow" role="table">
            <caption class="sr">{ when }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ when }</th>
                    for column in columns.iter() {
                        <th role="columnheader" scope="col" class={yours(column)}>{ heading(column) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (point, says) in POINTS {
                    <tr role="row">
                        <th role="rowheader" scope="row">{ *point }</th>
                        for column in columns.iter() {
                            <td role="cell" data-label={heading(column)} class={yours(column)}>{ says(&column.failure).to_owned() }</td>
                        }
                    </tr>
                }
            </tbody>
        </table>
        <p class="aside">{ "Sources:" }{ cites(&sources, marks) }</p>
        </>
    }
}

type Says = fn(&Failure) -> &str;

/// What readers look for first stands first.
const POINTS: &[(&str, Says)] = &[
    ("Downtime", |failure| &failure.downtime),
    ("Detection and response", |failure| &failure.detection),
    ("Requests in progress", |failure| &failure.active_requests),
    ("Configuration, cache, counters", |failure| &failure.data),
    ("Traffic", |failure| &failure.rerouting),
    ("Failback", |failure| &failure.failback),
    ("Test", |failure| &failure.test),
];

fn yours(column: &FailColumn) -> Option<&'static str> {
    column.yours.then_some("is-your-col")
}

/// Says "yours" in words as well: a tint alone is not announced.
fn heading(column: &FailColumn) -> AttrValue {
    if column.yours { format!("{}, yours", column.title).into() } else { column.title.clone() }
}
