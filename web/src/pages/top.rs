use apim_plan::api::Plan;
use yew::prelude::*;

use super::Paste;
use crate::components::{MenuItem, Sign, header, icon, menu};
use crate::hooks::{Page, Parts, use_page};
use crate::platform::{self, Theme};
use crate::share::{self, View};

/// Properties of [`Top`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct TopProps {
    /// The view that is shown.
    pub view: View,
}

/// The header with its menus.
#[component]
pub fn Top(props: &TopProps) -> Html {
    let Page { answers, plan, say, later, .. } = use_page();
    let theme = use_state_eq(platform::theme);
    let start = use_state_eq(AttrValue::default);
    let ontheme = {
        let theme = theme.clone();
        Callback::from(move |_| {
            platform::set_theme(theme.next());
            theme.set(theme.next());
        })
    };
    let words = match *theme {
        Theme::System => "as the system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let view = props.view;
    let request = answers.request.clone();
    let copy_link = {
        let (request, say) = (request.clone(), say.clone());
        move || copy(platform::address(&share::write(view, &request)), "Link copied.", &say)
    };
    let copy_markdown = {
        let (plan, say, later) = (plan.clone(), say.clone(), later.clone());
        move || {
            let (plan, say) = (plan.clone(), say.clone());
            later.with(move |parts| copy((parts.markdown)(&plan), "Plan copied as Markdown.", &say));
        }
    };
    // Each file is written when it is asked for, not before.
    let save = |name: &'static str, kind: &'static str, writer: fn(&Parts) -> fn(&Plan) -> String| {
        let (plan, say, later) = (plan.clone(), say.clone(), later.clone());
        move || {
            let (plan, say) = (plan.clone(), say.clone());
            later.with(move |parts| saved(platform::download(name, kind, &writer(parts)(&plan)), &say));
        }
    };
    let share = [
        item("link", Sign::Link, "Copy link", "answers only, no names or ids", "menu-share", copy_link),
        item(
            "copy-markdown",
            Sign::Copy,
            "Copy the plan as Markdown",
            "ready for a wiki or a change ticket",
            "menu-share",
            copy_markdown,
        ),
        item("embed", Sign::Export, "Take it into a wiki", "a frame or an element, with these answers", "menu-share", {
            let later = later.clone();
            // Asked for first, so that the place to go to is there.
            move || later.with(|_| platform::go_to("#/reference", "embedding"))
        }),
    ];
    let export = [
        item(
            "markdown",
            Sign::Export,
            "Markdown",
            "a runbook",
            "menu-export",
            save("apim-plan.md", "text/markdown", |parts| parts.markdown),
        ),
        item(
            "json",
            Sign::Export,
            "JSON",
            "the whole plan",
            "menu-export",
            save("apim-plan.json", "application/json", |parts| parts.json),
        ),
        item(
            "csv-paths",
            Sign::Export,
            "Paths as CSV",
            "",
            "menu-export",
            save("apim-plan-paths.csv", "text/csv", |parts| parts.paths_csv),
        ),
        item(
            "csv-checklist",
            Sign::Export,
            "Checklist as CSV",
            "",
            "menu-export",
            save("apim-plan-checklist.csv", "text/csv", |parts| parts.checklist_csv),
        ),
        item("print", Sign::Print, "Print", "", "menu-export", platform::print),
    ];
    let oncalendar = {
        let (plan, say) = (plan.clone(), say.clone());
        Callback::from(move |moment: AttrValue| {
            platform::close_popover("menu-export");
            let (plan, say, start) = (plan.clone(), say.clone(), platform::utc(&moment).unwrap_or_default());
            later.with(move |parts| match (parts.calendar)(&plan, &start) {
                Ok(text) => saved(platform::download("apim-plan.ics", "text/calendar", &text), &say),
                Err(why) => say.emit(AttrValue::Static(why)),
            });
        })
    };
    let popovers = html! {
        <>
            <Paste />
            { menu("menu-share", &share, Html::default()) }
            { menu("menu-export", &export, calendar(&start, &oncalendar)) }
        </>
    };
    header(view, words, &ontheme, popovers)
}

/// When the run starts: without that there is no calendar.
fn calendar(start: &UseStateHandle<AttrValue>, onsave: &Callback<AttrValue>) -> Html {
    let oninput = {
        let start = start.setter();
        Callback::from(move |event: InputEvent| start.set(platform::typed(&event)))
    };
    let start = (**start).clone();
    let onclick = onsave.reform(move |_: MouseEvent| start.clone());
    html! {
        <div class="menu__form">
            <label for="run-start">{ "Start of the run, your time" }</label>
            <div class="q__row">
                <input class="input" type="datetime-local" id="run-start" {oninput} />
                <button type="button" class="btn" data-menu="ics" {onclick}>{ icon(Sign::Calendar) }{ "Calendar" }</button>
            </div>
        </div>
    }
}

fn saved(done: bool, say: &Callback<AttrValue>) {
    say.emit(AttrValue::Static(if done { "File saved." } else { "Saving a file may not be allowed here: the text is shown." }));
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
