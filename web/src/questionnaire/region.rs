//! One location: its name, its place in the list, and the questions about it.

use apim_plan::questionnaire::{Group, Kind, LocationCircumstances, NumberLook, Question, Questionnaire, Weight, WholeNumber};
use apim_plan::{Answer, Location, Status};
use yew::prelude::*;

use super::answers::{AnswersAction, AnswersDispatcher, AnswersState, Blank, Key, Target, Way, location_id, use_dispatcher};
use super::choices::choices;
use super::choose::Choose;
use super::numbers::{NumberField, Typed, number};
use crate::platform;
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`Region`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct RegionProps {
    /// Which location.
    pub location_key: Key,
    /// Its place.
    pub at: usize,
    /// How many there are.
    pub count: usize,
    /// The region as people write it.
    pub name: AttrValue,
    /// The region as resources name it.
    pub region: AttrValue,
    /// The questions about it that are asked.
    pub asked: Vec<AskedOfLocation>,
}

/// A question about a location, and its answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AskedOfLocation {
    question: &'static Question<Location>,
    answer: Option<Answer>,
    /// What its number field shows.
    typed: Option<Typed>,
}

impl RegionProps {
    /// Of a location as it is answered now.
    pub(super) fn of(answers: &AnswersState, status: Status, key: Key, location: &Location, at: usize) -> Self {
        let case = LocationCircumstances { request: &answers.request, status };
        let ask = |question: &&'static Question<Location>| {
            let target = Target::location(key, question.field);
            let is_number = matches!(question.kind, Kind::Number(_));
            AskedOfLocation {
                question,
                answer: question.kind.get(location),
                typed: is_number.then(|| Typed::of(answers, Blank::of(target))),
            }
        };
        let Questionnaire { of_location, .. } = answers.questionnaire;
        Self {
            location_key: key,
            at,
            count: answers.keys.len(),
            name: words::region(&location.name).to_owned().into(),
            region: location.name.to_string().into(),
            asked: of_location.iter().filter(|question| is_asked(question, &case)).map(ask).collect(),
        }
    }

    fn in_group(&self, group: Group) -> Vec<&AskedOfLocation> {
        self.asked.iter().filter(|asked| asked.question.group == group).collect()
    }
}

fn is_asked(question: &Question<Location>, case: &LocationCircumstances<'_>) -> bool {
    match question.weight {
        Weight::Location(is_asked) => is_asked(case),
        Weight::Counted(_) | Weight::PlatformGuess | Weight::Detail => true,
        Weight::Described => false,
    }
}

/// One location. Drawn again only when one of its own answers has changed.
#[component]
pub(super) fn Region(props: &RegionProps) -> Html {
    let dispatcher = use_dispatcher();
    let RegionProps { location_key: key, at, count, name, region, .. } = props.clone();
    let act = |action: AnswersAction| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()))
    };
    let onname = {
        let (dispatcher, name) = (dispatcher.clone(), name.clone());
        Callback::from(move |event: Event| {
            let written = platform::chosen(&event);
            if written.trim().is_empty() {
                // There is no region without a name: the one that it still has is shown again.
                platform::write(&event, &name);
            } else {
                dispatcher.dispatch(AnswersAction::NameLocation(key, written));
            }
        })
    };
    let button = |control: &str, label: String, sign: Sign, action: AnswersAction| {
        html! {
            <button type="button" class="btn btn--icon btn--bare" id={location_id(key, control)} aria-label={label} onclick={act(action)}>
                { icon(sign) }
            </button>
        }
    };
    let row = |group: Group| {
        let asked = props.in_group(group);
        html! {
            if !asked.is_empty() {
                <div class="region__numbers">
                    for asked in asked {
                        { field(&dispatcher, key, &name, asked) }
                    }
                </div>
            }
        }
    };
    let list = |group: Group| {
        html! {
            for asked in props.in_group(group) {
                { details(&dispatcher, key, asked) }
            }
        }
    };
    html! {
        <li class="region" data-region={region}>
            <div class="region__name">
                <span class="region__role">{ words::place(at) }</span>
                <input class="input" type="text" value={name.clone()} aria-label={format!("Region {}", at + 1)} list="region-names" autocomplete="off" onchange={onname} />
                if at > 0 {
                    { button("up", format!("Move {name} up"), Sign::Up, AnswersAction::MoveLocation(key, Way::Up)) }
                }
                if at + 1 < count {
                    { button("down", format!("Move {name} down"), Sign::Down, AnswersAction::MoveLocation(key, Way::Down)) }
                }
                { button("remove", format!("Remove {name}"), Sign::X, AnswersAction::RemoveLocation(key)) }
            </div>
            { row(Group::LocationSize) }
            <details class="region__more">
                <summary>{ "More about " }{ &name }{ icon(Sign::Chevron) }</summary>
                <div class="group__body">
                    { list(Group::LocationZones) }
                    { row(Group::LocationLoad) }
                    { row(Group::LocationAddresses) }
                    { list(Group::LocationDetails) }
                </div>
            </details>
        </li>
    }
}

