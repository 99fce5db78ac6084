use yew::prelude::*;

use crate::platform;

/// Properties of [`Choose`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct ChooseProps {
    /// Its id, which a label points at.
    pub id: AttrValue,
    /// Its name where the label alone is not enough.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The answers; "Not sure" follows by itself.
    pub options: Vec<AttrValue>,
    /// Which of them was chosen.
    pub chosen: Option<usize>,
    /// One was chosen; `None` is "Not sure".
    pub onchoose: Callback<Option<usize>>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A list to choose one answer from.
#[component]
pub(super) fn Choose(props: &ChooseProps) -> Html {
    let ChooseProps { id, name, options, chosen, onchoose, class } = props;
    // Once the reader has used the list, its attributes no longer move it.
    use_effect_with((id.clone(), *chosen), |(id, chosen)| {
        platform::choose(id, &chosen.map_or_else(String::new, |at| at.to_string()));
    });
    let onchange = onchoose.reform(|event: Event| platform::chosen(&event).parse().ok());
    html! {
        <select class={classes!("input", class.clone())} id={id} aria-label={name.clone()} {onchange}>
            for (at, option) in options.iter().enumerate() {
                <option value={at.to_string()} selected={*chosen == Some(at)}>{ option }</option>
            }
            <option value="" selected={chosen.is_none()}>{ "Not sure" }</option>
        </select>
    }
}
