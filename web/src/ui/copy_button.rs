use yew::prelude::*;

use super::{Sign, icon, use_say};
use crate::platform::{self, PendingCall};

/// How long the button says that it worked, in milliseconds.
const SAID_FOR: u32 = 2_000;

/// Properties of [`CopyButton`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The text to copy.
    pub text: AttrValue,
    /// What it is, for screen readers and the live region: "the Bash command".
    pub what: AttrValue,
    /// What the button says.
    #[prop_or(AttrValue::Static("Copy"))]
    pub label: AttrValue,
    /// Further classes.
    #[prop_or(classes!("btn--bare"))]
    pub class: Classes,
}

/// Copies a text, and says for two seconds on itself that it did.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let say = use_say();
    let done = use_state_eq(|| false);
    let pause = use_mut_ref(|| None::<PendingCall>);
    let onclick = {
        let (text, what, done) = (props.text.clone(), props.what.clone(), done.setter());
        Callback::from(move |_: MouseEvent| {
            let (done, pause) = (done.clone(), pause.clone());
            let said = say.copied_as(format!("Copied {what}."));
            platform::copy(text.to_string(), move |is_done| {
                said(is_done);
                done.set(is_done);
                *pause.borrow_mut() = Some(platform::after(SAID_FOR, move || done.set(false)));
            });
        })
    };
    let sign = if *done { Sign::Check } else { Sign::Copy };
    html! {
        <button type="button" class={classes!("btn", "btn--small", props.class.clone())} data-copy="true" {onclick}>
            { icon(sign) }
            <span>{ if *done { AttrValue::Static("Copied") } else { props.label.clone() } }</span>
            <span class="sr">{ " " }{ &props.what }</span>
        </button>
    }
}