/// A question in a row: its label above a narrow field.
fn field(dispatcher: &AnswersDispatcher, key: Key, name: &AttrValue, asked: &AskedOfLocation) -> Html {
    let question = asked.question;
    let Kind::Number(whole) = &question.kind else { return details(dispatcher, key, asked) };
    let id: AttrValue = location_id(key, whole.control).into();
    let blank = Blank::of(Target::location(key, question.field));
    let control = match (whole.look, &asked.typed) {
        (NumberLook::List(sign), _) => list(dispatcher, key, name, whole, asked, sign),
        (NumberLook::Stepper, Some(typed)) => {
            let less = format!("{} in {name}: one fewer", whole.stepped);
            let more = format!("{} in {name}: one more", whole.stepped);
            let field = NumberField { blank, id: id.clone(), less, more, unit: whole.unit, help: None };
            number(dispatcher, field, typed, Html::default())
        }
        (NumberLook::Stepper, None) => Html::default(),
    };
    html! {
        <div class="field" key={question.field.path()}>
            <label for={id}>{ question.label }</label>
            { control }
        </div>
    }
}

/// A number that is chosen from a list of all, with a sign in front.
fn list(
    dispatcher: &AnswersDispatcher,
    key: Key,
    name: &AttrValue,
    whole: &WholeNumber<Location>,
    asked: &AskedOfLocation,
    sign: &str,
) -> Html {
    let (low, high) = (whole.low, whole.high);
    let target = Target::location(key, asked.question.field);
    let options: Vec<AttrValue> = (low..=high).map(|value| format!("{sign}{value}").into()).collect();
    let chosen = (low..=high).position(|value| Some(Answer::Number(value)) == asked.answer);
    let dispatcher = dispatcher.clone();
    let onchoose = Callback::from(move |at: Option<usize>| {
        let number = at.and_then(|at| (low..=high).nth(at));
        dispatcher.dispatch(AnswersAction::Answer(target, number.map(Answer::Number)));
    });
    let name: AttrValue = format!("{} of {name}", asked.question.label).into();
    html! { <Choose id={location_id(key, whole.control)} class="num" name={Some(name)} {options} {chosen} {onchoose} /> }
}

/// A question on a line of its own.
fn details(dispatcher: &AnswersDispatcher, key: Key, asked: &AskedOfLocation) -> Html {
    let question = asked.question;
    let target = Target::location(key, question.field);
    html! {
        <fieldset class="q" key={question.field.path()}>
            <legend class="q__label">{ question.label }</legend>
            if !question.help.is_empty() {
                <p class="q__help">{ question.help }</p>
            }
            { choices(dispatcher, target, question.kind.offered(), asked.answer.as_ref(), false) }
        </fieldset>
    }
}
