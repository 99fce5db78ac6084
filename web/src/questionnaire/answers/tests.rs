#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test says what it expects by failing")]

use std::rc::Rc;

use apim_plan::questionnaire::{QUESTIONNAIRE, Standing};
use apim_plan::{Answer, Autoscale, Field, PlanRequest, RegionName, Tier, Vnet};
use yew::Reducible;

use super::{AnswersAction, AnswersState, Blank, Origin, Target, Way};
use crate::words;

const DNS_CHANGE: Blank = Blank::of(Target::instance(Field::named("dnsChangeMinutes")));
const AUTOSCALE: Target = Target::instance(Field::named("autoscale"));

const fn limit(at: usize) -> Blank {
    Blank::limit(AUTOSCALE, at)
}

fn answer(path: &'static str, answer: Option<Answer>) -> AnswersAction {
    AnswersAction::Answer(Target::instance(Field::named(path)), answer)
}

fn name(name: &str) -> AnswersAction {
    answer("name", Some(Answer::Text(name.to_owned())))
}

fn standing(answers: &AnswersState, path: &'static str) -> Option<Standing> {
    let is = |question: &apim_plan::questionnaire::Question| question.field == Field::named(path);
    answers.standings().into_iter().find(|(question, _)| is(question)).map(|(_, standing)| standing)
}

fn after(actions: impl IntoIterator<Item = AnswersAction>) -> Rc<AnswersState> {
    actions.into_iter().fold(Rc::new(AnswersState::default()), AnswersState::reduce)
}

fn two_regions() -> Rc<AnswersState> {
    after([AnswersAction::AddLocation("West Europe".into()), AnswersAction::AddLocation("North Europe".into())])
}

fn names(answers: &AnswersState) -> Vec<&str> {
    answers.request.locations.iter().map(|location| words::region(&location.name)).collect()
}

fn units(key: u32) -> Blank {
    Blank::of(Target::location(key, Field::named("units")))
}

#[test]
fn every_question_takes_each_of_its_answers_and_gives_it_back() {
    for question in QUESTIONNAIRE.questions {
        let target = Target::instance(question.field);
        for (offered, _) in question.kind.offered() {
            let answered = after([AnswersAction::Answer(target, Some(offered.clone()))]);
            assert_eq!(answered.get(target), Some(offered), "{}", question.field);
            let open = answered.reduce(AnswersAction::Answer(target, None));
            assert_eq!(*open.request, PlanRequest::default(), "{}: not known leaves nothing behind", question.field);
        }
    }
    let located = after([AnswersAction::AddLocation("West Europe".into())]);
    for question in QUESTIONNAIRE.of_location {
        let target = Target::location(located.keys[0], question.field);
        for (offered, _) in question.kind.offered() {
            let answered = located.clone().reduce(AnswersAction::Answer(target, Some(offered.clone())));
            assert_eq!(answered.get(target), Some(offered), "{}", question.field);
            assert_eq!(answered.reduce(AnswersAction::Answer(target, None)).request, located.request, "{}", question.field);
        }
    }
}

#[test]
fn a_bad_number_stays_as_it_was_typed_and_counts_as_not_known() {
    let answers = two_regions();
    let key = answers.keys[0];
    let answers =
        answers.reduce(AnswersAction::Type(units(key), "4".into())).reduce(AnswersAction::Type(units(key), "4o".into()));
    let (text, problem) = answers.text(units(key));
    assert_eq!(text, "4o");
    insta::assert_snapshot!(problem.expect("a problem"), @"Use a whole number of units from 1 to 10000. Until then, the answer is not known.");
    assert_eq!(answers.number(units(key)), None);
    let mended = answers.reduce(AnswersAction::Type(units(key), "40".into()));
    assert_eq!(mended.text(units(key)), ("40".into(), None));
}

#[test]
fn a_number_steps_from_where_it_is_and_stays_within_its_bounds() {
    let step = |text: &str, by| {
        let answers = after([AnswersAction::Type(DNS_CHANGE, text.to_owned().into()), AnswersAction::Step(DNS_CHANGE, by)]);
        answers.request.dns_change_minutes
    };
    assert_eq!(step("25", 1), Some(30));
    assert_eq!(step("3", -1), Some(0));
    assert_eq!(step("", 1), Some(0));
    assert_eq!(step("99999999", 1), Some(525_600));
    let answers = two_regions();
    let key = answers.keys[0];
    assert_eq!(answers.reduce(AnswersAction::Step(units(key), 1)).number(units(key)), Some(1));
}

