use std::rc::Rc;

use apim_plan::{PlanRequest, export};
use yew::prelude::*;

use super::state::{Filter, FleetAction, FleetState, Table, arrange};
use super::{
    FiltersProps, FleetTableProps, ScheduleProps, WavesProps, filters, fleet_preview, fleet_summary, fleet_table, of_name,
    schedule, waves,
};
use crate::context::{Page, Say, use_page};
use crate::planned::Planned;
use crate::platform;
use crate::questionnaire::answers::{Action, Origin};
use crate::route::View;

/// The view at `#/fleet`: many instances, their paths, their waves.
#[component]
pub fn FleetPage() -> Html {
    let Page { answers, say, fleet, table, .. } = use_page();
    // Whoever comes back from a plan brings its answers along.
    use_effect_with((), {
        let (fleet, request) = (fleet.clone(), answers.request.clone());
        move |()| {
            if fleet.opened.is_some() {
                fleet.dispatch(FleetAction::Back(request));
            }
        }
    });
    let on_order = act(&fleet, FleetAction::Order);
    let on_page = act(&fleet, FleetAction::Page);
    let on_choose = act(&fleet, FleetAction::Choose);
    let rows = use_memo((table.clone(), fleet.filter.clone(), fleet.order), |(table, filter, order)| {
        Rc::<[u32]>::from(table.as_ref().map(|table| arrange(table, filter, *order)).unwrap_or_default())
    });
    let chosen = fleet.chosen.and_then(|place| fleet.instance(place).map(|imported| (place, Rc::new(imported.request.clone()))));
    let preview = use_memo(chosen.clone(), |chosen| chosen.as_ref().map(|(_, request)| planned(request)));
    // A calendar of thousands of runs is not laid out again for every letter of the filter.
    let calendar = use_memo((table.clone(), fleet.chosen, fleet.weeks), {
        let fleet = fleet.clone();
        move |(table, chosen, page)| {
            let props = |table: &Table| WavesProps {
                table: table.clone(),
                chosen: *chosen,
                page: *page,
                on_page: act(&fleet, FleetAction::Weeks),
            };
            table.as_ref().map(|table| waves(&props(table))).unwrap_or_default()
        }
    });
    let Some(table) = &table else { return no_fleet() };
    let on_write = {
        let fleet = fleet.clone();
        Callback::from(move |(field, event): (_, InputEvent)| {
            fleet.dispatch(fleet.draft.clone().write(field, &platform::typed(&event)));
        })
    };
    let on_day = {
        let fleet = fleet.clone();
        Callback::from(move |day| fleet.dispatch(fleet.draft.clone().turn(day)))
    };
    let filtering = |change: fn(&mut Filter, AttrValue)| {
        let fleet = fleet.clone();
        move |text: AttrValue| {
            let mut filter = fleet.filter.clone();
            change(&mut filter, text);
            fleet.dispatch(FleetAction::Filter(filter));
        }
    };
    let on_text = {
        let by_text = filtering(|filter, text| filter.text = text.to_string());
        Callback::from(move |event: InputEvent| by_text(platform::typed(&event)))
    };
    let on_path = {
        let by_path = filtering(|filter, text| filter.path = of_name(&text));
        Callback::from(move |event: Event| by_path(platform::chosen(&event)))
    };
    let on_tier = {
        let by_tier = filtering(|filter, text| filter.tier = of_name(&text));
        Callback::from(move |event: Event| by_tier(platform::chosen(&event)))
    };
    let on_show = {
        let fleet = fleet.clone();
        Callback::from(move |show| fleet.dispatch(FleetAction::Filter(Filter { show, ..fleet.filter.clone() })))
    };
    let on_all = {
        let fleet = fleet.dispatcher();
        Callback::from(move |_: MouseEvent| fleet.dispatch(FleetAction::Filter(Filter::default())))
    };
    let on_open = chosen.clone().map(|(place, request)| {
        let (fleet, answers) = (fleet.dispatcher(), answers.dispatcher());
        Callback::from(move |()| {
            fleet.dispatch(FleetAction::Open(place));
            answers.dispatch(Action::Load(request.clone(), Origin::Fleet));
            platform::go(&View::Plan.href());
        })
    });
    let name = chosen.as_ref().and_then(|(_, request)| request.name.clone()).unwrap_or_else(|| "without a name".to_owned());
    html! {
        <main class="plan plan--fleet" id="plan" tabindex="-1">
            { fleet_summary(table, &fleet.from) }
            <div class="fleet">
                { filters(&FiltersProps { table: table.clone(), filter: fleet.filter.clone(), on_show, on_text, on_path, on_tier }) }
                <p class="sr" role="status" data-live="rows">{ format!("{} of {} instances shown", rows.len(), table.instances.len()) }</p>
                if rows.is_empty() {
                    <div class="empty">
                        <b>{ "No instance fits the filter" }</b>{ format!("{} are hidden.", table.instances.len()) }
                        <br />
                        <button type="button" class="btn" onclick={on_all}>{ "Show all" }</button>
                    </div>
                } else {
                    { fleet_table(&FleetTableProps {
                        table: table.clone(),
                        rows: Rc::<[u32]>::clone(&rows),
                        order: fleet.order,
                        page: fleet.page,
                        chosen: fleet.chosen,
                        on_order,
                        on_page,
                        on_choose,
                    }) }
                }
                if let (Some(plan), Some(on_open)) = (preview.as_ref(), on_open) {
                    { fleet_preview(&name, plan, &on_open) }
                }
            </div>
            <section class="section" id="schedule" aria-labelledby="schedule-title">
                <h2 id="schedule-title">{ "Schedule" }</h2>
                <p class="lead">{ "Tick the days on which windows open; each run then gets its hour. Test before production, one subnet in one window, never two production regions of one chain together." }</p>
                { schedule(&ScheduleProps {
                    draft: fleet.draft.clone(),
                    problem: fleet.problem.clone().or_else(|| table.problem()),
                    is_outdated: fleet.problem.is_some(),
                    on_day,
                    on_write,
                }) }
            </section>
            { Html::clone(&calendar) }
            { exports(table, &say) }
        </main>
    }
}

