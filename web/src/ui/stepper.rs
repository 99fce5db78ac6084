use yew::prelude::*;

use super::{Sign, icon};

/// Properties of [`stepper`].
pub struct StepperProps {
    /// The field's id, which its label points at.
    pub id: AttrValue,
    /// What stands in the field, right or wrong.
    pub text: AttrValue,
    /// What the button on the left does: "One unit fewer in West Europe".
    pub less: AttrValue,
    /// What the button on the right does.
    pub more: AttrValue,
    /// The unit, behind the number.
    pub unit: Option<&'static str>,
    /// What is wrong with the text.
    pub problem: Option<AttrValue>,
    /// The id of the help that belongs to it.
    pub help: Option<AttrValue>,
    /// Something was typed.
    pub oninput: Callback<InputEvent>,
    /// A button was pressed: one step down (`-1`) or up (`1`).
    pub onstep: Callback<i32>,
}

/// A whole number: typed, or stepped by the buttons at its sides. What was typed stays, and what is wrong with it is said below.
pub fn stepper(props: &StepperProps, children: Html) -> Html {
    let StepperProps { id, text, less, more, unit, problem, help, oninput, onstep } = props;
    let error = problem.as_ref().map(|_| AttrValue::from(format!("{id}-error")));
    let described: Vec<&str> = help.iter().chain(&error).map(AttrValue::as_str).collect();
    let button = |label: &AttrValue, sign: Sign, by: i32| {
        html! {
            <button type="button" aria-label={label.clone()} onclick={onstep.reform(move |_| by)}>{ icon(sign) }</button>
        }
    };
    html! {
        <>
            <div class="q__row">
            <div class={classes!("stepper", unit.as_ref().map(|_| "stepper--unit"))}>
                { button(less, Sign::Minus, -1) }
                <input
                    id={id.clone()}
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    value={text.clone()}
                    aria-invalid={problem.as_ref().map(|_| "true")}
                    aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                    oninput={oninput.clone()}
                />
                if let Some(unit) = unit {
                    <span class="stepper__unit">{ *unit }</span>
                }
                { button(more, Sign::Plus, 1) }
            </div>
            { children }
            </div>
            if let (Some(problem), Some(id)) = (problem, error) {
                <p class="q__error" {id}>{ icon(Sign::Blocker) }{ problem }</p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::{StepperProps, stepper};
    use crate::rendered::{deaf, html};

    #[tokio::test(flavor = "current_thread")]
    async fn keeps_what_was_typed_and_ties_the_message_to_the_field() {
        let props = StepperProps {
            id: "units".into(),
            text: "44x".into(),
            less: "One unit fewer in West Europe".into(),
            more: "One unit more in West Europe".into(),
            unit: None,
            problem: Some("Use a whole number.".into()),
            help: Some("units-help".into()),
            oninput: deaf(),
            onstep: deaf(),
        };
        insta::assert_snapshot!(html(stepper(&props, yew::Html::default())).await, @r##"<div class="q__row"><div class="stepper"><button type="button" aria-label="One unit fewer in West Europe"><svg aria-hidden="true" class="icon"><use href="#i-minus"></use></svg></button><input value="44x" id="units" type="text" inputmode="numeric" autocomplete="off" aria-invalid="true" aria-describedby="units-help units-error"><button type="button" aria-label="One unit more in West Europe"><svg aria-hidden="true" class="icon"><use href="#i-plus"></use></svg></button></div></div><p id="units-error" class="q__error"><svg aria-hidden="true" class="icon"><use href="#i-blocker"></use></svg>Use a whole number.</p>"##);
    }
}
