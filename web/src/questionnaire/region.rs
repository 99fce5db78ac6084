//! One location: its name, its place in the list, and the questions about it.

use apim_plan::questionnaire::{Group, Kind, LocationCircumstances, NumberLook, Question, Questionnaire, Weight, WholeNumber};
use apim_plan::{Answer, Location, Status};
use yew::prelude::*;

use super::answers::{Action, Answers, Blank, Key, Target, Way, location_id, use_dispatcher};
use super::choices::Choices;
use super::choose::Choose;
use super::numbers::{Number, Typed};
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
    pub(super) fn of(answers: &Answers, status: Status, key: Key, location: &Location, at: usize) -> Self {
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
    let act = |action: Action| {
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
                dispatcher.dispatch(Action::NameLocation(key, written));
            }
        })
    };
    let button = |control: &str, label: String, sign: Sign, action: Action| {
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
                        { field(key, &name, asked) }
                    }
                </div>
            }
        }
    };
    let list = |group: Group| {
        html! {
            for asked in props.in_group(group) {
                { details(key, asked) }
            }
        }
    };
    html! {
        <li class="region" data-region={region}>
            <div class="region__name">
                <span class="region__role">{ words::place(at) }</span>
                <input class="input" type="text" value={name.clone()} aria-label={format!("Region {}", at + 1)} list="region-names" autocomplete="off" onchange={onname} />
                if at > 0 {
                    { button("up", format!("Move {name} up"), Sign::Up, Action::MoveLocation(key, Way::Up)) }
                }
                if at + 1 < count {
                    { button("down", format!("Move {name} down"), Sign::Down, Action::MoveLocation(key, Way::Down)) }
                }
                { button("remove", format!("Remove {name}"), Sign::X, Action::RemoveLocation(key)) }
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
fn field(key: Key, name: &AttrValue, asked: &AskedOfLocation) -> Html {
    let question = asked.question;
    let Kind::Number(number) = &question.kind else { return details(key, asked) };
    let id: AttrValue = location_id(key, number.control).into();
    let blank = Blank::of(Target::location(key, question.field));
    let control = match (number.look, &asked.typed) {
        (NumberLook::List(sign), _) => html! {
            <NumberList {blank} id={id.clone()} name={format!("{} of {name}", question.label)} numbers={numbers(number, sign)} answer={asked.answer.clone()} />
        },
        (NumberLook::Stepper, Some(typed)) => {
            let less = format!("{} in {name}: one fewer", number.stepped);
            let more = format!("{} in {name}: one more", number.stepped);
            html! { <Number {blank} id={id.clone()} typed={typed.clone()} {less} {more} unit={number.unit} /> }
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

/// A question on a line of its own.
fn details(key: Key, asked: &AskedOfLocation) -> Html {
    let question = asked.question;
    let target = Target::location(key, question.field);
    let (offered, chosen) = (question.kind.offered(), asked.answer.clone());
    html! {
        <fieldset class="q" key={question.field.path()}>
            <legend class="q__label">{ question.label }</legend>
            if !question.help.is_empty() {
                <p class="q__help">{ question.help }</p>
            }
            <Choices {target} {offered} {chosen} unknown={false} list={format!("{}-list", target.id())} />
        </fieldset>
    }
}

/// Every number that can be chosen, with its sign in front.
fn numbers<Of>(number: &WholeNumber<Of>, sign: &str) -> Vec<(u32, AttrValue)> {
    (number.low..=number.high).map(|value| (value, format!("{sign}{value}").into())).collect()
}

#[derive(Debug, Clone, PartialEq, Properties)]
struct NumberListProps {
    blank: Blank,
    id: AttrValue,
    name: AttrValue,
    numbers: Vec<(u32, AttrValue)>,
    answer: Option<Answer>,
}

/// A number that is chosen from a list.
#[component]
fn NumberList(props: &NumberListProps) -> Html {
    let dispatcher = use_dispatcher();
    let NumberListProps { blank, id, name, numbers, answer } = props.clone();
    let options: Vec<AttrValue> = numbers.iter().map(|(_, label)| label.clone()).collect();
    let chosen = numbers.iter().position(|(number, _)| Some(Answer::Number(*number)) == answer);
    let onchoose = Callback::from(move |at: Option<usize>| {
        let number = at.and_then(|at| numbers.get(at)).map(|(number, _)| Answer::Number(*number));
        dispatcher.dispatch(Action::Answer(blank.target, number));
    });
    html! { <Choose {id} class="num" name={Some(name)} {options} {chosen} {onchoose} /> }
}
