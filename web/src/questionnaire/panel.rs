use std::rc::Rc;

use apim_plan::{Field, PlanRequest};
use yew::prelude::*;

use super::answers::{Action, DayField, Origin, Standing, standing};
use super::closed::closed;
use super::group::Group;
use super::left::left;
use super::names::{cloud_question, day_question, names, updated_with_question};
use super::numbers::{autoscaling, dns_change};
use super::regions::Regions;
use crate::context::{AnswersHandle, Later, Say};
use crate::planned::Planned;
use crate::platform;
use crate::route::View;
use crate::words::{self, Question};

/// A group of questions by its heading.
struct Part {
    title: &'static str,
    open: bool,
    questions: &'static [Question],
}

const fn counted(field: Field) -> Question {
    Question::Counted(field)
}

static INSTANCE: Part = Part {
    title: "The instance",
    open: true,
    questions: &[
        counted(Field::Tier),
        counted(Field::Platform),
        counted(Field::Vnet),
        counted(Field::ModifyInstance),
        Question::Cloud,
    ],
};
static DATES: Part = Part {
    title: "Where the platform is not known",
    open: false,
    questions: &[Question::CreatedOn, Question::UpdatedOn, Question::UpdatedWith],
};
static REGIONS: Part = Part { title: "Regions", open: true, questions: &[counted(Field::Locations)] };
static ADDRESSES: Part = Part {
    title: "Names and addresses",
    open: true,
    questions: &[
        counted(Field::CustomDomains),
        counted(Field::CustomDomainRecord),
        counted(Field::DnsChangeMinutes),
        counted(Field::Firewall),
        counted(Field::IpDependencies),
        counted(Field::SelfHostedGateways),
    ],
};
static WISHES: Part = Part {
    title: "What you can accept",
    open: true,
    questions: &[counted(Field::DowntimeAllowed), counted(Field::NonBusinessHours), counted(Field::ValidateFirst)],
};
static SUBNETS: Part = Part {
    title: "The subnets",
    open: true,
    questions: &[
        counted(Field::NewSubnet),
        counted(Field::ReturnToOriginalSubnet),
        counted(Field::KeyVaultBlocked),
        counted(Field::SpecialVnetConditions),
    ],
};
static GOALS: Part = Part {
    title: "Scale and goals",
    open: false,
    questions: &[counted(Field::SurviveZoneLoss), counted(Field::SurviveRegionLoss), counted(Field::Autoscale)],
};
static NAMES: Part = Part {
    title: "Names for the commands",
    open: false,
    questions: &[Question::Name, Question::ResourceGroup, Question::SubscriptionId],
};

static FOR_THE_PLAN: &[&Part] = &[&INSTANCE, &DATES, &REGIONS, &ADDRESSES, &WISHES, &SUBNETS, &GOALS, &NAMES];
static FOR_CAPACITY: &[&Part] = &[&GOALS, &REGIONS, &INSTANCE];

/// The panel of questions.
pub fn questions(answers: &AnswersHandle, plan: &Planned, say: &Say, later: &Later, view: View) -> Html {
    let parts = match view {
        View::Capacity => FOR_CAPACITY,
        View::Plan | View::Fleet | View::Reference => FOR_THE_PLAN,
    };
    let stand = |question: Question| standing(question, answers, plan);
    let shown = |question: &Question| matches!(stand(*question), Standing::Asked { .. });
    let kept: Vec<(Question, &'static str)> = Question::all()
        .filter_map(|question| match stand(question) {
            Standing::Kept(why) => Some((question, why)),
            Standing::Asked { .. } | Standing::Hidden => None,
        })
        .collect();
    let deciding: Vec<Field> = plan.open_questions.iter().filter(|open| open.decides).map(|open| open.field).collect();
    let further = plan.open_questions.iter().filter(|open| open.matters && !open.decides).count();

    let save = {
        let (request, say, later) = (answers.request.clone(), say.clone(), later.clone());
        Callback::from(move |_: MouseEvent| {
            let (request, say) = (request.clone(), say.clone());
            later.with(move |parts| {
                let text = (parts.write_answers)(&request);
                let saved = platform::download("apim-plan-answers.json", "application/json", &text);
                say.emit(AttrValue::Static(if saved {
                    "Answers saved."
                } else {
                    "Saving a file may not be allowed here: the text is shown."
                }));
            });
        })
    };
    let load = {
        let (dispatcher, say, later) = (answers.dispatcher(), say.clone(), later.clone());
        Callback::from(move |event: Event| {
            let (dispatcher, say, later) = (dispatcher.clone(), say.clone(), later.clone());
            platform::read_chosen_file(&event, move |text| {
                later.with(move |parts| match text.clone().and_then(|text| (parts.read_answers)(&text)) {
                    Ok(request) => dispatcher.dispatch(Action::Load(Rc::new(request), Origin::File)),
                    Err(error) => say.emit(format!("This file holds no answers: {error}.").into()),
                });
            });
        })
    };
    let clear = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Load(Rc::default(), Origin::Cleared)))
    };
    html! {
        <section class="panel" aria-labelledby="questions-title">
            <h2 class="panel__title" id="questions-title">{ "Questions" }</h2>
            { left(&deciding, further) }
            <form class="questions" autocomplete="off" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                for part in parts.iter() {
                    if part.questions.iter().any(shown) {
                        <Group key={part.title} title={part.title} summary={summary(&answers.request, part.questions)} open={part.open || view == View::Capacity}>
                            for question in part.questions.iter().copied() {
                                { asked(answers, plan, question, stand(question)) }
                            }
                        </Group>
                    }
                }
                if !kept.is_empty() {
                    <Group key="kept" kept=true title="Kept, no longer needed" summary={words::count(kept.len(), "answer", "answers")}>
                        for (question, why) in kept {
                            <p class="q__help" key={question.id()}>
                                { question.words().short }{ ": " }<b class="num">{ words::said(&answers.request, question).unwrap_or_default() }</b>{ ". " }{ why }
                            </p>
                        }
                    </Group>
                }
                <p class="panel__foot">
                    <button type="button" class="btn btn--bare" onclick={save}>{ "Save answers as a file" }</button>
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
fn summary(request: &PlanRequest, questions: &[Question]) -> String {
    let gists: Vec<String> = questions.iter().filter_map(|question| words::gist(request, *question)).collect();
    if gists.is_empty() { "open".to_owned() } else { gists.join(", ") }
}

fn asked(answers: &AnswersHandle, plan: &Planned, question: Question, standing: Standing) -> Html {
    let Standing::Asked { decides: open } = standing else {
        return Html::default();
    };
    match question {
        Question::Counted(Field::Locations) => html! { <Regions key={question.id()} plan={plan.clone()} /> },
        Question::Counted(Field::DnsChangeMinutes) => dns_change(answers, open),
        Question::Counted(Field::Autoscale) => autoscaling(answers, open),
        Question::Counted(field) => closed(answers, field, open),
        Question::Cloud => cloud_question(answers),
        Question::CreatedOn => day_question(answers, DayField::CreatedOn),
        Question::UpdatedOn => day_question(answers, DayField::UpdatedOn),
        Question::UpdatedWith => updated_with_question(answers),
        // Together with the other two.
        Question::Name => names(answers),
        Question::ResourceGroup | Question::SubscriptionId => Html::default(),
    }
}
