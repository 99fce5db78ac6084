use apim_plan::{AutoscaleLimits, Capacity};
use yew::prelude::*;

use crate::plan::statement;
use crate::planned::{Marks, PlanPart};

/// Properties of [`AutoscaleTable`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AutoscaleTableProps {
    /// The first region.
    pub capacity: PlanPart<Capacity>,
    /// The limits as set.
    pub set: AutoscaleLimits,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// Autoscale limits as set, and as they must be for the zones to share the units.
#[component]
pub fn AutoscaleTable(props: &AutoscaleTableProps) -> Html {
    let AutoscaleTableProps { capacity, set, marks } = props;
    let Some((capacity, limits)) = capacity.get().and_then(|capacity| Some((capacity, capacity.autoscale.as_ref()?))) else {
        return Html::default();
    };
    let rows = [
        ("Minimum", set.minimum.get(), limits.minimum),
        ("Maximum", set.maximum.get(), limits.maximum),
        ("Step", set.step.get(), limits.step),
    ];
    html! {
        <section class="section" id="autoscale" aria-labelledby="autoscale-title">
            <h2 id="autoscale-title">{ "Autoscale" }</h2>
            <p class="lead">{ statement(&limits.because, marks) }</p>
            <table class="table table--autoscale reflow" role="table">
                <caption class="sr">{ "Autoscale limits as set and as they fit the zones" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ &*capacity.display_name }</th>
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
            <ul class="aside">
                for note in limits.notes.iter() {
                    <li>{ statement(note, marks) }</li>
                }
            </ul>
        </section>
    }
}
