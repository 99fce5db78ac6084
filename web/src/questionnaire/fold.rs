use yew::prelude::*;

use crate::ui::{Sign, icon};

/// Properties of [`Fold`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct FoldProps {
    /// Its heading.
    pub title: &'static str,
    /// The answers in it, for while it is closed.
    pub summary: AttrValue,
    /// Open when first shown; afterwards it is the reader's.
    #[prop_or_default]
    pub open: bool,
    /// Holds answers that no longer matter.
    #[prop_or_default]
    pub kept: bool,
    /// Stands by itself, and not below a heading of the panel.
    #[prop_or_default]
    pub alone: bool,
    /// The questions.
    pub children: Html,
}

/// Questions that belong together, folded.
#[component]
pub(super) fn Fold(props: &FoldProps) -> Html {
    // Only the first value counts: later ones would fold what the reader has opened.
    let open = *use_memo((), |()| props.open);
    html! {
        <details class={classes!("group", props.kept.then_some("group--kept"))} {open}>
            <summary class="group__head">
                if props.alone {
                    <h3>{ props.title }</h3>
                } else {
                    <h4>{ props.title }</h4>
                }
                <span class="group__sum">{ &props.summary }</span>{ icon(Sign::Chevron) }
            </summary>
            <div class="group__body">{ props.children.clone() }</div>
        </details>
    }
}
