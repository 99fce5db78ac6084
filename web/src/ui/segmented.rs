use yew::prelude::*;

/// One of the answers that a question offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<T> {
    /// The answer.
    pub value: T,
    /// In a word or two.
    pub label: &'static str,
}

/// What [`seg`] asks.
pub struct SegProps<T: 'static> {
    /// Unique on the page: what makes the radios one group.
    pub name: AttrValue,
    /// The answers; "Not known" follows by itself.
    pub choices: &'static [Choice<T>],
    /// The answer given.
    pub chosen: Option<T>,
    /// "Not known" was chosen, which is not the same as never answered.
    pub unknown: bool,
    /// An answer was given; `None` is "Not known".
    pub onchoose: Callback<Option<T>>,
}

/// One line of radios. Arrow keys work by themselves; "Not known" stands last and is an answer like any other.
pub fn seg<T: Copy + PartialEq>(props: SegProps<T>) -> Html {
    let SegProps { name, choices, chosen, unknown, onchoose } = props;
    let at = choices.iter().position(|choice| Some(choice.value) == chosen);
    let labels: Vec<&'static str> = choices.iter().map(|choice| choice.label).collect();
    let onchoose = onchoose.reform(move |at: Option<usize>| at.and_then(|at| choices.get(at)).map(|choice| choice.value));
    radios(&name, &labels, at, chosen.is_none() && unknown, &onchoose)
}

/// The same for every kind of answer: by place, so that it is compiled once.
fn radios(
    name: &AttrValue,
    labels: &[&'static str],
    chosen: Option<usize>,
    unknown: bool,
    onchoose: &Callback<Option<usize>>,
) -> Html {
    let radio = |at: Option<usize>, label: &'static str, checked: bool| {
        let onchange = onchoose.reform(move |_: Event| at);
        let class = at.is_none().then_some("seg__unknown");
        html! {
            <label {class}>
                <input type="radio" name={name.clone()} {checked} {onchange} /><span>{ label }</span>
            </label>
        }
    };
    html! {
        <div class="seg">
            for (at, label) in labels.iter().enumerate() {
                { radio(Some(at), label, chosen == Some(at)) }
            }
            { radio(None, "Not known", unknown) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{SegProps, seg};
    use crate::rendered::{deaf, html};
    use crate::words::FLAG;

    fn props(chosen: Option<bool>, unknown: bool) -> SegProps<bool> {
        SegProps { name: "q".into(), choices: FLAG, chosen, unknown, onchoose: deaf() }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn not_known_stands_last_and_is_a_choice() {
        insta::assert_snapshot!(html(seg(props(None, true))).await, @r##"<div class="seg"><label><input type="radio" name="q"><span>Yes</span></label><label><input type="radio" name="q"><span>No</span></label><label class="seg__unknown"><input checked type="radio" name="q"><span>Not known</span></label></div>"##);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_question_that_nobody_touched_has_no_choice() {
        assert!(!html(seg(props(None, false))).await.contains("checked"));
        assert_eq!(html(seg(props(Some(false), false))).await.matches("checked").count(), 1);
    }
}
