use yew::prelude::*;

use super::later::{Later, use_later};
use super::pieces::{self, DrawEmbed, NotLoaded, Piece};
use crate::platform;
use crate::ui::{NoticeKind, notice};

/// Properties of [`LazyView`] and [`LazyPart`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct LazyProps {
    /// What is shown.
    pub piece: Piece,
}

/// A view that is fetched when it is needed.
#[component]
pub fn LazyView(props: &LazyProps) -> Html {
    let later = use_later();
    use_effect_with((), {
        let later = later.clone();
        move |()| later.fetch()
    });
    match later.draw(&props.piece) {
        Some(view) => view,
        None if later.has_failed() => without_view(again(&later)),
        None => on_its_way(),
    }
}

/// A part of the header that is fetched at the first touch of the page.
#[component]
pub fn LazyPart(props: &LazyProps) -> Html {
    use_later().draw(&props.piece).unwrap_or_else(|| html! { <progress aria-label="Loading" /> })
}

/// Above a plan that does without what did not come.
#[component]
pub fn RestNotLoaded() -> Html {
    let later = use_later();
    let text = "The plan works without it; other views, pasting and files do not. Check the connection, or reload the page if a new version is available.";
    html! {
        if later.has_failed() {
            <section class="notices" aria-label="Not loaded">
                { did_not_come(NoticeKind::Note, "The rest of this page did not load.", text, again(&later)) }
            </section>
        }
    }
}

/// Properties of [`LazyEmbed`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct LazyEmbedProps {
    /// The part of the address behind `#`.
    pub fragment: AttrValue,
}

/// What a frame in another page shows.
#[component]
pub fn LazyEmbed(props: &LazyEmbedProps) -> Html {
    let drawing = use_state(|| None::<Result<DrawEmbed, NotLoaded>>);
    let fetch = use_callback((), {
        let drawing = drawing.setter();
        move |(), ()| {
            let drawing = drawing.clone();
            platform::spawn(async move { drawing.set(Some(pieces::load_embed().await)) });
        }
    });
    use_effect_with((), {
        let fetch = fetch.clone();
        move |()| fetch.emit(())
    });
    match *drawing {
        Some(Ok(draw)) => draw(&props.fragment),
        Some(Err(NotLoaded)) => without_view(fetch.reform(|_| ())),
        None => on_its_way(),
    }
}

fn again(later: &Later) -> Callback<MouseEvent> {
    let later = later.clone();
    Callback::from(move |_| later.fetch())
}

fn on_its_way() -> Html {
    html! {
        <main class="plan" id="plan" tabindex="-1" data-later="coming">
            <section class="section">
                <div class="boot" role="status"><p>{ "Loading this view." }</p><progress aria-label="Loading this view" /></div>
            </section>
        </main>
    }
}

fn without_view(on_again: Callback<MouseEvent>) -> Html {
    let text = "Check the connection, or reload the page if a new version is available. Your answers are unchanged.";
    html! {
        <main class="plan" id="plan" tabindex="-1">
            <section class="section">{ did_not_come(NoticeKind::Blocker, "This view did not load.", text, on_again) }</section>
        </main>
    }
}

fn did_not_come(kind: NoticeKind, title: &'static str, text: &'static str, on_again: Callback<MouseEvent>) -> Html {
    let again =
        html! { <button type="button" class="btn btn--small" data-later="again" onclick={on_again}>{ "Try again" }</button> };
    notice(kind, title.into(), text.into(), again)
}
