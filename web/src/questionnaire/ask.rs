use apim_plan::questionnaire::Question;
use yew::prelude::*;

use super::answers::question_id;
use super::find_out::find_out;

/// A question: what is asked, one line of help, and how to answer.
///
/// `open` is for a question whose answer could change the verdict, `read` for an answer that was read from a description.
/// `control` is the id of the one control; without it, the children are a group of their own.
pub(super) fn ask(question: &Question, open: bool, read: bool, control: Option<AttrValue>, children: Html) -> Html {
    let id = question_id(question.field);
    let help_id = format!("{id}-help");
    let class = classes!("q", open.then_some("q--open"));
    let label = html! {
        <>
            { question.label }
            if read {
                { " " }<span class="q__read">{ "read" }</span>
            }
        </>
    };
    let help = html! { <p class="q__help" id={help_id.clone()}>{ question.help }</p> };
    match control {
        Some(control) => html! {
            <div {class} {id}>
                <label class="q__label" for={control}>{ label }</label>
                { help }
                { children }
                { find_out(question.find_out) }
            </div>
        },
        None => html! {
            <fieldset {class} {id} aria-describedby={help_id}>
                <legend class="q__label">{ label }</legend>
                { help }
                { children }
                { find_out(question.find_out) }
            </fieldset>
        },
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::Field;
    use apim_plan::questionnaire::QUESTIONNAIRE;
    use yew::html;

    use super::ask;
    use crate::rendered;

    #[tokio::test(flavor = "current_thread")]
    async fn a_group_of_radios_is_a_fieldset_with_a_legend_and_help() {
        let question = QUESTIONNAIRE.find(Field::named("newSubnet")).expect("a question");
        let html = ask(question, true, true, None, html! { "…" });
        let html = rendered::html(html).await;
        let parts = [
            "<fieldset id=\"q-newSubnet\" aria-describedby=\"q-newSubnet-help\" class=\"q q--open\"><legend class=\"q__label\">",
            "<span class=\"q__read\">read</span></legend><p id=\"q-newSubnet-help\" class=\"q__help\">",
            "</p>…<details class=\"find\"><summary>How to find out</summary>",
        ];
        for part in parts {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
