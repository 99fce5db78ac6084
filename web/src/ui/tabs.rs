use yew::prelude::*;

/// One line of radios that choose what is shown below: shells, tools, places.
///
/// `name` is unique on the page, `legend` says what is chosen.
pub fn tabs(name: &AttrValue, legend: &'static str, labels: &[&'static str], chosen: usize, onchoose: &Callback<usize>) -> Html {
    html! {
        <fieldset class="tabs__bar">
            <legend class="sr">{ legend }</legend>
            <div class="seg">
                for (at, label) in labels.iter().enumerate() {
                    <label key={*label}>
                        <input type="radio" name={name.clone()} checked={at == chosen} onchange={onchoose.reform(move |_: Event| at)} />
                        <span>{ *label }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
