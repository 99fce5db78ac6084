use yew::prelude::*;

use super::state::use_fleet;
use crate::route::View;
use crate::ui::{NoticeKind, Sign, icon, notice};

/// Says that this plan is one of a fleet, and leads back.
#[component]
pub fn OfFleet() -> Html {
    let fleet = use_fleet();
    let Some(place) = fleet.opened else {
        return Html::default();
    };
    let name = fleet
        .instance(place)
        .and_then(|imported| imported.request.name.clone())
        .unwrap_or_else(|| "An instance without a name".to_owned());
    let title = format!("{name}, {} of {} in the fleet.", u64::from(place) + 1, fleet.imported.len());
    html! {
        <section class="notices" aria-label="The fleet" data-fleet="of">
            { notice(NoticeKind::Note, title.into(), "Changed answers are changed in the fleet as well.".into(), html! {
                <a class="btn btn--small" href={View::Fleet.href()}>{ "Back to the fleet" }{ icon(Sign::Arrow) }</a>
            }) }
        </section>
    }
}
