//! Answers in words: as lists and reports have them.

use super::{Answer, Gist, Kind, NumberLook, Question};
use crate::domain::{Autoscale, Location, PlanRequest, UpdateTool, UpdatedWith};
use crate::wording;

/// The tools of an update, with their labels.
pub static UPDATE_TOOLS: [(UpdateTool, &str); 2] = [(UpdateTool::Portal, "Portal"), (UpdateTool::Api, "REST, template")];

/// The label of an answer: as its question offers it, or as it was typed.
pub fn label<Of>(question: &Question<Of>, answer: &Answer) -> String {
    if let Some((_, label)) = question.kind.offered().into_iter().find(|(offered, _)| offered == answer) {
        return label.to_owned();
    }
    match answer {
        Answer::Number(number) => numbered(question, *number),
        Answer::Day(day) => wording::day(*day).into_owned(),
        Answer::Text(text) => text.clone(),
        Answer::Word(word) => (*word).to_owned(),
        Answer::UpdatedWith(UpdatedWith { tool, api_version }) => {
            let tool = UPDATE_TOOLS.iter().find(|(each, _)| each == tool).map_or("", |(_, label)| *label);
            api_version.as_ref().map_or_else(|| tool.to_owned(), |version| format!("{tool}, {version}"))
        }
        Answer::Autoscale(Autoscale::Off) => "No".to_owned(),
        Answer::Autoscale(Autoscale::Limits(limits)) => {
            format!("{} to {}, step {}", limits.minimum.get(), limits.maximum.get(), limits.step.get())
        }
        Answer::Locations(all) => all.iter().map(location).collect::<Vec<_>>().join("; "),
        Answer::Ports(ports) => ports.iter().map(<&str>::from).collect::<Vec<_>>().join(", "),
        Answer::Price(price) => price.of(1).to_string(),
        // All of them are offered.
        Answer::YesNo(_) | Answer::Zones(_) => String::new(),
    }
}

fn numbered<Of>(question: &Question<Of>, number: u32) -> String {
    let Kind::Number(asked) = &question.kind else { return number.to_string() };
    match (asked.look, asked.unit) {
        (NumberLook::List(sign), _) => format!("{sign}{number}"),
        (NumberLook::Stepper, Some(unit)) => format!("{number} {unit}"),
        (NumberLook::Stepper, None) => number.to_string(),
    }
}

/// The answer to a question; `None` while the question is open.
pub fn said(request: &PlanRequest, question: &Question) -> Option<String> {
    question.kind.get(request).map(|answer| label(question, &answer))
}

/// An answer in so few words that a line holds several; `None` where a "no" or an open question says nothing.
pub fn gist(request: &PlanRequest, question: &Question) -> Option<String> {
    let answer = question.kind.get(request)?;
    match &answer {
        Answer::YesNo(yes) => short_of(question, *yes),
        Answer::Autoscale(Autoscale::Limits(_)) => Some(question.short.to_owned()),
        Answer::Autoscale(Autoscale::Off) => None,
        Answer::Locations(all) => {
            let one = |location: &Location| match location.units {
                Some(units) => format!("{} {}", wording::region(&location.name), units.get()),
                None => wording::region(&location.name).to_owned(),
            };
            Some(all.iter().map(one).collect::<Vec<_>>().join(", "))
        }
        Answer::Word(_)
        | Answer::Number(_)
        | Answer::Day(_)
        | Answer::Text(_)
        | Answer::UpdatedWith(_)
        | Answer::Zones(_)
        | Answer::Ports(_)
        | Answer::Price(_) => Some(label(question, &answer)),
    }
}

/// The words for a "yes" and a "no" in a line that holds several answers.
fn short_of(question: &Question, yes: bool) -> Option<String> {
    let Kind::YesNo(asked) = &question.kind else { return None };
    let words = match (asked.gist, yes) {
        (Gist::ShortNameIfYes, true) => question.short,
        (Gist::ShortNameIfYes, false) => return None,
        (Gist::Either { yes, .. }, true) => yes,
        (Gist::Either { no, .. }, false) => no,
    };
    Some(words.to_owned())
}

fn location(location: &Location) -> String {
    let subnet = location.subnet.unwrap_or_default();
    let parts = [
        Some(wording::region(&location.name).to_owned()),
        location.units.map(|units| wording::units(units.get()).to_string()),
        location.units_needed.map(|units| format!("{} at peak", units.get())),
        subnet.prefix.map(|prefix| format!("/{}", prefix.get())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
