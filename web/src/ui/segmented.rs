use yew::prelude::*;

/// Properties of [`Segmented`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SegmentedProps {
    /// Unique on the page: what makes the radios one group.
    pub name: AttrValue,
    /// The answers; "Not known" follows by itself.
    pub labels: Vec<&'static str>,
    /// Which of them was given.
    pub chosen: Option<usize>,
    /// "Not known" was chosen, which is not the same as never answered.
    pub unknown: bool,
    /// An answer was given; `None` is "Not known".
    pub onchoose: Callback<Option<usize>>,
}

/// One line of radios. Arrow keys work by themselves; "Not known" comes last and is an answer like any other.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    let SegmentedProps { name, labels, chosen, unknown, onchoose } = props;
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
                { radio(Some(at), label, *chosen == Some(at)) }
            }
            { radio(None, "Not known", chosen.is_none() && *unknown) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::{Segmented, SegmentedProps};
    use crate::rendered::{self, deaf};

    async fn drawn(chosen: Option<usize>, unknown: bool) -> String {
        let props = SegmentedProps { name: "q".into(), labels: vec!["Yes", "No"], chosen, unknown, onchoose: deaf() };
        rendered::html(html! { <Segmented ..props /> }).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn not_known_comes_last_and_is_a_choice() {
        insta::assert_snapshot!(drawn(None, true).await, @r##"<div class="seg"><label><input type="radio" name="q"><span>Yes</span></label><label><input type="radio" name="q"><span>No</span></label><label class="seg__unknown"><input checked type="radio" name="q"><span>Not known</span></label></div>"##);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_question_that_nobody_touched_has_no_choice() {
        assert!(!drawn(None, false).await.contains("checked"));
        assert_eq!(drawn(Some(1), false).await.matches("checked").count(), 1);
    }
}
