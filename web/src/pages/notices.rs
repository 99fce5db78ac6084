use apim_plan::share::DecodeError;
use yew::prelude::*;

use crate::components::{Notice, NoticeKind};
use crate::hooks::use_answers;
use crate::state::{Action, Origin};

/// Properties of [`Notices`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct NoticesProps {
    /// Why the answers of a link could not be read.
    pub broken: Option<DecodeError>,
    /// The reader has seen it.
    pub onclose: Callback<()>,
}

/// What the tool says of itself: a broken link, answers that took the place of others, answers that are being tried.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let answers = use_answers();
    let act = |action: Action, label: &'static str, class: &'static str| {
        let dispatcher = answers.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()));
        html! { <button type="button" class={classes!("btn", "btn--small", class)} {onclick}>{ label }</button> }
    };
    let replaced = answers.before.as_ref().map(|before| match before.by {
        Origin::Link => ("These answers came with a link.", "The ones you had are kept until you close this.", "Bring mine back"),
        Origin::File => ("These answers came from a file.", "The ones you had are kept until you close this.", "Bring mine back"),
        Origin::Description => {
            ("These answers were read from a description.", "The ones you had are kept until you close this.", "Bring mine back")
        }
        Origin::Cleared | Origin::Kept => ("All answers are cleared.", "They are kept until you close this.", "Bring them back"),
    });
    if props.broken.is_none() && replaced.is_none() && answers.trial.is_none() {
        return Html::default();
    }
    html! {
        <section class="notices" aria-label="About this page">
            if let Some(error) = &props.broken {
                <Notice kind={NoticeKind::Blocker} title="This link cannot be read." text={broken(error)}>
                    <button type="button" class="btn btn--small" onclick={props.onclose.reform(|_| ())}>{ "Close" }</button>
                </Notice>
            }
            if let Some((title, text, back)) = replaced {
                <Notice {title} {text}>
                    { act(Action::BringBack, back, "") }
                    { act(Action::LetGo, "Close", "") }
                </Notice>
            }
            if let Some(trial) = &answers.trial {
                <Notice kind={NoticeKind::Try} title={format!("Trying: {}.", trial.text)} text="Nothing is changed yet.">
                    { act(Action::Keep, "Keep", "btn--main") }
                    { act(Action::GoBack, "Go back", "") }
                </Notice>
            }
        </section>
    }
}

fn broken(error: &DecodeError) -> String {
    match error {
        DecodeError::Version => "It was made by another version of this page. Your own answers are untouched.".to_owned(),
        DecodeError::Damaged => {
            "A part of it is missing or was changed on the way. Ask for it again; your own answers are untouched.".to_owned()
        }
        DecodeError::Refused(error) => format!("It holds an answer that is none ({error}). Your own answers are untouched."),
    }
}
