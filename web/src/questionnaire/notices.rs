use apim_plan::link::DecodeError;
use yew::prelude::*;

use super::answers::{Action, GO_BACK, Origin, is_same};
use crate::context::AnswersHandle;
use crate::ui::{NoticeKind, notice};

const KEPT: &str = "The ones you had are kept until you close this or reload the page.";

/// What the tool says of itself: a broken link, answers that took the place of others, answers that are being tried.
pub fn notices(answers: &AnswersHandle, broken: Option<&DecodeError>, onclose: &Callback<()>) -> Html {
    let act = |action: Action, label: &'static str, class: &'static str| {
        let dispatcher = answers.dispatcher();
        let id = (action == Action::GoBack).then_some(GO_BACK);
        let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()));
        html! { <button type="button" {id} class={classes!("btn", "btn--small", class)} {onclick}>{ label }</button> }
    };
    let replaced = answers.before.as_ref().map(|before| match before.by {
        Origin::Link => ("These answers came with a link.", "The ones you had are kept until you close this.", "Bring mine back"),
        Origin::File => ("These answers came from a file.", KEPT, "Bring mine back"),
        Origin::Fleet => ("These answers are those of an instance in the fleet.", KEPT, "Bring mine back"),
        Origin::Description => (
            "These answers were read from a description.",
            if is_same(&before.request, &answers.request) {
                "What it leaves open stays as you answered it. The answers before it are kept until you close this or reload the page."
            } else {
                KEPT
            },
            "Bring mine back",
        ),
        Origin::Cleared | Origin::Kept => {
            ("All answers are cleared.", "They are kept until you close this or reload the page.", "Bring them back")
        }
    });
    let onkeydown = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatcher.dispatch(Action::GoBack);
            }
        })
    };
    let trial = answers.trial.as_ref().map(|trial| {
        html! {
            <section class="notices notices--trial" aria-label="On trial" {onkeydown}>
                { notice(NoticeKind::Try, format!("Trying: {}.", trial.text).into(), "Nothing is changed yet.".into(), html! {
                    <>
                        { act(Action::Keep, "Keep", "btn--main") }
                        { act(Action::GoBack, "Go back", "") }
                    </>
                }) }
            </section>
        }
    });
    if broken.is_none() && replaced.is_none() {
        return trial.unwrap_or_default();
    }
    html! {
        <>
        <section class="notices" aria-label="About this page">
            if let Some(error) = broken {
                { notice(NoticeKind::Blocker, "This link cannot be read.".into(), unreadable(error).into(), html! {
                    <button type="button" class="btn btn--small" onclick={onclose.reform(|_| ())}>{ "Close" }</button>
                }) }
            }
            if let Some((title, text, back)) = replaced {
                { notice(NoticeKind::Note, title.into(), text.into(), html! {
                    <>
                        { act(Action::BringBack, back, "") }
                        { act(Action::LetGo, "Close", "") }
                    </>
                }) }
            }
        </section>
        { trial }
        </>
    }
}

fn unreadable(error: &DecodeError) -> String {
    match error {
        DecodeError::Version => "It was made by another version of this page. Your own answers are untouched.".to_owned(),
        DecodeError::Damaged => {
            "A part of it is missing or was changed on the way. Ask for it again; your own answers are untouched.".to_owned()
        }
        DecodeError::Refused(error) => format!("It holds an answer that is none ({error}). Your own answers are untouched."),
    }
}