/// A callback that makes an action of what it is given.
fn act<T: 'static>(fleet: &UseReducerHandle<FleetState>, action: fn(T) -> FleetAction) -> Callback<T> {
    let fleet = fleet.dispatcher();
    Callback::from(move |what| fleet.dispatch(action(what)))
}

fn no_fleet() -> Html {
    html! {
        <main class="plan plan--fleet" id="plan" tabindex="-1">
            <h1 class="sr">{ "Fleet" }</h1>
            <section class="section">
                <div class="empty">
                    <b>{ "No fleet yet" }</b>
                    { "Paste a Resource Graph export, or the answer of " }<code>{ "az apim list" }</code>{ ". Nothing is uploaded or stored: after a reload, it has to be read again." }
                    <br />
                    <button type="button" class="btn" popovertarget="paste">{ "Paste or choose a file" }</button>
                </div>
            </section>
        </main>
    }
}

fn planned(request: &PlanRequest) -> Planned {
    let today = platform::today();
    let request = PlanRequest { as_of: today, ..request.clone() };
    Planned::new(apim_plan::plan(&request), today)
}

/// Writes a fleet in some format.
type Write = fn(&Table) -> String;

/// Name, kind and title of a file, and what writes it.
const FORMATS: [(&str, &str, &str, Write); 4] = [
    ("apim-plan-fleet.csv", "text/csv", "Instances as CSV", |table| export::fleet_csv(table, export::FleetTable::Instances)),
    ("apim-plan-schedule.csv", "text/csv", "Runs as CSV", |table| export::fleet_csv(table, export::FleetTable::Schedule)),
    ("apim-plan-fleet.md", "text/markdown", "Markdown", |table| export::fleet_markdown(table)),
    ("apim-plan-fleet.json", "application/json", "JSON", |table| export::fleet_json(table).unwrap_or_default()),
];

fn calendar(table: &Table) -> String {
    export::fleet_ics(table).unwrap_or_default()
}

/// The files that a fleet can be taken along as: the title of each, and what saves it. Where downloads are denied, it is copied.
pub(crate) fn files(table: &Table, say: &Say) -> Vec<(&'static str, Callback<()>)> {
    let file = |(name, kind, title, write): (&'static str, &'static str, &'static str, Write)| {
        let (table, say) = (table.clone(), say.clone());
        let save = Callback::from(move |()| {
            let text = write(&table);
            if !platform::download(name, kind, &text) {
                let say = say.clone();
                platform::copy(text, move |copied| {
                    say.emit(AttrValue::Static(if copied {
                        "Copied: files are denied here."
                    } else {
                        "Files and copying are denied here."
                    }));
                });
            }
        });
        (title, save)
    };
    let calendar =
        (!table.schedule.is_empty()).then_some(("apim-plan-fleet.ics", "text/calendar", "Calendar", calendar as Write));
    FORMATS.iter().copied().chain(calendar).map(file).collect()
}

fn exports(table: &Table, say: &Say) -> Html {
    html! {
        <section class="section" id="exports" aria-labelledby="exports-title">
            <h2 id="exports-title">{ "Take it along" }</h2>
            <p class="row">
                for (title, save) in files(table, say) {
                    <button type="button" class="btn" data-export={title} onclick={save.reform(|_: MouseEvent| ())}>{ title }</button>
                }
            </p>
        </section>
    }
}
