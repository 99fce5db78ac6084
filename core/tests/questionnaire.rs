//! One question, one file: whatever walks the list knows a question that was added to it.

#![expect(clippy::expect_used, reason = "tests say what they expect")]

mod common;

use std::collections::BTreeSet;

use apim_plan::questionnaire::{
    AUTOSCALE_LIMITS, Counted, Field, Group, InLinks, Kind, Lens, NOT_ASKED, NOT_ASKED_OF_LOCATION, QUESTIONNAIRE, Question,
    Questionnaire, Sway, Weight,
};
use apim_plan::{AutoscaleLimits, Day, Goals, Location, PlanRequest, Subnet, read_request};
use proptest::prelude::*;
use serde::de::{Deserialize, Deserializer, Visitor};

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

/// The names of the fields that serde reads into a shape: asked of the derived reader, which is told nothing.
fn fields_of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    struct Asking<'a>(&'a mut &'static [&'static str]);

    impl<'de> Deserializer<'de> for Asking<'_> {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(serde::de::Error::custom("only a struct has fields"))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Self::Error> {
            *self.0 = fields;
            self.deserialize_any(visitor)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }

    let mut fields: &[&str] = &[];
    // The reader asks for its fields and is refused.
    let _ = T::deserialize(Asking(&mut fields));
    assert!(!fields.is_empty(), "a shape with fields");
    fields
}

/// The fields of a shape, those of its part by their path.
fn paths<'de, T: Deserialize<'de>, Part: Deserialize<'de>>(part: &str) -> BTreeSet<String> {
    let inner = fields_of::<Part>().iter().map(|name| format!("{part}.{name}"));
    fields_of::<T>().iter().filter(|name| **name != part).map(|name| (*name).to_owned()).chain(inner).collect()
}

fn names<'a, Of>(questions: &[&Question<Of>], not_asked: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let asked = questions.iter().map(|question| question.field.path().to_owned());
    asked.chain(not_asked.into_iter().map(str::to_owned)).collect()
}

#[test]
fn every_field_of_a_request_is_a_question_or_named_as_none() {
    let asked = names(QUESTIONNAIRE.questions, NOT_ASKED);
    assert_eq!(paths::<PlanRequest, Goals>("goals"), asked);
    let asked = names(QUESTIONNAIRE.of_location, NOT_ASKED_OF_LOCATION);
    assert_eq!(paths::<Location, Subnet>("subnet"), asked);
    let limits = AUTOSCALE_LIMITS.map(|(key, _, _)| key);
    assert_eq!(fields_of::<AutoscaleLimits>(), limits);
    // With the question that this test adds, there is nothing left that is none.
    assert_eq!(paths::<PlanRequest, Goals>("goals"), names(&with_one_more(), []));
}
