use apim_plan::UpdateTool;
use yew::prelude::*;

use super::answers::{Action, DayField, NameField};
use super::{AskProps, ask};
use crate::context::AnswersHandle;
use crate::platform;
use crate::ui::{SegProps, seg};
use crate::words::{self, Question};

/// The names that fill in commands.
pub(super) fn names(answers: &AnswersHandle) -> Html {
    let field = |question: Question, name: NameField, value: &Option<String>| {
        let control: AttrValue = format!("{}-text", question.id()).into();
        let dispatcher = answers.dispatcher();
        let oninput = Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::Name(name, platform::typed(&event))));
        let input = html! {
            <input class="input" type="text" id={control.clone()} autocomplete="off" spellcheck="false" value={value.clone().unwrap_or_default()} {oninput} />
        };
        about(answers, question, Some(control), input)
    };
    let request = &answers.request;
    html! {
        <>
            { field(Question::Name, NameField::Name, &request.name) }
            { field(Question::ResourceGroup, NameField::ResourceGroup, &request.resource_group) }
            { field(Question::SubscriptionId, NameField::SubscriptionId, &request.subscription_id) }
        </>
    }
}

/// A question that cannot change the verdict.
fn about(answers: &AnswersHandle, question: Question, control: Option<AttrValue>, children: Html) -> Html {
    ask(&AskProps { question, open: false, read: answers.read.contains(&question), control }, children)
}

/// Which cloud.
pub(super) fn cloud_question(answers: &AnswersHandle) -> Html {
    let question = Question::Cloud;
    let dispatcher = answers.dispatcher();
    let radios = seg(SegProps {
        name: question.id().into(),
        choices: words::CLOUDS,
        chosen: answers.request.cloud,
        unknown: answers.seen.contains(&question),
        onchoose: Callback::from(move |cloud| dispatcher.dispatch(Action::Cloud(cloud))),
    });
    about(answers, question, None, radios)
}

/// A day that helps to guess the platform.
pub(super) fn day_question(answers: &AnswersHandle, field: DayField) -> Html {
    let (question, day) = match field {
        DayField::CreatedOn => (Question::CreatedOn, answers.request.created_on),
        DayField::UpdatedOn => (Question::UpdatedOn, answers.request.updated_on),
    };
    let control: AttrValue = format!("{}-day", question.id()).into();
    let dispatcher = answers.dispatcher();
    let onchange = Callback::from(move |event: Event| dispatcher.dispatch(Action::Day(field, platform::chosen(&event))));
    let input = html! {
        <input class="input" type="date" id={control.clone()} value={day.map(|day| day.to_string()).unwrap_or_default()} {onchange} />
    };
    about(answers, question, Some(control), input)
}

/// What the last update was made with.
pub(super) fn updated_with_question(answers: &AnswersHandle) -> Html {
    let question = Question::UpdatedWith;
    let with = answers.request.updated_with.clone();
    let onchoose = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |tool| dispatcher.dispatch(Action::UpdatedWith(tool)))
    };
    let oninput = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::ApiVersion(platform::typed(&event))))
    };
    let chosen = with.as_ref().map(|with| with.tool);
    let unknown = answers.seen.contains(&question);
    let tools = SegProps { name: question.id().into(), choices: words::UPDATE_TOOLS, chosen, unknown, onchoose };
    let body = html! {
        <>
            { seg(tools) }
            if chosen == Some(UpdateTool::Api) {
                <div class="field">
                    <label for="api-version">{ "Version of the interface" }</label>
                    <input class="input" type="text" id="api-version" placeholder="2021-01-01-preview" autocomplete="off" value={with.and_then(|with| with.api_version).unwrap_or_default()} {oninput} />
                </div>
            }
        </>
    };
    about(answers, question, None, body)
}
