use yew::prelude::*;

use crate::words::Question;

/// Properties of [`ask`].
pub struct AskProps {
    /// What is asked.
    pub question: Question,
    /// An answer could change the verdict.
    pub open: bool,
    /// The answer was read from a description.
    pub read: bool,
    /// The id of the one control; without it, the children are a group of their own.
    pub control: Option<AttrValue>,
}

/// A question: what is asked, one line of help, and how to answer.
pub fn ask(props: &AskProps, children: Html) -> Html {
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
            <div key={id.clone()} {class} {id}>
                <label class="q__label" for={control}>{ label }</label>
                { help }
                { children }
            </div>
        },
        None => html! {
            <fieldset key={id.clone()} {class} {id} aria-describedby={help_id}>
                <legend class="q__label">{ label }</legend>
                { help }
                { children }
            </fieldset>
        },
    }
}

#[cfg(test)]
mod tests {
    use apim_plan::Field;
    use yew::html;

    use super::{AskProps, ask};
    use crate::rendered;
    use crate::words::Question;

    #[tokio::test(flavor = "current_thread")]
    async fn a_group_of_radios_is_a_fieldset_with_a_legend_and_help() {
        let props = AskProps { question: Question::Counted(Field::NewSubnet), open: true, read: true, control: None };
        insta::assert_snapshot!(rendered::html(ask(&props, html! { "…" })).await, @r##"<fieldset id="q-newSubnet" aria-describedby="q-newSubnet-help" class="q q--open"><legend class="q__label">Can another subnet be had? <span class="q__read">read</span></legend><p id="q-newSubnet-help" class="q__help">One in each region, same subscription.</p>…</fieldset>"##);
    }
}
