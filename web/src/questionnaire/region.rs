use apim_plan::{Location, Prefix, ZoneCount, ZoneLayout};
use yew::prelude::*;

use super::answers::{Action, Blank, Key, LocationBlank, Way, blank_id, flag, location_id};
use super::choose::Choose;
use super::numbers::{Number, number};
use crate::context::AnswersHandle;
use crate::planned::Planned;
use crate::platform;
use crate::ui::{Choice, SegProps, Sign, icon, seg};
use crate::words::{self, Flag};

/// Where a location stands in the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Which location.
    pub key: Key,
    /// Its place.
    pub at: usize,
    /// How many there are.
    pub count: usize,
}

/// Gives a location another name.
fn naming(answers: &AnswersHandle, key: Key, name: &str) -> Callback<Event> {
    let (dispatcher, name) = (answers.dispatcher(), name.to_owned());
    Callback::from(move |event: Event| {
        let written = platform::chosen(&event);
        if written.trim().is_empty() {
            // There is no region without a name: the one that it still has is shown again.
            platform::write(&event, &name);
        } else {
            dispatcher.dispatch(Action::NameLocation(key, written));
        }
    })
}

/// One location: name, units, subnet, and further answers folded away.
pub(super) fn region(answers: &AnswersHandle, plan: &Planned, place: Place) -> Html {
    let Place { key, at, count } = place;
    let Some((_, location)) = answers.locations().find(|(each, _)| *each == key) else {
        return Html::default();
    };
    let name = words::region(&location.name).to_owned();
    let act = |action: Action| {
        let dispatcher = answers.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()))
    };
    let onname = naming(answers, key, &name);
    let button = |control: &str, label: String, sign: Sign, action: Action| {
        html! {
            <button type="button" class="btn btn--icon btn--bare" id={location_id(key, control)} aria-label={label} onclick={act(action)}>
                { icon(sign) }
            </button>
        }
    };
    let numbered = |of: LocationBlank, label: &'static str, what: &str| {
        let blank = Blank::At(key, of);
        let field = Number {
            blank,
            less: format!("{what} in {name}: one fewer").into(),
            more: format!("{what} in {name}: one more").into(),
            unit: None,
            help: None,
        };
        html! {
            <div class="field">
                <label for={blank_id(blank)}>{ label }</label>
                { number(answers, field, Html::default()) }
            </div>
        }
    };
    let onplatform = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |version| dispatcher.dispatch(Action::LocationPlatform(key, version)))
    };
    let injected = answers.request.vnet != Some(apim_plan::Vnet::None);
    html! {
        <li {key} class="region" data-region={location.name.to_string()}>
            <div class="region__name">
                <span class="region__role">{ words::place(at) }</span>
                <input class="input" type="text" value={name.clone()} aria-label={format!("Region {}", at + 1)} list="region-names" autocomplete="off" onchange={onname} />
                if at > 0 {
                    { button("up", format!("Move {name} up"), Sign::Up, Action::MoveLocation(key, Way::Up)) }
                }
                if at + 1 < count {
                    { button("down", format!("Move {name} down"), Sign::Down, Action::MoveLocation(key, Way::Down)) }
                }
                { button("remove", format!("Remove {name}"), Sign::X, Action::RemoveLocation(key)) }
            </div>
            <div class="region__numbers">
                { numbered(LocationBlank::Units, "Units", "Units") }
                { numbered(LocationBlank::UnitsNeeded, "Peak needs", "Units for the peak") }
                if injected {
                    { prefix_list(answers, key, &name, location.subnet.and_then(|subnet| subnet.prefix)) }
                }
            </div>
            <details class="region__more">
                <summary>{ "More about " }{ &name }{ icon(Sign::Chevron) }</summary>
                <div class="group__body">
                    { zones(answers, key, location.zones) }
                    <div class="region__numbers">
                        { numbered(LocationBlank::CapacityPercent, "Peak, percent", "Measured peak") }
                        { numbered(LocationBlank::TargetPercent, "Aim, percent", "Load to aim for") }
                        { numbered(LocationBlank::Share, "Traffic, percent", "Share of the traffic") }
                    </div>
                    if injected {
                        <div class="region__numbers">
                            { numbered(LocationBlank::AvailableAddresses, "Free addresses", "Free addresses") }
                            { numbered(LocationBlank::OtherInstances, "Other instances", "Other stv1 instances in the subnet") }
                        </div>
                    }
                    { flags(answers, key, location, injected) }
                    if count > 1 && plan.status != apim_plan::Status::NotAffected {
                        <fieldset class="q">
                            <legend class="q__label">{ "Its own compute platform" }</legend>
                            <p class="q__help">{ "Where regions differ; not known means: as the instance." }</p>
                            { seg(SegProps {
                                name: location_id(key, "platform").into(),
                                choices: words::LOCATION_PLATFORMS,
                                chosen: location.platform,
                                unknown: false,
                                onchoose: onplatform,
                            }) }
                        </fieldset>
                    }
                </div>
            </details>
        </li>
    }
}

