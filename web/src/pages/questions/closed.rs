use apim_plan::plan::Field;
use yew::prelude::*;

use super::choose::Choose;
use crate::components::{Ask, Seg};
use crate::hooks::use_answers;
use crate::state::Action;
use crate::words::{self, Question};

/// Properties of [`Closed`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct ClosedProps {
    /// Which question.
    pub field: Field,
    /// An answer could change the verdict.
    pub open: bool,
}

/// A question with a list of answers: a segment, or a list to choose from where there are many.
#[component]
pub(super) fn Closed(props: &ClosedProps) -> Html {
    let answers = use_answers();
    let ClosedProps { field, open } = *props;
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
        return html! {
            <Ask {question} {open} {read} control={control.clone()}><Choose id={control} {options} {chosen} {onchoose} /></Ask>
        };
    }
    let onchoose = Callback::from(move |answer| dispatcher.dispatch(Action::Answer(field, answer)));
    html! {
        <Ask {question} {open} {read}>
            <Seg<apim_plan::plan::Answer> name={question.id()} {choices} {chosen} unknown={answers.seen.contains(&question)} {onchoose} />
        </Ask>
    }
}
