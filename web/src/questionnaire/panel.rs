use apim_plan::questionnaire::{Group, Kind, Question, Standing, Sway, Weight};
use apim_plan::{Field, Location, OpenQuestion, PlanRequest};
use yew::prelude::*;

use super::answers::{AnswersState, location_id, question_id, use_answers};
use super::fold::Fold;
use super::keys::{keys, use_keys};
use super::left::{LeftOpen, left};
use super::panel_foot::PanelFoot;
use super::question::{QuestionItem, QuestionItemProps};
use super::regions::Regions;
use super::said::{gist, said};
use super::seats::{Asked, Seat, seats};
use crate::planned::use_plan;
use crate::route::View;
use crate::words;

static FOR_THE_PLAN: &[Group] = &[
    Group::Instance,
    Group::Dates,
    Group::Regions,
    Group::Addresses,
    Group::Acceptable,
    Group::Subnets,
    Group::Goals,
    Group::Names,
];
static FOR_CAPACITY: &[Group] = &[Group::Regions, Group::Goals, Group::Instance];

/// Properties of [`Questions`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct QuestionsProps {
    /// For which view they are asked.
    pub view: View,
}

/// The panel of questions: those that decide, those that are answered, and the details.
#[component]
pub fn Questions(props: &QuestionsProps) -> Html {
    let view = props.view;
    let (answers, plan) = (use_answers(), use_plan());
    let before = use_mut_ref(Vec::<(Field, Seat)>::new);
    use_keys();
    let groups = match view {
        View::Capacity => FOR_CAPACITY,
        View::Plan | View::Fleet | View::Reference => FOR_THE_PLAN,
    };
    let standings = answers.standings();
    let asked: Vec<&'static Question> = standings
        .iter()
        .filter(|(question, standing)| *standing == Standing::Asked && groups.contains(&question.group))
        .map(|(question, _)| *question)
        .collect();
    let kept: Vec<(&Question, &'static str)> = standings
        .iter()
        .filter_map(|(question, standing)| match standing {
            Standing::Kept(why) => Some((*question, *why)),
            Standing::Asked | Standing::Hidden => None,
        })
        .collect();
    let open = |question: &Question| plan.open_questions.iter().find(|open| open.field == question.field);
    let decides = |question: &Question| open(question).is_some_and(|open| changes_the_verdict(open, view));
    let seated = |question: &&'static Question| {
        let is_answered = question.kind.is_answered(&answers.request);
        let can_decide = if is_answered { can_sway(question, view) } else { decides(question) };
        Asked {
            field: question.field,
            is_answered,
            is_seen: answers.seen.contains(&question.field),
            // Regions have a group of their own, with numbers for each.
            can_decide: can_decide && !is_about_regions(question),
        }
    };
    let placed = seats(&asked.iter().map(seated).collect::<Vec<_>>(), &before.borrow(), answers.touched);
    before.borrow_mut().clone_from(&placed);
    let at = |seat: Seat| {
        let placed = &placed;
        let seat_of =
            move |question: &&'static Question| placed.iter().any(|(field, each)| *field == question.field && *each == seat);
        asked.iter().copied().filter(seat_of).collect::<Vec<_>>()
    };
    let (deciding, answered, details) = (at(Seat::Decides), at(Seat::Answered), at(Seat::Details));
    let left_open: Vec<LeftOpen> = asked
        .iter()
        .filter(|each| decides(each) && !is_about_regions(each))
        .map(|each| LeftOpen { name: each.short.into(), id: question_id(each.field) })
        .chain((view == View::Capacity).then(|| peaks(&answers)).into_iter().flatten())
        .collect();
    let further = plan.open_questions.iter().filter(|open| open.matters && !changes_the_verdict(open, view)).count();
    let open_details = details.iter().filter(|question| open(question).is_some_and(|open| open.matters)).count();

    let item = |question: &'static Question| {
        let key = question.field.path();
        if is_about_regions(question) {
            html! { <Regions {key} status={plan.status} /> }
        } else {
            html! { <QuestionItem {key} ..QuestionItemProps::of(&answers, question, decides(question)) /> }
        }
    };
    let fold = |title: &'static str, questions: &[&'static Question], open: bool| {
        html! {
            <Fold key={title} {title} summary={summary(&answers.request, questions)} {open} alone={view == View::Capacity && title == Group::Regions.title()}>
                for question in questions.iter() {
                    { item(question) }
                }
            </Fold>
        }
    };
    let details_of = |group: Group| {
        let of_group: Vec<_> = answers.questionnaire.group(group).into_iter().filter(|each| details.contains(each)).collect();
        let is_open = group == Group::Regions && (view == View::Capacity || answers.keys.is_empty());
        if of_group.is_empty() { Html::default() } else { fold(group.title(), &of_group, is_open) }
    };
    html! {
        <section class="panel" aria-labelledby="questions-title">
            <h2 class="panel__title" id="questions-title">{ "Questions" }</h2>
            { left(&left_open, further) }
            <form class="questions" autocomplete="off" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                if view == View::Capacity {
                    { details_of(Group::Regions) }
                }
                if !deciding.is_empty() || !answered.is_empty() {
                    <div class="panel__sub" key="decides">
                        <h3>{ "Decides" }</h3>
                        <span>{ format!("{} open, {} answered", left_open.len(), answered.len()) }</span>
                    </div>
                    <div class="decides" key="deciding">
                        for question in deciding {
                            { item(question) }
                        }
                    </div>
                }
                if !answered.is_empty() {
                    { fold("Answered", &answered, false) }
                }
                <div class="panel__sub" key="details">
                    <h3>{ "Details for the runbook" }</h3>
                    <span>{ format!("{open_details} open") }</span>
                </div>
                for group in groups.iter().filter(|group| view != View::Capacity || **group != Group::Regions) {
                    { details_of(*group) }
                }
                if !kept.is_empty() {
                    <Fold key="kept" kept=true title="Not used" summary={words::count(kept.len(), "answer", "answers")}>
                        for (question, why) in kept {
                            <p class="q__help" key={question_id(question.field)}>
                                { question.short }{ ": " }<b class="num">{ said(&answers.request, question).unwrap_or_default() }</b>{ ". " }{ why }
                            </p>
                        }
                    </Fold>
                }
                <PanelFoot />
                { keys() }
            </form>
        </section>
    }
}

