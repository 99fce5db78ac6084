use yew::prelude::*;

use super::header::header;
use crate::context::{Page, use_page};
use crate::import::PANEL;
use crate::platform::{self, Theme};
use crate::route::View;
use crate::ui::menu;

/// Properties of [`Top`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct TopProps {
    /// The view that is shown.
    pub view: View,
}

/// The header with its menus.
#[component]
pub(super) fn Top(props: &TopProps) -> Html {
    let Page { later, .. } = use_page();
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
    let popovers = html! {
        <>
            <div class="pop pop--paste" id={PANEL} popover="auto" aria-labelledby="paste-title">
                <h2 id="paste-title">{ "Paste or drop a description" }</h2>
                { later.parts.map_or_else(coming, |parts| (parts.paste)()) }
            </div>
            { menu("menu-share", later.parts.map_or_else(coming, |parts| (parts.share_menu)(view))) }
            { menu("menu-export", later.parts.map_or_else(coming, |parts| (parts.export_menu)(view))) }
        </>
    };
    header(view, words, &ontheme, popovers)
}

/// In a popover before what it offers has come. The popover itself is there: a button that finds none does nothing.
fn coming() -> Html {
    html! { <progress aria-label="Loading" /> }
}
