//! One question, one file: whatever walks the list knows a question that was added to it.

#![expect(clippy::expect_used, reason = "tests say what they expect")]

mod common;

use std::collections::BTreeSet;

use apim_plan::questionnaire::{
    Counted, Field, Group, InLinks, Kind, Lens, NOT_ASKED, NOT_ASKED_OF_LOCATION, QUESTIONNAIRE, Question, Questionnaire, Sway,
    Weight,
};
use apim_plan::{Day, Location, PlanRequest, read_request};
use proptest::prelude::*;

/// A question that the project does not ask: the day of today, the only field of a request that is none.
static ADDED: Question = Question {
    field: Field::named("asOf"),
    group: Group::Acceptable,
    label: "Which day is it?",
    short: "Today",
    help: "Only a test asks this.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: Kind::Day(Lens { get: |request: &PlanRequest| request.as_of, put: |request, day| request.as_of = day }),
    weight: Weight::Counted(Counted { open: "which day it is", matters: |_| true, unneeded: |_| None, sway: Sway::None }),
};

/// The list of the project and the added question. No other line of the project knows it.
fn with_one_more() -> Vec<&'static Question> {
    QUESTIONNAIRE.questions.iter().copied().chain([&ADDED]).collect()
}

fn a_day() -> Day {
    Day::constant(2026, 11, 28)
}

#[test]
fn an_added_question_is_linked() {
    let questions = with_one_more();
    let extended = Questionnaire { questions: &questions, ..QUESTIONNAIRE };
    let request = PlanRequest { as_of: Some(a_day()), ..PlanRequest::default() };
    assert_eq!(extended.encode(&request), "asOf=2026-11-28");
    let decoded = extended.decode("asOf=2026-11-28");
    assert_eq!((decoded.request, decoded.dropped.len()), (request.clone(), 0));
    // The project's own list refuses it.
    assert_eq!(QUESTIONNAIRE.encode(&request), "");
    assert_eq!(QUESTIONNAIRE.decode("asOf=2026-11-28").dropped.len(), 1);
}

#[test]
fn an_added_question_is_stored_and_completes_a_description() {
    let questions = with_one_more();
    let extended = Questionnaire { questions: &questions, ..QUESTIONNAIRE };
    let request = PlanRequest { as_of: Some(a_day()), ..PlanRequest::default() };
    let stored = serde_json::to_string(&request).expect("a request is JSON");
    assert_eq!(read_request(&stored).expect("what was stored"), request);
    assert_eq!(extended.completed(&PlanRequest::default(), &request), request);
    assert_eq!(QUESTIONNAIRE.completed(&PlanRequest::default(), &request), PlanRequest::default());
}

#[test]
fn an_added_question_is_counted_and_grouped() {
    let questions = with_one_more();
    let extended = Questionnaire { questions: &questions, ..QUESTIONNAIRE };
    assert!(extended.counted().any(|(question, _)| question.field == ADDED.field));
    assert!(extended.group(Group::Acceptable).iter().any(|question| question.field == ADDED.field));
    assert_eq!(fields_without_a_question(extended.questions, &[]), BTreeSet::new());
}

proptest! {
    #[test]
    fn an_added_question_is_varied(requests in proptest::collection::vec(extended_requests(), 64)) {
        let answered = requests.iter().filter(|request| request.as_of.is_some()).count();
        prop_assert!((1..64).contains(&answered), "answered in {answered} of 64 requests");
    }

    #[test]
    fn completing_with_nothing_changes_nothing(request in common::requests()) {
        prop_assert_eq!(QUESTIONNAIRE.completed(&request, &PlanRequest::default()), request);
    }

    #[test]
    fn nothing_that_was_answered_is_lost_to_a_description_that_does_not_say_it(mut request in common::requests()) {
        request.as_of = None;
        let mut seen = BTreeSet::new();
        request.locations.retain(|location| seen.insert(location.name.clone()));
        prop_assert_eq!(QUESTIONNAIRE.completed(&PlanRequest::default(), &request), request.clone());
        // A description that names the regions and nothing else of them: they exist.
        let named = request.locations.iter().map(|location| Location::new(location.name.clone())).collect();
        let described = PlanRequest { locations: named, ..PlanRequest::default() };
        for location in &mut request.locations {
            location.new = None;
        }
        prop_assert_eq!(QUESTIONNAIRE.completed(&described, &request), request);
    }
}

fn extended_requests() -> impl Strategy<Value = PlanRequest> {
    let questions = with_one_more();
    common::requests_of(Questionnaire { questions: &questions, ..QUESTIONNAIRE })
}

