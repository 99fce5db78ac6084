use strum::IntoEnumIterator;
use yew::prelude::*;

use super::{Icon, Sign};
use crate::share::View;

/// Properties of [`Header`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// The view that is shown.
    pub view: View,
    /// The theme in words: "as the system".
    pub theme: AttrValue,
    /// The theme's button was pressed.
    pub ontheme: Callback<MouseEvent>,
    /// The popovers that the buttons open: `paste`, `menu-share`, `menu-export`.
    #[prop_or_default]
    pub children: Html,
}

/// Name, views, and what can be done with the whole page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    html! {
        <header class="head">
            <a class="head__name" href={View::Plan.href()}><Icon sign={Sign::Logo} class="icon--logo" />{ "apim-plan" }</a>
            <nav class="head__nav" aria-label="Views">
                for view in View::iter() {
                    <a href={view.href()} aria-current={(view == props.view).then_some("page")}>{ view.title() }</a>
                }
            </nav>
            <div class="head__tools">
                <button type="button" class="drop" popovertarget="paste">
                    <Icon sign={Sign::Paste} />
                    <span class="drop__text">{ "Paste" }<span class="drop__long">{ " or drop a description" }</span></span>
                    <kbd>{ "Ctrl V" }</kbd>
                </button>
                <button type="button" class="btn" popovertarget="menu-share">
                    <Icon sign={Sign::Link} /><span class="btn__text">{ "Share" }</span>
                </button>
                <button type="button" class="btn" popovertarget="menu-export">
                    <Icon sign={Sign::Export} /><span class="btn__text">{ "Export" }</span>
                </button>
                <button
                    type="button"
                    class="btn btn--icon"
                    data-theme-switch="true"
                    aria-label={format!("Theme: {}. Change", props.theme)}
                    onclick={&props.ontheme}
                >
                    <Icon sign={Sign::Theme} />
                </button>
            </div>
            { props.children.clone() }
        </header>
    }
}
