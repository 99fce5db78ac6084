//! One question about the instance, drawn by its kind.

use apim_plan::questionnaire::{AUTOSCALE_LIMITS, Kind, Question, WholeNumber};
use apim_plan::{Answer, PlanRequest, UpdateTool, UpdatedWith};
use yew::prelude::*;

use super::Ask;
use super::answers::{Action, Answers, Blank, Target, question_id, use_dispatcher, words_of};
use super::choices::{Choices, is_list};
use super::numbers::{Number, Typed};
use super::said::UPDATE_TOOLS;
use crate::platform;
use crate::ui::Segmented;

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
    /// It was answered here, "Not known" included.
    pub seen: bool,
    /// What its number fields show: none where the answer has unfolded none.
    pub typed: Vec<Typed>,
}

impl QuestionItemProps {
    /// Of a question as it is answered now.
    pub(super) fn of(answers: &Answers, question: &'static Question, open: bool) -> Self {
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
        html! { <Ask question={self.question} open={self.open} read={self.read} {control}>{ children }</Ask> }
    }
}

/// A question about the instance. Drawn again only when its own answer or standing has changed.
#[component]
pub(super) fn QuestionItem(props: &QuestionItemProps) -> Html {
    let id = question_id(props.question.field);
    match &props.question.kind {
        Kind::YesNo(_) | Kind::Word(_) | Kind::Zones(_) => closed(props, &id),
        Kind::Number(number) => numbered(props, number, &id),
        Kind::Day(_) => html! { <DayField ..props.clone() /> },
        Kind::Text(_) => html! { <TextField ..props.clone() /> },
        Kind::UpdatedWith(_) => html! { <UpdatedWithFields ..props.clone() /> },
        Kind::Autoscale(_) => html! { <AutoscaleFields ..props.clone() /> },
        // Locations are drawn with their own questions; ports and prices are read from a description, and not asked.
        Kind::Locations(_) | Kind::Ports(_) | Kind::Price(_) => Html::default(),
    }
}

fn closed(props: &QuestionItemProps, id: &str) -> Html {
    let offered = props.question.kind.offered();
    let list: AttrValue = format!("{id}-list").into();
    let control = is_list(offered.len()).then(|| list.clone());
    let (target, chosen, unknown) = (props.target(), props.answer.clone(), props.seen);
    props.ask(control, html! { <Choices {target} {offered} {chosen} {unknown} {list} /> })
}

fn numbered(props: &QuestionItemProps, number: &WholeNumber<PlanRequest>, id: &str) -> Html {
    let blank = Blank::of(props.target());
    let typed = props.typed.first().cloned();
    let unknown = props.answer.is_none() && props.seen && typed.as_ref().is_some_and(|typed| typed.problem.is_none());
    let (less, more) = match number.step {
        1 => (format!("{}: one fewer", number.stepped), format!("{}: one more", number.stepped)),
        step => (format!("{step} {} less", number.counted), format!("{step} {} more", number.counted)),
    };
    let control: AttrValue = number.control.into();
    let field = typed.map(|typed| {
        html! {
            <Number {blank} id={control.clone()} {typed} {less} {more} unit={number.unit} help={AttrValue::from(format!("{id}-help"))}>
                <NotKnown {blank} {unknown} />
            </Number>
        }
    });
    props.ask(Some(control), field.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Properties)]
struct NotKnownProps {
    blank: Blank,
    unknown: bool,
}

/// Leaves a number open.
#[component]
fn NotKnown(props: &NotKnownProps) -> Html {
    let dispatcher = use_dispatcher();
    let blank = props.blank;
    let onchange = Callback::from(move |event: Event| {
        // Unticking asks for a number: the first step gives one to go on from.
        let action = if platform::ticked(&event) { Action::Type(blank, AttrValue::Static("")) } else { Action::Step(blank, 1) };
        dispatcher.dispatch(action);
    });
    html! {
        <label class="check"><input type="checkbox" checked={props.unknown} {onchange} /><span>{ "Not known" }</span></label>
    }
}

/// A day; anything that is no day leaves the question open.
#[component]
fn DayField(props: &QuestionItemProps) -> Html {
    let dispatcher = use_dispatcher();
    let target = props.target();
    let control: AttrValue = format!("{}-day", target.id()).into();
    let onchange = Callback::from(move |event: Event| {
        let day = platform::chosen(&event).parse().ok();
        dispatcher.dispatch(Action::Answer(target, day.map(Answer::Day)));
    });
    let value = if let Some(Answer::Day(day)) = &props.answer { day.to_string() } else { String::new() };
    let field = html! { <input class="input" type="date" id={control.clone()} {value} {onchange} /> };
    props.ask(Some(control), field)
}

