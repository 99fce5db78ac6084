use yew::prelude::*;

use crate::import::{Arrival, Arrived, PANEL};
use crate::platform;
use crate::split::Later;

/// What was last pasted or dropped on the page. Opens the panel that reads it.
#[hook]
pub(super) fn use_arrivals(later: &Later) -> Option<Arrival> {
    let arrived = use_state(|| None::<Arrival>);
    use_effect_with((), {
        let (arrived, later) = (arrived.setter(), later.clone());
        move |()| {
            let take = move |description: Arrived| {
                arrived.set(Some(description.into()));
                // A paste from the browser's own menu may be the first touch of the page.
                later.fetch();
                platform::open_popover(PANEL);
            };
            let dropped = {
                let take = take.clone();
                move |name, bytes| take(Arrived::File(name, bytes))
            };
            let listeners =
                (platform::on_dropped_file(dropped), platform::on_pasted_text(move |text| take(Arrived::Text(text.into()))));
            move || drop(listeners)
        }
    });
    (*arrived).clone()
}
