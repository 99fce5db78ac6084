use std::rc::Rc;

use yew::prelude::*;

use super::{Icon, Sign};

/// One thing a menu can do.
#[derive(Debug, Clone, PartialEq)]
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

/// Properties of [`Menu`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// What the button that opens it refers to.
    pub id: AttrValue,
    /// What it can do.
    pub items: Rc<[MenuItem]>,
    /// What needs more than a press of a button.
    #[prop_or_default]
    pub children: Html,
}

/// A popover with buttons.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    html! {
        <div class="pop pop--menu" id={&props.id} popover="auto">
            <ul class="menu">
                for item in props.items.iter() {
                    <li key={item.id}>
                        <button type="button" data-menu={item.id} onclick={&item.onclick}>
                            <Icon sign={item.sign} />
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
            { props.children.clone() }
        </div>
    }
}
