use apim_plan::{Capacity, LayoutOption, Verdict};
use yew::prelude::*;

use super::geometry::{self, UnitRow};
use super::phrases;
use crate::plan::statement;
use crate::planned::Marks;
use crate::ui::icon;
use crate::words;

/// Every layout that tier and region allow, side by side, and what the location has now.
pub(super) fn options_table(capacity: &Capacity, marks: &Marks) -> Html {
    let needed = capacity.units_needed.as_ref().map(|needed| needed.units);
    html! {
        <table class="table table--options reflow" role="table">
            <caption class="sr">{ format!("Layouts for {}", capacity.display_name) }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ "Layout" }</th>
                    <th role="columnheader" scope="col">{ "Units" }</th>
                    <th role="columnheader" scope="col" class="num">{ "Per zone" }</th>
                    <th role="columnheader" scope="col" class="num">{ "Remaining" }</th>
                    <th role="columnheader" scope="col" class="num">{ "Cost" }</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                for option in &capacity.options {
                    { row(option, needed, marks) }
                }
                { now(capacity) }
            </tbody>
        </table>
    }
}

fn row(option: &LayoutOption, needed: Option<u32>, marks: &Marks) -> Html {
    let recommended = option.verdict == Verdict::Recommended;
    let (sign, word) = words::verdict(option.verdict);
    html! {
        <tr role="row" class={recommended.then_some("is-yours")} data-layout={<&str>::from(option.layout)} data-verdict={<&str>::from(option.verdict)}>
            <th role="rowheader" scope="row">
                <span class={classes!("way", recommended.then_some("way--recommended"))}>
                    { icon(sign) }
                    { phrases::layout(option.layout, option.zones) }
                </span>
                <span class="way__why"><b>{ word }{ "." }</b>{ " " }{ statement(&option.reason, marks) }</span>
            </th>
            <td role="cell" data-label="Units">{ option.units }{ pictogram(option.units, needed, None) }</td>
            <td role="cell" class="num" data-label="Per zone">{ or(option.units_per_zone, "not visible") }</td>
            <td role="cell" class="num" data-label="Remaining">{ or(option.surviving_units, "not known") }</td>
            <td role="cell" class="num" data-label="Cost">{ cost(option.extra_units) }</td>
        </tr>
    }
}

fn now(capacity: &Capacity) -> Html {
    let current = &capacity.current;
    let layout = current.layout.map_or_else(|| "zones not known".to_owned(), |layout| phrases::layout(layout, current.zones));
    html! {
        <tr role="row" data-layout="now">
            <th role="rowheader" scope="row">
                <span class="way way--now">{ format!("Now: {layout}") }</span>
                if current.valid == Some(false) {
                    <span class="way__why">{ "Not possible as described." }</span>
                }
            </th>
            <td role="cell" data-label="Units">
                { or(current.units, "not known") }
                if let Some(units) = current.units {
                    { pictogram(units, None, Some("plain")) }
                }
            </td>
            <td role="cell" class="num" data-label="Per zone">{ or(current.units_per_zone, "not visible") }</td>
            <td role="cell" class="num" data-label="Remaining">{ or(current.surviving_units, "not known") }</td>
            <td role="cell" class="num" data-label="Cost">{ "0" }</td>
        </tr>
    }
}

/// Units as small blocks: filled ones carry the peak, outlined ones are spare.
fn pictogram(units: u32, needed: Option<u32>, class: Option<&'static str>) -> Html {
    let UnitRow { width, blocks } = geometry::unit_row(units, needed.unwrap_or(units));
    html! {
        <svg class="unitrow" width={width.to_string()} height="10" aria-hidden="true">
            for block in blocks {
                if block.spare {
                    // Half a pixel inwards, so that the outline is as large as a filled block.
                    <rect class="spare" x={(block.left + 0.5).to_string()} y="0.5" width={(block.width - 1.0).max(0.0).to_string()} height="9" rx="1.5"/>
                } else {
                    <rect {class} x={block.left.to_string()} y="0" width={block.width.to_string()} height="10" rx="1.5"/>
                }
            }
        </svg>
    }
}

fn or(number: Option<u32>, otherwise: &str) -> String {
    number.map_or_else(|| otherwise.to_owned(), |number| number.to_string())
}

/// What a layout costs: units are what is paid for, and the pages give no price.
fn cost(extra: Option<i32>) -> String {
    match extra {
        None => "not known".to_owned(),
        Some(0) => "0".to_owned(),
        Some(extra) => {
            let sign = if extra < 0 { '−' } else { '+' };
            format!("{sign}{}", phrases::units(extra.unsigned_abs()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{unplanned, west_europe};
    use super::*;
    use crate::rendered::html;

    #[tokio::test(flavor = "current_thread")]
    async fn compares_units_zones_loss_and_cost_and_ends_with_what_is_there() {
        let html = html(options_table(&west_europe(), unplanned().marks())).await;
        insta::assert_snapshot!(html.replace("><", ">\n<"));
    }

    #[test]
    fn a_cost_has_its_sign() {
        assert_eq!(cost(Some(2)), "+2 units");
        assert_eq!(cost(Some(-1)), "−1 unit");
        assert_eq!(cost(Some(0)), "0");
        assert_eq!(cost(None), "not known");
    }
}
