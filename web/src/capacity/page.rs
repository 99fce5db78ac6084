use apim_plan::RegionName;
use yew::prelude::*;

use super::{CapacityView, Loss, Losses};
use crate::plan::{SourcesList, SourcesListProps};
use crate::planned::{Planned, use_plan};
use crate::questionnaire::Workbench;
use crate::questionnaire::answers::{AnswersAction, use_answers};
use crate::route::View;
use crate::words;

/// The view at `#/capacity`: questions, and units over zones and regions.
#[component]
pub fn CapacityPage() -> Html {
    let (answers, plan) = (use_answers(), use_plan());
    let region = use_state_eq(|| None::<RegionName>);
    let on_loss = use_callback((), {
        let (answers, region) = (answers.dispatcher(), region.setter());
        move |loss, ()| match loss {
            Loss::Zone(name, zone) => answers.dispatch(AnswersAction::Lose(name, zone)),
            Loss::Region(name) => region.set(name),
        }
    });
    // A region that was taken out of the answers is not lost any more.
    let lost = (*region).clone().filter(|name| answers.request.locations.iter().any(|location| location.name == *name));
    let losses = Losses { zones: answers.lost.clone(), region: lost };
    let title = match &answers.request.name {
        Some(name) => format!("Capacity plan for {name}"),
        None => "Capacity plan".to_owned(),
    };
    html! {
        <Workbench view={View::Capacity} {title} result={result(&plan)}>
            if plan.capacity.locations.is_empty() {
                <section class="section">
                    <div class="empty"><b>{ "No region yet" }</b>{ "Add a region in the questions to plan its units and zones." }</div>
                </section>
            } else {
                <nav class="toc" aria-label="Parts of the capacity plan">
                    <ul>
                        for (id, title) in parts(&plan) {
                            <li key={id.clone()}><a href={format!("#{id}")}>{ title }</a></li>
                        }
                    </ul>
                </nav>
                <p class="sr" role="status" data-live="verdict">{ &*plan.capacity.headline }</p>
                <CapacityView request={answers.request.clone()} plan={plan.clone()} {losses} {on_loss} />
                <SourcesList ..SourcesListProps::of(&plan) />
            }
        </Workbench>
    }
}

/// The result in two words: the units of the recommended layouts.
fn result(plan: &Planned) -> String {
    let units: u32 = plan.capacity.locations.iter().filter_map(|location| location.options.first()).map(|best| best.units).sum();
    if units == 0 { "no region yet".to_owned() } else { words::count(units as usize, "unit", "units") }
}

/// The parts that there are.
fn parts(plan: &Planned) -> Vec<(String, String)> {
    let capacity = &plan.capacity;
    let part = |id: &str, title: &str| (id.to_owned(), title.to_owned());
    let places =
        capacity.locations.iter().map(|location| (format!("place-{}", location.name), location.display_name.to_string()));
    let fixed = [
        capacity.region_loss.is_some().then(|| part("region-loss", "Region outage")),
        capacity.locations.iter().any(|location| location.subnet.is_some()).then(|| part("subnets", "Subnets")),
        capacity.locations.iter().any(|location| location.autoscale.is_some()).then(|| part("autoscale", "Autoscale")),
        (!capacity.order.is_empty()).then(|| part("order", "Order of work")),
        Some(part("fails", "Outage behavior")),
        Some(part("sources", "Sources")),
    ];
    std::iter::once(part("verdict", "Verdict")).chain(places).chain(fixed.into_iter().flatten()).collect()
}
