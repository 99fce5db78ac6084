use std::rc::Rc;

use yew::prelude::*;

use super::state::{FleetAction, FleetRows, RowFilter, arrange, use_fleet};
use super::table::act;
use super::{Filters, FleetPreview, FleetSummary, FleetTable, ScheduleForm, Waves, files};
use crate::questionnaire::answers::use_answers;
use crate::ui::{Say, use_say};

/// The view at `#/fleet`: many instances, their paths, their waves.
#[component]
pub fn FleetPage() -> Html {
    let (fleet, answers, say) = (use_fleet(), use_answers(), use_say());
    // The way back from a plan brings its answers along.
    use_effect_with((), {
        let (fleet, request) = (fleet.clone(), answers.request.clone());
        move |()| {
            if fleet.opened.is_some() {
                fleet.dispatch(FleetAction::Back(request));
            }
        }
    });
    let rows = fleet.rows();
    let places = use_memo((rows.clone(), fleet.filter.clone(), fleet.order), |(rows, filter, order)| {
        Rc::<[u32]>::from(rows.as_ref().map(|rows| arrange(rows, filter, *order)).unwrap_or_default())
    });
    let Some(rows) = rows else { return no_fleet() };
    let chosen = fleet.chosen.and_then(|place| fleet.instance(place).map(|imported| (place, Rc::new(imported.request.clone()))));
    html! {
        <main class="plan plan--fleet" id="plan" tabindex="-1">
            <FleetSummary rows={rows.clone()} from={fleet.from.clone()} />
            <div class="fleet">
                <Filters rows={rows.clone()} filter={fleet.filter.clone()} />
                <p class="sr" role="status" data-live="rows">{ format!("{} of {} instances shown", places.len(), rows.instances.len()) }</p>
                if places.is_empty() {
                    <div class="empty">
                        <b>{ "No instance matches the filter" }</b>{ format!("{} are hidden.", rows.instances.len()) }
                        <br />
                        <button type="button" class="btn" onclick={act(&fleet.dispatcher(), FleetAction::Filter(RowFilter::default()))}>{ "Show all" }</button>
                    </div>
                } else {
                    <FleetTable rows={rows.clone()} places={Rc::<[u32]>::clone(&places)} order={fleet.order} page={fleet.page} chosen={fleet.chosen} />
                }
                if let Some((place, request)) = chosen {
                    <FleetPreview {place} {request} />
                }
            </div>
            <section class="section" id="schedule" aria-labelledby="schedule-title">
                <h2 id="schedule-title">{ "Schedule" }</h2>
                <p class="lead">{ "Select the days of your windows; each migration then gets a start time. Test comes before production, instances of one subnet share a window, and two production regions of one chain never migrate together." }</p>
                <ScheduleForm
                    schedule={fleet.schedule.clone()}
                    problem={fleet.problem.clone().or_else(|| rows.problem())}
                    is_outdated={fleet.problem.is_some()}
                />
            </section>
            <Waves rows={rows.clone()} chosen={fleet.chosen} page={fleet.weeks} />
            { exports(&rows, &say) }
        </main>
    }
}

fn no_fleet() -> Html {
    html! {
        <main class="plan plan--fleet" id="plan" tabindex="-1">
            <h1 class="sr">{ "Fleet" }</h1>
            <section class="section">
                <div class="empty">
                    <b>{ "No fleet yet" }</b>
                    { "Paste a Resource Graph export, or the output of " }<code>{ "az apim list" }</code>{ ". Nothing is sent or stored: after a reload, paste it again." }
                    <br />
                    <button type="button" class="btn" popovertarget="paste">{ "Paste or select a file" }</button>
                </div>
            </section>
        </main>
    }
}

fn exports(rows: &FleetRows, say: &Say) -> Html {
    html! {
        <section class="section" id="exports" aria-labelledby="exports-title">
            <h2 id="exports-title">{ "Export the fleet" }</h2>
            <p class="row">
                for (title, save) in files(rows, say) {
                    <button type="button" class="btn" data-export={title} onclick={save.reform(|_: MouseEvent| ())}>{ title }</button>
                }
            </p>
        </section>
    }
}
