use std::rc::Rc;

use yew::prelude::*;

use super::Paste;
use crate::components::{Header, Menu, MenuItem, Sign};
use crate::hooks::{use_answers, use_plan, use_say};
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
    let answers = use_answers();
    let plan = use_plan();
    let say = use_say();
    let theme = use_state_eq(platform::theme);
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
    let save_json = move || platform::download("apim-plan.json", "application/json", &plan_json(&plan));
    let share: Rc<[MenuItem]> =
        Rc::new([item("link", Sign::Link, "Copy link", "answers only, no names or ids", "menu-share", copy_link)]);
    let export: Rc<[MenuItem]> = Rc::new([
        item("json", Sign::Export, "JSON", "the whole plan", "menu-export", save_json),
        item("print", Sign::Print, "Print", "", "menu-export", platform::print),
    ]);
    html! {
        <Header {view} theme={words} {ontheme}>
            <Paste />
            <Menu id="menu-share" items={share} />
            <Menu id="menu-export" items={export} />
        </Header>
    }
}

fn plan_json(plan: &apim_plan::api::Plan) -> String {
    platform::json_for_people(plan)
}

fn copy(text: String, copied: &'static str, say: &Callback<AttrValue>) {
    let say = say.clone();
    platform::copy(text, move |done| {
        say.emit(AttrValue::Static(if done { copied } else { "Copying is not allowed here." }));
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
