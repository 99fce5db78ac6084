use apim_plan::model::{Location, PlatformVersion, Prefix, ZoneCount, ZoneLayout};
use yew::prelude::*;

use super::choose::Choose;
use super::numbers::Number;
use crate::components::{Icon, Seg, Sign};
use crate::hooks::{use_answers, use_plan};
use crate::platform;
use crate::state::{Action, Blank, Key, LocationBlank, Way, blank_id, flag, location_id};
use crate::words::{self, Flag};

/// Properties of [`Region`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct RegionProps {
    /// Which location.
    pub of: Key,
    /// Its place in the list.
    pub at: usize,
    /// How many there are.
    pub count: usize,
}

/// One location: name, units, subnet, and further answers folded away.
#[component]
pub(super) fn Region(props: &RegionProps) -> Html {
    let answers = use_answers();
    let plan = use_plan();
    let key = props.of;
    let Some((_, location)) = answers.locations().find(|(each, _)| *each == key) else {
        return Html::default();
    };
    let name = words::region(&location.name).to_owned();
    let act = |action: Action| {
        let dispatcher = answers.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()))
    };
    let onname = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |event: Event| dispatcher.dispatch(Action::NameLocation(key, platform::chosen(&event))))
    };
    let button = |control: &str, label: String, sign: Sign, action: Action| {
        html! {
            <button type="button" class="btn btn--icon btn--bare" id={location_id(key, control)} aria-label={label} onclick={act(action)}>
                <Icon {sign} />
            </button>
        }
    };
    let number = |of: LocationBlank, label: &'static str, what: &str| {
        let blank = Blank::At(key, of);
        html! {
            <div class="field">
                <label for={blank_id(blank)}>{ label }</label>
                <Number {blank} less={format!("{what} in {name}: one fewer")} more={format!("{what} in {name}: one more")} />
            </div>
        }
    };
    let injected = answers.request.vnet != Some(apim_plan::model::Vnet::None);
    html! {
        <li class="region" data-region={location.name.to_string()}>
            <div class="region__name">
                <span class="region__role">{ words::place(props.at) }</span>
                <input class="input" type="text" value={name.clone()} aria-label={format!("Region {}", props.at + 1)} list="region-names" autocomplete="off" onchange={onname} />
                if props.at > 0 {
                    { button("up", format!("Move {name} up"), Sign::Up, Action::MoveLocation(key, Way::Up)) }
                }
                if props.at + 1 < props.count {
                    { button("down", format!("Move {name} down"), Sign::Down, Action::MoveLocation(key, Way::Down)) }
                }
                { button("remove", format!("Remove {name}"), Sign::X, Action::RemoveLocation(key)) }
            </div>
            <div class="region__numbers">
                { number(LocationBlank::Units, "Units", "Units") }
                { number(LocationBlank::UnitsNeeded, "Peak needs", "Units for the peak") }
                if injected {
                    <PrefixList of={key} name={name.clone()} prefix={location.subnet.and_then(|subnet| subnet.prefix)} />
                }
            </div>
            <details class="region__more">
                <summary>{ "More about " }{ &name }<Icon sign={Sign::Chevron} /></summary>
                <div class="group__body">
                    <Zones of={key} name={name.clone()} zones={location.zones} />
                    <div class="region__numbers">
                        { number(LocationBlank::CapacityPercent, "Peak, percent", "Measured peak") }
                        { number(LocationBlank::TargetPercent, "Aim, percent", "Load to aim for") }
                        { number(LocationBlank::Share, "Traffic, percent", "Share of the traffic") }
                    </div>
                    if injected {
                        <div class="region__numbers">
                            { number(LocationBlank::AvailableAddresses, "Free addresses", "Free addresses") }
                            { number(LocationBlank::OtherInstances, "Other instances", "Other stv1 instances in the subnet") }
                        </div>
                    }
                    { flags(key, location, injected, &answers) }
                    if props.count > 1 && plan.status != apim_plan::model::Status::NotAffected {
                        <fieldset class="q">
                            <legend class="q__label">{ "Its own compute platform" }</legend>
                            <p class="q__help">{ "Where regions differ; not known means: as the instance." }</p>
                            <Seg<PlatformVersion>
                                name={location_id(key, "platform")}
                                choices={words::LOCATION_PLATFORMS}
                                chosen={location.platform}
                                onchoose={
                                    let dispatcher = answers.dispatcher();
                                    move |version| dispatcher.dispatch(Action::LocationPlatform(key, version))
                                }
                            />
                        </fieldset>
                    }
                </div>
            </details>
        </li>
    }
}

fn flags(key: Key, location: &Location, injected: bool, answers: &UseReducerHandle<crate::state::Answers>) -> Html {
    use strum::IntoEnumIterator;
    let asked = Flag::iter().filter(|flag| injected || matches!(flag, Flag::New));
    html! {
        for each in asked {
            <fieldset class="q" key={<&str>::from(each)}>
                <legend class="q__label">{ words::flag(each) }</legend>
                <Seg<bool>
                    name={location_id(key, each.into())}
                    choices={words::FLAG}
                    chosen={flag(location, each)}
                    onchoose={
                        let dispatcher = answers.dispatcher();
                        move |value| dispatcher.dispatch(Action::Flag(key, each, value))
                    }
                />
            </fieldset>
        }
    }
}

/// Properties of [`PrefixList`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct PrefixListProps {
    of: Key,
    name: AttrValue,
    prefix: Option<Prefix>,
}

/// The length of a subnet's prefix, chosen from those that there are.
#[component]
fn PrefixList(props: &PrefixListProps) -> Html {
    let answers = use_answers();
    let key = props.of;
    let id = location_id(key, "prefix");
    let onchoose = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |at: Option<usize>| {
            let prefix = at.and_then(|at| prefixes().nth(at));
            dispatcher.dispatch(Action::Prefix(key, prefix));
        })
    };
    let options: Vec<AttrValue> = prefixes().map(|prefix| format!("/{}", prefix.get()).into()).collect();
    let chosen = prefixes().position(|prefix| Some(prefix) == props.prefix);
    html! {
        <div class="field">
            <label for={id.clone()}>{ "Subnet" }</label>
            <Choose {id} class="num" name={format!("Subnet of {}", props.name)} {options} {chosen} {onchoose} />
        </div>
    }
}

/// Every prefix that can be said, largest subnet first.
fn prefixes() -> impl Iterator<Item = Prefix> {
    (Prefix::MIN.get()..=Prefix::MAX.get()).filter_map(Prefix::new)
}

/// Properties of [`Zones`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct ZonesProps {
    of: Key,
    name: AttrValue,
    zones: Option<ZoneLayout>,
}

/// How the units lie over zones now.
#[component]
fn Zones(props: &ZonesProps) -> Html {
    static LAYOUTS: &[words::Choice<ZoneLayout>] = &[
        words::Choice { value: ZoneLayout::Automatic {}, label: "Automatic" },
        words::Choice { value: ZoneLayout::Zonal {}, label: "One" },
        words::Choice { value: ZoneLayout::Redundant { zones: ZoneCount::TWO }, label: "Two" },
        words::Choice { value: ZoneLayout::Redundant { zones: ZoneCount::THREE }, label: "Three" },
    ];
    let answers = use_answers();
    let key = props.of;
    let onchoose = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |zones| dispatcher.dispatch(Action::Zones(key, zones)))
    };
    html! {
        <fieldset class="q">
            <legend class="q__label">{ "Availability zones now" }</legend>
            <Seg<ZoneLayout> name={location_id(key, "zones")} choices={LAYOUTS} chosen={props.zones} {onchoose} />
        </fieldset>
    }
}
