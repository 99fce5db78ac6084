use yew::prelude::*;

use crate::import::{Arrival, Arrived, PANEL};
use crate::platform;
use crate::split::Later;

/// What was last pasted or dropped on the page, and a way to hand in more. Opens the panel that reads it.
#[hook]
pub(super) fn use_arrivals(later: &Later) -> (Option<Arrival>, Callback<Arrived>) {
    let arrived = use_state(|| None::<Arrival>);
    let take = use_callback(later.clone(), {
        let arrived = arrived.setter();
        move |description: Arrived, later: &Later| {
            arrived.set(Some(description.into()));
            // A paste from the browser's own menu may be the first touch of the page.
            later.fetch();
            platform::open_popover(PANEL);
        }
    });
    use_effect_with((), {
        let take = take.clone();
        move |()| {
            let dropped = {
                let take = take.clone();
                move |name, bytes| take.emit(Arrived::File(name, bytes))
            };
            let pasted = move |text: String| take.emit(Arrived::Text(text.into()));
            let listeners = (platform::on_dropped_file(dropped), platform::on_pasted_text(pasted));
            move || drop(listeners)
        }
    });
    ((*arrived).clone(), take)
}
