use strum::IntoEnumIterator;
use yew::prelude::*;

use crate::route::View;
use crate::ui::{Sign, icon, logo};

/// Name, views, and what can be done with the whole page.
pub(super) fn header(shown: View, theme: &str, ontheme: &Callback<MouseEvent>, children: Html) -> Html {
    html! {
        <header class="head">
            <a class="head__name" href={View::Plan.href()}>{ logo() }{ "apim-plan" }</a>
            <nav class="head__nav" aria-label="Views">
                for view in View::iter() {
                    <a href={view.href()} aria-current={(view == shown).then_some("page")}>{ view.title() }</a>
                }
            </nav>
            <div class="head__tools">
                <button type="button" class="drop" popovertarget="paste">
                    { icon(Sign::Paste) }
                    <span class="drop__text">{ "Paste" }<span class="drop__long">{ " or drop a description" }</span></span>
                    <kbd>{ "Ctrl V" }</kbd>
                </button>
                <button type="button" class="btn" popovertarget="menu-share">
                    { icon(Sign::Link) }<span class="btn__text">{ "Share" }</span>
                </button>
                <button type="button" class="btn" popovertarget="menu-export">
                    { icon(Sign::Export) }<span class="btn__text">{ "Export" }</span>
                </button>
                <button
                    type="button"
                    class="btn btn--icon"
                    data-theme-switch="true"
                    aria-label={format!("Theme: {theme}. Change")}
                    onclick={ontheme}
                >
                    { icon(Sign::Theme) }
                </button>
            </div>
            { children }
        </header>
    }
}
