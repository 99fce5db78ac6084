use std::rc::Rc;

use apim_plan::model::AutoscaleLimits;
use apim_plan::plan::Capacity;
use yew::prelude::*;

use super::parts::statement;
use crate::state::Planned;

/// What an [`AutoscaleTable`] compares.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AutoscaleTableProps {
    /// The primary location: the only one that autoscales.
    pub capacity: Rc<Capacity>,
    /// The limits as the reader has set them.
    pub set: AutoscaleLimits,
    /// The plan it is part of.
    pub plan: Planned,
}

/// Autoscale limits as set, and as they must be for the zones to share the units.
#[component]
pub fn AutoscaleTable(props: &AutoscaleTableProps) -> Html {
    let Some(plan) = &props.capacity.autoscale else {
        return Html::default();
    };
    let rows = [
        ("Minimum", props.set.minimum.get(), plan.minimum),
        ("Maximum", props.set.maximum.get(), plan.maximum),
        ("Step", props.set.step.get(), plan.step),
    ];
    html! {
        <section class="section" id="autoscale" aria-labelledby="autoscale-title">
            <h2 id="autoscale-title">{ "Autoscale" }</h2>
            <p class="lead">{ statement(&plan.because, &props.plan) }</p>
            <table class="table table--autoscale reflow" role="table">
                <caption class="sr">{ "Autoscale limits as set and as they fit the zones" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ &*props.capacity.display_name }</th>
                        <th role="columnheader" scope="col" class="num">{ "As set" }</th>
                        <th role="columnheader" scope="col" class="num">{ "Use" }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (name, set, fits) in rows {
                        <tr role="row" data-changed={(set != fits).then_some("")}>
                            <th role="rowheader" scope="row">{ name }</th>
                            <td role="cell" class="num" data-label="As set">{ set }</td>
                            <td role="cell" class="num" data-label="Use">
                                if set == fits {
                                    { fits }
                                } else {
                                    <b>{ fits }</b>
                                }
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
        </section>
    }
}
