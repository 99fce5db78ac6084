use yew::prelude::*;

use crate::words::Question;

/// Properties of [`Ask`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AskProps {
    /// What is asked.
    pub question: Question,
    /// An answer could change the verdict.
    #[prop_or_default]
    pub open: bool,
    /// The answer was read from a description.
    #[prop_or_default]
    pub read: bool,
    /// The id of the one control; without it, the children are a group of their own.
    #[prop_or_default]
    pub control: Option<AttrValue>,
    /// How it is answered.
    pub children: Html,
}

/// A question: what is asked, one line of help, and how to answer.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let words = props.question.words();
    let id = props.question.id();
    let help_id = format!("{id}-help");
    let class = classes!("q", props.open.then_some("q--open"));
    let label = html! {
        <>
            { words.label }
            if props.read {
                { " " }<span class="q__read">{ "read" }</span>
            }
        </>
    };
    let help = html! { <p class="q__help" id={help_id.clone()}>{ words.help }</p> };
    match &props.control {
        Some(control) => html! {
            <div {class} {id}>
                <label class="q__label" for={control}>{ label }</label>
                { help }
                { props.children.clone() }
            </div>
        },
        None => html! {
            <fieldset {class} {id} aria-describedby={help_id}>
                <legend class="q__label">{ label }</legend>
                { help }
                { props.children.clone() }
            </fieldset>
        },
    }
}

#[cfg(test)]
mod tests {
    use apim_plan::api::Field;
    use yew::html;

    use super::{Ask, AskProps};
    use crate::components::rendered::html;
    use crate::words::Question;

    #[tokio::test(flavor = "current_thread")]
    async fn a_group_of_radios_is_a_fieldset_with_a_legend_and_help() {
        let props = AskProps {
            question: Question::Counted(Field::NewSubnet),
            open: true,
            read: true,
            control: None,
            children: html! { "…" },
        };
        insta::assert_snapshot!(html::<Ask>(props).await, @r##"<fieldset id="q-newSubnet" aria-describedby="q-newSubnet-help" class="q q--open"><legend class="q__label">Can another subnet be had? <span class="q__read">read</span></legend><p id="q-newSubnet-help" class="q__help">One in each region, same subscription.</p>…</fieldset>"##);
    }
}
