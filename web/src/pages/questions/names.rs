use apim_plan::model::{Cloud, UpdateTool};
use yew::prelude::*;

use crate::components::{Ask, Seg};
use crate::hooks::use_answers;
use crate::platform;
use crate::state::{Action, DayField, NameField};
use crate::words::{self, Question};

/// The names that fill in commands.
#[component]
pub(super) fn Names() -> Html {
    let answers = use_answers();
    let field = |question: Question, name: NameField, value: &Option<String>| {
        let control = format!("{}-text", question.id());
        let dispatcher = answers.dispatcher();
        let oninput = Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::Name(name, platform::typed(&event))));
        html! {
            <Ask {question} read={answers.read.contains(&question)} control={control.clone()}>
                <input class="input" type="text" id={control} autocomplete="off" spellcheck="false" value={value.clone().unwrap_or_default()} {oninput} />
            </Ask>
        }
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

/// Which cloud.
#[component]
pub(super) fn CloudQuestion() -> Html {
    let answers = use_answers();
    let dispatcher = answers.dispatcher();
    let onchoose = Callback::from(move |cloud| dispatcher.dispatch(Action::Cloud(cloud)));
    let question = Question::Cloud;
    html! {
        <Ask {question} read={answers.read.contains(&question)}>
            <Seg<Cloud> name={question.id()} choices={words::CLOUDS} chosen={answers.request.cloud} unknown={answers.seen.contains(&question)} {onchoose} />
        </Ask>
    }
}

/// Properties of [`DayQuestion`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct DayQuestionProps {
    /// Which day.
    pub field: DayField,
}

/// A day that helps to guess the platform.
#[component]
pub(super) fn DayQuestion(props: &DayQuestionProps) -> Html {
    let answers = use_answers();
    let field = props.field;
    let (question, day) = match field {
        DayField::CreatedOn => (Question::CreatedOn, answers.request.created_on),
        DayField::UpdatedOn => (Question::UpdatedOn, answers.request.updated_on),
    };
    let control = format!("{}-day", question.id());
    let dispatcher = answers.dispatcher();
    let onchange = Callback::from(move |event: Event| dispatcher.dispatch(Action::Day(field, platform::chosen(&event))));
    html! {
        <Ask {question} read={answers.read.contains(&question)} control={control.clone()}>
            <input class="input" type="date" id={control} value={day.map(|day| day.to_string()).unwrap_or_default()} {onchange} />
        </Ask>
    }
}

/// What the last update was made with.
#[component]
pub(super) fn UpdatedWithQuestion() -> Html {
    let answers = use_answers();
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
    let tool = with.as_ref().map(|with| with.tool);
    html! {
        <Ask {question} read={answers.read.contains(&question)}>
            <Seg<UpdateTool> name={question.id()} choices={words::UPDATE_TOOLS} chosen={tool} unknown={answers.seen.contains(&question)} {onchoose} />
            if tool == Some(UpdateTool::Api) {
                <div class="field">
                    <label for="api-version">{ "Version of the interface" }</label>
                    <input class="input" type="text" id="api-version" placeholder="2021-01-01-preview" autocomplete="off" value={with.and_then(|with| with.api_version).unwrap_or_default()} {oninput} />
                </div>
            }
        </Ask>
    }
}
