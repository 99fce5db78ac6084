//! What the menus of the header offer. No part of the first view: to open one is to touch the page.

mod export;
mod share;

use apim_plan::Plan;
use apim_plan::export::ExportContext;
use yew::prelude::*;

pub use self::export::ExportMenu;
pub use self::share::ShareMenu;
use crate::platform;
use crate::route::{self, View};
use crate::ui::{MenuItem, Sign};

/// Properties of both menus.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// The view that is shown.
    pub view: View,
}

/// What exports carry besides the plan: the address of the page with these answers, and the day on its clock.
pub fn export_context(plan: &Plan) -> ExportContext {
    let link = platform::address(&route::write(View::Plan, &plan.request));
    ExportContext { link: Some(link), date: platform::today(), title: None }
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
