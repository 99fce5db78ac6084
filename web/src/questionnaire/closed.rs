use apim_plan::Field;
use yew::prelude::*;

use super::answers::Action;
use super::choose::Choose;
use super::{AskProps, ask};
use crate::context::AnswersHandle;
use crate::ui::{SegProps, seg};
use crate::words::{self, Question};

/// A question with a list of answers: a segment, or a list to choose from where there are many.
pub(super) fn closed(answers: &AnswersHandle, field: Field, open: bool) -> Html {
    let question = Question::Counted(field);
    let chosen = words::given(&answers.request, field);
    let read = answers.read.contains(&question);
    let choices = words::choices(field);
    let dispatcher = answers.dispatcher();
    if field == Field::Tier {
        let control = format!("{}-list", question.id());
        let onchoose = Callback::from(move |at: Option<usize>| {
            let answer = at.and_then(|at| choices.get(at)).map(|choice| choice.value);
            dispatcher.dispatch(Action::Answer(field, answer));
        });
        let options: Vec<AttrValue> = choices.iter().map(|choice| choice.label.into()).collect();
        let chosen = choices.iter().position(|choice| Some(choice.value) == chosen);
        let list = html! { <Choose id={control.clone()} {options} {chosen} {onchoose} /> };
        return ask(&AskProps { question, open, read, control: Some(control.into()) }, list);
    }
    let onchoose = Callback::from(move |answer| dispatcher.dispatch(Action::Answer(field, answer)));
    let name = question.id().into();
    let radios = seg(SegProps { name, choices, chosen, unknown: answers.seen.contains(&question), onchoose });
    ask(&AskProps { question, open, read, control: None }, radios)
}
