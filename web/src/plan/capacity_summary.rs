use apim_plan::{Capacity, LayoutOption};
use yew::prelude::*;

use crate::planned::PlanPart;
use crate::route::View;
use crate::words;

/// Properties of [`CapacitySummary`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CapacitySummaryProps {
    /// The regions.
    pub locations: PlanPart<Vec<Capacity>>,
}

/// Units and zones of each region, in short.
#[component]
pub fn CapacitySummary(props: &CapacitySummaryProps) -> Html {
    let locations = props.locations.get().map(Vec::as_slice).unwrap_or_default();
    if locations.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="capacity" aria-labelledby="capacity-title">
            <h2 id="capacity-title">{ "Capacity after the migration" }</h2>
            <table class="table reflow" role="table">
                <caption class="sr">{ "Recommended units and zones for each region" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ "Region" }</th>
                        <th role="columnheader" scope="col" class="num">{ "Units now" }</th>
                        <th role="columnheader" scope="col" class="num">{ "Recommended" }</th>
                        <th role="columnheader" scope="col">{ "Layout" }</th>
                        <th role="columnheader" scope="col" class="num">{ "Remaining after a zone outage" }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for location in locations.iter() {
                        { row(location) }
                    }
                </tbody>
            </table>
            <p class="aside"><a href={View::Capacity.href()}>{ "Open the capacity plan" }</a>{ " for layouts, subnets, autoscale and outage behavior." }</p>
        </section>
    }
}

fn row(location: &Capacity) -> Html {
    let option = location.options.first();
    let left = option.and_then(|option| option.surviving_units).map_or_else(
        || "not guaranteed".to_owned(),
        |left| match &location.units_needed {
            Some(needed) => format!("{left} of {} needed", needed.units),
            None => words::count(left as usize, "unit", "units"),
        },
    );
    html! {
        <tr role="row" key={location.name.to_string()}>
            <th role="rowheader" scope="row">{ &*location.display_name }</th>
            <td role="cell" class="num" data-label="Units now">{ location.current.units.map_or_else(|| "not known".to_owned(), |units| units.to_string()) }</td>
            <td role="cell" class="num" data-label="Recommended">{ option.map_or_else(|| "none".to_owned(), |option| option.units.to_string()) }</td>
            <td role="cell" data-label="Layout">{ option.map_or_else(|| "none".to_owned(), layout) }</td>
            <td role="cell" class="num" data-label="Remaining after a zone outage">{ left }</td>
        </tr>
    }
}

fn layout(option: &LayoutOption) -> String {
    match (option.units_per_zone, option.zones) {
        (Some(units), Some(1)) => format!("{units} in one zone"),
        (Some(units), Some(zones)) => format!("{units} in each of {zones} zones"),
        _ => words::layout(option.layout).to_owned(),
    }
}