#[test]
fn every_question_takes_each_of_its_answers_and_gives_it_back() {
    fn holds<Of: std::fmt::Debug + Clone + PartialEq>(question: &Question<Of>, empty: &Of) {
        for answer in question.kind.choices() {
            let mut of = empty.clone();
            question.kind.put(&mut of, Some(answer.clone()));
            assert_eq!(question.kind.get(&of), Some(answer), "{}", question.field);
            assert!(question.kind.is_answered(&of), "{}", question.field);
            question.kind.put(&mut of, None);
            assert_eq!(of, *empty, "{}: an open question leaves nothing behind", question.field);
        }
    }
    for question in QUESTIONNAIRE.questions {
        holds(question, &PlanRequest::default());
    }
    let location = Location::new(apim_plan::RegionName::new("westeurope").expect("a name"));
    for question in QUESTIONNAIRE.of_location {
        holds(question, &location);
    }
}

#[test]
fn every_question_has_words_and_a_name_of_its_own() {
    fn holds<Of>(question: &Question<Of>, names: &mut BTreeSet<&'static str>) {
        let name = question.field.path();
        assert!(names.insert(name), "{name} is asked twice");
        let texts = [question.label, question.short, question.help];
        assert!(!question.label.is_empty() && !question.short.is_empty(), "{name}");
        assert!(texts.iter().all(|text| !text.contains("TODO")), "{name} is not finished");
        if let Kind::Word(vocabulary) = &question.kind {
            for (word, label) in vocabulary.offered {
                assert!(vocabulary.words.contains(word) && !label.is_empty(), "{name} offers {word}");
            }
        }
    }
    let mut names = BTreeSet::new();
    for question in QUESTIONNAIRE.questions {
        holds(question, &mut names);
        assert!(question.help.ends_with(['.', '?']), "{}", question.field);
    }
    let mut names = BTreeSet::new();
    for question in QUESTIONNAIRE.of_location {
        holds(question, &mut names);
    }
}

#[test]
fn alternatives_are_answers_that_the_question_offers_and_say_so() {
    let mut turns = BTreeSet::new();
    for (question, counted) in QUESTIONNAIRE.counted() {
        assert!(!counted.open.is_empty() && !counted.open.ends_with('.'), "{}", question.field);
        let Sway::Alternatives { turn, answers } = &counted.sway else { continue };
        assert!(turns.insert(turn), "{}: two questions come at the same turn", question.field);
        let choices = question.kind.choices();
        for alternative in *answers {
            assert!(choices.contains(&alternative.answer), "{}", question.field);
            assert!(alternative.condition.starts_with("If "), "{}", alternative.condition);
        }
    }
}

/// The fields of a request and of its goals that no question answers, but for those that are named as none.
fn fields_without_a_question(questions: &[&Question], not_asked: &[&str]) -> BTreeSet<String> {
    let asked = questions.iter().map(|question| question.field.path());
    let known: BTreeSet<&str> = asked.chain(not_asked.iter().copied()).collect();
    let fields = fields_of("PlanRequest", "Goals", "goals");
    fields.into_iter().filter(|field| !known.contains(field.as_str())).collect()
}

/// The fields of a shape, those of its part with the part in front, as the source declares them.
///
/// From the source, because a field that nothing answers is in no request that the questions make.
fn fields_of(shape: &str, part: &str, before: &str) -> BTreeSet<String> {
    let source = include_str!("../src/domain/request.rs");
    let of = |shape: &str| {
        let start = source.find(&format!("pub struct {shape} {{")).expect("a shape of this file");
        let body = source.get(start..).and_then(|rest| rest.split("\n}").next()).unwrap_or_default();
        let names =
            body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':')).map(|(name, _)| camel(name));
        names.collect::<Vec<_>>()
    };
    let inner = of(part).into_iter().map(|name| format!("{before}.{name}"));
    of(shape).into_iter().filter(|name| name != before && !name.starts_with("struct")).chain(inner).collect()
}

fn camel(snake: &str) -> String {
    let mut parts = snake.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (initial, rest) = part.split_at(1.min(part.len()));
        name + &initial.to_uppercase() + rest
    })
}

#[test]
fn every_field_of_a_request_is_a_question_or_named_as_none() {
    assert_eq!(fields_without_a_question(QUESTIONNAIRE.questions, &NOT_ASKED), BTreeSet::new());
    let asked = QUESTIONNAIRE.of_location.iter().map(|question| question.field.path());
    let known: BTreeSet<String> = asked.chain(NOT_ASKED_OF_LOCATION).map(str::to_owned).collect();
    assert_eq!(fields_of("Location", "Subnet", "subnet"), known);
    let known = QUESTIONNAIRE.questions.iter().map(|question| question.field.path()).chain(NOT_ASKED);
    assert_eq!(fields_of("PlanRequest", "Goals", "goals"), known.map(str::to_owned).collect());
}