/// Whether an answer to an open question can change the verdict that the view shows.
pub(super) const fn changes_the_verdict(open: &OpenQuestion, view: View) -> bool {
    match view {
        View::Capacity => open.sizes,
        View::Plan | View::Fleet | View::Reference => open.decides,
    }
}

fn is_about_regions(question: &Question) -> bool {
    matches!(question.kind, Kind::Locations(_))
}

/// Whether another answer to a question could change the verdict.
fn can_sway(question: &Question, view: View) -> bool {
    match &question.weight {
        Weight::Counted(_) if view == View::Capacity => true,
        Weight::Counted(counted) => !matches!(counted.sway, Sway::None),
        Weight::PlatformGuess | Weight::Detail | Weight::Location(_) | Weight::Described => false,
    }
}

/// The locations whose capacity needed at peak is neither answered nor measured: it sizes their layouts.
fn peaks(answers: &AnswersState) -> Vec<LeftOpen> {
    let is_open = |location: &Location| location.units_needed.is_none() && location.capacity_percent.is_none();
    let of = |(key, location): (_, &Location)| LeftOpen {
        name: format!("Peak load, {}", words::region(&location.name)).into(),
        id: location_id(key, "needed"),
    };
    answers.locations().filter(|(_, location)| is_open(location)).map(of).collect()
}

/// The answers in a group, for while it is folded.
fn summary(request: &PlanRequest, questions: &[&'static Question]) -> String {
    let gists: Vec<String> = questions.iter().filter_map(|question| gist(request, question)).collect();
    if gists.is_empty() { "open".to_owned() } else { gists.join(", ") }
}

#[cfg(test)]
mod tests {
    use apim_plan::questionnaire::{Counted, Group, InLinks, Kind, Lens, QUESTIONNAIRE, Question, Questionnaire, Sway, Weight};
    use apim_plan::{Answer, Field, PlanRequest};
    use yew::prelude::*;

    use super::{Questions, View};
    use crate::planned::Planned;
    use crate::questionnaire::answers::{AnswersAction, AnswersDispatcher, AnswersHandle, AnswersState, Target};
    use crate::ui::{Say, use_saying};

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

    fn extended() -> Questionnaire<'static> {
        let questions: Vec<&'static Question> = QUESTIONNAIRE.questions.iter().copied().chain([&ADDED]).collect();
        Questionnaire { questions: questions.leak(), ..QUESTIONNAIRE }
    }

    /// The form, with the added question in its list and answered.
    #[component]
    fn Extended() -> Html {
        let answers = use_reducer_eq(|| {
            let mut empty = AnswersState::default();
            empty.questionnaire = extended();
            let answer = "2026-11-28".parse().ok().map(Answer::Day);
            let answered = std::rc::Rc::new(empty).reduce(AnswersAction::Answer(Target::instance(ADDED.field), answer));
            AnswersState::clone(&answered)
        });
        let (_, say) = use_saying();
        let plan = Planned::new(apim_plan::plan(&answers.request), None);
        html! {
            <ContextProvider<AnswersDispatcher> context={answers.dispatcher()}>
                <ContextProvider<AnswersHandle> context={answers}>
                    <ContextProvider<Planned> context={plan}>
                        <ContextProvider<Say> context={say}><Questions view={View::Plan} /></ContextProvider<Say>>
                    </ContextProvider<Planned>>
                </ContextProvider<AnswersHandle>>
            </ContextProvider<AnswersDispatcher>>
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_added_question_is_drawn_with_its_answer() {
        let html = crate::rendered::html(html! { <Extended /> }).await;
        for part in ["id=\"q-asOf\"", "Which day is it?", "Only a test asks this.", "value=\"2026-11-28\"", "28 Nov 2026"] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn every_question_is_in_a_group_that_is_drawn_and_of_a_kind_that_is_drawn_there() {
        let of = |group| QUESTIONNAIRE.group(group).len();
        let drawn = super::FOR_THE_PLAN.iter().map(|group| of(*group)).sum::<usize>();
        assert_eq!(drawn, QUESTIONNAIRE.questions.len(), "a group that the panel does not show");
        let rows = [Group::LocationSize, Group::LocationLoad, Group::LocationAddresses];
        let lists = [Group::LocationZones, Group::LocationDetails];
        for question in QUESTIONNAIRE.of_location {
            let is_number = matches!(question.kind, Kind::Number(_));
            let is_closed = !question.kind.offered().is_empty();
            let is_drawn = rows.contains(&question.group) && is_number || lists.contains(&question.group) && is_closed;
            assert!(is_drawn || matches!(question.weight, Weight::Described), "{}", question.field);
        }
    }
}
