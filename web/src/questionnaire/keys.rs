//! The keyboard in the questionnaire: `n` goes to the next open question, digits choose, `?` shows the keys.

use yew::prelude::*;

use crate::platform;

/// The popover that lists the keys.
const HELP: &str = "keys";

/// Listens while the questions are shown.
#[hook]
pub(super) fn use_keys() {
    use_effect_with((), |()| {
        let listener = platform::on_key(|key| match key {
            "n" => platform::focus_next(".panel .decides .q--open"),
            "?" => {
                platform::open_popover(HELP);
                true
            }
            digit => digit.parse().is_ok_and(|place| platform::choose_nth(place, ".q")),
        });
        move || drop(listener)
    });
}

/// The keys, for readers who ask for them.
pub(super) fn keys() -> Html {
    html! {
        <>
            <p class="keys">
                <kbd>{ "n" }</kbd>{ " next open question, " }<kbd>{ "1" }</kbd>{ " to " }<kbd>{ "9" }</kbd>{ " select, " }
                <button type="button" class="btn btn--bare btn--small" popovertarget={HELP}><kbd>{ "?" }</kbd>{ " keys" }</button>
            </p>
            <div class="pop" id={HELP} popover="auto" role="dialog" aria-labelledby="keys-title">
                <h2 id="keys-title">{ "Keys" }</h2>
                <dl class="keys__list">
                    <div><dt><kbd>{ "n" }</kbd></dt><dd>{ "Go to the next open question" }</dd></div>
                    <div><dt><kbd>{ "1" }</kbd>{ " to " }<kbd>{ "9" }</kbd></dt><dd>{ "Select an answer to the question that has the focus" }</dd></div>
                    <div><dt><kbd>{ "Ctrl V" }</kbd></dt><dd>{ "Paste output from Azure" }</dd></div>
                    <div><dt><kbd>{ "?" }</kbd></dt><dd>{ "Show these keys" }</dd></div>
                </dl>
            </div>
        </>
    }
}
