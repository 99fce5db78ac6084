use apim_plan::plan::Field;
use yew::prelude::*;

use crate::components::{Ask, Seg, Stepper};
use crate::hooks::use_answers;
use crate::platform;
use crate::state::{Action, Blank, blank_id};
use crate::words::{self, Question};

/// Properties of [`DnsChange`] and [`Autoscaling`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct OpenProps {
    /// An answer could change the verdict.
    pub open: bool,
}

/// How long a DNS change takes.
#[component]
pub(super) fn DnsChange(props: &OpenProps) -> Html {
    let question = Question::Counted(Field::DnsChangeMinutes);
    let answers = use_answers();
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
    html! {
        <Ask {question} open={props.open} read={answers.read.contains(&question)} control={id}>
            <Number blank={Blank::DnsChange} unit="min" less="5 minutes less" more="5 minutes more" help={format!("{}-help", question.id())}>
                <label class="check"><input type="checkbox" checked={unknown} {onchange} /><span>{ "Not known" }</span></label>
            </Number>
        </Ask>
    }
}

/// Whether there is autoscale, and between which limits.
#[component]
pub(super) fn Autoscaling(props: &OpenProps) -> Html {
    let question = Question::Counted(Field::Autoscale);
    let answers = use_answers();
    let on = answers.autoscales();
    let onchoose = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |on| dispatcher.dispatch(Action::Autoscaling(on)))
    };
    let limit = |blank: Blank, label: &'static str, what: &'static str| {
        html! {
            <div class="field">
                <label for={blank_id(blank)}>{ label }</label>
                <Number {blank} less={format!("{what}: one unit fewer")} more={format!("{what}: one unit more")} />
            </div>
        }
    };
    html! {
        <Ask {question} open={props.open} read={answers.read.contains(&question)}>
            <Seg<bool> name={question.id()} choices={words::FLAG} chosen={on} unknown={answers.seen.contains(&question)} {onchoose} />
            if on == Some(true) {
                <div class="region__numbers region__numbers--even">
                    { limit(Blank::Minimum, "Minimum", "Autoscale minimum") }
                    { limit(Blank::Maximum, "Maximum", "Autoscale maximum") }
                    { limit(Blank::Step, "Step", "Autoscale step") }
                </div>
                if answers.autoscaling {
                    <p class="q__help">{ "Until all three numbers stand, autoscale counts as not known." }</p>
                }
            }
        </Ask>
    }
}

/// Properties of [`Number`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct NumberProps {
    /// Which field.
    pub blank: Blank,
    /// What the button on the left does.
    pub less: AttrValue,
    /// What the button on the right does.
    pub more: AttrValue,
    /// The unit behind the number.
    #[prop_or_default]
    pub unit: Option<AttrValue>,
    /// The id of its help.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// What stands beside it.
    #[prop_or_default]
    pub children: Html,
}

/// A number field of the answers.
#[component]
pub(super) fn Number(props: &NumberProps) -> Html {
    let answers = use_answers();
    let blank = props.blank;
    let (text, problem) = answers.text(blank);
    let oninput = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::Type(blank, platform::typed(&event))))
    };
    let onstep = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |by| dispatcher.dispatch(Action::Step(blank, by)))
    };
    html! {
        <Stepper
            id={blank_id(blank)}
            {text}
            {problem}
            less={&props.less}
            more={&props.more}
            unit={props.unit.clone()}
            help={props.help.clone()}
            {oninput}
            {onstep}
        >
            { props.children.clone() }
        </Stepper>
    }
}
