use yew::prelude::*;

use super::state::FleetState;
use crate::route::View;
use crate::ui::{NoticeKind, Sign, icon, notice};

/// Says that this plan is one of a fleet, and leads back.
pub fn of_fleet(fleet: &FleetState, view: View) -> Html {
    let Some(place) = fleet.opened.filter(|_| view != View::Fleet) else {
        return Html::default();
    };
    let name = fleet
        .instance(place)
        .and_then(|imported| imported.request.name.clone())
        .unwrap_or_else(|| "An instance without a name".to_owned());
    let title = format!("{name}, {} of {} in the fleet.", u64::from(place) + 1, fleet.imported.len());
    html! {
        <section class="notices" aria-label="The fleet" data-fleet="of">
            { notice(NoticeKind::Note, title.into(), "Answers that you change here are changed in the fleet as well.".into(), html! {
                <a class="btn btn--small" href={View::Fleet.href()}>{ "Back to the fleet" }{ icon(Sign::Arrow) }</a>
            }) }
        </section>
    }
}
