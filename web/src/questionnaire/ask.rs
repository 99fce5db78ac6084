use apim_plan::questionnaire::Question;
use yew::prelude::*;

use super::answers::question_id;

/// Properties of [`Ask`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AskProps {
    /// What is asked.
    pub question: &'static Question,
    /// An answer could change the verdict.
    pub open: bool,
    /// The answer was read from a description.
    pub read: bool,
    /// The id of the one control; without it, the children are a group of their own.
    pub control: Option<AttrValue>,
    /// How to answer.
    pub children: Html,
}

/// A question: what is asked, one line of help, and how to answer.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let AskProps { question, open, read, control, children } = props;
    let id = question_id(question.field);
    let help_id = format!("{id}-help");
    let class = classes!("q", open.then_some("q--open"));
    let label = html! {
        <>
            { question.label }
            if *read {
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
                { children.clone() }
            </div>
        },
        None => html! {
            <fieldset {class} {id} aria-describedby={help_id}>
                <legend class="q__label">{ label }</legend>
                { help }
                { children.clone() }
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

    use super::{Ask, AskProps};
    use crate::rendered;

    #[tokio::test(flavor = "current_thread")]
    async fn a_group_of_radios_is_a_fieldset_with_a_legend_and_help() {
        let question = QUESTIONNAIRE.find(Field::named("newSubnet")).expect("a question");
        let props = AskProps { question, open: true, read: true, control: None, children: html! { "…" } };
        insta::assert_snapshot!(rendered::html(html! { <Ask ..props /> }).await, @r##"<fieldset id="q-newSubnet" aria-describedby="q-newSubnet-help" class="q q--open"><legend class="q__label">Can another subnet be had? <span class="q__read">read</span></legend><p id="q-newSubnet-help" class="q__help">One in each region, same subscription.</p>…</fieldset>"##);
    }
}
