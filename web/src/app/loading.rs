//! Brings what comes later, once, and says so when it does not come.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::parts::{self, NotLoaded};
use crate::context::{Later, Parts, Wish};
use crate::platform;
use crate::ui::{NoticeKind, notice};

thread_local! {
    static LOADED: Cell<Option<&'static Parts>> = const { Cell::new(None) };
}

/// What comes later. It is asked for at the first touch of the page: until then nobody needs it, and by the time they do it
/// is there.
#[hook]
pub(super) fn use_later() -> Later {
    let state = use_state_eq(|| Ok(LOADED.get().map(Known)));
    let ask = use_callback((), {
        let state = state.setter();
        move |wish: Wish, ()| {
            if let Some(parts) = LOADED.get() {
                wish(parts);
                return;
            }
            let state = state.clone();
            platform::spawn(async move {
                match parts::load().await {
                    Ok(parts) => {
                        LOADED.set(Some(parts));
                        state.set(Ok(Some(Known(parts))));
                        wish(parts);
                    }
                    Err(error) => state.set(Err(error)),
                }
            });
        }
    });
    use_effect_with((), {
        let ask = ask.clone();
        move |()| {
            let listeners = platform::on_first_touch(move || ask.emit(Rc::new(|_| ())));
            move || drop(listeners)
        }
    });
    Later { parts: state.ok().flatten().map(|known| known.0), failed: state.is_err(), ask }
}

/// There is one, so it is equal to itself: functions have no order of their own.
#[derive(Clone, Copy)]
struct Known(&'static Parts);

impl PartialEq for Known {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// In the place of a view that is on its way.
pub(super) fn on_its_way() -> Html {
    html! {
        <main class="plan" id="plan" tabindex="-1" data-later="coming">
            <section class="section">
                <div class="boot" role="status"><p>{ "Loading this view." }</p><progress aria-label="Loading this view" /></div>
            </section>
        </main>
    }
}

/// In the place of a view that did not come.
pub(super) fn without_view(on_again: Callback<MouseEvent>) -> Html {
    html! {
        <main class="plan" id="plan" tabindex="-1">
            <section class="section">{ did_not_come(NoticeKind::Blocker, "This view did not load.", MAYBE, on_again) }</section>
        </main>
    }
}

/// Above a plan that does without what did not come.
pub(super) fn without_rest(on_again: Callback<MouseEvent>) -> Html {
    let text = "The plan needs nothing of it; other views, pasting and files do. The connection may be gone, or the page was renewed meanwhile.";
    html! {
        <section class="notices" aria-label="What did not load">
            { did_not_come(NoticeKind::Note, "The rest of this page did not load.", text, on_again) }
        </section>
    }
}

const MAYBE: &str = "The connection may be gone, or the page was renewed meanwhile. What you entered stays.";

fn did_not_come(kind: NoticeKind, title: &'static str, text: &'static str, on_again: Callback<MouseEvent>) -> Html {
    let again =
        html! { <button type="button" class="btn btn--small" data-later="again" onclick={on_again}>{ "Try again" }</button> };
    notice(kind, title.into(), text.into(), again)
}

/// An embedded view, once it has come.
#[hook]
pub(super) fn use_embed() -> (Option<Result<parts::DrawEmbed, NotLoaded>>, Callback<()>) {
    let state = use_state(|| None);
    let ask = use_callback((), {
        let state = state.setter();
        move |(), ()| {
            let state = state.clone();
            platform::spawn(async move { state.set(Some(parts::load_embed().await)) });
        }
    });
    use_effect_with((), {
        let ask = ask.clone();
        move |()| ask.emit(())
    });
    (*state, ask)
}
