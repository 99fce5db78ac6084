use apim_plan::Tier;
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::state::{Filter, Show, Table};

/// What [`filters`] offers.
pub struct FiltersProps {
    /// The fleet.
    pub table: Table,
    /// What is shown now.
    pub filter: Filter,
    /// Another chip was chosen.
    pub on_show: Callback<Show>,
    /// Something was typed into the field.
    pub on_text: Callback<InputEvent>,
    /// Another path was chosen: its name, or nothing for every path.
    pub on_path: Callback<Event>,
    /// Another tier was chosen: its name, or nothing for every tier.
    pub on_tier: Callback<Event>,
}

/// By what is to become of the instances, by path, by tier, by text.
pub fn filters(props: &FiltersProps) -> Html {
    let FiltersProps { table, filter, on_show, on_text, on_path, on_tier } = props;
    let shows = Show::iter().filter(|show| *show == Show::All || *show == filter.show || show.count(table) > 0);
    let tiers: Vec<Tier> = Tier::iter().filter(|tier| table.instances.iter().any(|row| row.tier == Some(*tier))).collect();
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
                        <span>{ show.title() }{ " " }<b>{ show.count(table) }</b></span>
                    </label>
                }
            </fieldset>
            <label class="sr" for="fleet-text">{ "Find" }</label>
            <input class="input" id="fleet-text" type="search" placeholder="Name, group, region" autocomplete="off" value={filter.text.clone()} oninput={on_text.clone()} />
            <label class="sr" for="fleet-path">{ "Path" }</label>
            <select class="input" id="fleet-path" onchange={on_path.clone()}>
                <option value="" selected={filter.path.is_none()}>{ "Every path" }</option>
                for count in &table.totals.paths {
                    <option value={<&str>::from(count.path)} selected={filter.path == Some(count.path)}>{ count.path.title() }</option>
                }
            </select>
            <label class="sr" for="fleet-tier">{ "Tier" }</label>
            <select class="input" id="fleet-tier" onchange={on_tier.clone()}>
                <option value="" selected={filter.tier.is_none()}>{ "Every tier" }</option>
                for tier in tiers {
                    <option value={<&str>::from(tier)} selected={filter.tier == Some(tier)}>{ tier.title() }</option>
                }
            </select>
        </div>
    }
}

/// The value of a vocabulary by the name that its option carries.
pub fn of_name<T: IntoEnumIterator + Copy>(name: &str) -> Option<T>
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
