use yew::prelude::*;

use super::answers::{AnswersAction, AnswersDispatcher, AnswersState, Blank};
use crate::platform;
use crate::ui::{StepperProps, stepper};

/// What a number field shows, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// What was typed, or the number.
    pub text: AttrValue,
    /// What is wrong with it.
    pub problem: Option<AttrValue>,
}

impl Typed {
    /// In that field.
    pub(super) fn of(answers: &AnswersState, blank: Blank) -> Self {
        let (text, problem) = answers.text(blank);
        Self { text, problem }
    }
}

/// What a number field asks for.
pub(super) struct NumberField {
    /// Which field.
    pub blank: Blank,
    /// Its id.
    pub id: AttrValue,
    /// What the button on the left does.
    pub less: String,
    /// What the button on the right does.
    pub more: String,
    /// The unit behind the number.
    pub unit: Option<&'static str>,
    /// The id of its help.
    pub help: Option<AttrValue>,
}

/// A number field of the answers, and what is beside it.
pub(super) fn number(dispatcher: &AnswersDispatcher, field: NumberField, typed: &Typed, beside: Html) -> Html {
    let NumberField { blank, id, less, more, unit, help } = field;
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| dispatcher.dispatch(AnswersAction::Type(blank, platform::typed(&event))))
    };
    let onstep = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |by| dispatcher.dispatch(AnswersAction::Step(blank, by)))
    };
    let Typed { text, problem } = typed.clone();
    let (less, more) = (less.into(), more.into());
    stepper(&StepperProps { id, text, less, more, unit, problem, help, oninput, onstep }, beside)
}
