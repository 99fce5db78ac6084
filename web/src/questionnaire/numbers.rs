use apim_plan::Field;
use yew::prelude::*;

use super::answers::{Action, Blank, blank_id};
use super::{AskProps, ask};
use crate::context::AnswersHandle;
use crate::platform;
use crate::ui::{SegProps, StepperProps, seg, stepper};
use crate::words::{self, Question};

/// How long a DNS change takes.
pub(super) fn dns_change(answers: &AnswersHandle, open: bool) -> Html {
    let question = Question::Counted(Field::DnsChangeMinutes);
    let id = blank_id(Blank::DnsChange);
    let unknown = answers.number(Blank::DnsChange).is_none() && answers.seen.contains(&question) && answers.drafts.is_empty();
    let onchange = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: Event| {
            // Unticking asks for a number: the first step gives one to go on from.
            let action =
                if platform::ticked(&event) { Action::Unknown(Blank::DnsChange) } else { Action::Step(Blank::DnsChange, 1) };
            dispatcher.dispatch(action);
        })
    };
    let field = Number {
        blank: Blank::DnsChange,
        less: "5 minutes less".into(),
        more: "5 minutes more".into(),
        unit: Some("min"),
        help: Some(format!("{}-help", question.id()).into()),
    };
    let unknown =
        html! { <label class="check"><input type="checkbox" checked={unknown} {onchange} /><span>{ "Not known" }</span></label> };
    let asked = AskProps { question, open, read: answers.read.contains(&question), control: Some(id.into()) };
    ask(&asked, number(answers, field, unknown))
}

/// Whether there is autoscale, and between which limits.
pub(super) fn autoscaling(answers: &AnswersHandle, open: bool) -> Html {
    let question = Question::Counted(Field::Autoscale);
    let chosen = answers.autoscales();
    let onchoose = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |on| dispatcher.dispatch(Action::Autoscaling(on)))
    };
    let limit = |blank: Blank, label: &'static str, what: &'static str| {
        let field = Number {
            blank,
            less: format!("{what}: one unit fewer").into(),
            more: format!("{what}: one unit more").into(),
            unit: None,
            help: None,
        };
        html! {
            <div class="field">
                <label for={blank_id(blank)}>{ label }</label>
                { number(answers, field, Html::default()) }
            </div>
        }
    };
    let unknown = answers.seen.contains(&question);
    let body = html! {
        <>
            { seg(SegProps { name: question.id().into(), choices: words::FLAG, chosen, unknown, onchoose }) }
            if chosen == Some(true) {
                <div class="region__numbers region__numbers--even">
                    { limit(Blank::Minimum, "Minimum", "Autoscale minimum") }
                    { limit(Blank::Maximum, "Maximum", "Autoscale maximum") }
                    { limit(Blank::Step, "Step", "Autoscale step") }
                </div>
                if answers.autoscaling {
                    <p class="q__help">{ "Until all three numbers stand, autoscale counts as not known." }</p>
                }
            }
        </>
    };
    ask(&AskProps { question, open, read: answers.read.contains(&question), control: None }, body)
}

/// What [`number`] asks for.
pub(super) struct Number {
    /// Which field.
    pub blank: Blank,
    /// What the button on the left does.
    pub less: AttrValue,
    /// What the button on the right does.
    pub more: AttrValue,
    /// The unit behind the number.
    pub unit: Option<&'static str>,
    /// The id of its help.
    pub help: Option<AttrValue>,
}

/// A number field of the answers, and what stands beside it.
pub(super) fn number(answers: &AnswersHandle, field: Number, beside: Html) -> Html {
    let Number { blank, less, more, unit, help } = field;
    let (text, problem) = answers.text(blank);
    let oninput = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::Type(blank, platform::typed(&event))))
    };
    let onstep = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |by| dispatcher.dispatch(Action::Step(blank, by)))
    };
    stepper(&StepperProps { id: blank_id(blank).into(), text, problem, less, more, unit, help, oninput, onstep }, beside)
}
