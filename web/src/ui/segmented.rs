use yew::prelude::*;

/// One line of radios. Arrow keys work by themselves; "Not sure" comes last and is an answer like any other.
///
/// `name` is unique on the page: it makes the radios one group. `unknown` is for "Not sure" that was chosen, which is not
/// the same as a question that was never answered.
pub fn segmented(
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
            { radio(None, "Not sure", chosen.is_none() && unknown) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::segmented;
    use crate::rendered::{self, deaf};

    async fn drawn(chosen: Option<usize>, unknown: bool) -> String {
        rendered::html(segmented(&"q".into(), &["Yes", "No"], chosen, unknown, &deaf())).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn not_known_comes_last_and_is_a_choice() {
        insta::assert_snapshot!(drawn(None, true).await, @r##"<div class="seg"><label><input type="radio" name="q"><span>Yes</span></label><label><input type="radio" name="q"><span>No</span></label><label class="seg__unknown"><input checked type="radio" name="q"><span>Not sure</span></label></div>"##);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_question_that_nobody_touched_has_no_choice() {
        assert!(!drawn(None, false).await.contains("checked"));
        assert_eq!(drawn(Some(1), false).await.matches("checked").count(), 1);
    }
}
