//! One question about the instance, drawn by its kind.

use apim_plan::questionnaire::{AUTOSCALE_LIMITS, Kind, Question, WholeNumber};
use apim_plan::{Answer, Field, PlanRequest, UpdateTool, UpdatedWith};
use yew::prelude::*;

use super::answers::{AnswersAction, AnswersDispatcher, AnswersState, Blank, Target, use_dispatcher, words_of};
use super::ask::ask;
use super::choices::{choices, list_id};
use super::numbers::{NumberField, Typed, number};
use super::said::UPDATE_TOOLS;
use crate::platform;
use crate::ui::segmented;

/// Properties of [`QuestionItem`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct QuestionItemProps {
    /// The question.
    pub question: &'static Question,
    /// Its answer.
    pub answer: Option<Answer>,
    /// An answer could change the verdict.
    pub open: bool,
    /// The answer was read from a description.
    pub read: bool,
    /// It was answered here, "Not sure" included.
    pub seen: bool,
    /// What its number fields show: none where the answer has unfolded none.
    pub typed: Vec<Typed>,
}

impl QuestionItemProps {
    /// Of a question as it is answered now.
    pub(super) fn of(answers: &AnswersState, question: &'static Question, open: bool) -> Self {
        let target = Target::instance(question.field);
        let blanks: Vec<Blank> = match &question.kind {
            Kind::Number(_) => vec![Blank::of(target)],
            Kind::Autoscale(_) if answers.autoscales(target) == Some(true) => {
                (0..AUTOSCALE_LIMITS.len()).map(|at| Blank::limit(target, at)).collect()
            }
            Kind::YesNo(_)
            | Kind::Word(_)
            | Kind::Day(_)
            | Kind::Text(_)
            | Kind::UpdatedWith(_)
            | Kind::Autoscale(_)
            | Kind::Zones(_)
            | Kind::Ports(_)
            | Kind::Price(_)
            | Kind::Locations(_) => Vec::new(),
        };
        Self {
            question,
            // Locations have a component of their own, which is not told of them here.
            answer: (!matches!(question.kind, Kind::Locations(_))).then(|| answers.get(target)).flatten(),
            open,
            read: answers.read.contains(&question.field),
            seen: answers.seen.contains(&question.field),
            typed: blanks.iter().map(|blank| Typed::of(answers, *blank)).collect(),
        }
    }

    fn target(&self) -> Target {
        Target::instance(self.question.field)
    }

    fn ask(&self, control: Option<AttrValue>, children: Html) -> Html {
        ask(self.question, self.open, self.read, control, children)
    }
}

/// A question outside of the panel, as it is answered now.
pub fn asked(answers: &AnswersState, field: Field) -> Html {
    let Some(question) = answers.questionnaire.find(field) else { return Html::default() };
    html! { <QuestionItem key={field.path()} ..QuestionItemProps::of(answers, question, false) /> }
}

/// A question about the instance. Drawn again only when its own answer or standing has changed.
#[component]
pub(super) fn QuestionItem(props: &QuestionItemProps) -> Html {
    let dispatcher = use_dispatcher();
    match &props.question.kind {
        Kind::YesNo(_) | Kind::Word(_) | Kind::Zones(_) => closed(props, &dispatcher),
        Kind::Number(asked) => numbered(props, asked, &dispatcher),
        Kind::Day(_) => day(props, dispatcher),
        Kind::Text(_) => text(props, dispatcher),
        Kind::UpdatedWith(_) => updated_with(props, &dispatcher),
        Kind::Autoscale(_) => autoscale(props, &dispatcher),
        // Locations are drawn with their own questions; ports and prices are read from a description, and not asked.
        Kind::Locations(_) | Kind::Ports(_) | Kind::Price(_) => Html::default(),
    }
}

fn closed(props: &QuestionItemProps, dispatcher: &AnswersDispatcher) -> Html {
    let (target, offered) = (props.target(), props.question.kind.offered());
    let control = list_id(target, &offered);
    props.ask(control, choices(dispatcher, target, offered, props.answer.as_ref(), props.seen))
}

fn numbered(props: &QuestionItemProps, asked: &WholeNumber<PlanRequest>, dispatcher: &AnswersDispatcher) -> Html {
    let Some(typed) = props.typed.first() else { return Html::default() };
    let blank = Blank::of(props.target());
    let (less, more) = match asked.step {
        1 => (format!("{}: one fewer", asked.stepped), format!("{}: one more", asked.stepped)),
        step => (format!("{step} {} less", asked.counted), format!("{step} {} more", asked.counted)),
    };
    let (id, help) = (AttrValue::from(asked.control), format!("{}-help", props.target().id()).into());
    let unknown = props.answer.is_none() && props.seen && typed.problem.is_none();
    let field = NumberField { blank, id: id.clone(), less, more, unit: asked.unit, help: Some(help) };
    props.ask(Some(id), number(dispatcher, field, typed, not_known(blank, unknown, dispatcher.clone())))
}