#[test]
fn autoscale_waits_for_all_three_numbers_and_keeps_what_was_typed() {
    let answers = after([
        AnswersAction::Autoscaling(AUTOSCALE, Some(true)),
        AnswersAction::Type(limit(0), "4".into()),
        AnswersAction::Type(limit(1), "2".into()),
        AnswersAction::Type(limit(2), "1".into()),
    ]);
    assert_eq!((answers.autoscales(AUTOSCALE), answers.request.autoscale), (Some(true), None));
    assert_eq!(answers.text(limit(0)), ("4".into(), None));
    insta::assert_snapshot!(answers.text(limit(1)).1.expect("a problem"), @"The minimum is 4. Use 4 or more.");
    let answers = answers.reduce(AnswersAction::Type(limit(1), "10".into()));
    assert!(matches!(answers.request.autoscale, Some(Autoscale::Limits(limits)) if limits.maximum.get() == 10));
    assert!(answers.drafts.is_empty());
    let off = answers.reduce(AnswersAction::Autoscaling(AUTOSCALE, Some(false)));
    assert_eq!((off.autoscales(AUTOSCALE), off.request.autoscale), (Some(false), Some(Autoscale::Off)));
}

#[test]
fn a_location_takes_its_half_typed_numbers_along_and_the_focus_stays_with_it() {
    let answers = two_regions();
    let [west, north] = answers.keys[..] else { panic!("two") };
    let answers =
        answers.reduce(AnswersAction::Type(units(north), "x".into())).reduce(AnswersAction::MoveLocation(north, Way::Up));
    assert_eq!(names(&answers), ["North Europe", "West Europe"]);
    assert_eq!(answers.text(units(north)).0, "x");
    // It is the first now, so its button "up" is gone.
    assert_eq!(answers.focus.as_ref().map(|(id, _)| id.as_str()), Some(format!("r{north}-down").as_str()));
    let answers = answers.reduce(AnswersAction::RemoveLocation(north));
    assert_eq!(names(&answers), ["West Europe"]);
    assert!(answers.drafts.is_empty());
    assert_eq!(answers.focus.as_ref().map(|(id, _)| id.as_str()), Some(format!("r{west}-remove").as_str()));
}

#[test]
fn a_region_without_a_name_is_not_added() {
    assert!(after([AnswersAction::AddLocation("  ".into())]).request.locations.is_empty());
}

#[test]
fn trying_leads_back_to_where_the_first_try_began() {
    let accept: Rc<[_]> = [(Field::named("downtimeAllowed"), Answer::YesNo(true))].into();
    let test: Rc<[_]> = [(Field::named("validateFirst"), Answer::YesNo(true))].into();
    let before = after([answer("vnet", Some(Answer::Word("internal")))]);
    let tried =
        before.clone().reduce(AnswersAction::Try(accept, "downtime".into())).reduce(AnswersAction::Try(test, "a test".into()));
    assert_eq!((tried.request.downtime_allowed, tried.request.validate_first), (Some(true), Some(true)));
    assert_eq!(tried.lasting(), before.request, "a trial is not what the next visit finds");
    assert_eq!(tried.trial.as_ref().map(|trial| trial.text.as_str()), Some("downtime; a test"));
    assert_eq!(tried.clone().reduce(AnswersAction::GoBack).request, before.request);
    let kept = tried.reduce(AnswersAction::Keep);
    assert_eq!(kept.trial, None);
    assert_eq!(kept.lasting().downtime_allowed, Some(true));
}

#[test]
fn an_answer_during_a_trial_is_real_and_the_trial_goes_on() {
    let tried = after([
        AnswersAction::Try(
            [(Field::named("downtimeAllowed"), Answer::YesNo(false)), (Field::named("validateFirst"), Answer::YesNo(true))]
                .into(),
            "both".into(),
        ),
        answer("keyVaultBlocked", Some(Answer::YesNo(false))),
        answer("validateFirst", Some(Answer::YesNo(false))),
    ]);
    assert!(tried.trial.is_some());
    assert_eq!((tried.request.downtime_allowed, tried.lasting().downtime_allowed), (Some(false), None));
    let back = tried.clone().reduce(AnswersAction::GoBack);
    assert_eq!(
        (back.request.downtime_allowed, back.request.key_vault_blocked, back.request.validate_first),
        (None, Some(false), Some(false))
    );
    let answered = tried.reduce(answer("downtimeAllowed", Some(Answer::YesNo(true))));
    assert_eq!(answered.trial, None, "nothing is left that is only tried");
}

#[test]
fn a_link_to_what_stands_here_changes_nothing() {
    let mine = after([answer("tier", Some(Answer::Word("premium"))), name("orders")]);
    let link = Rc::new(PlanRequest { tier: Some(Tier::Premium), ..PlanRequest::default() });
    let again = mine.clone().reduce(AnswersAction::Load(link, Origin::Link));
    assert_eq!((&again.request, &again.before), (&mine.request, &None));
}

