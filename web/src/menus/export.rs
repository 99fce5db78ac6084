use apim_plan::Plan;
use apim_plan::export::{self, Recipient, Start, Table};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::{MenuProps, export_context, item};
use crate::fleet::files;
use crate::fleet::state::use_fleet;
use crate::planned::use_plan;
use crate::platform;
use crate::route::View;
use crate::ui::{Say, Sign, icon, items, use_say};

/// Files, paper and a calendar.
#[component]
pub fn ExportMenu(props: &MenuProps) -> Html {
    let (plan, fleet, say) = (use_plan(), use_fleet(), use_say());
    let start = use_state_eq(AttrValue::default);
    let problem = use_state_eq(|| "");
    // Each file is written when it is asked for, not before.
    let save = |name: &'static str, kind: &'static str, write: fn(&Plan) -> String| {
        let (plan, say) = (plan.clone(), say.clone());
        move || saved(platform::download(name, kind, &write(&plan)), &say)
    };
    let export = [
        item(
            "ticket",
            Sign::Export,
            "Ticket",
            "for a change request",
            "menu-export",
            save("apim-plan-ticket.md", "text/markdown", |plan| export::to_ticket(plan, &export_context(plan))),
        ),
        item(
            "markdown",
            Sign::Export,
            "Full report, Markdown",
            "with sources",
            "menu-export",
            save("apim-plan.md", "text/markdown", |plan| export::markdown(plan, &export_context(plan))),
        ),
        item(
            "html",
            Sign::Export,
            "Full report, HTML",
            "one file",
            "menu-export",
            save("apim-plan.html", "text/html", |plan| export::to_html(plan, &export_context(plan))),
        ),
        item(
            "letters",
            Sign::Export,
            "Letters",
            "one for each team",
            "menu-export",
            save("apim-plan-letters.txt", "text/plain", letters),
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
            save("apim-plan-paths.csv", "text/csv", |plan| export::csv(plan, Table::Paths, &export_context(plan))),
        ),
        item(
            "csv-checklist",
            Sign::Export,
            "Checklist as CSV",
            "",
            "menu-export",
            save("apim-plan-checklist.csv", "text/csv", |plan| export::csv(plan, Table::Checklist, &export_context(plan))),
        ),
        item("print", Sign::Print, "Print", "", "menu-export", platform::print),
    ];
    // What is looked at is what is taken along.
    if let Some(fleet) = (props.view == View::Fleet).then(|| fleet.rows()).flatten() {
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
            let calendar = platform::utc(&moment)
                .and_then(|start| start.parse::<Start>().ok())
                .map(|start| export::ics(&plan, start, &export_context(&plan)));
            problem.set(match &calendar {
                Some(Some(_)) => "",
                Some(None) => "No calendar: no path is recommended, or the duration of the migration is not documented.",
                None => "Enter the start of the migration: date and time.",
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
            <label for={RUN_START}>{ "Start of the migration, your time" }</label>
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

fn saved(done: bool, say: &Say) {
    say.either("File saved.", "If saving is not allowed here, copy the text that is shown.")(done);
}

fn plan_json(plan: &Plan) -> String {
    export::to_json(plan, &export_context(plan)).unwrap_or_default()
}

fn letters(plan: &Plan) -> String {
    let letters = Recipient::iter().filter_map(|recipient| export::to_letter(plan, recipient, &export_context(plan)));
    letters.collect::<Vec<_>>().join("\n----------------------------------------\n\n")
}