/// Leaves a number open.
fn not_known(blank: Blank, unknown: bool, dispatcher: AnswersDispatcher) -> Html {
    let onchange = Callback::from(move |event: Event| {
        // Unticking asks for a number: the first step gives one to go on from.
        let action = if platform::ticked(&event) {
            AnswersAction::Type(blank, AttrValue::Static(""))
        } else {
            AnswersAction::Step(blank, 1)
        };
        dispatcher.dispatch(action);
    });
    html! {
        <label class="check"><input type="checkbox" checked={unknown} {onchange} /><span>{ "Not sure" }</span></label>
    }
}

/// A day; anything that is no day leaves the question open.
fn day(props: &QuestionItemProps, dispatcher: AnswersDispatcher) -> Html {
    let target = props.target();
    let control: AttrValue = format!("{}-day", target.id()).into();
    let onchange = Callback::from(move |event: Event| {
        let day = platform::chosen(&event).parse().ok();
        dispatcher.dispatch(AnswersAction::Answer(target, day.map(Answer::Day)));
    });
    let value = if let Some(Answer::Day(day)) = &props.answer { day.to_string() } else { String::new() };
    let field = html! { <input class="input" type="date" id={control.clone()} {value} {onchange} /> };
    props.ask(Some(control), field)
}

/// A text; nothing but spaces leaves the question open.
fn text(props: &QuestionItemProps, dispatcher: AnswersDispatcher) -> Html {
    let target = props.target();
    let control: AttrValue = format!("{}-text", target.id()).into();
    let oninput = Callback::from(move |event: InputEvent| {
        let text = words_of(&platform::typed(&event));
        dispatcher.dispatch(AnswersAction::Answer(target, text.map(Answer::Text)));
    });
    let value = if let Some(Answer::Text(text)) = &props.answer { text.clone() } else { String::new() };
    let field = html! {
        <input class="input" type="text" id={control.clone()} autocomplete="off" spellcheck="false" {value} {oninput} />
    };
    props.ask(Some(control), field)
}

/// A tool, and for one of the tools a version.
fn updated_with(props: &QuestionItemProps, dispatcher: &AnswersDispatcher) -> Html {
    let target = props.target();
    let with = if let Some(Answer::UpdatedWith(with)) = &props.answer { Some(with.clone()) } else { None };
    let onchoose = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |at: Option<usize>| {
            let tool = at.and_then(|at| UPDATE_TOOLS.get(at)).map(|(tool, _)| *tool);
            let with = tool.map(|tool| Answer::UpdatedWith(UpdatedWith { tool, api_version: None }));
            dispatcher.dispatch(AnswersAction::Answer(target, with));
        })
    };
    let oninput = {
        let (dispatcher, with) = (dispatcher.clone(), with.clone());
        Callback::from(move |event: InputEvent| {
            let api_version = words_of(&platform::typed(&event));
            let with = with.clone().map(|with| Answer::UpdatedWith(UpdatedWith { api_version, ..with }));
            dispatcher.dispatch(AnswersAction::Answer(target, with));
        })
    };
    let tool = with.as_ref().map(|with| with.tool);
    let chosen = UPDATE_TOOLS.iter().position(|(each, _)| Some(*each) == tool);
    let labels = UPDATE_TOOLS.map(|(_, label)| label);
    let body = html! {
        <>
            { segmented(&target.id().into(), &labels, chosen, props.seen, &onchoose) }
            if tool == Some(UpdateTool::Api) {
                <div class="field">
                    <label for="api-version">{ "API version" }</label>
                    <input class="input" type="text" id="api-version" placeholder="2021-01-01-preview" autocomplete="off" value={with.and_then(|with| with.api_version).unwrap_or_default()} {oninput} />
                </div>
            }
        </>
    };
    props.ask(None, body)
}

/// Whether there is autoscale, and between which limits.
fn autoscale(props: &QuestionItemProps, dispatcher: &AnswersDispatcher) -> Html {
    let target = props.target();
    // "Yes" has unfolded the limits, which are still to come where there is no answer.
    let is_unfolded = !props.typed.is_empty();
    let on = if props.answer.is_some() { Some(is_unfolded) } else { is_unfolded.then_some(true) };
    let onchoose = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |at: Option<usize>| dispatcher.dispatch(AnswersAction::Autoscaling(target, at.map(|at| at == 0))))
    };
    let limit = |at: usize, typed: &Typed| {
        let (_, label, control) = AUTOSCALE_LIMITS.get(at)?;
        let what = format!("Autoscale {}", label.to_ascii_lowercase());
        let field = NumberField {
            blank: Blank::limit(target, at),
            id: (*control).into(),
            less: format!("{what}: one unit fewer"),
            more: format!("{what}: one unit more"),
            unit: None,
            help: None,
        };
        Some(html! {
            <div class="field">
                <label for={*control}>{ *label }</label>
                { number(dispatcher, field, typed, Html::default()) }
            </div>
        })
    };
    let chosen = on.map(|on| usize::from(!on));
    let body = html! {
        <>
            { segmented(&target.id().into(), &["Yes", "No"], chosen, props.seen, &onchoose) }
            if is_unfolded {
                <div class="region__numbers region__numbers--even">
                    for (at, typed) in props.typed.iter().enumerate() {
                        { limit(at, typed).unwrap_or_default() }
                    }
                </div>
                if props.answer.is_none() {
                    <p class="q__help">{ "Until all three numbers are answered, autoscale is not known." }</p>
                }
            }
        </>
    };
    props.ask(None, body)
}
