use std::rc::Rc;

use apim_plan::PlanRequest;
use apim_plan::questionnaire::{Group, Kind, Question, Standing};
use yew::prelude::*;

use super::answers::{AnswersAction, Origin, question_id, use_answers};
use super::fold::Fold;
use super::left::left;
use super::question::{QuestionItem, QuestionItemProps};
use super::regions::Regions;
use super::said::{gist, said};
use crate::planned::use_plan;
use crate::platform;
use crate::route::View;
use crate::split::use_later;
use crate::ui::use_say;
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
static FOR_CAPACITY: &[Group] = &[Group::Goals, Group::Regions, Group::Instance];

/// Open when first shown: what decides.
const fn starts_open(group: Group) -> bool {
    match group {
        Group::Instance | Group::Regions | Group::Addresses | Group::Acceptable | Group::Subnets => true,
        Group::Dates
        | Group::Goals
        | Group::Names
        | Group::LocationSize
        | Group::LocationZones
        | Group::LocationLoad
        | Group::LocationAddresses
        | Group::LocationDetails => false,
    }
}

/// Properties of [`Questions`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct QuestionsProps {
    /// For which view they are asked.
    pub view: View,
}

/// The panel of questions.
#[component]
pub fn Questions(props: &QuestionsProps) -> Html {
    let view = props.view;
    let (answers, plan, say, later) = (use_answers(), use_plan(), use_say(), use_later());
    let groups = match view {
        View::Capacity => FOR_CAPACITY,
        View::Plan | View::Fleet | View::Reference => FOR_THE_PLAN,
    };
    let standings = answers.standings();
    let is_asked = |question: &Question| standings.iter().any(|(each, how)| *each == question && *how == Standing::Asked);
    let kept: Vec<(&Question, &'static str)> = standings
        .iter()
        .filter_map(|(question, standing)| match standing {
            Standing::Kept(why) => Some((*question, *why)),
            Standing::Asked | Standing::Hidden => None,
        })
        .collect();
    let decides = |question: &Question| plan.open_questions.iter().any(|open| open.decides && open.field == question.field);
    let deciding: Vec<&Question> = answers.questionnaire.questions.iter().copied().filter(|each| decides(each)).collect();
    let further = plan.open_questions.iter().filter(|open| open.matters && !open.decides).count();

    let save = {
        let (request, say, later) = (answers.request.clone(), say.clone(), later.clone());
        Callback::from(move |_: MouseEvent| {
            let saved = say.either("Answers saved.", "If saving is not allowed here, copy the text that is shown.");
            later.write_answers(request.clone(), |text| {
                saved(platform::download("apim-plan-answers.json", "application/json", &text));
            });
        })
    };
    let load = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: Event| {
            let (dispatcher, say, later) = (dispatcher.clone(), say.clone(), later.clone());
            platform::read_chosen_file(&event, move |text| match text {
                Ok(text) => later.read_answers(text, move |read| match read {
                    Ok(request) => dispatcher.dispatch(AnswersAction::Load(Rc::new(request), Origin::File)),
                    Err(error) => say.say(format!("This file contains no answers: {error}.")),
                }),
                Err(error) => say.say(format!("This file contains no answers: {error}.")),
            });
        })
    };
    let clear = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(AnswersAction::Load(Rc::default(), Origin::Cleared)))
    };
    let item = |question: &'static Question| {
        let key = question.field.path();
        if matches!(question.kind, Kind::Locations(_)) {
            html! { <Regions {key} status={plan.status} /> }
        } else {
            html! { <QuestionItem {key} ..QuestionItemProps::of(&answers, question, decides(question)) /> }
        }
    };
    html! {
        <section class="panel" aria-labelledby="questions-title">
            <h2 class="panel__title" id="questions-title">{ "Questions" }</h2>
            { left(&deciding, further) }
            <form class="questions" autocomplete="off" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                for (group, questions) in groups.iter().map(|group| (*group, answers.questionnaire.group(*group))) {
                    if questions.iter().any(|question| is_asked(question)) {
                        <Fold key={group.title()} title={group.title()} summary={summary(&answers.request, &questions)} open={starts_open(group) || view == View::Capacity}>
                            for question in questions.into_iter().filter(|question| is_asked(question)) {
                                { item(question) }
                            }
                        </Fold>
                    }
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
                <p class="panel__foot">
                    <button type="button" class="btn btn--bare" onclick={save}>{ "Save answers" }</button>
                    <label class="btn btn--bare panel__load">
                        { "Load" }<input class="sr" type="file" accept="application/json,.json" aria-label="Load answers from a file" onchange={load} />
                    </label>
                    <button type="button" class="btn btn--bare" onclick={clear}>{ "Clear all" }</button>
                </p>
            </form>
        </section>
    }
}

/// The answers in a group, for while it is folded.
fn summary(request: &PlanRequest, questions: &[&Question]) -> String {
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
