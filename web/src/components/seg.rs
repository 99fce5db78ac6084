use yew::prelude::*;

use crate::words::Choice;

/// Properties of [`Seg`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SegProps<T: Copy + PartialEq + 'static> {
    /// Unique on the page: what makes the radios one group.
    pub name: AttrValue,
    /// The answers; "Not known" follows by itself.
    pub choices: &'static [Choice<T>],
    /// The answer given.
    pub chosen: Option<T>,
    /// "Not known" was chosen, which is not the same as never answered.
    #[prop_or_default]
    pub unknown: bool,
    /// An answer was given; `None` is "Not known".
    pub onchoose: Callback<Option<T>>,
}

/// One line of radios. Arrow keys work by themselves; "Not known" stands last and is an answer like any other.
#[component]
pub fn Seg<T: Copy + PartialEq + 'static>(props: &SegProps<T>) -> Html {
    let SegProps { name, choices, chosen, unknown, onchoose } = props;
    let radio = |value: Option<T>, label: &'static str, checked: bool| {
        let onchange = onchoose.reform(move |_: Event| value);
        let class = value.is_none().then_some("seg__unknown");
        html! {
            <label {class}>
                <input type="radio" name={name.clone()} {checked} {onchange} /><span>{ label }</span>
            </label>
        }
    };
    html! {
        <div class="seg">
            for choice in choices.iter() {
                { radio(Some(choice.value), choice.label, *chosen == Some(choice.value)) }
            }
            { radio(None, "Not known", chosen.is_none() && *unknown) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Seg, SegProps};
    use crate::components::rendered::{deaf, html};
    use crate::words::FLAG;

    fn props(chosen: Option<bool>, unknown: bool) -> SegProps<bool> {
        SegProps { name: "q".into(), choices: FLAG, chosen, unknown, onchoose: deaf() }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn not_known_stands_last_and_is_a_choice() {
        insta::assert_snapshot!(html::<Seg<bool>>(props(None, true)).await, @r##"<div class="seg"><label><input type="radio" name="q"><span>Yes</span></label><label><input type="radio" name="q"><span>No</span></label><label class="seg__unknown"><input checked type="radio" name="q"><span>Not known</span></label></div>"##);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_question_that_nobody_touched_has_no_choice() {
        assert!(!html::<Seg<bool>>(props(None, false)).await.contains("checked"));
        assert_eq!(html::<Seg<bool>>(props(Some(false), false)).await.matches("checked").count(), 1);
    }
}
