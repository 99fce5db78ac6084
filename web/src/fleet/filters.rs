use apim_plan::Tier;
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::state::{FleetAction, FleetRows, RowFilter, Show, use_fleet_dispatcher};
use crate::platform;

/// Properties of [`Filters`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FiltersProps {
    /// The fleet.
    pub rows: FleetRows,
    /// What is shown now.
    pub filter: RowFilter,
}

/// By what is to become of the instances, by path, by tier, by text.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { rows, filter } = props;
    let dispatcher = use_fleet_dispatcher();
    let filtering = |change: fn(&mut RowFilter, &str)| {
        let (dispatcher, filter) = (dispatcher.clone(), filter.clone());
        Callback::from(move |text: AttrValue| {
            let mut filter = filter.clone();
            change(&mut filter, &text);
            dispatcher.dispatch(FleetAction::Filter(filter));
        })
    };
    let on_text = filtering(|filter, text| text.clone_into(&mut filter.text)).reform(|event: InputEvent| platform::typed(&event));
    let on_path = filtering(|filter, name| filter.path = of_name(name)).reform(|event: Event| platform::chosen(&event));
    let on_tier = filtering(|filter, name| filter.tier = of_name(name)).reform(|event: Event| platform::chosen(&event));
    let on_show = {
        let filter = filter.clone();
        Callback::from(move |show| dispatcher.dispatch(FleetAction::Filter(RowFilter { show, ..filter.clone() })))
    };
    let shows = Show::iter().filter(|show| *show == Show::All || *show == filter.show || show.count(rows) > 0);
    let tiers: Vec<Tier> = Tier::iter().filter(|tier| rows.instances.iter().any(|row| row.tier == Some(*tier))).collect();
    html! {
        <div class="filters">
            <fieldset class="chips">
                <legend class="sr">{ "Show" }</legend>
                for show in shows {
                    <label>
                        <input
                            type="radio"
                            name="fleet-show"
                            value={<&str>::from(show)}
                            checked={show == filter.show}
                            onchange={on_show.reform(move |_: Event| show)}
                        />
                        <span>{ show.title() }{ " " }<b>{ show.count(rows) }</b></span>
                    </label>
                }
            </fieldset>
            <label class="sr" for="fleet-text">{ "Find" }</label>
            <input class="input" id="fleet-text" type="search" placeholder="Name, group, region" autocomplete="off" value={filter.text.clone()} oninput={on_text} />
            <label class="sr" for="fleet-path">{ "Path" }</label>
            <select class="input" id="fleet-path" onchange={on_path}>
                <option value="" selected={filter.path.is_none()}>{ "Every path" }</option>
                for count in &rows.totals.paths {
                    <option value={<&str>::from(count.path)} selected={filter.path == Some(count.path)}>{ count.path.title() }</option>
                }
            </select>
            <label class="sr" for="fleet-tier">{ "Tier" }</label>
            <select class="input" id="fleet-tier" onchange={on_tier}>
                <option value="" selected={filter.tier.is_none()}>{ "Every tier" }</option>
                for tier in tiers {
                    <option value={<&str>::from(tier)} selected={filter.tier == Some(tier)}>{ tier.title() }</option>
                }
            </select>
        </div>
    }
}

/// The value of a vocabulary by the name that its option carries.
fn of_name<T: IntoEnumIterator + Copy>(name: &str) -> Option<T>
where
    &'static str: From<T>,
{
    T::iter().find(|value| <&str>::from(*value) == name)
}

#[cfg(test)]
mod tests {
    use apim_plan::PathId;

    use super::*;

    #[test]
    fn options_are_found_by_their_names() {
        assert_eq!(of_name::<PathId>("side-by-side"), Some(PathId::SideBySide));
        assert_eq!(of_name::<Tier>("premiumV2"), Some(Tier::PremiumV2));
        assert_eq!(of_name::<Tier>(""), None);
    }
}
