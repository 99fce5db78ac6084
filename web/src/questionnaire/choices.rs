use apim_plan::Answer;
use yew::prelude::*;

use super::answers::{AnswersAction, AnswersDispatcher, Target};
use super::choose::Choose;
use crate::ui::segmented;

/// More answers than this are a list to choose from.
const IN_SIGHT: usize = 5;

/// The id of the list, which a label points at; `None` where all answers are in sight.
pub(super) fn list_id(target: Target, offered: &[(Answer, &str)]) -> Option<AttrValue> {
    (offered.len() > IN_SIGHT).then(|| format!("{}-list", target.id()).into())
}

/// Answers among which one is chosen: a segment, or a list where there are many.
///
/// `unknown` is for "Not sure" that was chosen, which is not the same as a question that was never answered.
pub(super) fn choices(
    dispatcher: &AnswersDispatcher,
    target: Target,
    offered: Vec<(Answer, &'static str)>,
    chosen: Option<&Answer>,
    unknown: bool,
) -> Html {
    let list = list_id(target, &offered);
    let chosen = offered.iter().position(|(answer, _)| Some(answer) == chosen);
    let labels: Vec<&'static str> = offered.iter().map(|(_, label)| *label).collect();
    let dispatcher = dispatcher.clone();
    let onchoose = Callback::from(move |at: Option<usize>| {
        let answer = at.and_then(|at| offered.get(at)).map(|(answer, _)| answer.clone());
        dispatcher.dispatch(AnswersAction::Answer(target, answer));
    });
    match list {
        Some(id) => {
            let options: Vec<AttrValue> = labels.into_iter().map(AttrValue::from).collect();
            html! { <Choose {id} {options} {chosen} {onchoose} /> }
        }
        None => segmented(&target.id().into(), &labels, chosen, unknown, &onchoose),
    }
}