/// A text; nothing but spaces leaves the question open.
#[component]
fn TextField(props: &QuestionItemProps) -> Html {
    let dispatcher = use_dispatcher();
    let target = props.target();
    let control: AttrValue = format!("{}-text", target.id()).into();
    let oninput = Callback::from(move |event: InputEvent| {
        let text = words_of(&platform::typed(&event));
        dispatcher.dispatch(Action::Answer(target, text.map(Answer::Text)));
    });
    let value = if let Some(Answer::Text(text)) = &props.answer { text.clone() } else { String::new() };
    let field = html! {
        <input class="input" type="text" id={control.clone()} autocomplete="off" spellcheck="false" {value} {oninput} />
    };
    props.ask(Some(control), field)
}

/// A tool, and for one of the tools a version.
#[component]
fn UpdatedWithFields(props: &QuestionItemProps) -> Html {
    let dispatcher = use_dispatcher();
    let target = props.target();
    let with = if let Some(Answer::UpdatedWith(with)) = &props.answer { Some(with.clone()) } else { None };
    let answer = move |with: Option<UpdatedWith>| dispatcher.dispatch(Action::Answer(target, with.map(Answer::UpdatedWith)));
    let onchoose = {
        let answer = answer.clone();
        Callback::from(move |at: Option<usize>| {
            let tool = at.and_then(|at| UPDATE_TOOLS.get(at)).map(|(tool, _)| *tool);
            answer(tool.map(|tool| UpdatedWith { tool, api_version: None }));
        })
    };
    let oninput = {
        let with = with.clone();
        Callback::from(move |event: InputEvent| {
            let version = words_of(&platform::typed(&event));
            answer(with.clone().map(|with| UpdatedWith { api_version: version, ..with }));
        })
    };
    let tool = with.as_ref().map(|with| with.tool);
    let labels: Vec<&'static str> = UPDATE_TOOLS.iter().map(|(_, label)| *label).collect();
    let chosen = UPDATE_TOOLS.iter().position(|(each, _)| Some(*each) == tool);
    let unknown = tool.is_none() && props.seen;
    let body = html! {
        <>
            <Segmented name={target.id()} {labels} {chosen} {unknown} {onchoose} />
            if tool == Some(UpdateTool::Api) {
                <div class="field">
                    <label for="api-version">{ "Version of the interface" }</label>
                    <input class="input" type="text" id="api-version" placeholder="2021-01-01-preview" autocomplete="off" value={with.and_then(|with| with.api_version).unwrap_or_default()} {oninput} />
                </div>
            }
        </>
    };
    props.ask(None, body)
}

/// Whether there is autoscale, and between which limits.
#[component]
fn AutoscaleFields(props: &QuestionItemProps) -> Html {
    let dispatcher = use_dispatcher();
    let target = props.target();
    // "Yes" has unfolded the limits, which are still to come where there is no answer.
    let is_unfolded = !props.typed.is_empty();
    let on = if props.answer.is_some() { Some(is_unfolded) } else { is_unfolded.then_some(true) };
    let onchoose =
        Callback::from(move |at: Option<usize>| dispatcher.dispatch(Action::Autoscaling(target, at.map(|at| at == 0))));
    let chosen = on.map(|on| usize::from(!on));
    let unknown = on.is_none() && props.seen;
    let limit = |at: usize, typed: &Typed| {
        let (_, label, control) = AUTOSCALE_LIMITS.get(at)?;
        let what = format!("Autoscale {}", label.to_ascii_lowercase());
        let (less, more) = (format!("{what}: one unit fewer"), format!("{what}: one unit more"));
        Some(html! {
            <div class="field">
                <label for={*control}>{ *label }</label>
                <Number blank={Blank::limit(target, at)} id={*control} typed={typed.clone()} {less} {more} />
            </div>
        })
    };
    let body = html! {
        <>
            <Segmented name={target.id()} labels={vec!["Yes", "No"]} {chosen} {unknown} {onchoose} />
            if is_unfolded {
                <div class="region__numbers region__numbers--even">
                    for (at, typed) in props.typed.iter().enumerate() {
                        { limit(at, typed).unwrap_or_default() }
                    }
                </div>
                if props.answer.is_none() {
                    <p class="q__help">{ "Until all three numbers stand, autoscale counts as not known." }</p>
                }
            }
        </>
    };
    props.ask(None, body)
}
