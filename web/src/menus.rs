//! What the menus of the header offer. No part of the first view: whoever opens one has touched the page.

use apim_plan::Plan;
use apim_plan::export::{self, Start, Table};
use yew::prelude::*;

use crate::context::{Page, use_page};
use crate::fleet::files;
use crate::platform;
use crate::route::{self, View};
use crate::ui::{MenuItem, Sign, icon, items};

/// Properties of both menus.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// The view that is shown.
    pub view: View,
}

/// Links, text, and the way into a wiki.
#[component]
pub fn ShareMenu(props: &MenuProps) -> Html {
    let Page { answers, plan, say, table, .. } = use_page();
    let view = props.view;
    let fleet = table.filter(|_| view == View::Fleet);
    let (of_link, of_markdown) = match fleet {
        Some(_) => ("to this view; the fleet stays here", "Copy the fleet as Markdown"),
        None => ("answers only, no names or ids", "Copy the plan as Markdown"),
    };
    let request = answers.request.clone();
    let copy_link = {
        let (request, say) = (request.clone(), say.clone());
        move || copy(platform::address(&route::write(view, &request)), "Link copied.", &say)
    };
    let copy_markdown = {
        let (plan, say) = (plan.clone(), say.clone());
        move || match &fleet {
            Some(fleet) => copy(export::fleet_markdown(fleet), "Fleet copied as Markdown.", &say),
            None => copy(export::markdown(&plan), "Plan copied as Markdown.", &say),
        }
    };
    let share = [
        item("link", Sign::Link, "Copy link", of_link, "menu-share", copy_link),
        item("copy-markdown", Sign::Copy, of_markdown, "ready for a wiki or a change ticket", "menu-share", copy_markdown),
        item("embed", Sign::Export, "Take it into a wiki", "a frame or an element, with these answers", "menu-share", || {
            platform::go_to("#/reference", "embedding");
        }),
    ];
    items(&share)
}

/// Files, paper and a calendar.
#[component]
pub fn ExportMenu(props: &MenuProps) -> Html {
    let Page { plan, say, table, .. } = use_page();
    let start = use_state_eq(AttrValue::default);
    let problem = use_state_eq(|| "");
    // Each file is written when it is asked for, not before.
    let save = |name: &'static str, kind: &'static str, write: fn(&Plan) -> String| {
        let (plan, say) = (plan.clone(), say.clone());
        move || saved(platform::download(name, kind, &write(&plan)), &say)
    };
    let export = [
        item(
            "markdown",
            Sign::Export,
            "Markdown",
            "a runbook",
            "menu-export",
            save("apim-plan.md", "text/markdown", export::markdown),
        ),
        item(
            "json",
            Sign::Export,
            "JSON",
            "the whole plan",
            "menu-export",
            save("apim-plan.json", "application/json", plan_json),
        ),
        item(
            "csv-paths",
            Sign::Export,
            "Paths as CSV",
            "",
            "menu-export",
            save("apim-plan-paths.csv", "text/csv", |plan| export::csv(plan, Table::Paths)),
        ),
        item(
            "csv-checklist",
            Sign::Export,
            "Checklist as CSV",
            "",
            "menu-export",
            save("apim-plan-checklist.csv", "text/csv", |plan| export::csv(plan, Table::Checklist)),
        ),
        item("print", Sign::Print, "Print", "", "menu-export", platform::print),
    ];
    // What is looked at is what is taken along.
    if let Some(fleet) = table.filter(|_| props.view == View::Fleet) {
        let files = files(&fleet, &say)
            .into_iter()
            .map(|(title, save)| item(title, Sign::Export, title, "of the fleet", "menu-export", move || save.emit(())));
        let print = item("print", Sign::Print, "Print", "", "menu-export", platform::print);
        return items(&files.chain([print]).collect::<Vec<_>>());
    }
    let oncalendar = {
        let (plan, say) = (plan.clone(), say.clone());
        let problem = problem.clone();
        Callback::from(move |moment: AttrValue| {
            let calendar =
                platform::utc(&moment).and_then(|start| start.parse::<Start>().ok()).map(|start| export::ics(&plan, start));
            problem.set(match &calendar {
                Some(Some(_)) => "",
                Some(None) => {
                    "There is no run to put into a calendar: no path is recommended, or no page says how long it takes."
                }
                None => "Say when the run starts: day and hour.",
            });
            match calendar.flatten() {
                Some(text) => {
                    platform::close_popover("menu-export");
                    saved(platform::download("apim-plan.ics", "text/calendar", &text), &say);
                }
                None => platform::focus(RUN_START),
            }
        })
    };
    html! {
        <>
            { items(&export) }
            { calendar(&start, *problem, &oncalendar) }
        </>
    }
}

const RUN_START: &str = "run-start";

/// When the run starts: without that there is no calendar.
fn calendar(start: &UseStateHandle<AttrValue>, problem: &'static str, onsave: &Callback<AttrValue>) -> Html {
    let oninput = {
        let start = start.setter();
        Callback::from(move |event: InputEvent| start.set(platform::typed(&event)))
    };
    let start = (**start).clone();
    let onclick = onsave.reform(move |_: MouseEvent| start.clone());
    html! {
        <div class="menu__form">
            <label for={RUN_START}>{ "Start of the run, your time" }</label>
            <div class="q__row">
                <input class="input" type="datetime-local" id={RUN_START} aria-invalid={(!problem.is_empty()).then_some("true")} aria-describedby="run-start-error" {oninput} />
                <button type="button" class="btn" data-menu="ics" {onclick}>{ icon(Sign::Calendar) }{ "Calendar" }</button>
            </div>
            <div role="alert" id="run-start-error">
                if !problem.is_empty() {
                    <p class="q__error">{ icon(Sign::Blocker) }<span>{ problem }</span></p>
                }
            </div>
        </div>
    }
}

fn saved(done: bool, say: &Callback<AttrValue>) {
    say.emit(AttrValue::Static(if done { "File saved." } else { "Saving a file may not be allowed here: the text is shown." }));
}

fn plan_json(plan: &Plan) -> String {
    platform::json_for_people(plan)
}

fn copy(text: String, copied: &'static str, say: &Callback<AttrValue>) {
    let say = say.clone();
    platform::copy(text, move |done| {
        say.emit(AttrValue::Static(if done { copied } else { "Copying is not allowed here: the text is shown." }));
    });
}

fn item<T>(
    id: &'static str,
    sign: Sign,
    label: &'static str,
    help: &'static str,
    menu: &'static str,
    what: impl Fn() -> T + 'static,
) -> MenuItem {
    let onclick = Callback::from(move |_| {
        // The print dialog must not show the menu.
        platform::close_popover(menu);
        what();
    });
    MenuItem { sign, label: label.into(), help: help.into(), id, onclick }
}
