use yew::prelude::*;

use super::header::header;
use crate::import::{Arrival, PANEL};
use crate::platform::{self, Theme};
use crate::route::View;
use crate::split::{LazyPart, Piece};
use crate::ui::menu;

/// Properties of [`Top`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct TopProps {
    /// The view that is shown.
    pub view: View,
    /// What was last pasted or dropped on the page.
    pub arrived: Option<Arrival>,
}

/// The header with its menus.
#[component]
pub(super) fn Top(props: &TopProps) -> Html {
    let theme = use_state_eq(platform::theme);
    let ontheme = {
        let theme = theme.clone();
        Callback::from(move |_| {
            platform::set_theme(theme.next());
            theme.set(theme.next());
        })
    };
    let words = match *theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let view = props.view;
    let popovers = html! {
        <>
            <div class="pop pop--paste" id={PANEL} popover="auto" aria-labelledby="paste-title">
                <h2 id="paste-title">{ "Paste or drop a description" }</h2>
                <LazyPart piece={Piece::Paste(props.arrived.clone())} />
            </div>
            { menu("menu-share", html! { <LazyPart piece={Piece::ShareMenu(view)} /> }) }
            { menu("menu-export", html! { <LazyPart piece={Piece::ExportMenu(view)} /> }) }
        </>
    };
    header(view, words, &ontheme, popovers)
}
