use yew::prelude::*;

use super::{Sign, icon};

/// One thing a menu can do.
pub struct MenuItem {
    /// Its drawing.
    pub sign: Sign,
    /// What it does.
    pub label: AttrValue,
    /// What is worth knowing before; may be empty.
    pub help: AttrValue,
    /// A stable name for tests.
    pub id: &'static str,
    /// Does it.
    pub onclick: Callback<MouseEvent>,
}

/// A popover for a menu.
pub fn menu(id: &'static str, offers: Html) -> Html {
    html! {
        <div class="pop pop--menu" {id} popover="auto">
            { offers }
        </div>
    }
}

/// Buttons.
pub fn items(items: &[MenuItem]) -> Html {
    html! {
        <ul class="menu">
            for item in items.iter() {
                <li key={item.id}>
                    <button type="button" data-menu={item.id} onclick={&item.onclick}>
                        { icon(item.sign) }
                        <span>
                            { &item.label }
                            if !item.help.is_empty() {
                                <small>{ &item.help }</small>
                            }
                        </span>
                    </button>
                </li>
            }
        </ul>
    }
}
