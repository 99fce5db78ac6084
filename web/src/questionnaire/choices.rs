use apim_plan::Answer;
use yew::prelude::*;

use super::answers::{Action, Target, use_dispatcher};
use super::choose::Choose;
use crate::ui::Segmented;

/// More answers than this are a list to choose from.
const IN_SIGHT: usize = 5;

/// Whether so many answers are a list to choose from: then it has an id that a label points at.
pub(super) const fn is_list(answers: usize) -> bool {
    answers > IN_SIGHT
}

/// Properties of [`Choices`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct ChoicesProps {
    /// Which question they answer.
    pub target: Target,
    /// The answers that the question offers, with their labels.
    pub offered: Vec<(Answer, &'static str)>,
    /// The answer given.
    pub chosen: Option<Answer>,
    /// "Not known" was chosen, which is not the same as never answered.
    pub unknown: bool,
    /// The id of a list.
    pub list: AttrValue,
}

/// Answers among which one is chosen: a segment, or a list where there are many.
#[component]
pub(super) fn Choices(props: &ChoicesProps) -> Html {
    let dispatcher = use_dispatcher();
    let ChoicesProps { target, offered, chosen, unknown, list } = props;
    let at = offered.iter().position(|(answer, _)| Some(answer) == chosen.as_ref());
    let onchoose = {
        let (target, offered) = (*target, offered.clone());
        Callback::from(move |at: Option<usize>| {
            let answer = at.and_then(|at| offered.get(at)).map(|(answer, _)| answer.clone());
            dispatcher.dispatch(Action::Answer(target, answer));
        })
    };
    if is_list(offered.len()) {
        let options: Vec<AttrValue> = offered.iter().map(|(_, label)| (*label).into()).collect();
        return html! { <Choose id={list.clone()} {options} chosen={at} {onchoose} /> };
    }
    let labels: Vec<&'static str> = offered.iter().map(|(_, label)| *label).collect();
    html! { <Segmented name={target.id()} {labels} chosen={at} unknown={chosen.is_none() && *unknown} {onchoose} /> }
}
