use std::rc::Rc;

use apim_plan::PlanRequest;
use apim_plan::link::{Decoded, Dropped};
use yew::prelude::*;

use super::answers::{AnswersAction, GO_BACK, Origin, is_same, use_answers};
use crate::ui::{NoticeKind, notice};

const KEPT: &str = "Your previous answers are kept until you close this notice or reload the page.";

/// Answers of a link that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// Which, and why.
    dropped: Rc<[Dropped]>,
    /// Others could be used.
    is_part: bool,
}

impl Unused {
    /// Of a link; `None` when all of its answers can be used.
    pub fn of(decoded: &Decoded) -> Option<Self> {
        let Decoded { request, dropped } = decoded;
        let is_part = *request != PlanRequest::default();
        (!dropped.is_empty()).then(|| Self { dropped: dropped.clone().into(), is_part })
    }

    /// What they are, and what becomes of the others.
    fn text(&self) -> String {
        let listed: Vec<String> = self.dropped.iter().take(MOST).map(ToString::to_string).collect();
        let more = match self.dropped.len().saturating_sub(MOST) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let rest = if self.is_part { "The other answers are used." } else { "Your answers are unchanged." };
        format!("{}{more}. {rest}", listed.join("; "))
    }
}

/// More than this many are counted and not listed.
const MOST: usize = 5;

/// Properties of [`Notices`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct NoticesProps {
    /// Answers of a link that cannot be used.
    pub unused: Option<Unused>,
    /// The reader has seen that.
    pub on_close: Callback<()>,
}

/// What the tool says of itself: a broken link, answers that took the place of others, answers that are being tried.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { unused, on_close } = props;
    let answers = use_answers();
    let act = |action: AnswersAction, label: &'static str, class: &'static str| {
        let dispatcher = answers.dispatcher();
        let id = (action == AnswersAction::GoBack).then_some(GO_BACK);
        let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()));
        html! { <button type="button" {id} class={classes!("btn", "btn--small", class)} {onclick}>{ label }</button> }
    };
    let replaced = answers.before.as_ref().map(|before| match before.by {
        Origin::Link => ("These answers came with a link.", "Your previous answers are kept until you close this notice.", "Restore mine"),
        Origin::File => ("These answers came from a file.", KEPT, "Restore mine"),
        Origin::Fleet => ("These are the answers of an instance in the fleet.", KEPT, "Restore mine"),
        Origin::Description => (
            "These answers were read from a description.",
            if is_same(&before.request, &answers.request) {
                "Answers that the description does not contain are unchanged. Your previous answers are kept until you close this notice or reload the page."
            } else {
                KEPT
            },
            "Restore mine",
        ),
        Origin::Cleared | Origin::Kept => {
            ("All answers are cleared.", "They are kept until you close this notice or reload the page.", "Restore them")
        }
    });
    let onkeydown = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatcher.dispatch(AnswersAction::GoBack);
            }
        })
    };
    let trial = answers.trial.as_ref().map(|trial| {
        html! {
            <section class="notices notices--trial" aria-label="Trying an answer" {onkeydown}>
                { notice(NoticeKind::Try, format!("Trying: {}.", trial.text).into(), "Your answers are unchanged.".into(), html! {
                    <>
                        { act(AnswersAction::Keep, "Use this answer", "btn--main") }
                        { act(AnswersAction::GoBack, "Go back", "") }
                    </>
                }) }
            </section>
        }
    });
    if unused.is_none() && replaced.is_none() {
        return trial.unwrap_or_default();
    }
    html! {
        <>
        <section class="notices" aria-label="About this page">
            if let Some(unused) = unused {
                { notice(NoticeKind::Blocker, title(unused).into(), unused.text().into(), html! {
                    <button type="button" class="btn btn--small" onclick={on_close.reform(|_| ())}>{ "Close" }</button>
                }) }
            }
            if let Some((title, text, back)) = replaced {
                { notice(NoticeKind::Note, title.into(), text.into(), html! {
                    <>
                        { act(AnswersAction::BringBack, back, "") }
                        { act(AnswersAction::LetGo, "Close", "") }
                    </>
                }) }
            }
        </section>
        { trial }
        </>
    }
}

const fn title(unused: &Unused) -> &'static str {
    if unused.is_part {
        "Some answers of this link can't be used."
    } else {
        "This link is incomplete or damaged. Ask for a new one."
    }
}

#[cfg(test)]
mod tests {
    use apim_plan::link::decode;

    use super::Unused;

    fn text(query: &str) -> Option<String> {
        Unused::of(&decode(query)).map(|unused| unused.text())
    }

    #[test]
    fn says_what_cannot_be_used_and_what_becomes_of_the_rest() {
        assert_eq!(text("tier=premium"), None);
        insta::assert_snapshot!(text("tier=premium&teir=x").unwrap_or_default(), @"teir: this version has no such question. The other answers are used.");
        insta::assert_snapshot!(text("a=1&b=1&c=1&d=1&e=1&f=1&g=1").unwrap_or_default(), @"a: this version has no such question; b: this version has no such question; c: this version has no such question; d: this version has no such question; e: this version has no such question; and 2 more. Your answers are unchanged.");
    }
}
