use yew::prelude::*;

use super::answers::{Action, Answers, Blank, use_dispatcher};
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
    pub(super) fn of(answers: &Answers, blank: Blank) -> Self {
        let (text, problem) = answers.text(blank);
        Self { text, problem }
    }
}

/// Properties of [`Number`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct NumberProps {
    /// Which field.
    pub blank: Blank,
    /// Its id.
    pub id: AttrValue,
    /// What it shows.
    pub typed: Typed,
    /// What the button on the left does.
    pub less: AttrValue,
    /// What the button on the right does.
    pub more: AttrValue,
    /// The unit behind the number.
    #[prop_or_default]
    pub unit: Option<&'static str>,
    /// The id of its help.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// What is beside it.
    #[prop_or_default]
    pub children: Html,
}

/// A number field of the answers, and what is beside it.
#[component]
pub(super) fn Number(props: &NumberProps) -> Html {
    let dispatcher = use_dispatcher();
    let NumberProps { blank, id, typed, less, more, unit, help, children } = props.clone();
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::Type(blank, platform::typed(&event))))
    };
    let onstep = Callback::from(move |by| dispatcher.dispatch(Action::Step(blank, by)));
    let Typed { text, problem } = typed;
    stepper(&StepperProps { id, text, less, more, unit, problem, help, oninput, onstep }, children)
}
