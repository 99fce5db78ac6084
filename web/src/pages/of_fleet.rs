use yew::prelude::*;

use crate::components::{Icon, Notice, Sign};
use crate::hooks::use_fleet;
use crate::share::View;

/// Properties of [`OfFleet`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct OfFleetProps {
    /// The view that is shown.
    pub view: View,
}

/// Says that this plan is one of a fleet, and leads back.
#[component]
pub fn OfFleet(props: &OfFleetProps) -> Html {
    let fleet = use_fleet();
    let Some(place) = fleet.opened.filter(|_| props.view != View::Fleet) else {
        return Html::default();
    };
    let name = fleet
        .instance(place)
        .and_then(|imported| imported.request.name.clone())
        .unwrap_or_else(|| "An instance without a name".to_owned());
    let title = format!("{name}, {} of {} in the fleet.", u64::from(place) + 1, fleet.imported.len());
    html! {
        <section class="notices" aria-label="The fleet" data-fleet="of">
            <Notice {title} text="Answers that you change here are changed in the fleet as well.">
                <a class="btn btn--small" href={View::Fleet.href()}>{ "Back to the fleet" }<Icon sign={Sign::Arrow} /></a>
            </Notice>
        </section>
    }
}