#[test]
fn a_description_leaves_what_it_cannot_say() {
    let mine = after([
        answer("downtimeAllowed", Some(Answer::YesNo(false))),
        answer("tier", Some(Answer::Word("developer"))),
        AnswersAction::AddLocation("West Europe".into()),
        AnswersAction::Type(Blank::of(Target::location(0, Field::named("unitsNeeded"))), "3".into()),
    ]);
    let described = |name: &str| {
        Rc::new(
            apim_plan::read_request(&format!(
                r#"{{"name":"{name}","tier":"premium","locations":[{{"name":"westeurope","units":2}}]}}"#
            ))
            .expect("a request"),
        )
    };
    let filled = mine.reduce(AnswersAction::Fill(described("orders")));
    assert_eq!((filled.request.tier, filled.request.downtime_allowed), (Some(Tier::Premium), Some(false)));
    assert_eq!(filled.request.locations[0].units_needed.map(apim_plan::Units::get), Some(3));
    assert!(!filled.read.contains(&Field::named("downtimeAllowed")), "it was not read");
    let other = filled.reduce(AnswersAction::Fill(described("billing")));
    assert_eq!(other.request.downtime_allowed, None, "another instance has another owner");
}

#[test]
fn ticks_belong_to_an_instance() {
    let named = |name: &str| Rc::new(PlanRequest { name: Some(name.to_owned()), ..PlanRequest::default() });
    let ticked = |answers: &AnswersState| answers.ticked().into_iter().collect::<Vec<_>>();
    let mine = after([AnswersAction::Tick("check".into()), name("Orders")]);
    assert_eq!(ticked(&mine), ["check"], "they stay when it gets a name");
    let other = mine.reduce(AnswersAction::Fill(named("billing")));
    assert_eq!(ticked(&other), [""; 0]);
    let mine = other.reduce(AnswersAction::Load(named("orders"), Origin::Fleet));
    assert_eq!(ticked(&mine), ["check"]);
    let cleared = mine.reduce(AnswersAction::Load(Rc::default(), Origin::Cleared));
    assert!(cleared.ticks.is_empty());
    assert_eq!(ticked(&cleared.reduce(AnswersAction::BringBack)), ["check"]);
}

#[test]
fn what_takes_the_place_of_answers_gives_them_back() {
    let mine = after([answer("tier", Some(Answer::Word("premium")))]);
    let other = Rc::new(PlanRequest { tier: Some(Tier::Basic), as_of: "2020-01-01".parse().ok(), ..PlanRequest::default() });
    let loaded = mine.clone().reduce(AnswersAction::Load(other, Origin::Link));
    assert_eq!(loaded.request.tier, Some(Tier::Basic));
    assert_eq!(loaded.request.as_of, None, "the clock says what day it is");
    assert_eq!(loaded.lasting(), mine.request, "not until it is accepted");
    assert_eq!(loaded.clone().reduce(AnswersAction::BringBack).request, mine.request);
    assert_eq!(loaded.reduce(AnswersAction::LetGo).lasting().tier, Some(Tier::Basic));
}

#[test]
fn what_was_read_is_marked_until_it_is_changed() {
    let read = Rc::new(PlanRequest { tier: Some(Tier::Premium), vnet: Some(Vnet::Internal), ..PlanRequest::default() });
    let answers = after([AnswersAction::Load(read, Origin::Description)]);
    assert!(answers.read.contains(&Field::named("tier")));
    assert!(!answers.read.contains(&Field::named("platform")));
    let answers = answers.reduce(answer("tier", Some(Answer::Word("developer"))));
    assert!(!answers.read.contains(&Field::named("tier")));
    assert!(answers.read.contains(&Field::named("vnet")));
}

#[test]
fn an_answer_that_stops_mattering_is_kept_with_a_reason() {
    let answers = after([
        answer("vnet", Some(Answer::Word("internal"))),
        answer("newSubnet", Some(Answer::YesNo(true))),
        answer("createdOn", "2019-04-11".parse().ok().map(Answer::Day)),
    ]);
    assert_eq!(standing(&answers, "newSubnet"), Some(Standing::Asked));
    assert_eq!(standing(&answers, "createdOn"), Some(Standing::Asked));
    let moved = answers.reduce(answer("tier", Some(Answer::Word("consumption"))));
    assert_eq!(standing(&moved, "newSubnet"), Some(Standing::Kept("This tier does not run on stv1. No migration is needed.")));
    let stated =
        moved.reduce(answer("tier", Some(Answer::Word("premium")))).reduce(answer("platform", Some(Answer::Word("stv1"))));
    assert_eq!(standing(&stated, "createdOn"), Some(Standing::Kept("Not used: the compute platform is answered.")));
    assert_eq!(stated.request.created_on.map(|day| day.to_string()).as_deref(), Some("2019-04-11"), "never deleted");
}

#[test]
fn not_known_can_be_chosen_without_the_question_vanishing_under_the_hand() {
    let answers = after([answer("nonBusinessHours", Some(Answer::YesNo(true))), answer("nonBusinessHours", None)]);
    assert_eq!(standing(&answers, "nonBusinessHours"), Some(Standing::Asked));
}

#[test]
fn a_zone_can_be_lost_and_found() {
    let west = RegionName::new("West Europe").expect("a name");
    let answers = after([AnswersAction::Lose(west.clone(), Some(2))]);
    assert_eq!(answers.lost.get(&west), Some(&2));
    assert!(answers.reduce(AnswersAction::Lose(west, None)).lost.is_empty());
}
