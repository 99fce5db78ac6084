use apim_plan::export;
use yew::prelude::*;

use super::{MenuProps, export_context, item};
use crate::fleet::state::use_fleet;
use crate::planned::use_plan;
use crate::platform;
use crate::questionnaire::answers::use_answers;
use crate::route::{self, View};
use crate::ui::{Sign, items, use_say};

/// Links, text, and the way into a wiki.
#[component]
pub fn ShareMenu(props: &MenuProps) -> Html {
    let (answers, plan, fleet, say) = (use_answers(), use_plan(), use_fleet(), use_say());
    let view = props.view;
    let fleet = (view == View::Fleet).then(|| fleet.rows()).flatten();
    let (of_link, of_markdown) = match fleet {
        Some(_) => ("to this view, without the fleet", "Copy the fleet as Markdown"),
        None => ("answers only, no names or IDs", "Copy the plan as Markdown"),
    };
    let request = answers.request.clone();
    let copy_link = {
        let (request, say) = (request.clone(), say.clone());
        move || platform::copy(platform::address(&route::write(view, &request)), say.copied("Link copied."))
    };
    let copy_markdown = {
        let (plan, say) = (plan.clone(), say.clone());
        move || match &fleet {
            Some(fleet) => platform::copy(export::fleet_markdown(fleet), say.copied("Fleet copied as Markdown.")),
            None => platform::copy(export::markdown(&plan, &export_context(&plan)), say.copied("Plan copied as Markdown.")),
        }
    };
    let share = [
        item("link", Sign::Link, "Copy link", of_link, "menu-share", copy_link),
        item("copy-markdown", Sign::Copy, of_markdown, "ready for a wiki or a change ticket", "menu-share", copy_markdown),
        item("embed", Sign::Export, "Embed in a page", "a frame or an element, with these answers", "menu-share", || {
            platform::go_to("#/reference", "embedding");
        }),
    ];
    items(&share)
}