fn flags(answers: &AnswersHandle, key: Key, location: &Location, injected: bool) -> Html {
    use strum::IntoEnumIterator;
    let choose = |each: Flag| {
        let dispatcher = answers.dispatcher();
        seg(SegProps {
            name: location_id(key, each.into()).into(),
            choices: words::FLAG,
            chosen: flag(location, each),
            unknown: false,
            onchoose: Callback::from(move |value| dispatcher.dispatch(Action::Flag(key, each, value))),
        })
    };
    html! {
        for each in Flag::iter().filter(|flag| injected || matches!(flag, Flag::New)) {
            <fieldset class="q" key={<&str>::from(each)}>
                <legend class="q__label">{ words::flag(each) }</legend>
                { choose(each) }
            </fieldset>
        }
    }
}

/// The length of a subnet's prefix, chosen from those that there are.
fn prefix_list(answers: &AnswersHandle, key: Key, name: &str, prefix: Option<Prefix>) -> Html {
    let id = location_id(key, "prefix");
    let onchoose = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |at: Option<usize>| {
            let prefix = at.and_then(|at| prefixes().nth(at));
            dispatcher.dispatch(Action::Prefix(key, prefix));
        })
    };
    let options: Vec<AttrValue> = prefixes().map(|prefix| format!("/{}", prefix.get()).into()).collect();
    let chosen = prefixes().position(|each| Some(each) == prefix);
    html! {
        <div class="field">
            <label for={id.clone()}>{ "Subnet" }</label>
            <Choose {id} class="num" name={format!("Subnet of {name}")} {options} {chosen} {onchoose} />
        </div>
    }
}

/// Every prefix that can be said, largest subnet first.
fn prefixes() -> impl Iterator<Item = Prefix> {
    (Prefix::MIN.get()..=Prefix::MAX.get()).filter_map(Prefix::new)
}

/// How the units lie over zones now.
fn zones(answers: &AnswersHandle, key: Key, chosen: Option<ZoneLayout>) -> Html {
    static LAYOUTS: &[Choice<ZoneLayout>] = &[
        Choice { value: ZoneLayout::Automatic {}, label: "Automatic" },
        Choice { value: ZoneLayout::Zonal {}, label: "One" },
        Choice { value: ZoneLayout::Redundant { zones: ZoneCount::TWO }, label: "Two" },
        Choice { value: ZoneLayout::Redundant { zones: ZoneCount::THREE }, label: "Three" },
    ];
    let dispatcher = answers.dispatcher();
    let onchoose = Callback::from(move |zones| dispatcher.dispatch(Action::Zones(key, zones)));
    html! {
        <fieldset class="q">
            <legend class="q__label">{ "Availability zones now" }</legend>
            { seg(SegProps { name: location_id(key, "zones").into(), choices: LAYOUTS, chosen, unknown: false, onchoose }) }
        </fieldset>
    }
}
