//! Small pieces that the parts of the capacity plan share.

use yew::prelude::*;

/// A switch of radios: `seg` on one line, `chips` where there may be many. `options` are label and value.
pub(super) fn switch<T: Clone + PartialEq + 'static>(
    class: &'static str,
    name: &str,
    options: Vec<(AttrValue, T)>,
    chosen: &T,
    on_choose: &Callback<T>,
) -> Html {
    html! {
        <div {class}>
            for (label, value) in options {
                <label>
                    <input
                        type="radio"
                        name={name.to_owned()}
                        checked={value == *chosen}
                        onchange={on_choose.reform(move |_: Event| value.clone())}
                    />
                    <span>{ label }</span>
                </label>
            }
        </div>
    }
}
