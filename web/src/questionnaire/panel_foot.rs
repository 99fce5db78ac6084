use std::rc::Rc;

use yew::prelude::*;

use super::answers::{AnswersAction, Origin, use_answers};
use crate::platform;
use crate::split::use_later;
use crate::ui::use_say;

/// Save, load and clear the answers.
#[component]
pub(super) fn PanelFoot() -> Html {
    let (answers, say, later) = (use_answers(), use_say(), use_later());
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
    html! {
        <p class="panel__foot">
            <button type="button" class="btn btn--bare" onclick={save}>{ "Save answers" }</button>
            <label class="btn btn--bare panel__load">
                { "Load" }<input class="sr" type="file" accept="application/json,.json" aria-label="Load answers from a file" onchange={load} />
            </label>
            <button type="button" class="btn btn--bare" onclick={clear}>{ "Clear all" }</button>
        </p>
    }
}
